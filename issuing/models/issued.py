"""A report as it was issued, for ever."""

import secrets
from datetime import datetime
from hashlib import sha256
from typing import ClassVar, Self

from django.core.exceptions import PermissionDenied
from django.db import models, transaction
from django.db.models.functions import Coalesce
from django.urls import reverse

from issuing.models.proposal import Proposal
from organizations.models import Kept, KeptQuerySet, Organization, User
from organizations.permissions import Permission
from thai.digits import thai_digits
from tracking.uploads.names import readable_size


def new_code() -> str:
    """128 bits that nobody guesses, in 22 letters of an address."""
    return secrets.token_urlsafe(16)


class IssuedReportQuerySet(KeptQuerySet):
    def visible_to(self, user: User) -> Self:
        return self.filter(organization=user.organization_id)

    def with_public(self) -> Self:
        """Each with `is_public`: the last word on it, and no if there is none."""
        last = Publication.objects.filter(report=models.OuterRef("pk")).order_by("-pk")
        said = models.Subquery(last.values("is_public")[:1], output_field=models.BooleanField())
        return self.annotate(is_public=Coalesce(said, False, output_field=models.BooleanField()))


class IssuedReport(Kept):
    """Numbered within its office and the calendar year it was issued in, without a gap.

    `code` is the address that the paper leads to; whoever has it has seen the paper.
    """

    organization = models.ForeignKey(
        Organization, models.PROTECT, verbose_name="หน่วยงาน", related_name="issued_reports"
    )
    proposal = models.OneToOneField(
        Proposal, models.PROTECT, verbose_name="เรื่องที่เสนอ", related_name="issued"
    )
    year = models.PositiveSmallIntegerField("ปีที่ออก (พ.ศ.)")
    number = models.PositiveIntegerField("เลขที่")
    issued_on = models.DateField("วันที่ออก")
    title = models.TextField("ชื่อรายงาน")
    by = models.ForeignKey(User, models.PROTECT, verbose_name="ผู้อนุมัติ", related_name="+")
    at = models.DateTimeField("ออกเมื่อ")
    code = models.CharField("รหัสตรวจสอบ", max_length=22, unique=True, default=new_code)
    supersedes = models.OneToOneField(
        "self",
        models.PROTECT,
        verbose_name="แทนฉบับ",
        related_name="superseded_by",
        null=True,
        blank=True,
    )

    objects: ClassVar = IssuedReportQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "รายงานที่ออกแล้ว"
        ordering = ["-year", "-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["organization", "year", "number"], name="one_report_a_number"
            )
        ]

    def __str__(self) -> str:
        return f"รายงานเลขที่ {self.reference}"

    def get_absolute_url(self) -> str:
        return reverse("issuing:issued", args=[self.be_year, self.pk])

    @property
    def be_year(self) -> int:
        return self.proposal.ita_round.be_year

    @property
    def reference(self) -> str:
        return f"{self.number}/{self.year}"

    @property
    def printed_reference(self) -> str:
        return thai_digits(self.reference)

    @property
    def later(self) -> "IssuedReport | None":
        """The later report that replaced it."""
        return getattr(self, "superseded_by", None)

    def may_be_published_by(self, user: User) -> bool:
        is_hers = user.organization_id == self.organization_id
        return is_hers and user.may(Permission.PUBLISH)

    @transaction.atomic
    def publish(self, *, by: User, at: datetime, is_public: bool = True) -> None:
        """Say whether the public may have the file itself; each time is a line of history."""
        if not self.may_be_published_by(by):
            raise PermissionDenied
        Publication.objects.create(report=self, by=by, at=at, is_public=is_public)

    def keep(self, kind: "FileKind", content: bytes, *, at: datetime) -> "IssuedFile":
        """The file of this kind, which stays the first that was kept."""
        IssuedFile.objects.bulk_create(
            [
                IssuedFile(
                    report=self,
                    kind=kind,
                    content=content,
                    sha256=sha256(content).hexdigest(),
                    size=len(content),
                    at=at,
                )
            ],
            ignore_conflicts=True,
        )
        return self.files.get(kind=kind)


class FileKind(models.TextChoices):
    HTML = "html", "เว็บเพจ (HTML)"
    PDF = "pdf", "PDF"
    ARCHIVE = "archive", "PDF/A-3u สำหรับเก็บถาวร"


class DamagedFile(Exception):
    """What the database holds is not what was put into it."""


class IssuedFile(Kept):
    """A file of an issued report, in the row: a copy of the database is a copy of it."""

    report = models.ForeignKey(
        IssuedReport, models.PROTECT, verbose_name="รายงาน", related_name="files"
    )
    kind = models.CharField("ชนิด", max_length=10, choices=FileKind)
    content = models.BinaryField("เนื้อไฟล์")
    sha256 = models.CharField("SHA-256", max_length=64, db_index=True)
    size = models.PositiveIntegerField("ขนาด (ไบต์)")
    at = models.DateTimeField("เก็บเมื่อ")

    class Meta:
        verbose_name = verbose_name_plural = "ไฟล์ของรายงานที่ออกแล้ว"
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["report", "kind"], name="one_file_a_kind")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} ของ{self.report}"

    @property
    def size_text(self) -> str:
        return readable_size(self.size)

    def read(self) -> bytes:
        """Raises DamagedFile rather than give out anything but what was issued."""
        content = bytes(self.content)
        if sha256(content).hexdigest() != self.sha256:
            raise DamagedFile(str(self))
        return content


class Publication(Kept):
    """Who let the public have a report, or took it back, and when."""

    report = models.ForeignKey(
        IssuedReport, models.PROTECT, verbose_name="รายงาน", related_name="publications"
    )
    by = models.ForeignKey(User, models.PROTECT, verbose_name="ผู้เผยแพร่", related_name="+")
    at = models.DateTimeField("เมื่อ")
    is_public = models.BooleanField("เผยแพร่")

    class Meta:
        verbose_name = verbose_name_plural = "การเผยแพร่รายงาน"
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{'เผยแพร่' if self.is_public else 'เลิกเผยแพร่'}{self.report}"
