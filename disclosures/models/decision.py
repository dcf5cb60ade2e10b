from django.db import models

from disclosures.models.item import DisclosureItem
from tracking.models import Decision


class ItemDecision(Decision):
    item = models.ForeignKey(
        DisclosureItem, models.PROTECT, verbose_name="ข้อ O", related_name="decisions"
    )

    class Meta(Decision.Meta):
        verbose_name = verbose_name_plural = "มติต่อข้อ O"

    @property
    def row(self):
        return self.item
