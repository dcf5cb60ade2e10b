from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from django.core.exceptions import ValidationError
from django.db import models

from organizations.models.organization import Organization


@dataclass(frozen=True)
class UnitTree:
    """All units of one organization, read once; an office has tens of them, so Python walks."""

    units: tuple["Unit", ...]

    @cached_property
    def by_id(self) -> dict[int, "Unit"]:
        return {unit.pk: unit for unit in self.units}

    def upward(self, unit_ids: Iterable[int]) -> frozenset[int]:
        """These units and every unit above them: what people of these units answer for."""
        found = set()
        for unit_id in unit_ids:
            while unit_id is not None and unit_id not in found:
                found.add(unit_id)
                unit_id = self.by_id[unit_id].parent_id
        return frozenset(found)

    def downward(self, unit_id: int) -> frozenset[int]:
        """This unit and every unit below it: whose reports count for it."""
        return frozenset(unit.pk for unit in self.units if unit_id in self.upward([unit.pk]))

    def walk(self, parent_id: int | None = None, depth: int = 0) -> Iterator[tuple["Unit", int]]:
        """Units in the order an organization chart is read, each with its depth."""
        for unit in self.units:
            if unit.parent_id == parent_id:
                yield unit, depth
                yield from self.walk(unit.pk, depth + 1)


class UnitQuerySet(models.QuerySet):
    def tree(self) -> UnitTree:
        return UnitTree(tuple(self))


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

    objects = UnitQuerySet.as_manager()

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
                name="unit_name_once_under_its_parent",
                violation_error_message="มีส่วนราชการชื่อนี้ในสังกัดเดียวกันอยู่แล้ว",
            ),
        ]

    def __str__(self):
        return self.name

    def clean(self):
        if self.parent_id is None:
            return
        if self.parent.organization_id != self.organization_id:
            raise ValidationError({"parent": "สังกัดต้องเป็นส่วนราชการของหน่วยงานเดียวกัน"})
        tree = self.organization.units.all().tree()
        if self.pk and self.pk in tree.upward([self.parent_id]):
            raise ValidationError({"parent": "เลือกตัวเองหรือส่วนราชการที่อยู่ใต้ตัวเองเป็นสังกัดไม่ได้"})
