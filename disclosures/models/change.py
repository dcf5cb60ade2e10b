from django.db import models

from disclosures.models.item import DisclosureItem
from tracking.models import Change


class WhatOfItem(models.TextChoices):
    TITLE = "title", "ชื่อข้อ"
    REQUIREMENT = "requirement", "สิ่งที่ต้องเปิดเผย"
    CHECKED = "checked", "การตรวจกับคู่มือ"
    APPLICABLE = "applicable", "การใช้กับหน่วยงาน"


class ItemChange(Change):
    item = models.ForeignKey(
        DisclosureItem, models.CASCADE, verbose_name="ข้อ O", related_name="changes"
    )
    what = models.CharField("เรื่อง", max_length=12, choices=WhatOfItem)

    class Meta(Change.Meta):
        verbose_name = verbose_name_plural = "ประวัติการแก้ไขข้อ O"

    def __str__(self):
        return f"{self.item.code} {self.get_what_display()}"
