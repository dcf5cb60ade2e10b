"""The meeting's agenda: what is open or wrong, one row at a time, as a value."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from follow_up.meetings.lines import Line, label, read_lines
from follow_up.work import unit_tree
from organizations.models import Round, Unit, UnitTree
from organizations.tabs import Tab, query
from tracking.models import BY_RANK, DATED, Status

#: What `?by=` may ask for.
GROUPINGS = {"": "ตามหน่วย", "trouble": "ตามปัญหา"}
#: The troubles in the order they are taken up, then what is only under way.
_ORDER = ["nobody", Status.RETURNED, *DATED, "no_evidence", "link"]
_ORDER += [status for status in BY_RANK if status not in (Status.RETURNED, Status.ACCEPTED)]


@dataclass(frozen=True)
class Group:
    label: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Meeting:
    """`line` is the one taken up, None where nothing is left; `others` are its row's other units.

    `place` counts from 1, and is 0 for a line that is not on the agenda any more.
    """

    ita_round: Round
    today: date
    by: str
    groups: tuple[Group, ...]
    line: Line | None
    place: int
    previous: Line | None
    next: Line | None
    others: tuple[Line, ...]
    units: tuple[Unit, ...]
    is_misasked: bool

    @property
    def total(self) -> int:
        return sum(len(group.lines) for group in self.groups)

    @property
    def tabs(self) -> list[Tab]:
        at = self.line.key if self.line else ""
        return [
            Tab(by, words, self.total, query(by=by, at=at), by == self.by)
            for by, words in GROUPINGS.items()
        ]

    @property
    def troubles(self) -> list[tuple[str, str]]:
        kinds = self.line.troubles(self.today) if self.line else []
        return [(kind, label(kind)) for kind in kinds]

    @property
    def candidates(self) -> list[Unit]:
        """To whom the row may be handed; what a unit does through its items goes with those."""
        if self.line is None or self.line.is_by_items:
            return []
        taken = self.line.row.responsible_unit_ids()
        return [unit for unit in self.units if unit.pk not in taken]

    def staying_with(self, unit: Unit | None) -> str:
        """The address of the same row by this unit, to go on from as from here."""
        then = self.next.key if self.next else ""
        return query(by=self.by, at=self.line.key_of(unit) if self.line else "", then=then)

    @property
    def own_address(self) -> str:
        return self.staying_with(self.line.unit if self.line else None)

    @property
    def next_address(self) -> str:
        return self._address(self.next) if self.next else ""

    @property
    def previous_address(self) -> str:
        return self._address(self.previous) if self.previous else ""

    @property
    def agenda(self) -> list[tuple[Group, list[tuple[str, Line]]]]:
        """The groups, their lines each with its address."""
        return [
            (group, [(self._address(line), line) for line in group.lines]) for group in self.groups
        ]

    def _address(self, line: Line) -> str:
        return query(by=self.by, at=line.key)


def build_meeting(ita_round: Round, *, today: date, asked: Mapping[str, str]) -> Meeting:
    """A constant number of queries. `asked` is the address's by, at and then.

    `at` is the line taken up. What was decided of a line may move it in the agenda: `then` is the
    one that came after it before, so that the meeting goes on where it was.
    """
    tree = unit_tree(ita_round)
    everything = read_lines(ita_round)
    by = asked.get("by", "") if asked.get("by", "") in GROUPINGS else ""
    agenda = [line for line in everything if is_open(line, today)]
    groups = tuple(_by_trouble(agenda, today) if by else _by_unit(agenda, tree))
    ordered = [line for group in groups for line in group.lines]
    at = asked.get("at", "")
    line = find(everything, at) or next(iter(ordered), None)
    place = ordered.index(line) if line in ordered else -1
    following = find(ordered, asked.get("then", "")) or next(iter(ordered[place + 1 :]), None)
    return Meeting(
        ita_round=ita_round,
        today=today,
        by=by,
        groups=groups,
        line=line,
        place=place + 1,
        previous=ordered[place - 1] if place > 0 else None,
        next=following if following != line else None,
        others=tuple(one for one in everything if line and one.row == line.row and one != line),
        units=tuple(unit for unit, _ in tree.at_work()),
        is_misasked=asked.get("by", "") != by or bool(at and find(everything, at) is None),
    )


def is_open(line: Line, today: date) -> bool:
    """A measure by its items is taken up with those, unless its own date presses."""
    if line.is_by_items:
        return line.is_late(today) or line.is_due_soon(today)
    return line.standing != Status.ACCEPTED or bool(line.troubles(today))


def find(lines: Iterable[Line], key: str) -> Line | None:
    """The line of this key, or another of its row where the unit has changed."""
    same_row = [line for line in lines if line.key.rpartition("-")[0] == key.rpartition("-")[0]]
    return next((line for line in same_row if line.key == key), next(iter(same_row), None))


def _by_unit(lines: list[Line], tree: UnitTree) -> Iterable[Group]:
    yield from _filled(label("nobody"), [line for line in lines if line.unit is None])
    for unit, _ in tree.walk():
        yield from _filled(unit.name, [line for line in lines if line.unit == unit])


def _by_trouble(lines: list[Line], today: date) -> Iterable[Group]:
    first = [(line, (line.troubles(today) or [line.standing])[0]) for line in lines]
    for kind in _ORDER:
        yield from _filled(label(kind), [line for line, its in first if its == kind])


def _filled(name: str, lines: list[Line]) -> Iterable[Group]:
    if lines:
        yield Group(name, tuple(lines))
