from collections.abc import Collection
from datetime import date, datetime
from typing import Any, ClassVar, Self

from django.db import models, transaction

from disclosures.models.capacity import Capacity
from disclosures.models.wording import Confidence, RewordedItem
from organizations.models import Round, Unit, User
from tracking.models import Kind, Row, RowQuerySet


class Indicator(models.Model):
    """A group of items: 9.1 … 10.2, as the round's edition names them."""

    ita_round = models.ForeignKey(
        Round, models.CASCADE, verbose_name="ปีงบประมาณ", related_name="indicators"
    )
    code = models.CharField("รหัส", max_length=8)
    title = models.CharField("ชื่อตัวชี้วัด", max_length=200)
    position = models.PositiveSmallIntegerField("ลำดับ")

    class Meta:
        verbose_name = verbose_name_plural = "ตัวชี้วัด"
        ordering = ["ita_round", "position"]
        constraints = [
            models.UniqueConstraint(fields=["ita_round", "code"], name="indicator_once_a_round")
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.title}"


class DisclosureItemQuerySet(RowQuerySet):
    def of_units(self, unit_ids: Collection[int]) -> Self:
        theirs = self.model.objects.filter(assignments__unit__in=unit_ids)
        return self.filter(pk__in=theirs.values("pk"))

    def with_work(self) -> Self:
        """With everything a row is shown with, in a constant number of queries."""
        return self.select_related("ita_round", "indicator").prefetch_related("assignments__unit")

    def applicable(self) -> Self:
        return self.filter(is_applicable=True)


class DisclosureItem(RewordedItem, Row):
    """One O-item of a round, copied from the catalogue of the round's edition."""

    is_judged_by_links = True

    indicator = models.ForeignKey(
        Indicator, models.PROTECT, verbose_name="ตัวชี้วัด", related_name="items"
    )
    group = models.CharField("กลุ่ม", max_length=200, blank=True)
    requirement = models.TextField("สิ่งที่ต้องเปิดเผย", blank=True)
    data_year = models.CharField("ข้อมูลของปี", max_length=100, blank=True)
    title_confidence = models.CharField(
        "ความแน่นอนของชื่อ", max_length=10, choices=Confidence, default=Confidence.MEMORY
    )
    requirement_confidence = models.CharField(
        "ความแน่นอนของรายละเอียด", max_length=10, choices=Confidence, default=Confidence.MEMORY
    )
    remark = models.CharField("ข้อสังเกต", max_length=300, blank=True)
    is_applicable = models.BooleanField("ใช้กับหน่วยงานนี้", default=True)
    not_applicable_reason = models.CharField("เหตุผลที่ไม่ใช้", max_length=300, blank=True)

    objects: ClassVar = DisclosureItemQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "ข้อ O (OIT)"
        ordering = ["ita_round", "number"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(is_applicable=True) | ~models.Q(not_applicable_reason=""),
                name="inapplicable_item_has_a_reason",
                violation_error_message="โปรดระบุเหตุผลที่ข้อนี้ไม่ใช้กับหน่วยงาน",
            ),
        ]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kind = Kind.ITEM

    @property
    def usual_due_on(self) -> date | None:
        return self.ita_round.disclosure_due if self.is_applicable else None

    @property
    def due_on(self) -> date | None:
        return super().due_on if self.is_applicable else None

    def is_among(self, kind: str, today: date) -> bool:
        return self.is_applicable and super().is_among(kind, today)

    def units_reportable_by(self, user: User) -> list[Unit]:
        """Nobody reports what the office need not disclose."""
        return super().units_reportable_by(user) if self.is_applicable else []

    def responsible_unit_ids(self) -> frozenset[int]:
        return frozenset(link.unit_id for link in self.assignments.all())

    def answering_unit_ids(self) -> frozenset[int]:
        """The leads; where nobody leads, all."""
        leads = frozenset(link.unit_id for link in self.assignments.all() if link.is_lead)
        return leads or self.responsible_unit_ids()

    def role_of(self, unit_id: int) -> str:
        links = {link.unit_id: link for link in self.assignments.all()}
        return "ผู้รับผิดชอบหลัก" if links[unit_id].is_lead else "ผู้รับผิดชอบร่วม"

    @property
    def links(self) -> models.Manager[Any]:
        return self.assignments

    def assign(
        self,
        unit: Unit,
        *,
        by: User,
        is_lead: bool = True,
        label: str | None = None,
        at: datetime | None = None,
        quietly: bool = False,
    ) -> None:
        """Make a unit answer for this item, or change how it does; no label leaves the old one."""
        named = {} if label is None else {"label": label}
        self._assign(unit, by, at, {"is_lead": is_lead} | named, quietly=quietly)

    def entrust(self, unit: Unit, capacity: str, *, by: User) -> None:
        """Bring a unit to this capacity, whatever it was before."""
        if capacity == Capacity.NONE:
            self.unassign(unit, by=by)
        else:
            self.assign(unit, by=by, is_lead=capacity == Capacity.LEAD)

    @transaction.atomic
    def _assign(self, unit: Unit, by: User, *how: Any, quietly: bool = False) -> None:
        before = self._capacity_of(unit)
        super()._assign(unit, by, *how, quietly=quietly)
        self._keep_change(unit, before, by)

    @transaction.atomic
    def _unassign(self, unit: Unit, by: User, *how: Any) -> None:
        before = self._capacity_of(unit)
        super()._unassign(unit, by, *how)
        self._keep_change(unit, before, by)

    def _capacity_of(self, unit: Unit) -> Capacity:
        link = self.assignments.filter(unit=unit).first()
        return link.capacity if link else Capacity.NONE

    def _keep_change(self, unit: Unit, before: Capacity, by: User) -> None:
        now = self._capacity_of(unit)
        if now != before:
            self.assignment_changes.create(unit=unit, by=by, old=before, new=now)
