from django.db import models

from organizations.models.kept import Kept
from organizations.models.organization import Organization
from organizations.models.unit import Unit
from organizations.models.user import User


class UnitStep(models.TextChoices):
    """What is done to a unit as such."""

    MADE = "made", "เพิ่ม"
    RENAMED = "renamed", "เปลี่ยนชื่อ"
    MOVED = "moved", "ย้ายสังกัด"
    REORDERED = "reordered", "จัดลำดับ"
    MERGED = "merged", "รวม"
    CLOSED = "closed", "ปิด"
    REOPENED = "reopened", "เปิดอีกครั้ง"
    DELETED = "deleted", "ลบ"


class UnitChange(Kept):
    """Who reorganized the office, when and how. Of a deleted unit its name is left."""

    organization = models.ForeignKey(
        Organization, models.CASCADE, verbose_name="หน่วยงาน", related_name="unit_changes"
    )
    unit = models.ForeignKey(
        Unit, models.SET_NULL, verbose_name="ส่วนราชการ", related_name="changes", null=True
    )
    name = models.CharField("ชื่อขณะนั้น", max_length=200)
    by = models.ForeignKey(User, models.PROTECT, verbose_name="ผู้ดำเนินการ", related_name="+")
    at = models.DateTimeField("เมื่อ")
    step = models.CharField("การดำเนินการ", max_length=10, choices=UnitStep)
    text = models.TextField("รายละเอียด", blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "ประวัติส่วนราชการ"
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.get_step_display()} {self.name}"
