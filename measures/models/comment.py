from django.db import models

from measures.models.measure import Measure
from tracking.models import Comment


class MeasureComment(Comment):
    measure = models.ForeignKey(
        Measure, models.PROTECT, verbose_name="มาตรการ", related_name="comments"
    )

    class Meta(Comment.Meta):
        verbose_name = verbose_name_plural = "ความเห็นต่อมาตรการ"

    @property
    def row(self):
        return self.measure
