from django.db import models

from disclosures.models.item import DisclosureItem
from tracking.models import Entry
from tracking.models.evidence import Evidence


class DisclosureUpdate(Entry):
    """What a unit reported of an O-item."""

    row_name = "item"

    item = models.ForeignKey(
        DisclosureItem, models.PROTECT, verbose_name="ข้อ O", related_name="updates"
    )
    evidence = models.ManyToManyField(
        Evidence, verbose_name="หลักฐาน", related_name="disclosure_updates", blank=True
    )

    class Meta(Entry.Meta):
        verbose_name = verbose_name_plural = "ประวัติข้อ O"
        constraints = [
            models.UniqueConstraint(
                fields=["item", "unit", "version"], name="disclosure_version_once"
            )
        ]
