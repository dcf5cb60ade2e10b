from django.core.exceptions import PermissionDenied
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models, transaction
from django.utils import timezone

from organizations.models import Kept, Round, StaleVersion, User
from organizations.permissions import may_edit_all
from reports.eit import link_faults
from reports.models.layout import Layout
from reports.models.memo import MemoWording
from reports.models.signatory import (
    ChosenPhoto,
    Duty,
    Signatory,
    validate_photos,
    validate_signatories,
)


class ReportWordingQuerySet(models.QuerySet):
    def of(self, ita_round: Round) -> "ReportWording":
        """The round's own, or the usual one, which is not saved."""
        wording = self.filter(ita_round=ita_round).first() or self.model()
        wording.ita_round = ita_round
        return wording


class ReportWording(Layout, MemoWording):
    """How a round's report is worded and laid out. A text left empty prints the usual sentence.

    What {หน่วยงาน}, {ปี} and the other marks in the texts stand for: `reports.wording.MARKS`.
    """

    ita_round = models.OneToOneField(
        Round, models.CASCADE, verbose_name="ปีงบประมาณ", related_name="wording"
    )
    version = models.PositiveIntegerField("ฉบับที่", default=0, editable=False)
    committee = models.CharField("ชื่อคณะกรรมการ", max_length=300, blank=True)
    title = models.TextField("ชื่อรายงาน", blank=True, help_text="บรรทัดละหนึ่งบรรทัดในรายงาน")
    opening = models.TextField("ย่อหน้านำ", blank=True, help_text="บรรทัดละหนึ่งย่อหน้า")
    eit_statement = models.TextField("ข้อความแสดง QR code แบบวัด EIT", blank=True)
    closing = models.TextField("ข้อความท้ายรายงาน", blank=True)
    eit_url = models.URLField("ลิงก์แบบวัด EIT", max_length=2000, blank=True)
    eit_url_received = models.CharField(
        "ลิงก์แบบวัด EIT ตามเอกสารเดิม",
        max_length=2000,
        blank=True,
        help_text="เก็บไว้เพื่อตรวจสอบ ไม่พิมพ์ในรายงาน",
    )
    signatories = models.JSONField(
        "ผู้ลงนาม", default=list, blank=True, validators=[validate_signatories]
    )
    photos = models.JSONField("ภาพกิจกรรม", default=list, blank=True, validators=[validate_photos])

    objects = ReportWordingQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "ถ้อยคำของรายงาน"

    def __str__(self):
        return f"ถ้อยคำของรายงาน {self.ita_round}"

    @property
    def signed_by(self) -> list[Signatory]:
        return [Signatory(Duty(row["duty"]), row["name"], row["post"]) for row in self.signatories]

    @property
    def chosen_photos(self) -> list[ChosenPhoto]:
        return [ChosenPhoto(**row) for row in self.photos]

    @property
    def eit_url_faults(self) -> list[str]:
        return link_faults(self.eit_url)

    @property
    def received_faults(self) -> list[str]:
        return link_faults(self.eit_url_received) if self.eit_url_received else []

    def is_editable_by(self, user: User) -> bool:
        of_her_office = self.ita_round.organization_id == user.organization_id
        return may_edit_all(user) and of_her_office and self.ita_round.is_open

    @transaction.atomic
    def revise(self, *, by: User, version: int, fields: dict) -> "WordingChange | None":
        """Write what is new in these fields; nothing new writes nothing and says so by None.

        `version` is the one the writer saw, or 0. Raises StaleVersion, which carries the change
        that came first, when it was written anew since.
        """
        if not self.is_editable_by(by):
            raise PermissionDenied
        row, _ = ReportWording.objects.get_or_create(ita_round=self.ita_round)
        row = ReportWording.objects.select_for_update().get(pk=row.pk)
        if version != row.version:
            raise StaleVersion(row.changes.first())
        changes = {
            name: [getattr(row, name), value]
            for name, value in fields.items()
            if getattr(row, name) != value
        }
        if not changes:
            return None
        for name, (_old, new) in changes.items():
            setattr(row, name, new)
        row.version += 1
        row.save()
        return row.changes.create(version=row.version, by=by, at=timezone.now(), changes=changes)


class WordingChange(Kept):
    """What somebody changed: {field: [old, new]}."""

    wording = models.ForeignKey(
        ReportWording, models.CASCADE, verbose_name="ถ้อยคำของรายงาน", related_name="changes"
    )
    version = models.PositiveIntegerField("ฉบับที่")
    by = models.ForeignKey(User, models.PROTECT, verbose_name="ผู้แก้ไข", related_name="+")
    at = models.DateTimeField("เมื่อ")
    changes = models.JSONField("สิ่งที่แก้", encoder=DjangoJSONEncoder)

    class Meta:
        verbose_name = verbose_name_plural = "ประวัติถ้อยคำของรายงาน"
        ordering = ["-version"]
        constraints = [
            models.UniqueConstraint(fields=["wording", "version"], name="wording_version_once")
        ]

    def __str__(self):
        return f"{self.wording} ฉบับที่ {self.version}"
