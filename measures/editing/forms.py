"""A measure as an office writes it; who does it, by when and for what only where the admin asks."""

from collections.abc import Iterator
from itertools import count
from typing import Any

from django import forms
from django.core.validators import MaxLengthValidator
from django.http import QueryDict

from disclosures.models import DisclosureItem
from measures.editing.fields import ItemsField, MonthField
from measures.models import Measure, MeasureWording, Responsibility
from measures.models.wording import WORDS, WRITTEN
from organizations.models import Round
from thai.dates import month_range
from thai.order import dictionary_key
from tracking.fields import ProseField, SeenVersionField
from tracking.models import WhatOfMeasure
from tracking.rewording import Apart, apart

#: Rows for units that are not there yet; a form without scripts cannot grow.
SPARE_UNITS = 4
MOST_UNITS = 60
_LONG, _SHORT = [MaxLengthValidator(10_000)], [MaxLengthValidator(300)]


class WordsForm(forms.Form):
    """What secretary and admin both change."""

    title = forms.CharField(
        label="มาตรการ",
        validators=[MaxLengthValidator(300)],
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "โปรดระบุชื่อมาตรการ"},
    )
    aims = ProseField(
        label="เป้าหมาย",
        help_text="บรรทัดละหนึ่งเป้าหมาย",
        widget=forms.Textarea(attrs={"rows": 4}),
        validators=_LONG,
        required=False,
    )
    method = ProseField(
        label="วิธีการดำเนินการ",
        help_text="หลายวิธีให้ขึ้นบรรทัดใหม่ พิมพ์เป็นรายการในรายงาน",
        widget=forms.Textarea(attrs={"rows": 5}),
        validators=_LONG,
        required=False,
    )
    version = SeenVersionField()

    def __init__(
        self, ita_round: Round, row: Measure | None = None, posted: QueryDict | None = None
    ) -> None:
        super().__init__(posted, initial=_shown(row))
        self.ita_round, self.row = ita_round, row

    @property
    def _standing(self) -> Measure:
        """The measure that is reworded: only `SetUpForm` is shown without any."""
        if self.row is None:
            raise TypeError("There is no measure to reword.")
        return self.row

    @property
    def wanted(self) -> MeasureWording:
        return self._words.set_up_as(self._standing.wording)

    @property
    def _words(self) -> MeasureWording:
        return MeasureWording(**{name: self.cleaned_data[name] for name in WORDS})

    def clean_title(self) -> str:
        return " ".join(self.cleaned_data["title"].split())

    @property
    def remarks(self) -> list[str]:
        return []

    @property
    def apart(self) -> list[Apart]:
        tree = self.ita_round.unit_tree()
        stands = Measure.objects.get(pk=self._standing.pk).wording
        return apart(WhatOfMeasure, stands.shown(tree), self.wanted.shown(tree))


