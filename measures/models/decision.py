from django.db import models

from measures.models.measure import Measure
from tracking.models import Decision


class MeasureDecision(Decision):
    measure = models.ForeignKey(
        Measure, models.PROTECT, verbose_name="มาตรการ", related_name="decisions"
    )

    class Meta(Decision.Meta):
        verbose_name = verbose_name_plural = "มติต่อมาตรการ"

    @property
    def row(self):
        return self.measure
