"""What a row may be, and all that differs by that: its words, its addresses, its own table."""

from django.db import models


class WhatOfItem(models.TextChoices):
    TITLE = "title", "ชื่อข้อ"
    REQUIREMENT = "requirement", "สิ่งที่ต้องเปิดเผย"
    CHECKED = "checked", "การตรวจกับคู่มือ"
    APPLICABLE = "applicable", "การใช้กับหน่วยงาน"


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


class Kind(models.TextChoices):
    ITEM = "item", "ข้อ O"
    MEASURE = "measure", "มาตรการ"

    @property
    def room(self) -> str:
        """Where its pages are: the namespace of their addresses, and their folder of templates."""
        return {Kind.ITEM: "disclosures", Kind.MEASURE: "measures"}[self]

    @property
    def own(self) -> str:
        """The attribute by which a row leads to what its kind alone has."""
        return {Kind.ITEM: "disclosureitem", Kind.MEASURE: "measure"}[self]

    @property
    def what(self) -> type[models.TextChoices]:
        """The parts of it that an office may change."""
        kinds: dict[Kind, type[models.TextChoices]] = {
            Kind.ITEM: WhatOfItem,
            Kind.MEASURE: WhatOfMeasure,
        }
        return kinds[self]

    def code(self, number: int) -> str:
        """As in O18, มาตรการ 3."""
        return f"O{number}" if self is Kind.ITEM else f"{self.label} {number}"
