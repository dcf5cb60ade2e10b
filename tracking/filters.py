"""Narrowing a list of measures or O-items: how they stand, and who answers for them.

Over rows already loaded, since a round has tens of them. What a link or a person asks for that
does not exist narrows nothing, and is said.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from organizations.models import Unit, UnitTree
from organizations.tabs import Tab, query
from tracking.models import BY_TAB, Row, Status, kinds

_Row = TypeVar("_Row", bound=Row)
#: What `?show=` may ask for, in the order of the tabs: what wants attention comes first.
KINDS = kinds((status, status.about.short or status.label) for status in BY_TAB)
#: Each has a tab only for people whom a link brought there.
QUIET = tuple(status for status in Status if status.about.is_quiet)


@dataclass(frozen=True)
class Listing(Generic[_Row]):
    """The rows asked for, and what else could be: `kind` and `unit` are empty where not asked."""

    rows: tuple[_Row, ...]
    kind: str
    unit: Unit | None
    tabs: tuple[Tab, ...]
    units: tuple[Unit, ...]
    is_misasked: bool

    @property
    def is_narrowed(self) -> bool:
        return bool(self.kind or self.unit)


def narrow(
    rows: Sequence[_Row], tree: UnitTree, asked: Mapping[str, str], today: date
) -> Listing[_Row]:
    """The rows that `asked` (the address's `show` and `unit`) names, each with its units loaded."""
    show, of_unit = asked.get("show", ""), asked.get("unit", "")
    kind = show if show in KINDS else ""
    unit = next((unit for unit in tree.units if str(unit.pk) == of_unit), None)
    busy = frozenset().union(*(row.responsible_unit_ids() for row in rows))
    theirs = [row for row in rows if unit is None or unit.pk in row.responsible_unit_ids()]
    return Listing(
        rows=tuple(row for row in theirs if not kind or row.is_among(kind, today)),
        kind=kind,
        unit=unit,
        tabs=_tabs(theirs, kind, unit, today),
        units=tuple(one for one, _ in tree.walk() if one.pk in busy or one == unit),
        is_misasked=show != kind or bool(of_unit and unit is None),
    )


def _tabs(rows: Sequence[Row], current: str, unit: Unit | None, today: date) -> tuple[Tab, ...]:
    """Each with the number of rows behind it, the unit kept."""
    counts = {kind: sum(row.is_among(kind, today) for row in rows) for kind in KINDS}
    return (
        Tab("", "ทั้งหมด", len(rows), query(unit=unit and unit.pk), not current),
        *(
            Tab(kind, label, counts[kind], query(show=kind, unit=unit and unit.pk), kind == current)
            for kind, label in KINDS.items()
            if kind == current or kind not in QUIET
        ),
    )
