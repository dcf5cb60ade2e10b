from django.db import models

from measures.models.measure import Measure
from tracking.models import Entry, Evidence


class ProgressUpdate(Entry):
    """What a unit reported of a measure; the latest of each unit is the measure's result."""

    row_name = "measure"

    measure = models.ForeignKey(
        Measure, models.PROTECT, verbose_name="มาตรการ", related_name="updates"
    )
    evidence = models.ManyToManyField(
        Evidence, verbose_name="หลักฐาน", related_name="progress_updates", blank=True
    )

    class Meta(Entry.Meta):
        verbose_name = verbose_name_plural = "ประวัติมาตรการ"
        constraints = [
            models.UniqueConstraint(
                fields=["measure", "unit", "version"], name="progress_version_once"
            )
        ]
