from django.db import models

from organizations.models import Kept, Round, User


class CarryKind(models.TextChoices):
    """What became of an item when a year was opened from another of an older edition."""

    DROPPED = "dropped", "ไม่มีในฉบับใหม่"
    MERGED = "merged", "รวมจากหลายข้อ"
    NEW = "new", "ข้อใหม่"
    KEPT = "kept", "ยกมาตรงตัว"


class CarryDecision(Kept):
    """What the admin decided of an item that could not go on just as it was; the last one holds.

    `number` is the item's in the year it came from where it was dropped, else in the new year.
    """

    ita_round = models.ForeignKey(
        Round, models.CASCADE, verbose_name="ปีงบประมาณ", related_name="carry_decisions"
    )
    kind = models.CharField("เรื่อง", max_length=10, choices=CarryKind)
    number = models.PositiveSmallIntegerField("ข้อ")
    moved_to = models.PositiveSmallIntegerField("ยกไปข้อ", null=True, blank=True)
    by = models.ForeignKey(User, models.PROTECT, verbose_name="ผู้ตัดสิน", related_name="+")
    at = models.DateTimeField("เมื่อ")

    class Meta:
        verbose_name = verbose_name_plural = "การตัดสินเรื่องที่ยกมา"
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"O{self.number} {self.said}"

    @property
    def said(self) -> str:
        if self.kind != CarryKind.DROPPED:
            return "ตกลงตามที่เป็นอยู่"
        return f"ยกงานไปข้อ O{self.moved_to}" if self.moved_to else "ไม่ยกมา"
