"""A file is stored the moment it has arrived, and held for the form it is for."""

import os
from datetime import timedelta

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import Sum
from django.utils import timezone

from organizations.models import Organization, Unit, User
from tracking.evidence.arriving import NO_ROOM
from tracking.models import Evidence, Row
from tracking.models.evidence import stored_under_a_uuid
from tracking.uploads.check import Checked, check
from tracking.uploads.refusal import DiskFull, Refused

#: What was attached and never recorded goes when its holder attaches something else.
_KEPT_HELD = timedelta(days=30)
_MEGA = 1024 * 1024


def form_key(row: Row, unit: Unit) -> str:
    """Which form a file is held for."""
    return f"{row.key}/{unit.pk}"


def hold(
    upload: UploadedFile, *, row: Row, unit: Unit, by: User, replaces: Evidence | None = None
) -> Evidence:
    """Check a file, store it, and hold it for this person's form; Refused says why not.

    Either both the file and its row are there afterwards, or neither.
    """
    if reason := getattr(upload, "reason", None):
        raise reason
    try:
        # Django's types let what was uploaded lack a file, a name and a size.
        checked = check(upload.file, upload.name, upload.size)  # type: ignore[arg-type]
        stored = _store(upload, checked)
    except OSError as error:
        if error.errno not in NO_ROOM:
            raise
        raise DiskFull from error
    try:
        return _write(stored, checked, row=row, unit=unit, by=by, replaces=replaces)
    except BaseException:
        _remove(stored)
        raise


def _store(upload: UploadedFile, checked: Checked) -> dict[str, str]:
    """The names of the files it now has on the disk, by the field they are for."""
    content = ContentFile(checked.content) if checked.content is not None else upload
    stored = {"file": stored_under_a_uuid(None, checked.title)}
    if checked.preview:
        stored["preview"] = stored_under_a_uuid(None, "preview.jpg")
    try:
        _settle(default_storage.save(stored["file"], content))
        if checked.preview:
            _settle(default_storage.save(stored["preview"], ContentFile(checked.preview)))
    except BaseException:
        _remove(stored)
        raise
    return stored


def _settle(name: str) -> None:
    """Onto the disk for good before a row speaks of it, as the database does with its rows."""
    for path in (default_storage.path(name), default_storage.path("")):
        opened = os.open(path, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)


def _remove(stored: dict[str, str]) -> None:
    for name in stored.values():
        default_storage.delete(name)


@transaction.atomic
def _write(
    stored: dict[str, str],
    checked: Checked,
    *,
    row: Row,
    unit: Unit,
    by: User,
    replaces: Evidence | None,
) -> Evidence:
    # Two files at once wait here for each other, or both would fit where there is room for one.
    organization = Organization.objects.select_for_update().get(pk=by.office.pk)
    _require_room(organization, checked.size)
    _forget_old(by)
    # A held file was never in history: the new one replaces what that was to replace.
    earlier = replaces.replaces if replaces and replaces.is_held else replaces
    piece = Evidence.objects.create(
        organization=organization,
        by=by,
        held_for=form_key(row, unit),
        title=checked.title,
        sha256=checked.sha256,
        size=checked.size,
        replaces=earlier,
        version=earlier.version + 1 if earlier else 1,
        **stored,
    )
    if replaces and replaces.is_held:
        replaces.discard(by=by)
    return piece


def _require_room(organization: Organization, size: int) -> None:
    used = organization.evidence.aggregate(used=Sum("size"))["used"] or 0
    if used + size > organization.evidence_quota * _MEGA:
        raise Refused(
            f"เนื้อที่เก็บไฟล์ของหน่วยงานไม่พอ ใช้ไปแล้ว {used / _MEGA:,.0f} จาก "
            f"{organization.evidence_quota:,} MB โปรดแจ้งผู้ดูแลระบบ หรือเผยแพร่บนเว็บไซต์แล้วใส่เป็นลิงก์"
        )


def _forget_old(by: User) -> None:
    for piece in Evidence.objects.held_by(by).filter(at__lt=timezone.now() - _KEPT_HELD):
        piece.discard(by=by)
