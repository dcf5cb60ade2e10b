from datetime import date
from typing import Any

from django import forms
from django.core.validators import MaxLengthValidator

from disclosures.catalogue import edition_for, editions
from organizations.models import Round
from organizations.models.round import FIRST_YEAR, LAST_YEAR
from thai.dates import FiscalYear
from thai.digits import arabic_digits
from tracking.fields import ProseField

#: For one that begins with the items of its edition and nothing else.
NO_YEAR = 0
YEAR_WANTED = "โปรดพิมพ์ปี พ.ศ. สี่หลัก เช่น 2571"
CARRIED = "มาตรการ ผู้รับผิดชอบ และถ้อยคำของรายงานตามมา เลื่อนเดือนไปตามปี ส่วนผลการดำเนินการเริ่มใหม่"


class BuddhistYearField(forms.IntegerField):
    """A year as it is typed, in either digits."""

    def to_python(self, value: Any) -> int | None:
        return super().to_python(arabic_digits(value) if isinstance(value, str) else value)


class OpenYearForm(forms.Form):
    be_year = BuddhistYearField(
        label="ปีงบประมาณ (พ.ศ.)",
        min_value=FIRST_YEAR,
        max_value=LAST_YEAR,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), YEAR_WANTED),
    )
    edition = forms.TypedChoiceField(
        label="รายการข้อ O ฉบับปี",
        help_text="ใช้ฉบับล่าสุดที่มี จนกว่าจะมีฉบับของปีนั้น",
        coerce=int,
    )
    source = forms.TypedChoiceField(
        label="เริ่มจาก",
        coerce=int,
        widget=forms.RadioSelect,
    )

    #: Django's types do not know what a field of one kind can do.
    fields: dict[str, Any]

    def __init__(self, rounds: list[Round], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = sorted(editions(), reverse=True)
        self.fields["edition"].choices = [(year, year) for year in known]
        self.fields["source"].choices = [
            *((one.be_year, f"ปีงบประมาณ {one.be_year}") for one in rounds),
            (NO_YEAR, "รายการข้อ O เปล่า แล้วพิมพ์หรือนำเข้ามาตรการจากเอกสาร"),
        ]
        if rounds:
            self.fields["source"].help_text = CARRIED


def likely(rounds: list[Round], today: date) -> dict:
    """What an office most often opens: the year after its newest, from that one; at first this."""
    if not rounds:
        year = FiscalYear.of(today).be
        return {"be_year": year, "edition": edition_for(year).be_year, "source": NO_YEAR}
    year = rounds[0].be_year + 1
    edition = max(edition_for(year).be_year, rounds[0].edition)
    return {"be_year": year, "edition": edition, "source": rounds[0].be_year}


class ReasonForm(forms.Form):
    """Why a year is closed or re-opened; history keeps it."""

    reason = ProseField(
        label="เหตุผล",
        widget=forms.Textarea(attrs={"rows": 3}),
        validators=[MaxLengthValidator(1000)],
        error_messages={"required": "โปรดระบุเหตุผล"},
    )

    def __init__(self, *args: Any, help_text: str, required: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"].help_text = help_text
        self.fields["reason"].required = required
