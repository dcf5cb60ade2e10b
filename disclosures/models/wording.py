"""What an admin may change of an O-item: its words, and whether the office has to answer it."""

from dataclasses import dataclass
from typing import Any

from django.db import models, transaction

from disclosures.catalogue import CatalogueItem, editions
from organizations.models import User
from organizations.permissions import Permission
from tracking.models import Row


class Confidence(models.TextChoices):
    """How well the wording of an item is known."""

    CONFIRMED = "confirmed", "ตรวจกับคู่มือแล้ว"
    PARTLY = "partly", "ตรวจกับคู่มือบางส่วน"
    MEMORY = "memory", "ยังไม่ได้ตรวจกับคู่มือ"


@dataclass(frozen=True)
class ItemWording:
    title: str
    requirement: str
    title_is_checked: bool
    requirement_is_checked: bool
    is_applicable: bool
    reason: str

    @property
    def shown(self) -> dict[str, str]:
        """As a person reads it, by the names of `WhatOfItem`."""
        return {
            "title": self.title,
            "requirement": self.requirement,
            "checked": self._checked,
            "applicable": "ใช้กับหน่วยงานนี้" if self.is_applicable else f"ไม่ใช้: {self.reason}",
        }

    @property
    def _checked(self) -> str:
        checked = [
            name
            for name, is_checked in (
                ("ชื่อข้อ", self.title_is_checked),
                ("รายละเอียด", self.requirement_is_checked),
            )
            if is_checked
        ]
        return f"ตรวจ{'และ'.join(checked)}กับคู่มือแล้ว" if checked else "ยังไม่ได้ตรวจกับคู่มือ"


_WRITTEN = ["title", "requirement", "title_confidence", "requirement_confidence"]
_WRITTEN += ["is_applicable", "not_applicable_reason"]


class RewordedItem(Row):
    """The items themselves are the edition's: none is added or taken away, one may not apply."""

    to_be_reworded = Permission.REWORD_ITEMS

    requirement: "models.TextField[Any, str]"
    title_confidence: "models.CharField[Any, str]"
    requirement_confidence: "models.CharField[Any, str]"
    is_applicable: "models.BooleanField[Any, bool]"
    not_applicable_reason: "models.CharField[Any, str]"

    class Meta:
        abstract = True

    @property
    def wording(self) -> ItemWording:
        return ItemWording(
            title=self.title,
            requirement=self.requirement,
            title_is_checked=self.title_confidence == Confidence.CONFIRMED,
            requirement_is_checked=self.requirement_confidence == Confidence.CONFIRMED,
            is_applicable=self.is_applicable,
            reason=self.not_applicable_reason,
        )

    @property
    def catalogue_item(self) -> CatalogueItem | None:
        """What the edition says of it; None for an item that no catalogue has."""
        edition = editions().get(self.ita_round.edition)
        found = (row for row in edition.items if row.number == self.number) if edition else ()
        row = next(iter(found), None)
        return row and row.moved(self.ita_round.be_year - self.ita_round.edition)

    @property
    def differs_from_catalogue(self) -> bool:
        row = self.catalogue_item
        return row is not None and (row.title, row.requirement) != (self.title, self.requirement)

    @transaction.atomic
    def reword(self, wanted: ItemWording, *, by: User, version: int) -> list:
        """Write what differs, and keep who changed it; returns the changes.

        Raises StaleWording where somebody changed the item after `version`.
        """
        row = self._open_to_rewording(by)
        before, after = row.wording.shown, wanted.shown
        changed = [what for what in before if before[what] != after[what]]
        if not changed:
            return []
        self._require_seen(version)
        self.title, self.requirement = wanted.title, wanted.requirement
        self.is_applicable, self.not_applicable_reason = wanted.is_applicable, wanted.reason
        self.title_confidence = _confidence(row.title_confidence, wanted.title_is_checked)
        self.requirement_confidence = _confidence(
            row.requirement_confidence, wanted.requirement_is_checked
        )
        self.save(update_fields=_WRITTEN)
        self.status = self.refresh_status()
        return [self.keep_change(what, before[what], after[what], by=by) for what in changed]


def _confidence(before: str, is_checked: bool) -> str:
    """What was checked in part stays so until somebody checks the whole."""
    if is_checked:
        return Confidence.CONFIRMED
    return Confidence.MEMORY if before == Confidence.CONFIRMED else before
