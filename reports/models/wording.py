from django.core.exceptions import PermissionDenied
from django.db import models, transaction

from organizations.models import Round, User, held
from organizations.permissions import Permission
from reports.columns import COLUMNS
from reports.eit import link_faults
from reports.models.layout import Layout, Part
from reports.models.signatory import (
    ChosenPhoto,
    Duty,
    Signatory,
    validate_photos,
    validate_signatories,
)
from thai.dates import long_date
from tracking.models import ChangeOfWords, Reworded


class MemoWording(models.Model):
    """The cover memo, form 29 of the rules on correspondence; what is left empty is dotted."""

    memo_from = models.CharField("ส่วนราชการ", max_length=300, blank=True)
    memo_number = models.CharField("ที่", max_length=100, blank=True)
    memo_date = models.CharField("วันที่", max_length=100, blank=True)
    memo_subject = models.CharField("เรื่อง", max_length=500, blank=True)
    memo_to = models.CharField("เรียน", max_length=300, blank=True)
    memo_body = models.TextField("ข้อความในบันทึก", blank=True, help_text="บรรทัดละหนึ่งย่อหน้า")
    memo_signer = models.CharField("ชื่อผู้ลงนามในบันทึก", max_length=200, blank=True)
    memo_post = models.TextField("ตำแหน่งผู้ลงนามในบันทึก", blank=True, help_text="บรรทัดละหนึ่งบรรทัดใต้ชื่อ")

    class Meta:
        abstract = True


class ReportWordingQuerySet(models.QuerySet):
    def of(self, ita_round: Round) -> "ReportWording":
        """The round's own, or the usual one, which is not saved."""
        wording = self.filter(ita_round=ita_round).first() or self.model()
        wording.ita_round = ita_round
        return wording


class ReportWording(Reworded, Layout, MemoWording):
    """How a round's report is worded and laid out. A text left empty prints the usual sentence.

    What {หน่วยงาน}, {ปี} and the other marks in the texts stand for: `reports.wording.MARKS`.
    """

    to_be_reworded = Permission.REWORD_REPORT

    ita_round = models.OneToOneField(
        Round, models.CASCADE, verbose_name="ปีงบประมาณ", related_name="wording"
    )
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

    def __str__(self) -> str:
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

    @property
    def wording_version(self) -> int:
        """0 for a wording that is not saved yet: nobody has changed it."""
        return super().wording_version if self.pk else 0

    @property
    def shown(self) -> dict[str, str]:
        """Everything an office may change, as a person reads it."""
        return {name: _SHOWN.get(name, _as_text)(self, name) for name, _label in wording_fields()}

    @transaction.atomic
    def revise(self, wanted: "ReportWording", *, by: User, version: int) -> "list[WordingChange]":
        """Write what differs, and keep who changed it; returns the changes.

        Raises StaleWording where somebody changed the wording after `version`.
        """
        if not self.may_be_reworded_by(by):
            raise PermissionDenied
        row = held(ReportWording.objects.get_or_create(ita_round=self.ita_round)[0])
        before, after = row.shown, wanted.shown
        changed = [name for name in before if getattr(row, name) != getattr(wanted, name)]
        if not changed:
            return []
        row._require_seen(version)
        for name in changed:
            setattr(row, name, getattr(wanted, name))
        row.save()
        return [
            row.changes.create(what=name, old=before[name], new=after[name], by=by)
            for name in changed
        ]


def wording_fields() -> list[tuple[str, str]]:
    """The names and labels of what an office may change."""
    fixed = {"id", "ita_round", "eit_url_received"}
    fields = ReportWording._meta.concrete_fields
    return [(field.name, str(field.verbose_name)) for field in fields if field.name not in fixed]


def _as_text(wording: ReportWording, name: str) -> str:
    of_choices = getattr(wording, f"get_{name}_display", None)
    return of_choices() if of_choices else getattr(wording, name)


_SHOWN = {
    "as_of": lambda wording, _: long_date(wording.as_of) if wording.as_of else "",
    "columns": lambda wording, _: ", ".join(COLUMNS[key].heading for key in wording.columns),
    "parts": lambda wording, _: ", ".join(Part(key).label for key in wording.parts),
    "signatories": lambda wording, _: "\n".join(map(str, wording.signed_by)),
    "photos": lambda wording, _: "\n".join(map(str, wording.chosen_photos)),
}


class WordingChange(ChangeOfWords):
    wording = models.ForeignKey(
        ReportWording, models.CASCADE, verbose_name="ถ้อยคำของรายงาน", related_name="changes"
    )
    what = models.CharField("เรื่อง", max_length=30, choices=wording_fields)

    class Meta(ChangeOfWords.Meta):
        verbose_name = verbose_name_plural = "ประวัติถ้อยคำของรายงาน"

    def __str__(self) -> str:
        return f"{self.wording} {self.get_what_display()}"
