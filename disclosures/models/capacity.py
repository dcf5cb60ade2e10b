from django.db import models


class Capacity(models.TextChoices):
    """How a unit answers for an item, if it does."""

    NONE = "none", "ไม่ได้มอบหมาย"
    LEAD = "lead", "ผู้รับผิดชอบหลัก"
    SUPPORT = "support", "ผู้รับผิดชอบร่วม"
