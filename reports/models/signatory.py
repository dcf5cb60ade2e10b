"""Who signs a report, and which pictures it shows: short lists that the wording carries."""

from dataclasses import dataclass
from typing import TypeGuard

from django.core.exceptions import ValidationError
from django.db import models

MOST_SIGNATORIES = 12
MOST_PHOTOS = 24
LONGEST = 300


class Duty(models.TextChoices):
    """What a signatory did with the report; the label stands behind the dotted line."""

    PREPARED = "prepared", "ผู้จัดทำ"
    CHECKED = "checked", "ผู้ตรวจสอบ"
    APPROVED = "approved", "ผู้อนุมัติ"


@dataclass(frozen=True)
class Signatory:
    """`post` may have lines of its own."""

    duty: Duty
    name: str
    post: str

    def __str__(self) -> str:
        return " ".join(filter(None, (self.duty.label, self.name, *self.post.splitlines())))


@dataclass(frozen=True)
class ChosenPhoto:
    """A picture of the evidence, by its id."""

    evidence: int
    caption: str

    def __str__(self) -> str:
        return f"ภาพ {self.evidence} {self.caption}".strip()


def _rows(rows: object, most: int, kinds: dict[str, type]) -> TypeGuard[list[dict]]:
    return (
        isinstance(rows, list)
        and len(rows) <= most
        and all(
            isinstance(row, dict)
            and row.keys() == kinds.keys()
            and all(isinstance(row[key], kind) for key, kind in kinds.items())
            and all(_is_fit(value) for value in row.values() if isinstance(value, str))
            for row in rows
        )
    )


def _is_fit(text: str) -> bool:
    """No database keeps the null character in JSON."""
    return len(text) <= LONGEST and "\0" not in text


def validate_signatories(rows: object) -> None:
    if not _rows(rows, MOST_SIGNATORIES, {"duty": str, "name": str, "post": str}) or not {
        row["duty"] for row in rows
    } <= set(Duty.values):
        raise ValidationError(
            f"ผู้ลงนามมีได้ไม่เกิน {MOST_SIGNATORIES} คน ชื่อและตำแหน่งยาวไม่เกิน {LONGEST} ตัวอักษร"
        )


def validate_photos(rows: object) -> None:
    if not _rows(rows, MOST_PHOTOS, {"evidence": int, "caption": str}):
        raise ValidationError(f"เลือกภาพได้ไม่เกิน {MOST_PHOTOS} ภาพ คำบรรยายยาวไม่เกิน {LONGEST} ตัวอักษร")
