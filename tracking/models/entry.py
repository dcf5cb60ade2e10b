from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import Exists, OuterRef, Subquery

from organizations.models.kept import Kept, KeptQuerySet
from organizations.models.unit import Unit
from organizations.models.user import User
from tracking.models.evidence import Evidence
from tracking.models.status import REPORTABLE, Status


class EntryQuerySet(KeptQuerySet):
    def waiting(self) -> Self:
        """Finished work that nobody has judged yet: the last entry of its unit on its row."""
        later = self._of_the_same_unit(version__gt=OuterRef("version"))
        return self.filter(~Exists(later), status=Status.REVIEW)

    def with_before(self) -> Self:
        """Each with `before`, the unit's last words, and `was_accepted`, at any time before."""
        earlier = self._of_the_same_unit(version__lt=OuterRef("version"))
        reports = earlier.filter(status__in=REPORTABLE).order_by("-version")
        return self.annotate(
            before=Subquery(reports.values("note")[:1]),
            was_accepted=Exists(earlier.filter(status=Status.ACCEPTED)),
        )

    def _of_the_same_unit(self, **more: Any) -> Self:
        found: Self = self.model._default_manager.filter(
            row=OuterRef("row"), unit=OuterRef("unit"), **more
        )
        return found


class Entry(Kept):
    """One line of history. A mistake in it is mended by the next one."""

    row = models.ForeignKey(
        "tracking.Row", models.PROTECT, verbose_name="รายการที่ติดตาม", related_name="entries"
    )
    by = models.ForeignKey(User, models.PROTECT, verbose_name="ผู้บันทึก", related_name="+")
    unit = models.ForeignKey(Unit, models.PROTECT, verbose_name="ในนามส่วนราชการ", related_name="+")
    at = models.DateTimeField("เมื่อ")
    version = models.PositiveIntegerField("ฉบับที่")
    old_status = models.CharField("สถานะเดิม", max_length=10, choices=Status)
    status = models.CharField("สถานะ", max_length=10, choices=Status)
    note = models.TextField("ผลการดำเนินการ", blank=True)
    evidence = models.ManyToManyField(
        Evidence, verbose_name="หลักฐาน", related_name="entries", blank=True
    )

    objects: ClassVar = EntryQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "ประวัติการรายงาน"
        ordering = ["-at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["row", "unit", "version"], name="entry_version_once")
        ]

    def __str__(self) -> str:
        return f"{self.unit} {self.get_status_display()}"

    @property
    def changes_status(self) -> bool:
        return self.old_status != self.status
