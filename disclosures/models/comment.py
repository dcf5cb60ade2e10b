from django.db import models

from disclosures.models.item import DisclosureItem
from tracking.models import Comment


class ItemComment(Comment):
    item = models.ForeignKey(
        DisclosureItem, models.PROTECT, verbose_name="ข้อ O", related_name="comments"
    )

    class Meta(Comment.Meta):
        verbose_name = verbose_name_plural = "ความเห็นต่อข้อ O"

    @property
    def row(self):
        return self.item
