import calendar
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import cache, cached_property
from typing import Any, ClassVar, Self

from django.core.exceptions import ValidationError
from django.db import models

from disclosures.models import DisclosureItem, ItemAssignment
from measures.models.wording import RewordedMeasure
from organizations.models import Unit, User
from thai.dates import month_range
from tracking.models import FINISHED, Entry, Kind, Row, RowQuerySet, Standing, Status, fold


class MeasureQuerySet(RowQuerySet):
    def of_units(self, unit_ids: Collection[int]) -> Self:
        direct = Responsibility.objects.filter(measure=models.OuterRef("pk"), unit__in=unit_ids)
        by_item = ItemAssignment.objects.filter(
            item__measures=models.OuterRef("pk"), unit__in=unit_ids
        )
        return self.filter(models.Exists(direct) | models.Exists(by_item))

    def with_standing(self) -> Self:
        """Each with `stands`, its `standing` as the database reckons it: for counting many offices.

        Twin of `Measure.standing`.
        """
        return self.annotate(stands=_standing_in_sql())

    def with_work(self) -> Self:
        """With everything a row is shown with, in a constant number of queries."""
        return self.select_related("ita_round").prefetch_related(
            "responsibilities__unit", "items__assignments__unit"
        )


class Measure(RewordedMeasure, Row):
    """One measure of a round. Its result is what its units reported: see `entries`."""

    aims = models.TextField("เป้าหมาย", blank=True, help_text="บรรทัดละหนึ่งเป้าหมาย")
    method = models.TextField(
        "วิธีการดำเนินการ", blank=True, help_text="หลายวิธีให้ขึ้นบรรทัดใหม่ พิมพ์เป็นรายการในรายงาน"
    )
    first_month = models.DateField("เดือนแรก", null=True, blank=True)
    last_month = models.DateField("เดือนสุดท้าย", null=True, blank=True)
    imported_cells = models.JSONField(
        "ข้อความในเอกสารที่นำเข้า", default=dict, blank=True, editable=False
    )
    items = models.ManyToManyField(
        DisclosureItem, verbose_name="ข้อ O ที่เกี่ยวข้อง", related_name="measures", blank=True
    )

    objects: ClassVar = MeasureQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "มาตรการ"
        ordering = ["ita_round", "number"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(first_month__isnull=True, last_month__isnull=True)
                | models.Q(first_month__lte=models.F("last_month")),
                name="measure_months_in_order",
                violation_error_message="โปรดระบุทั้งสองเดือน โดยเดือนแรกไม่หลังเดือนสุดท้าย",
            ),
        ]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kind = Kind.MEASURE

    @property
    def aim_list(self) -> list[str]:
        return [line.strip() for line in self.aims.splitlines() if line.strip()]

    @property
    def timeframe(self) -> str:
        """ก.พ. – เม.ย. 2566, or nothing."""
        if self.first_month is None or self.last_month is None:
            return ""
        return month_range(self.first_month, self.last_month)

    @property
    def usual_due_on(self) -> date | None:
        if self.last_month is None:
            return None
        last_day = calendar.monthrange(self.last_month.year, self.last_month.month)[1]
        return self.last_month.replace(day=last_day)

    @cached_property
    def standing(self) -> Status:
        """How far the measure is: what its units reported of it, and how far its items are.

        A measure that serves items moves with them, so that nobody reports the same work twice.
        An item sent back is work under way here: it is the item that was sent back.
        """
        return _moved_by(self.items.all(), self.status)

    def standings(self, history: Sequence[Entry]) -> list[Standing]:
        """A unit that answers through items is as far as these are, as the measure is."""
        return [
            replace(one, status=_moved_by(self.items_of(one.unit.pk), one.status))
            for one in super().standings(history)
        ]

    def items_of(self, unit_id: int) -> list[DisclosureItem]:
        """The items of this measure that a unit answers for."""
        return [
            item
            for item in self.items.all()
            if unit_id in {link.unit_id for link in item.assignments.all()}
        ]

    @property
    def unit_names(self) -> list[str]:
        """Its own units, then those of the items it serves."""
        own = [link.unit.name for link in self.responsibilities.all()]
        of_items = [link.unit.name for item in self.items.all() for link in item.assignments.all()]
        return list(dict.fromkeys(own + of_items))

    def responsible_unit_ids(self) -> frozenset[int]:
        """Its own units, and those of the items it serves."""
        return self.answering_unit_ids() | frozenset(
            link.unit_id for item in self.items.all() for link in item.assignments.all()
        )

    def answering_unit_ids(self) -> frozenset[int]:
        return frozenset(link.unit_id for link in self.responsibilities.all())

    def role_of(self, unit_id: int) -> str:
        for link in self.responsibilities.all():
            if link.unit_id == unit_id:
                return link.label
        return f"ข้อ {', '.join(item.code for item in self.items_of(unit_id))}"

    @property
    def links(self) -> models.Manager[Any]:
        return self.responsibilities

    def assign(
        self,
        unit: Unit,
        *,
        by: User,
        label: str = "",
        at: datetime | None = None,
        quietly: bool = False,
    ) -> None:
        """Make a unit do this measure, or change in what capacity it does."""
        self._assign(unit, by, at, {"label": label}, quietly=quietly)

    def clean(self) -> None:
        for month in ("first_month", "last_month"):
            if (value := getattr(self, month)) is not None:
                setattr(self, month, value.replace(day=1))


