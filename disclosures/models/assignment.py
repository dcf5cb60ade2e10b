from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone

from disclosures.models.capacity import Capacity
from disclosures.models.item import DisclosureItem
from organizations.models import Kept, Unit, User


class ItemAssignment(models.Model):
    """A unit answers for an item: as lead, or in support of one."""

    item = models.ForeignKey(
        DisclosureItem, models.CASCADE, verbose_name="ข้อ O", related_name="assignments"
    )
    unit = models.ForeignKey(
        Unit, models.PROTECT, verbose_name="ส่วนราชการ", related_name="assignments"
    )
    is_lead = models.BooleanField("ผู้รับผิดชอบหลัก", default=True)
    label = models.CharField(
        "ชื่อที่พิมพ์ในรายงาน",
        max_length=200,
        blank=True,
        help_text="เว้นว่างไว้เพื่อพิมพ์ชื่อส่วนราชการ หรือระบุ เช่น พนักงานที่จัดทำคู่มือปฏิบัติงาน",
    )

    class Meta:
        verbose_name = verbose_name_plural = "ผู้รับผิดชอบข้อ O"
        ordering = ["item__number", "-is_lead", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["item", "unit"],
                name="unit_once_an_item",
                violation_error_message="ส่วนราชการนี้รับผิดชอบข้อนี้อยู่แล้ว",
            )
        ]

    def __str__(self) -> str:
        return self.label or self.unit.name

    @property
    def capacity(self) -> Capacity:
        return Capacity.LEAD if self.is_lead else Capacity.SUPPORT

    @property
    def how(self) -> dict:
        """What a unit that replaces this one takes over; the label is not part of it."""
        return {"is_lead": self.is_lead}

    def clean(self) -> None:
        if not (self.unit_id and self.item_id):
            return
        if self.unit.organization_id != self.item.ita_round.organization_id:
            raise ValidationError({"unit": "ส่วนราชการต้องเป็นของหน่วยงานเดียวกันกับปีงบประมาณ"})


class AssignmentChange(Kept):
    """Who made which unit answer for which item, or no longer, and when."""

    item = models.ForeignKey(
        DisclosureItem, models.CASCADE, verbose_name="ข้อ O", related_name="assignment_changes"
    )
    unit = models.ForeignKey(Unit, models.PROTECT, verbose_name="ส่วนราชการ", related_name="+")
    by = models.ForeignKey(User, models.PROTECT, verbose_name="ผู้มอบหมาย", related_name="+")
    at = models.DateTimeField("เมื่อ", default=timezone.now, editable=False)
    old = models.CharField("เดิม", max_length=10, choices=Capacity)
    new = models.CharField("เป็น", max_length=10, choices=Capacity)

    class Meta:
        verbose_name = verbose_name_plural = "ประวัติการมอบหมาย"
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.item.code} {self.unit} {self.get_new_display()}"
