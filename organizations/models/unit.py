from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from copy import copy
from dataclasses import dataclass
from functools import cached_property
from typing import Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Exists, OuterRef
from django.urls import reverse

from organizations.models.organization import Organization


@dataclass(frozen=True)
class UnitTree:
    """All units of one organization, read once; an office has tens of them, so Python walks."""

    units: tuple["Unit", ...]

    @cached_property
    def by_id(self) -> dict[int, "Unit"]:
        return {unit.pk: unit for unit in self.units}

    @cached_property
    def _directly_under(self) -> dict[int | None, list["Unit"]]:
        found: dict[int | None, list[Unit]] = {}
        for unit in self.units:
            found.setdefault(unit.stands_under_id, []).append(unit)
        return found

    @cached_property
    def names(self) -> dict[int, str]:
        """By name or, where two at work share it, with the one above: งานธุรการ (กองช่าง)."""
        shared = Counter(unit.name for unit in self.units if unit.is_at_work)
        return {
            unit.pk: f"{unit.name} ({above.name})"
            if (above := self._above(unit)) and shared[unit.name] > 1
            else unit.name
            for unit in self.units
        }

    def _above(self, unit: "Unit") -> "Unit | None":
        return None if unit.stands_under_id is None else self.by_id.get(unit.stands_under_id)

    @property
    def by_name(self) -> dict[str, "Unit"]:
        """Those at work, by `names`."""
        return {self.names[unit.pk]: unit for unit in self.units if unit.is_at_work}

    def upward(self, unit_ids: Iterable[int]) -> frozenset[int]:
        """These units and every unit above them: what people of these units answer for."""
        found: set[int] = set()
        for unit_id in unit_ids:
            at: int | None = unit_id
            # A closed year's chart lacks the units that came later.
            while at in self.by_id and at not in found:
                found.add(at)
                at = self.by_id[at].stands_under_id
        return frozenset(found)

    def downward(self, unit_id: int) -> frozenset[int]:
        """This unit and every unit below it: whose reports count for it."""
        below = (self.downward(unit.pk) for unit in self._directly_under.get(unit_id, ()))
        return frozenset([unit_id] if unit_id in self.by_id else []).union(*below)

    def around(self, unit_ids: Iterable[int]) -> frozenset[int]:
        """These units, those above them and those below: whose news is theirs as well."""
        below = (self.downward(unit_id) for unit_id in unit_ids)
        return self.upward(unit_ids).union(*below)

    def walk(self, parent_id: int | None = None, depth: int = 0) -> Iterator[tuple["Unit", int]]:
        """Units in the order an organization chart is read, each with its depth."""
        for unit in self._directly_under.get(parent_id, ()):
            yield unit, depth
            yield from self.walk(unit.pk, depth + 1)

    def at_work(self) -> Iterator[tuple["Unit", int]]:
        """As `walk`, without the units that are closed."""
        return ((unit, depth) for unit, depth in self.walk() if unit.is_at_work)

    def written_down(self) -> list[list]:
        """For `UnitQuerySet.tree` to read later: id, id of the one above, name, whether at work."""
        return [[unit.pk, unit.stands_under_id, unit.name, unit.is_at_work] for unit in self.units]


class UnitQuerySet(models.QuerySet):
    def at_work(self) -> Self:
        return self.filter(closed_at=None)

    def with_people(self) -> Self:
        """Each with `has_people`: whether somebody of the very unit can sign in."""
        people = self.model.users.through.objects.filter(unit=OuterRef("pk"), user__is_active=True)
        return self.annotate(has_people=Exists(people))

    def tree(self, written: Sequence[Sequence] | None = None) -> UnitTree:
        """The chart as it stands or, from what was written down, as it stood then."""
        if written is None:
            return UnitTree(tuple(self))
        units = {unit.pk: unit for unit in self}
        return UnitTree(tuple(units[line[0]].as_it_was(*line[1:]) for line in written))


class Unit(models.Model):
    """A division, a section inside one, a committee; the root is every unit there is."""

    organization = models.ForeignKey(
        Organization, models.CASCADE, verbose_name="หน่วยงาน", related_name="units"
    )
    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        verbose_name="สังกัด",
        related_name="children",
        null=True,
        blank=True,
        help_text="ส่วนราชการที่อยู่เหนือขึ้นไป ปกติคือ “ทุกส่วนราชการ” หรือกองต้นสังกัด",
    )
    name = models.CharField("ชื่อส่วนราชการ", max_length=200)
    position = models.PositiveSmallIntegerField("ลำดับ", default=0)
    closed_at = models.DateTimeField("ปิดเมื่อ", null=True, blank=True, editable=False)
    merged_into = models.ForeignKey(
        "self",
        models.PROTECT,
        verbose_name="รวมเข้ากับ",
        related_name="merged",
        null=True,
        blank=True,
        editable=False,
    )

    objects = UnitQuerySet.as_manager()

    #: Of `with_people` alone.
    has_people: bool

    class Meta:
        verbose_name = verbose_name_plural = "ส่วนราชการ"
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["organization"],
                condition=models.Q(parent__isnull=True),
                name="one_root_an_organization",
                violation_error_message="หน่วยงานนี้มี “ทุกส่วนราชการ” อยู่แล้ว โปรดเลือกสังกัด",
            ),
            models.UniqueConstraint(
                fields=["organization", "parent", "name"],
                condition=models.Q(closed_at=None),
                name="unit_name_once_under_its_parent",
                violation_error_message="มีส่วนราชการชื่อนี้ในสังกัดเดียวกันอยู่แล้ว",
            ),
            models.CheckConstraint(
                condition=models.Q(merged_into=None) | models.Q(closed_at__isnull=False),
                name="merged_unit_is_closed",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("office:unit", args=[self.pk])

    @property
    def is_root(self) -> bool:
        return self.parent_id is None

    @property
    def is_at_work(self) -> bool:
        return self.closed_at is None

    @property
    def heir(self) -> "Unit | None":
        """The unit that does its work now: itself, or the one it went into; None for none."""
        unit: Unit | None = self
        while unit is not None and not unit.is_at_work:
            unit = unit.merged_into
        return unit

    @property
    def stands_under_id(self) -> int | None:
        """For a merged unit the one that took its place, for which its reports now count."""
        return self.merged_into_id or self.parent_id

    def as_it_was(self, under_id: int | None, name: str, was_at_work: bool) -> "Unit":
        """A copy to be read, never saved."""
        unit = copy(self)
        unit.parent_id, unit.merged_into_id, unit.name = under_id, None, name
        unit.closed_at = None if was_at_work else self.closed_at
        return unit

    def clean(self) -> None:
        if self.parent is None:
            return
        if self.parent.organization_id != self.organization_id:
            raise ValidationError({"parent": "สังกัดต้องเป็นส่วนราชการของหน่วยงานเดียวกัน"})
        if self.is_at_work and not self.parent.is_at_work:
            raise ValidationError({"parent": f"{self.parent}ปิดแล้ว โปรดเลือกสังกัดอื่น"})
        tree = self.organization.units.all().tree()
        if self.pk and self.pk in tree.upward([self.parent.pk]):
            raise ValidationError({"parent": "เลือกตัวเองหรือส่วนราชการที่อยู่ใต้ตัวเองเป็นสังกัดไม่ได้"})
