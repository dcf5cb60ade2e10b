"""What an office may change of a measure: its words, and for the admin how it is set up."""

from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any, Self

from django.core.exceptions import PermissionDenied
from django.db import models, transaction

from disclosures.models import DisclosureItem
from disclosures.notation import ItemStyle, format_items
from organizations.models import UnitTree, User
from organizations.permissions import Permission
from thai.dates import month_range
from tracking.models import Change, Row

#: What a secretary may word too, each as a comparison of two years calls it.
WORDS = {"title": "ชื่อ", "aims": "เป้าหมาย", "method": "วิธีการดำเนินการ"}
MONTHS = ("first_month", "last_month")


@dataclass(frozen=True)
class MeasureWording:
    """`items` are numbers; `units` are (id, label) in the order they are printed."""

    title: str = ""
    aims: str = ""
    method: str = ""
    first_month: date | None = None
    last_month: date | None = None
    items: tuple[int, ...] = ()
    units: tuple[tuple[int, str], ...] = ()

    def shown(self, tree: UnitTree) -> dict[str, str]:
        """As a person reads it, by the names of `WhatOfMeasure`."""
        first, last = self.first_month, self.last_month
        months = month_range(first, last) if first and last else ""
        return {
            **{name: getattr(self, name) for name in WORDS},
            "months": months,
            "items": format_items(self.items, ItemStyle.LATIN),
            "units": "\n".join(
                f"{tree.by_id[unit_id]} ({label})" if label else str(tree.by_id[unit_id])
                for unit_id, label in sorted(self.units)
            ),
        }

    def set_up_as(self, other: "MeasureWording") -> "MeasureWording":
        """These words, with the months, items and units of another."""
        return replace(other, **{name: getattr(self, name) for name in WORDS})

    @property
    def written(self) -> dict[str, object]:
        """What stands in the measure's own row, by the names of its fields."""
        return {name: getattr(self, name) for name in WRITTEN}

    def years_later(self, years: int) -> Self:
        """Months are first days, so every year has them."""
        months = {name: getattr(self, name) for name in MONTHS}
        return replace(
            self,
            **{
                name: month and month.replace(year=month.year + years)
                for name, month in months.items()
            },
        )


#: All but what stands in tables of its own.
WRITTEN = tuple(
    field.name for field in fields(MeasureWording) if field.name not in ("items", "units")
)


class RewordedMeasure(Row):
    to_be_reworded = Permission.REWORD_MEASURES

    aims: "models.TextField[Any, str]"
    method: "models.TextField[Any, str]"
    first_month: "models.DateField[Any, date | None]"
    last_month: "models.DateField[Any, date | None]"
    items: "models.ManyToManyField[DisclosureItem, Any]"
    responsibilities: "models.Manager[Any]"
    remarks: "models.Manager[Any]"

    class Meta:
        abstract = True

    @property
    def changes_of_words(self) -> models.QuerySet[Change]:
        """A new place in the order does not make a form of the words stale."""
        return self.changes.exclude(what="number")

    @property
    def wording(self) -> MeasureWording:
        return MeasureWording(
            **{name: getattr(self, name) for name in WRITTEN},
            items=tuple(sorted(item.number for item in self.items.all())),
            units=tuple((link.unit_id, link.label) for link in self.responsibilities.all()),
        )

    def may_be_set_up_by(self, user: User) -> bool:
        """Secretary and admin word a measure; who does it, by when and for what is the admin's."""
        return user.may(Permission.SET_UP_MEASURES) and self.may_be_reworded_by(user)

    @property
    def kept_because(self) -> str:
        """Why it cannot be taken away any more; empty while nobody has worked on it."""
        for name, history in (
            ("รายงานความก้าวหน้า", self.entries),
            ("ความเห็น", self.comments),
            ("มติที่ประชุม", self.decisions),
            ("ข้อความเพิ่มเติมในรายงาน", self.remarks),
        ):
            if history.exists():
                return f"{self.code} มี{name}แล้ว จึงลบไม่ได้ โปรดแก้ถ้อยคำแทน"
        return ""

    @transaction.atomic
    def reword(self, wanted: MeasureWording, *, by: User, version: int) -> list:
        """Write what differs, and keep who changed it; returns the changes.

        Raises StaleWording where somebody changed the measure after `version`.
        """
        now = self._open_to_rewording(by).wording
        tree = self.ita_round.unit_tree()
        before, after = now.shown(tree), wanted.shown(tree)
        changed = [what for what in before if before[what] != after[what]]
        if not changed:
            return []
        if not by.may(Permission.SET_UP_MEASURES) and wanted != wanted.set_up_as(now):
            raise PermissionDenied
        self._require_seen(version)
        self._take_words(wanted)
        if by.may(Permission.SET_UP_MEASURES):
            self._take_items(wanted.items)
            self._take_units(now.units, wanted.units, tree, by)
        return [self.keep_change(what, before[what], after[what], by=by) for what in changed]

    def _take_words(self, wanted: MeasureWording) -> None:
        for name, value in wanted.written.items():
            setattr(self, name, value)
        self.save(update_fields=WRITTEN)

    def _take_items(self, numbers: tuple[int, ...]) -> None:
        """The measure's `standing` follows at once, since it is computed from its items."""
        self.items.set(DisclosureItem.objects.of(self.ita_round).filter(number__in=numbers))
        self.__dict__.pop("standing", None)

    def _take_units(
        self,
        before: tuple[tuple[int, str], ...],
        wanted: tuple[tuple[int, str], ...],
        tree: UnitTree,
        by: User,
    ) -> None:
        gone = dict(before).keys() - dict(wanted).keys()
        for unit_id in gone:
            self.unassign(tree.by_id[unit_id], by=by)
        for unit_id, label in wanted:
            if (unit_id, label) not in before:
                self._assign(tree.by_id[unit_id], by, None, {"label": label})
