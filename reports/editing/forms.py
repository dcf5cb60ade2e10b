"""The wording and layout of a round's report, as its secretary edits them."""

from copy import copy
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.http import QueryDict

from reports.columns import COLUMNS
from reports.editing.fields import (
    Choice,
    OrderedField,
    PartsField,
    PhotoChoice,
    PhotosField,
    SignatoriesField,
    ThaiDateField,
)
from reports.models import Period, ReportWording
from reports.models.wording import wording_fields
from reports.progress_report.photos import pictures_of
from reports.wording import unknown_marks, usual_texts
from thai.dates import long_date
from tracking.fields import ArabicURLField, ProseField, SeenVersionField

#: The texts in which marks are filled in.
_PROSE = {
    "title": 3,
    "opening": 9,
    "eit_statement": 4,
    "closing": 4,
    "memo_body": 8,
    "memo_post": 3,
}
_CHOSEN = ("period", "orientation", "digits", "item_style", "mark_form", "mark_place")


def _prose(name: str, rows: int) -> ProseField:
    of_model = next(one for one in ReportWording._meta.concrete_fields if one.name == name)
    return ProseField(
        label=of_model.verbose_name,
        help_text=of_model.help_text,
        required=False,
        validators=[MaxLengthValidator(20_000)],
        widget=forms.Textarea(attrs={"rows": rows}),
    )


class WordingForm(forms.ModelForm):
    """`instance` is what is wanted, also while some of the fields are in error.

    A text is shown as it will be printed, the usual one where the office has none of its own; and
    one that is left as usual stays empty, so that it follows the kind of report.
    """

    as_of = ThaiDateField(
        label="ข้อมูล ณ วันที่",
        required=False,
        help_text="เว้นว่างไว้เพื่อใช้ข้อมูลล่าสุด หรือ 31 มีนาคมเมื่อเป็นรอบ 6 เดือน",
    )
    columns = OrderedField(
        label="คอลัมน์ของตาราง",
        choices=lambda: COLUMNS.choices,
        error_messages={"required": "โปรดเลือกอย่างน้อยหนึ่งคอลัมน์"},
    )
    parts = PartsField(label="ส่วนประกอบ", required=False)
    signatories = SignatoriesField(label="ผู้ลงนาม", required=False)
    photos = PhotosField(label="ภาพกิจกรรม", required=False)
    eit_url = ArabicURLField(
        label="ลิงก์แบบวัด EIT",
        required=False,
        help_text="ลิงก์สาธารณะจากระบบ ITAS ขึ้นต้นด้วย https://itas.nacc.go.th/go/eit/",
    )
    version = SeenVersionField()

    class Meta:
        model = ReportWording
        fields = [name for name, _label in wording_fields()]
        widgets = dict.fromkeys(_CHOSEN, forms.RadioSelect)

    #: Django's types do not know what a field of one kind can do.
    fields: dict[str, Any]

    def __init__(
        self, wording: ReportWording, posted: QueryDict | None = None, *, version: int | None = None
    ) -> None:
        version = wording.wording_version if version is None else version
        super().__init__(posted, instance=copy(wording), initial={"version": version})
        for name, rows in _PROSE.items():
            self.fields[name] = _prose(name, rows)
        for field in self.fields.values():
            # A browser cuts off what is pasted beyond it without a word; the validator speaks.
            field.widget.attrs.pop("maxlength", None)
        for name in _CHOSEN:
            # What a page that lost it does not send is as it was.
            self.fields[name].required = True
        pictures = pictures_of(wording.ita_round)
        self.fields["photos"].pictures = {picture.pk: picture for picture in pictures}
        for name, usual in usual_texts(wording).items():
            self.initial[name] = getattr(wording, name) or usual

    def clean_as_of(self) -> date | None:
        day = self.cleaned_data["as_of"]
        first = self.instance.ita_round.fiscal_year.first_day
        if day and day < first:
            raise ValidationError(f"ปีงบประมาณนี้เริ่มวันที่ {long_date(first)} โปรดระบุวันตั้งแต่วันนั้น")
        return day

    def clean(self) -> dict[str, Any]:
        """A text that says what is usual is not the office's own."""
        super().clean()
        data = self.cleaned_data
        usual = [usual_texts(copy_with(self.instance, period, data)) for period in Period]
        for name in usual[0]:
            typed = data.get(name, "")
            if any(typed.split() == texts[name].split() for texts in usual):
                data[name] = ""
        return data

    @property
    def listed_columns(self) -> list[Choice]:
        return self.fields["columns"].listed(self["columns"].value())

    @property
    def listed_parts(self) -> list[tuple[str, str, bool]]:
        kept = set(self["parts"].value())
        return [(key, label, key in kept) for key, label in self.fields["parts"].choices.items()]

    @property
    def listed_photos(self) -> list[PhotoChoice]:
        return self.fields["photos"].listed(self["photos"].value())

    @property
    def signatory_rows(self) -> list[dict]:
        """Those there are, and always one more to write in."""
        return [*self["signatories"].value(), {"duty": "", "name": "", "post": ""}]

    @property
    def strange_marks(self) -> list[tuple[str, str]]:
        """Of each text the marks that are none of ours: (label, "{…} {…}")."""
        return [
            (self.fields[name].label, " ".join(marks))
            for name in usual_texts(self.instance)
            if (marks := unknown_marks(getattr(self.instance, name)))
        ]


def copy_with(wording: ReportWording, period: str, data: dict) -> ReportWording:
    tried = copy(wording)
    tried.period, tried.eit_url = period, data.get("eit_url", "")
    return tried
