import uuid
from functools import cached_property
from pathlib import PurePath
from typing import Any, Self

from django.core.exceptions import PermissionDenied
from django.db import models, transaction
from django.utils import timezone

from organizations.models import Organization, User
from tracking.evidence.links import link_notes
from tracking.uploads.kinds import KINDS
from tracking.uploads.names import extension, readable_size


def stored_under_a_uuid(_evidence: Any, filename: str) -> str:
    """Nobody can guess the path, and what a file was called never reaches the disk."""
    return f"{uuid.uuid4()}{PurePath(filename).suffix.lower()[:10]}"


class EvidenceQuerySet(models.QuerySet["Evidence"]):
    def visible_to(self, user: User) -> Self:
        """What is in the history of their office, and what they hold for a report to come."""
        theirs = self.filter(organization=user.organization_id)
        return theirs.filter(models.Q(held_for="") | models.Q(by=user))

    def held_by(self, user: User) -> Self:
        return self.visible_to(user).exclude(held_for="")


class Evidence(models.Model):
    """A published page or a file that shows the work was done.

    A file is held for one form from the moment it arrives, and stands in history once the form is
    recorded. Nothing that stands there is ever taken away; a new version names what it replaces.
    """

    organization = models.ForeignKey(
        Organization, models.CASCADE, verbose_name="หน่วยงาน", related_name="evidence"
    )
    title = models.CharField("ชื่อหลักฐาน", max_length=300, blank=True)
    url = models.URLField("ลิงก์", max_length=2000, blank=True)
    file = models.FileField("ไฟล์", upload_to=stored_under_a_uuid, blank=True, max_length=120)
    sha256 = models.CharField("SHA-256", max_length=64, blank=True)
    size = models.PositiveBigIntegerField("ขนาด (ไบต์)", default=0)
    preview = models.FileField("ภาพย่อ", upload_to=stored_under_a_uuid, blank=True, max_length=120)
    replaces = models.ForeignKey(
        "self",
        models.PROTECT,
        verbose_name="แทนฉบับ",
        related_name="replaced_by",
        null=True,
        blank=True,
    )
    version = models.PositiveSmallIntegerField("ฉบับที่", default=1)
    held_for = models.CharField(
        "แนบไว้รอบันทึก",
        max_length=100,
        blank=True,
        help_text="แบบฟอร์มที่แนบไว้และยังไม่ได้บันทึก ว่างเมื่ออยู่ในประวัติแล้ว",
    )
    by = models.ForeignKey(User, models.PROTECT, verbose_name="ผู้แนบ", related_name="+")
    at = models.DateTimeField("เมื่อ", default=timezone.now, editable=False)

    objects = EvidenceQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "หลักฐาน"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(url="") ^ models.Q(file=""),
                name="evidence_is_a_link_or_a_file",
                violation_error_message="หลักฐานต้องเป็นลิงก์หรือไฟล์อย่างใดอย่างหนึ่ง",
            )
        ]

    def __str__(self) -> str:
        return self.title or self.url or self.file.name

    @property
    def is_held(self) -> bool:
        return self.held_for != ""

    @property
    def is_picture(self) -> bool:
        return bool(self.preview)

    @property
    def size_text(self) -> str:
        return readable_size(self.size)

    @property
    def content_type(self) -> str:
        """By the extension, which was checked on arrival; else a type that browsers only save."""
        kind = KINDS.get(extension(self.title).lower())
        return kind.content_type if kind else "application/octet-stream"

    @cached_property
    def notes(self) -> list[str]:
        return link_notes(self.url)

    @transaction.atomic
    def discard(self, *, by: User) -> None:
        """Take away what is not in history yet; only its holder may."""
        held = Evidence.objects.held_by(by).select_for_update().filter(pk=self.pk).first()
        if held is None:
            raise PermissionDenied
        files = [file.name for file in (held.file, held.preview) if file]
        held.delete()
        storage = held.file.storage
        transaction.on_commit(lambda: [storage.delete(name) for name in files])

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        if not self.is_held:
            raise TypeError("History is never removed.")
        return super().delete(*args, **kwargs)
