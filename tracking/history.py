"""What was said of a row, as its page shows it: each report beside the unit's previous one."""

from collections.abc import Sequence
from dataclasses import dataclass

from organizations.models import Unit, UnitTree
from organizations.permissions import Permission
from tracking.differences import Piece, differences
from tracking.models import REPORTABLE, Entry, Status


@dataclass(frozen=True)
class Told:
    """An entry and, for a report, what the unit's previous report said: None for the first."""

    entry: Entry
    before: str | None
    is_reopened: bool

    @property
    def changes(self) -> tuple[Piece, ...]:
        """Empty where there is nothing to compare with, or nothing changed."""
        if not self.before or self.says_the_same:
            return ()
        return differences(self.before, self.entry.note)

    @property
    def says_the_same(self) -> bool:
        return bool(self.before) and self.before == self.entry.note

    @property
    def is_on_behalf(self) -> bool:
        """Reported by somebody who is not the unit's own staff: the secretary or the admin."""
        return self.entry.status in REPORTABLE and not self.entry.by.may(Permission.REPORT_OWN)


@dataclass(frozen=True)
class History:
    """What the address asked for: of one unit or, where `unit` is None, of all."""

    told: tuple[Told, ...]
    unit: Unit | None
    units: tuple[Unit, ...]
    is_misasked: bool


def tell_history(entries: Sequence[Entry], tree: UnitTree, of_unit: str = "") -> History:
    """The entries (newest first) of the unit that the address names, or all."""
    speaking = {entry.unit_id for entry in entries}
    units = tuple(unit for unit, _ in tree.walk() if unit.pk in speaking)
    unit = next((unit for unit in units if str(unit.pk) == of_unit), None)
    return History(
        told=tuple(one for one in tell_all(entries) if unit in (None, one.entry.unit)),
        unit=unit,
        units=units,
        is_misasked=bool(of_unit) and unit is None,
    )


def tell_all(entries: Sequence[Entry]) -> list[Told]:
    """Newest first, as given. What reviewers wrote does not count as the unit's words."""
    told: list[Told] = []
    last_words: dict[int, str] = {}
    for entry in reversed(entries):
        is_report = entry.status in REPORTABLE
        is_reopened = is_report and entry.old_status == Status.ACCEPTED
        told.append(Told(entry, last_words.get(entry.unit_id) if is_report else None, is_reopened))
        if is_report:
            last_words[entry.unit_id] = entry.note
    return told[::-1]
