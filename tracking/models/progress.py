"""A row that is tracked: a status, units that answer, a history that only grows.

A unit's reports on one row are numbered 1, 2, 3 …; that number is the version a form carries.
Two units of one row therefore never refuse each other, and two people of one unit cannot
overwrite each other unseen: the second is refused, by the check and by the constraint behind it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol, TypeVar

from django.core.exceptions import PermissionDenied
from django.db import models, transaction
from django.utils import timezone

from organizations.models.kept import held
from organizations.models.notice import NoticeKind, tell
from organizations.models.unit import Unit, UnitTree
from organizations.models.user import User
from organizations.permissions import Permission
from tracking.models.entry import Entry
from tracking.models.evidence import Evidence
from tracking.models.part import PartOfRow
from tracking.models.status import REPORTABLE, Status, fold


class HasStatus(Protocol):
    """What a unit said of a row, as it is folded."""

    @property
    def unit_id(self) -> int: ...
    @property
    def status(self) -> str: ...


_Said = TypeVar("_Said", bound=HasStatus)


class StaleVersion(Exception):
    """Somebody of the same unit reported in between; `latest` is what they wrote."""

    def __init__(self, latest: Any) -> None:
        super().__init__(f"{latest} came first")
        self.latest = latest


@dataclass(frozen=True)
class Standing:
    """Where one responsible unit is with a row.

    `latest` may be the secretary's word on it; `report` is the unit's own last one.
    """

    unit: Unit
    role: str
    status: str
    latest: Entry | None
    report: Entry | None

    @property
    def has_begun(self) -> bool:
        return self.report is not None or self.status != Status.NOT_STARTED


class Reported(PartOfRow):
    """A row whose units report on it. What its units say is only ever added to."""

    entries: "models.Manager[Entry]"

    class Meta:
        abstract = True

    def latest_of(self, unit: Unit) -> Entry | None:
        return self.entries.filter(unit=unit).order_by("-version").first()

    def last_report_of(self, unit: Unit) -> Entry | None:
        """The unit's own last words: neither an acceptance nor a reason for sending back."""
        return self.entries.filter(unit=unit, status__in=REPORTABLE).order_by("-version").first()

    def history(self) -> list[Entry]:
        """All of it, newest first, in two queries."""
        return list(self.entries.select_related("by", "unit").prefetch_related("evidence"))

    def standings(self, history: Sequence[Entry]) -> list[Standing]:
        """One a responsible unit, in the order of the organization chart."""
        tree = self.ita_round.unit_tree()
        responsible = self.responsible_unit_ids()
        reports = [entry for entry in history if entry.status in REPORTABLE]
        standings = []
        for unit, _ in tree.walk():
            if unit.pk in responsible:
                below = tree.downward(unit.pk)
                latest, report = _latest_from(below, history), _latest_from(below, reports)
                status = latest.status if latest else Status.NOT_STARTED
                standings.append(Standing(unit, self.role_of(unit.pk), status, latest, report))
        return standings

    def record_progress(
        self,
        *,
        by: User,
        unit: Unit,
        status: str,
        note: str = "",
        version: int,
        evidence: Iterable[Evidence] = (),
        at: datetime | None = None,
    ) -> Entry:
        """Write what a unit reports. `version` is that of the unit's entry the writer saw, or 0.

        Raises PermissionDenied for a unit that `by` may not report for or a status that is
        not a unit's to set, and StaleVersion when the unit has reported since.
        """
        if status not in REPORTABLE or unit not in self.units_reportable_by(by):
            raise PermissionDenied
        return self._write(by, unit, status, note, version, evidence, at)

    def accept(self, *, by: User, unit: Unit, version: int, at: datetime | None = None) -> Entry:
        """The secretary accepts a unit's finished work; nobody accepts their own."""
        self._require_reviewable(by, unit)
        return self._write(by, unit, Status.ACCEPTED, "", version, (), at)

    @transaction.atomic
    def send_back(
        self, *, by: User, unit: Unit, note: str, version: int, at: datetime | None = None
    ) -> Entry:
        """The secretary returns a unit's work, with the reason."""
        if not note.strip():
            raise ValueError("โปรดระบุเหตุผลที่ส่งกลับ")
        self._require_reviewable(by, unit)
        entry = self._write(by, unit, Status.RETURNED, note, version, (), at)
        title = f"ส่งกลับให้{unit}แก้ไข {self.code} {self.title}"
        tell(
            unit,
            kind=NoticeKind.RETURNED,
            about=self,
            event=entry,
            title=title,
            text=entry.note,
            at=entry.at,
            but=by,
        )
        return entry

    def reviewable_by(self, user: User, history: Sequence[Entry]) -> list[Entry]:
        """Finished work that this person may accept or send back: of any unit, never their own."""
        if not (user.may(Permission.REVIEW) and self.is_editable_by(user)):
            return []
        return [
            entry
            for entry in latest_by_unit(history).values()
            if entry.status == Status.REVIEW and entry.by_id != user.pk
        ]

    def _require_reviewable(self, by: User, unit: Unit) -> None:
        if unit.pk not in {entry.unit_id for entry in self.reviewable_by(by, self.history())}:
            raise PermissionDenied

    @transaction.atomic
    def _write(
        self,
        by: User,
        unit: Unit,
        status: str,
        note: str,
        version: int,
        evidence: Iterable[Evidence],
        at: datetime | None,
    ) -> Entry:
        self.ita_round.hold_open()
        # Writers to one row wait for each other here, so that the folded status misses no entry.
        row = held(self)
        latest = row.latest_of(unit)
        if version != (latest.version if latest else 0):
            raise StaleVersion(latest)
        entry = row.entries.create(
            by=by,
            unit=unit,
            at=at or timezone.now(),
            version=version + 1,
            old_status=latest.status if latest else Status.NOT_STARTED,
            status=status,
            note=note.strip(),
        )
        entry.evidence.set(evidence)
        self.status = row.refresh_status()
        # A cached property that was computed from the status of before.
        self.__dict__.pop("standing", None)
        return entry

    def refresh_status(self) -> Status:
        """Fold the units' latest reports into the row's status; call when either changes."""
        history = list(self.entries.only("unit_id", "status"))
        tree = self.ita_round.unit_tree()
        answering = self.answering_unit_ids() or {entry.unit_id for entry in history}
        status = folded(answering, history, tree)
        self.status = status
        self.ita_round.rows.filter(pk=self.pk).update(status=status)
        return status


def latest_by_unit(history: Sequence[Entry]) -> dict[int, Entry]:
    """The last entry of each unit, by its id; `history` is newest first."""
    return {entry.unit_id: entry for entry in reversed(history)}


def folded(answering: Iterable[int], history: Sequence[HasStatus], tree: UnitTree) -> Status:
    """The status of a row for which these units answer; `history` is its own, newest first."""
    latest = [_latest_from(tree.downward(unit_id), history) for unit_id in answering]
    return fold(entry.status if entry else Status.NOT_STARTED for entry in latest)


def _latest_from(unit_ids: frozenset[int], history: Sequence[_Said]) -> _Said | None:
    """The last report from any of these units; `history` is newest first."""
    return next((entry for entry in history if entry.unit_id in unit_ids), None)
