"""The fields of a measure that people type as they write them: a month, O-items."""

from collections.abc import Collection
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from disclosures.notation import ItemStyle, format_items, parse_items
from measures.importing.timeframes import parse_timeframe
from thai.dates import FiscalYear, month_range


class MonthField(forms.CharField):
    """A Thai month and a B.E. year, in either digits; without a year that of the fiscal year."""

    year: FiscalYear

    def prepare_value(self, value: Any) -> Any:
        return month_range(value, value) if isinstance(value, date) else value

    def clean(self, value: Any) -> date | None:
        typed = super().clean(value)
        if not typed:
            return None
        found = parse_timeframe(typed, self.year)
        if not found.is_understood or found.first != found.last:
            sample = month_range(self.year.last_day, self.year.last_day)
            raise ValidationError(f"ไม่เข้าใจเดือน “{typed}” โปรดพิมพ์เดือนและปี พ.ศ. เช่น {sample}")
        return found.first


class ItemsField(forms.CharField):
    """Numbers of O-items that the round has, as people type them: "O1–O10", "ข้อ ๐๔๒"."""

    known: Collection[int]

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, tuple):
            return format_items(value, ItemStyle.LATIN)
        return value

    def clean(self, value: Any) -> tuple[int, ...]:
        typed = super().clean(value)
        parsed = parse_items(typed, max(self.known, default=0))
        strange = [*parsed.unknown]
        strange += [f"O{number}" for number in parsed.numbers if number not in self.known]
        if strange:
            raise ValidationError(f"ไม่เข้าใจ “{' '.join(strange)}” โปรดพิมพ์ข้อที่มีในปีนี้ เช่น O1–O10, O12")
        return tuple(sorted(parsed.numbers))
