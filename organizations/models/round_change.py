from django.db import models

from organizations.models.kept import Kept
from organizations.models.round import Round, RoundStep
from organizations.models.user import User


class RoundChange(Kept):
    """Who opened, started, closed or re-opened a year, when and why; nobody where an operator's
    command did.
    """

    ita_round = models.ForeignKey(
        Round, models.CASCADE, verbose_name="ปีงบประมาณ", related_name="changes"
    )
    step = models.CharField("สิ่งที่ทำ", max_length=10, choices=RoundStep)
    by = models.ForeignKey(
        User, models.PROTECT, verbose_name="ผู้ดำเนินการ", related_name="+", null=True, blank=True
    )
    at = models.DateTimeField("เมื่อ")
    reason = models.TextField("เหตุผล", blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "ประวัติปีงบประมาณ"
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.get_step_display()} {self.ita_round}"
