"""Who answers for what, as a value: a round's items by indicator, across the office's units."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from disclosures.groups import by_indicator
from disclosures.models import AssignmentChange, Capacity, DisclosureItem, Indicator
from follow_up.coverage import Coverage, find_coverage
from follow_up.rows import read_items, read_measures
from organizations.models import Round, Unit, UnitTree

RECENT = 5
#: What a press of a cell makes of it.
NEXT = {
    Capacity.NONE: Capacity.LEAD,
    Capacity.LEAD: Capacity.SUPPORT,
    Capacity.SUPPORT: Capacity.NONE,
}


@dataclass(frozen=True)
class Column:
    """A unit, by a name that no other column has."""

    unit: Unit
    name: str
    starts_group: bool

    @property
    def is_root(self) -> bool:
        return self.unit.parent_id is None


@dataclass(frozen=True)
class ColumnGroup:
    """A division with its sections; the name is empty over "ทุกส่วนราชการ"."""

    name: str
    columns: tuple[Column, ...]


@dataclass(frozen=True)
class Cell:
    column: Column
    capacity: Capacity

    @property
    def next(self) -> Capacity:
        return NEXT[self.capacity]


@dataclass(frozen=True)
class Line:
    item: DisclosureItem
    columns: Sequence[Column]

    @cached_property
    def cells(self) -> tuple[Cell, ...]:
        """Made only where the line is drawn: a press changes one line of forty."""
        taken = {link.unit_id: link.capacity for link in self.item.assignments.all()}
        return tuple(
            Cell(column, taken.get(column.unit.pk, Capacity.NONE)) for column in self.columns
        )

    @property
    def leads(self) -> int:
        return sum(cell.capacity == Capacity.LEAD for cell in self.cells)

    @property
    def is_gap(self) -> bool:
        return self.item.is_applicable and all(
            cell.capacity == Capacity.NONE for cell in self.cells
        )

    @property
    def is_double(self) -> bool:
        return self.leads > 1


@dataclass(frozen=True)
class Section:
    indicator: Indicator
    lines: tuple[Line, ...]

    @property
    def counts(self) -> list[tuple[Column, int]]:
        """How many of its items each unit answers for."""
        taken = Counter(link.unit_id for line in self.lines for link in line.item.assignments.all())
        columns = self.lines[0].columns if self.lines else ()
        return [(column, taken[column.unit.pk]) for column in columns]


@dataclass(frozen=True)
class Board:
    groups: tuple[ColumnGroup, ...]
    sections: tuple[Section, ...]
    coverage: Coverage
    changes: tuple[AssignmentChange, ...]

    @property
    def columns(self) -> list[Column]:
        return [column for group in self.groups for column in group.columns]

    @property
    def lines(self) -> list[Line]:
        return [line for section in self.sections for line in section.lines]

    def touched(self, numbers: Collection[int]) -> list[tuple[Section, list[Line]]]:
        """Each section that holds one of these items, and the lines of those."""
        found = (
            (section, [line for line in section.lines if line.item.number in numbers])
            for section in self.sections
        )
        return [(section, lines) for section, lines in found if lines]


def build_board(ita_round: Round) -> Board:
    """A constant number of queries, however many items and units."""
    tree = ita_round.unit_tree(with_people=True)
    items = read_items(ita_round, tree, with_inapplicable=True)
    measures = read_measures(ita_round, items)
    busy = {link.unit_id for item in items for link in item.assignments.all()}
    groups = tuple(_groups(tree, busy))
    columns = [column for group in groups for column in group.columns]
    changes = AssignmentChange.objects.filter(item__ita_round=ita_round)
    return Board(
        groups=groups,
        sections=tuple(
            Section(group.indicator, tuple(Line(item, columns) for item in group.rows))
            for group in by_indicator(items, items)
        ),
        coverage=find_coverage(tree, items, measures),
        changes=tuple(changes.select_related("item", "unit", "by")[:RECENT]),
    )


def _has_a_column(unit: Unit, busy: Collection[int]) -> bool:
    """One that is closed only where a year opened again still names it."""
    return unit.is_at_work or unit.pk in busy


def _groups(tree: UnitTree, busy: Collection[int]) -> Iterator[ColumnGroup]:
    """The root, each division that has sections, and the rest together."""
    (root, _), *others = ((unit, depth) for unit, depth in tree.walk() if _has_a_column(unit, busy))
    yield ColumnGroup("", (Column(root, tree.names[root.pk], starts_group=False),))
    divisions = [unit for unit, depth in others if depth == 1]
    alone = []
    for division in divisions:
        under = tree.downward(division.pk)
        below = [unit for unit, _ in others if unit.pk in under]
        if len(below) == 1:
            alone += below
        else:
            yield ColumnGroup(division.name, _columns(tree, below))
    if alone:
        yield ColumnGroup("หน่วยอื่น", _columns(tree, alone))


def _columns(tree: UnitTree, units: Sequence[Unit]) -> tuple[Column, ...]:
    return tuple(
        Column(unit, tree.names[unit.pk], starts_group=place == 0)
        for place, unit in enumerate(units)
    )