@cache
def _standing_in_sql() -> models.Case:
    """`_moved_by` for the database; made once, since making it costs as much as running it."""
    items = DisclosureItem.objects.applicable().filter(measures=models.OuterRef("pk"))

    def when(own: Collection[str], all_items: Collection[str], then: str) -> models.When:
        others = models.Exists(items.exclude(status__in=all_items))
        return models.When(models.Q(status__in=own) & ~others, then=models.Value(then))

    none_or, todo, accepted = (Status.NOT_STARTED,), Status.NOT_STARTED, Status.ACCEPTED
    return models.Case(
        models.When(status=Status.RETURNED, then=models.Value(Status.RETURNED)),
        models.When(~models.Exists(items), then=models.F("status")),
        when(none_or, [todo], todo),
        when((*none_or, accepted), [accepted], accepted),
        when((*none_or, *FINISHED), FINISHED, Status.REVIEW),
        default=models.Value(Status.DOING),
        output_field=models.CharField(),
    )


def _moved_by(items: Iterable[DisclosureItem], own: str) -> Status:
    of_items = [
        Status.DOING if item.status == Status.RETURNED else Status(item.status)
        for item in items
        if item.is_applicable
    ]
    return fold(of_items if of_items and own == Status.NOT_STARTED else [Status(own), *of_items])


class Responsibility(models.Model):
    """A unit that does a measure. Those of the items it serves are derived, not repeated here."""

    measure = models.ForeignKey(
        Measure, models.CASCADE, verbose_name="มาตรการ", related_name="responsibilities"
    )
    unit = models.ForeignKey(
        Unit, models.PROTECT, verbose_name="ส่วนราชการ", related_name="responsibilities"
    )
    label = models.CharField(
        "ฐานะ",
        max_length=200,
        blank=True,
        help_text="พิมพ์เป็นหัวข้อเหนือชื่อส่วนราชการ เช่น ผู้ประสานงานประจำกองหรือส่วนราชการ",
    )

    class Meta:
        verbose_name = verbose_name_plural = "ผู้รับผิดชอบมาตรการ"
        ordering = ["measure__number", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["measure", "unit"],
                name="unit_once_a_measure",
                violation_error_message="ส่วนราชการนี้รับผิดชอบมาตรการนี้อยู่แล้ว",
            )
        ]

    def __str__(self) -> str:
        return self.unit.name

    @property
    def how(self) -> dict:
        """What a unit takes on that answers in this one's place."""
        return {"label": self.label}

    def clean(self) -> None:
        if not (self.unit_id and self.measure_id):
            return
        if self.unit.organization_id != self.measure.ita_round.organization_id:
            raise ValidationError({"unit": "ส่วนราชการต้องเป็นของหน่วยงานเดียวกันกับปีงบประมาณ"})
