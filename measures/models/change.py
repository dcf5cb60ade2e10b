from django.db import models

from measures.models.measure import Measure
from organizations.models import Round
from tracking.models import Change


class WhatOfMeasure(models.TextChoices):
    ADDED = "added", "เพิ่มมาตรการ"
    TITLE = "title", "ชื่อมาตรการ"
    AIMS = "aims", "เป้าหมาย"
    METHOD = "method", "วิธีการดำเนินการ"
    MONTHS = "months", "ระยะเวลา"
    ITEMS = "items", "ข้อ O ที่เกี่ยวข้อง"
    UNITS = "units", "ผู้รับผิดชอบ"
    NUMBER = "number", "ลำดับ"
    REMOVED = "removed", "ลบมาตรการ"


class MeasureChange(Change):
    """It outlives the measure, which may be taken away while nobody has worked on it."""

    ita_round = models.ForeignKey(
        Round, models.CASCADE, verbose_name="ปีงบประมาณ", related_name="measure_changes"
    )
    measure = models.ForeignKey(
        Measure, models.SET_NULL, verbose_name="มาตรการ", related_name="changes", null=True
    )
    number = models.PositiveSmallIntegerField("ลำดับขณะนั้น")
    what = models.CharField("เรื่อง", max_length=12, choices=WhatOfMeasure)

    class Meta(Change.Meta):
        verbose_name = verbose_name_plural = "ประวัติการแก้ไขมาตรการ"

    def __str__(self):
        return f"มาตรการ {self.number} {self.get_what_display()}"
