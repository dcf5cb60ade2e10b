from datetime import datetime

from django.db import models

from measures.models import Measure
from organizations.models import Kept, KeptQuerySet, Round, User


class MeasureRemarkQuerySet(KeptQuerySet):
    def latest_by_measure(
        self, ita_round: Round, before: datetime | None = None
    ) -> dict[int, "MeasureRemark"]:
        """What stood of each measure before a moment, or stands now, by its id; one query."""
        written = self.filter(measure__ita_round=ita_round).order_by("version")
        if before is not None:
            written = written.filter(at__lt=before)
        return {remark.measure_id: remark for remark in written}


class MeasureRemark(Kept):
    """What the report says of a measure besides its result; the last version is what is printed."""

    measure = models.ForeignKey(
        Measure, models.PROTECT, verbose_name="มาตรการ", related_name="remarks"
    )
    version = models.PositiveIntegerField("ฉบับที่")
    by = models.ForeignKey(User, models.PROTECT, verbose_name="ผู้บันทึก", related_name="+")
    at = models.DateTimeField("เมื่อ")
    obstacles = models.TextField("ปัญหา/อุปสรรค", blank=True)
    suggestions = models.TextField("ข้อเสนอแนะ", blank=True)
    remark = models.TextField("หมายเหตุ", blank=True)

    objects = MeasureRemarkQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "ข้อความเพิ่มเติมในรายงาน"
        ordering = ["measure", "version"]
        constraints = [
            models.UniqueConstraint(
                fields=["measure", "version"], name="measure_remark_version_once"
            )
        ]

    def __str__(self):
        return f"{self.measure.code} ฉบับที่ {self.version}"
