from typing import Any

from django.db import models, transaction


class Organization(models.Model):
    """The tenant: one local authority. An office that has only one never sees the word."""

    name = models.CharField(
        "ชื่อหน่วยงาน", max_length=200, help_text="ชื่อเต็มที่พิมพ์ในรายงาน เช่น องค์การบริหารส่วนตำบลถ้ำสิงห์"
    )
    short_name = models.CharField("ชื่อย่อ", max_length=80, help_text="เช่น อบต.ถ้ำสิงห์")
    slug = models.SlugField("รหัสหน่วยงาน", unique=True, help_text="ใช้ในคำสั่ง เช่น tham-sing")

    evidence_quota = models.PositiveIntegerField(
        "เนื้อที่เก็บไฟล์หลักฐาน (MB)", default=5000, help_text="รวมทุกไฟล์ของหน่วยงาน ทุกปี"
    )
    dates_noticed_on = models.DateField("ตรวจกำหนดส่งล่าสุดเมื่อ", null=True, editable=False)

    class Meta:
        verbose_name = verbose_name_plural = "หน่วยงาน"
        ordering = ["name"]

    def __str__(self) -> str:
        return self.short_name

    @transaction.atomic
    def save(self, *args: Any, **kwargs: Any) -> None:
        """Every organization has its root unit from the start: "ทุกส่วนราชการ"."""
        is_new = self._state.adding
        super().save(*args, **kwargs)
        if is_new:
            self.units.create(name="ทุกส่วนราชการ")