class SetUpForm(WordsForm):
    """And who does it, by when and for what: the admin's."""

    first_month = MonthField(
        label="เดือนแรก", help_text="เดือนและปี พ.ศ. เช่น ก.พ. 2570", validators=_SHORT, required=False
    )
    last_month = MonthField(
        label="เดือนสุดท้าย",
        help_text="มาตรการครบกำหนดวันสุดท้ายของเดือนนี้",
        validators=_SHORT,
        required=False,
    )
    items = ItemsField(
        label="ข้อ O ที่เกี่ยวข้อง",
        help_text="เช่น O1–O10, O12 เว้นว่างไว้เมื่อมาตรการไม่เกี่ยวกับข้อใด",
        validators=_SHORT,
        required=False,
    )

    #: Django's types do not know what a field of one kind can do.
    fields: dict[str, Any]

    def __init__(
        self, ita_round: Round, row: Measure | None = None, posted: QueryDict | None = None
    ) -> None:
        super().__init__(ita_round, row, posted)
        for name in ("first_month", "last_month"):
            self.fields[name].year = ita_round.fiscal_year
            self.fields[name].widget.attrs["list"] = "months"
        self.fields["items"].known = frozenset(
            DisclosureItem.objects.of(ita_round).values_list("number", flat=True)
        )
        self.tree = ita_round.unit_tree()
        links = row.responsibilities.all() if row else ()
        self._add_units([(link.unit_id, link.label) for link in links])

    def _add_units(self, links: list[tuple[int, str]]) -> None:
        """As many rows as were sent, or as there are, and some to spare."""
        sent = [place for place in range(MOST_UNITS) if f"unit_{place}" in self.data]
        rows = len(sent) if self.is_bound else len(links) + SPARE_UNITS
        choices: list[tuple[Any, str]] = [("", "ไม่มี")]
        choices += [
            (unit.pk, "– " * depth + unit.name)
            for unit, depth in self.tree.walk()
            if unit.is_at_work or unit.pk in dict(links)
        ]
        for place in range(rows):
            unit_id, label = links[place] if place < len(links) else ("", "")
            self.fields[f"unit_{place}"] = forms.TypedChoiceField(
                label=f"ส่วนราชการที่ {place + 1}",
                choices=choices,
                initial=unit_id,
                coerce=int,
                required=False,
                error_messages={"invalid_choice": "ไม่มีส่วนราชการนี้แล้ว โปรดเลือกใหม่"},
            )
            self.fields[f"label_{place}"] = forms.CharField(
                label=f"ฐานะของส่วนราชการที่ {place + 1}",
                initial=label,
                validators=[MaxLengthValidator(200)],
                widget=forms.TextInput(attrs={"list": "labels"}),
                required=False,
            )

    def clean(self) -> dict[str, Any]:
        super().clean()
        data = self.cleaned_data
        first, last = data.get("first_month"), data.get("last_month")
        if first and last and first > last:
            self.add_error("last_month", "เดือนสุดท้ายต้องไม่อยู่ก่อนเดือนแรก")
        for typed, missing in ((first, "last_month"), (last, "first_month")):
            if typed and missing in data and data[missing] is None:
                self.add_error(missing, "โปรดระบุทั้งสองเดือน หรือเว้นว่างไว้ทั้งสองเดือน")
        self._require_units_once()
        return data

    def _require_units_once(self) -> None:
        seen: set[int] = set()
        for place in self._places:
            unit_id = self.cleaned_data.get(f"unit_{place}")
            if unit_id in seen:
                self.add_error(f"unit_{place}", "เลือกส่วนราชการนี้ไว้แล้ว โปรดเลือกหน่วยละครั้ง")
            elif unit_id:
                seen.add(unit_id)
            elif self.cleaned_data.get(f"label_{place}"):
                self.add_error(f"unit_{place}", "โปรดเลือกส่วนราชการของฐานะนี้ หรือลบฐานะออก")

    @property
    def _places(self) -> Iterator[int]:
        for place in count():
            if f"unit_{place}" not in self.fields:
                return
            yield place

    @property
    def unit_rows(self) -> list[tuple]:
        return [(self[f"unit_{place}"], self[f"label_{place}"]) for place in self._places]

    @property
    def months(self) -> list[str]:
        """To choose from, instead of typing one."""
        return [month_range(month, month) for month in self.ita_round.fiscal_year.months]

    @property
    def labels(self) -> list[str]:
        """In what capacity units stand in this year's measures already."""
        used = Responsibility.objects.filter(measure__ita_round=self.ita_round).exclude(label="")
        return sorted(set(used.values_list("label", flat=True)), key=dictionary_key)

    @property
    def wanted(self) -> MeasureWording:
        data = self.cleaned_data
        set_up = MeasureWording(
            **{name: data[name] for name in WRITTEN if name not in WORDS},
            items=data["items"],
            units=tuple(
                (data[f"unit_{place}"], data[f"label_{place}"])
                for place in self._places
                if data[f"unit_{place}"]
            ),
        )
        return self._words.set_up_as(set_up)

    @property
    def remarks(self) -> list[str]:
        year = self.ita_round.fiscal_year
        months = [self.cleaned_data[name] for name in ("first_month", "last_month")]
        if all(month is None or month in year for month in months):
            return []
        return [
            f"ระยะเวลา {month_range(*months)} อยู่นอกปีงบประมาณ {year.be} โปรดตรวจอีกครั้ง",
        ]


def _shown(row: Measure | None) -> dict:
    if row is None:
        return {"version": 0}
    now = row.wording
    return now.written | {"items": now.items, "version": row.wording_version}
