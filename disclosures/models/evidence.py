import uuid
from pathlib import PurePath

from django.db import models

from organizations.models import Organization, User


def stored_under_a_uuid(_evidence, filename: str) -> str:
    """Nobody can guess the path, and what a file was called never reaches the disk."""
    return f"{uuid.uuid4()}{PurePath(filename).suffix.lower()[:10]}"


class Evidence(models.Model):
    """A published page or a file that shows the work was done."""

    organization = models.ForeignKey(
        Organization, models.CASCADE, verbose_name="หน่วยงาน", related_name="evidence"
    )
    title = models.CharField("ชื่อหลักฐาน", max_length=300, blank=True)
    url = models.URLField("ลิงก์", max_length=2000, blank=True)
    file = models.FileField("ไฟล์", upload_to=stored_under_a_uuid, blank=True, max_length=120)
    sha256 = models.CharField("SHA-256", max_length=64, blank=True)
    size = models.PositiveBigIntegerField("ขนาด (ไบต์)", default=0)
    preview = models.FileField("ภาพย่อ", upload_to=stored_under_a_uuid, blank=True, max_length=120)
    replaces = models.ForeignKey(
        "self",
        models.PROTECT,
        verbose_name="แทนฉบับ",
        related_name="replaced_by",
        null=True,
        blank=True,
    )
    version = models.PositiveSmallIntegerField("ฉบับที่", default=1)
    held_for = models.CharField(
        "แนบไว้รอบันทึก",
        max_length=100,
        blank=True,
        help_text="แบบฟอร์มที่แนบไว้และยังไม่ได้บันทึก ว่างเมื่ออยู่ในประวัติแล้ว",
    )
    by = models.ForeignKey(User, models.PROTECT, verbose_name="ผู้แนบ", related_name="+")
    at = models.DateTimeField("เมื่อ", auto_now_add=True)

    class Meta:
        verbose_name = verbose_name_plural = "หลักฐาน"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(url="") ^ models.Q(file=""),
                name="evidence_is_a_link_or_a_file",
                violation_error_message="หลักฐานต้องเป็นลิงก์หรือไฟล์อย่างใดอย่างหนึ่ง",
            )
        ]

    def __str__(self):
        return self.title or self.url or self.file.name
