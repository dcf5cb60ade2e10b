from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.http import QueryDict

from follow_up.meetings.lines import Line
from follow_up.meetings.meeting import Meeting
from thai.dates import FiscalYear, long_date, parse_date
from tracking.fields import ProseField


class ThaiDateField(forms.CharField):
    """A day as people write it, in the fiscal year given; empty is None."""

    def __init__(self, *, year: FiscalYear, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.year = year

    def clean(self, value: Any) -> date | None:
        typed = super().clean(value)
        if not typed:
            return None
        try:
            day = parse_date(typed)
        except ValueError as error:
            raise ValidationError(str(error)) from error
        if day not in self.year:
            first, last = long_date(self.year.first_day), long_date(self.year.last_day)
            raise ValidationError(
                f"{long_date(day)} อยู่นอกปีงบประมาณ โปรดระบุวันตั้งแต่ {first} ถึง {last}"
            )
        return day


class DecisionForm(forms.Form):
    """What the meeting decides of one line. What is left as it was seen is not changed."""

    text = ProseField(
        label="มติ",
        widget=forms.Textarea(attrs={"rows": 2}),
        validators=[MaxLengthValidator(5000)],
        required=False,
    )
    seen_due = forms.CharField(required=False, widget=forms.HiddenInput)
    seen_unit = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, data: QueryDict | None, meeting: Meeting, line: Line) -> None:
        row, unit = line.row, line.unit
        agreed = long_date(row.agreed_due) if row.agreed_due else ""
        seen = {"seen_due": agreed, "seen_unit": str(unit.pk) if unit else ""}
        super().__init__(data, initial={"due": agreed} | seen)
        self.line, self.units = line, {str(one.pk): one for one in meeting.units}
        usual = row.usual_due_on
        self.fields["due"] = ThaiDateField(
            year=meeting.ita_round.fiscal_year,
            label="กำหนดส่งที่ตกลง",
            help_text=f"เว้นว่างไว้เพื่อใช้กำหนดเดิม {long_date(usual)}" if usual else "เช่น 25 มี.ค. 2570",
            required=False,
            widget=forms.TextInput(attrs={"autocomplete": "off"}),
        )
        if meeting.candidates:
            self.fields["given_to"] = forms.ChoiceField(
                label="ผู้รับผิดชอบ",
                choices=[
                    ("", f"คงเดิม ({unit})" if unit else "ยังไม่มี"),
                    *((str(one.pk), one.name) for one in meeting.candidates),
                ],
                required=False,
                error_messages={"invalid_choice": "โปรดเลือกส่วนราชการจากรายการ"},
            )

    @property
    def decided(self) -> dict:
        """What `decide` takes."""
        data, row = self.cleaned_data, self.line.row
        is_left = self.data.get("due", "").strip() == data["seen_due"]
        given_to = self.units.get(data.get("given_to", ""))
        return {
            "text": data["text"],
            "agreed_due": row.agreed_due if is_left else data["due"],
            "taken_from": self.units.get(data["seen_unit"]) if given_to else None,
            "given_to": given_to,
        }
