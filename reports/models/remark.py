from datetime import datetime
from typing import ClassVar

from django.core.exceptions import PermissionDenied
from django.db import models, transaction
from django.utils import timezone

from measures.models import Measure
from organizations.models import Kept, KeptQuerySet, Round, User, held
from tracking.models import StaleVersion

#: The texts of a remark, in the order of their columns.
TEXTS = ("obstacles", "suggestions", "remark")


def label_of(text: str) -> str:
    return {one.name: str(one.verbose_name) for one in MeasureRemark._meta.fields}[text]


class MeasureRemarkQuerySet(KeptQuerySet):
    def latest_by_measure(
        self, ita_round: Round, before: datetime | None = None
    ) -> dict[int, "MeasureRemark"]:
        """What stood of each measure before a moment, or stands now, by its id; one query."""
        written = self.filter(measure__ita_round=ita_round).order_by("version")
        if before is not None:
            written = written.filter(at__lt=before)
        return {remark.measure_id: remark for remark in written}

    @transaction.atomic
    def write(
        self, measure: Measure, texts: dict[str, str], *, by: User, version: int
    ) -> "MeasureRemark | None":
        """What the report says of a measure from now on, or None where nothing is new.

        `version` is that of the remark the writer saw, or 0. Raises StaleVersion, which carries
        the one that came first, when another was written since.
        """
        if not measure.may_be_reworded_by(by):
            raise PermissionDenied
        held(measure)
        latest = self.filter(measure=measure).order_by("-version").first()
        if version != (latest.version if latest else 0):
            raise StaleVersion(latest)
        before = latest.texts if latest else dict.fromkeys(TEXTS, "")
        if texts == before:
            return None
        return self.create(measure=measure, by=by, at=timezone.now(), version=version + 1, **texts)


class MeasureRemark(Kept):
    """What the report says of a measure besides its result; the last version is what is printed."""

    measure = models.ForeignKey(
        Measure, models.CASCADE, verbose_name="มาตรการ", related_name="remarks"
    )
    version = models.PositiveIntegerField("ฉบับที่")
    by = models.ForeignKey(User, models.PROTECT, verbose_name="ผู้บันทึก", related_name="+")
    at = models.DateTimeField("เมื่อ")
    obstacles = models.TextField("ปัญหา/อุปสรรค", blank=True)
    suggestions = models.TextField("ข้อเสนอแนะ", blank=True)
    remark = models.TextField("หมายเหตุ", blank=True)

    objects: ClassVar = MeasureRemarkQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "ข้อความเพิ่มเติมในรายงาน"
        ordering = ["measure", "version"]
        constraints = [
            models.UniqueConstraint(
                fields=["measure", "version"], name="measure_remark_version_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.measure.code} ฉบับที่ {self.version}"

    @property
    def texts(self) -> dict[str, str]:
        return {name: getattr(self, name) for name in TEXTS}
