"""Which units responsible for a row have reported, which have not, and what awaits judgement."""

from collections.abc import Sequence
from dataclasses import dataclass

from organizations.models import Unit, UnitTree, User
from organizations.permissions import Permission
from tracking.models import Entry, Row, Standing, Status, latest_by_unit


@dataclass(frozen=True)
class Line:
    """A responsible unit; `waiting` is finished work of it or of a unit below it."""

    standing: Standing
    waiting: tuple[Entry, ...]


@dataclass(frozen=True)
class RollCall:
    """`elsewhere` is what waits from units that do not answer for the row any more.

    Nothing waits for people who may not judge it.
    """

    lines: tuple[Line, ...]
    elsewhere: tuple[Entry, ...]
    judges: bool

    @property
    def reported(self) -> int:
        return len(self.lines) - len(self.silent)

    @property
    def silent(self) -> list[Unit]:
        return [line.standing.unit for line in self.lines if not line.standing.has_begun]


def call_roll(row: Row, history: Sequence[Entry], user: User, tree: UnitTree) -> RollCall:
    """`history` is all of the row's, newest first."""
    judges = user.may(Permission.REVIEW) and row.is_editable_by(user)
    waiting = [one for one in latest_by_unit(history).values() if one.status == Status.REVIEW]
    standings = row.standings(history)
    responsible = {standing.unit.pk for standing in standings}
    under: dict[int | None, list[Entry]] = {}
    for entry in waiting if judges else ():
        under.setdefault(_nearest(entry.unit_id, responsible, tree), []).append(entry)
    return RollCall(
        lines=tuple(Line(one, tuple(under.get(one.unit.pk, ()))) for one in standings),
        elsewhere=tuple(under.get(None, ())),
        judges=judges,
    )


def _nearest(unit_id: int | None, responsible: set[int], tree: UnitTree) -> int | None:
    """The responsible unit that this one is, or stands under; None where there is none."""
    while unit_id is not None and unit_id not in responsible:
        unit_id = tree.by_id[unit_id].stands_under_id
    return unit_id
