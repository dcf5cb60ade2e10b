"""Forms of the three steps: the document, what to decide of it, and the measures it becomes."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.html import escape

from disclosures.notation import ItemStyle, format_items, parse_items
from measures.importing.columns import Column
from measures.importing.drafts import MeasureDraft
from measures.importing.reading import Reading
from measures.importing.responsible import NEW, SKIPPED
from measures.importing.tables import Unreadable, read_pasted, read_tables
from measures.importing.timeframes import Timeframe, parse_timeframe
from thai.dates import FiscalYear
from tracking.fields import ProseField
from tracking.uploads.limits import MAX_SIZE, MAX_SIZE_WORDS

#: The column that each field of a measure stands beside; aims and items may stand in the title's.
_READ_FROM = {
    "number": Column.NUMBER,
    "title": Column.TITLE,
    "aims": Column.AIMS,
    "items": Column.ITEMS,
    "method": Column.METHOD,
    "timeframe": Column.TIMEFRAME,
    "result": Column.RESULT,
}


class DocumentForm(forms.Form):
    """A file, or a table pasted from one."""

    file = forms.FileField(
        label="เอกสารรายงานหรือมาตรการ",
        help_text=f"Word (.docx) หรือ Excel (.xlsx) ไม่เกิน {MAX_SIZE_WORDS}",
        widget=forms.ClearableFileInput(attrs={"accept": ".docx,.xlsx"}),
        required=False,
        error_messages={"empty": "ไฟล์ว่างเปล่า โปรดเลือกไฟล์อื่น"},
    )
    pasted = ProseField(
        label="หรือวางตาราง",
        help_text="คัดลอกตารางจาก Word หรือ Excel แล้ววางที่นี่",
        widget=forms.Textarea(attrs={"rows": 6, "data-paste": "table"}),
        required=False,
    )

    #: Django's types do not know what a field of one kind can do.
    fields: dict[str, Any]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.optional_note = "อย่างใดอย่างหนึ่ง"

    def clean(self) -> dict[str, Any]:
        super().clean()
        data = self.cleaned_data
        file, pasted = data.get("file"), data.get("pasted")
        if not self.errors and not file and not pasted:
            raise ValidationError("โปรดเลือกเอกสาร หรือวางตาราง")
        try:
            data["tables"] = self._tables(file, pasted or "") if not self.errors else []
        except Unreadable as refused:
            self.add_error("file" if file else "pasted", str(refused))
        return data

    def _tables(self, file: UploadedFile | None, pasted: str) -> list:
        if not file:
            return read_pasted(pasted)
        if (file.size or 0) > MAX_SIZE:
            raise Unreadable(f"“{file.name}” ใหญ่เกิน {MAX_SIZE_WORDS} โปรดวางเฉพาะตารางมาตรการแทน")
        return read_tables(file.name or "", file.read())


class DecisionForm(forms.Form):
    """Which slips to mend, and who each unknown name is."""

    def __init__(
        self, reading: Reading, unit_names: list[str], year: FiscalYear, *args: Any, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.reading, self.year = reading, year
        if reading.mends:
            self.fields["mends"] = forms.MultipleChoiceField(
                label="คำที่เสนอแก้",
                choices=[(mend.key, mend.instead) for mend in reading.mends],
                initial=[mend.key for mend in reading.mends if mend.is_chosen],
                required=False,
            )
            self.fields["all_mends"] = forms.BooleanField(
                label=f"แก้ทุกคำที่เสนอ {len(reading.mends)} คำ", required=False
            )
        if reading.other_year:
            self.fields["moves"] = forms.BooleanField(
                label=f"เลื่อนระยะเวลามาเป็นปีงบประมาณ {year.be} และไม่นำผลการดำเนินการของปีเดิมมา",
                help_text=f"ระยะเวลาในเอกสารเป็นของปีงบประมาณ {reading.other_year}",
                initial=True,
                required=False,
            )
        choices = [(NEW, "สร้างเป็นส่วนราชการใหม่"), (SKIPPED, "ไม่นำเข้าเป็นผู้รับผิดชอบ")]
        choices += [(name, name) for name in unit_names]
        for place, choice in enumerate(reading.units):
            self.fields[f"unit_{place}"] = forms.ChoiceField(
                label=choice.unit.typed,
                help_text=escape(choice.hint),
                choices=choices,
                initial=choice.word,
            )

    @property
    def unit_fields(self) -> list[forms.BoundField]:
        return [self[name] for name in self.fields if name.startswith("unit_")]

    @property
    def chosen_mends(self) -> list[list[str]]:
        typed = self.cleaned_data
        every = [mend.key for mend in self.reading.mends]
        chosen = every if typed.get("all_mends") else typed.get("mends", [])
        return [key.split("\t") for key in chosen]

    @property
    def moved_years(self) -> int:
        other = self.reading.other_year
        return self.year.be - other if other and self.cleaned_data.get("moves") else 0

    @property
    def decisions(self) -> dict[str, str]:
        return {
            choice.unit.typed: self.cleaned_data[f"unit_{place}"]
            for place, choice in enumerate(self.reading.units)
        }


class MeasureForm(forms.Form):
    """One measure before it is imported; its months are typed as in the document."""

    number = forms.IntegerField(label="ลำดับ", min_value=1, max_value=999)
    title = forms.CharField(label="มาตรการ", max_length=300)
    aims = ProseField(
        label="เป้าหมาย",
        help_text="บรรทัดละหนึ่งเป้าหมาย",
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )
    method = ProseField(
        label="วิธีการดำเนินการ", widget=forms.Textarea(attrs={"rows": 3}), required=False
    )
    timeframe = forms.CharField(
        label="ระยะเวลา", help_text="เช่น ก.พ. – เม.ย. 2566", required=False, max_length=200
    )
    items = forms.CharField(label="ข้อ O", required=False, max_length=300)
    result = ProseField(
        label="ผลการดำเนินการ", widget=forms.Textarea(attrs={"rows": 3}), required=False
    )

    def __init__(
        self, draft: MeasureDraft, year: FiscalYear, highest: int, *args: Any, **kwargs: Any
    ) -> None:
        kwargs.setdefault("initial", _shown(draft))
        super().__init__(*args, **kwargs)
        self.draft, self.year, self.highest = draft, year, highest

    @property
    def pairs(self) -> list[tuple]:
        """Each field beside the cells of the document that it was read from."""
        return [(self[name], self._cells_of(column)) for name, column in _READ_FROM.items()]

    @property
    def responsible(self) -> list[tuple[str, str]]:
        """The cells that name who is responsible, which is shown and not typed."""
        return self._cells_of(Column.RESPONSIBLE)

    @property
    def kept(self) -> list[tuple[str, str]]:
        """The cells that became nothing here, and are kept as text."""
        return self._cells_of(None)

    def _cells_of(self, column: Column | None) -> list[tuple[str, str]]:
        columns, cells = self.draft.columns, self.draft.cells
        return [(name, text) for name, text in cells.items() if columns.get(name) == column]

    def clean_timeframe(self) -> Timeframe:
        typed = self.cleaned_data["timeframe"]
        found = parse_timeframe(typed, self.year)
        if typed and not found.is_understood:
            raise ValidationError(f"{found.remark} โปรดพิมพ์เป็นเดือน หรือเว้นว่างไว้ก่อน")
        return found

    def clean_items(self) -> tuple[int, ...]:
        parsed = parse_items(self.cleaned_data["items"], self.highest)
        if parsed.unknown:
            raise ValidationError(f"ไม่เข้าใจ “{' '.join(parsed.unknown)}” โปรดพิมพ์เช่น O1–O10, O12")
        return parsed.numbers


def _shown(draft: MeasureDraft) -> dict[str, Any]:
    return {
        "number": draft.number,
        "title": draft.title,
        "aims": "\n".join(draft.aims),
        "method": draft.method,
        "timeframe": draft.timeframe.text,
        "items": format_items(draft.items, ItemStyle.LATIN),
        "result": draft.result,
    }
