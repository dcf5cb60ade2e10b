from django.db import models
from django.utils import timezone

from organizations.models import Kept, Round, User


class YearImport(Kept):
    """The record of a year's import: who brought it in, when, and from which file."""

    ita_round = models.ForeignKey(
        Round, models.CASCADE, verbose_name="ปีงบประมาณ", related_name="year_imports"
    )
    by = models.ForeignKey(User, models.PROTECT, verbose_name="ผู้นำเข้า", related_name="+")
    at = models.DateTimeField("เมื่อ", default=timezone.now, editable=False)
    name = models.CharField("ชื่อไฟล์", max_length=255)
    sha256 = models.CharField("SHA-256", max_length=64)

    class Meta:
        verbose_name = verbose_name_plural = "การนำเข้าทั้งปี"
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.name
