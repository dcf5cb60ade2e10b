"""What units still owe, to print and to paste into a chat: most of an office has no e-mail."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from follow_up.work import Work, grouped, read_work, unit_tree
from organizations.models import Round, Unit, UnitTree, User
from organizations.permissions import Permission

#: What `?unit=` says for the whole office.
ALL = "all"


@dataclass(frozen=True)
class Section:
    """What one unit owes, or one person's units together."""

    heading: str
    works: tuple[Work, ...]


@dataclass(frozen=True)
class Outstanding:
    """`choice` is what the list is of: a unit's id, "all", or nothing for the reader's own."""

    ita_round: Round
    today: date
    sections: tuple[Section, ...]
    choice: str
    unit: Unit | None
    units: tuple[Unit, ...]
    has_own: bool
    is_misasked: bool

    @property
    def total(self) -> int:
        return sum(len(section.works) for section in self.sections)


def build_outstanding(ita_round: Round, user: User, *, today: date, asked: str = "") -> Outstanding:
    """A constant number of queries. `asked` is a unit's id or "all"; with neither, staff have what
    their units owe, and people who follow up every unit have everybody's. A unit has, besides its
    own, what is asked of the units above it: its people answer for both.
    """
    tree = unit_tree(ita_round)
    works = read_work(ita_round, tree.by_id.keys())
    has_own = user.may(Permission.REPORT_OWN) and bool(user.own_unit_ids)
    unit = next((unit for unit in tree.units if str(unit.pk) == asked), None)
    choice = asked if unit or asked == ALL else "" if has_own else ALL
    if unit:
        sections = [_owed_by(unit.name, works, tree, [unit.pk], today)]
    elif choice == ALL:
        everybody = tree.by_id.keys()
        sections = [_owed(one.name, works, {one.pk}, everybody, today) for one, _ in tree.walk()]
    else:
        names = _names(tree, user.own_unit_ids)
        sections = [_owed_by(names, works, tree, user.own_unit_ids, today)]
    return Outstanding(
        ita_round=ita_round,
        today=today,
        sections=tuple(section for section in sections if section.works or choice != ALL),
        choice=choice,
        unit=unit,
        units=tuple(one for one, _ in tree.at_work()),
        has_own=has_own,
        is_misasked=bool(asked) and asked != choice,
    )


def _owed_by(
    heading: str, works: list[Work], tree: UnitTree, unit_ids: Collection[int], today: date
) -> Section:
    """With what is asked of the units above: the people of these answer for both."""
    return _owed(heading, works, tree.upward(unit_ids), tree.around(unit_ids), today)


def _owed(
    heading: str,
    works: list[Work],
    unit_ids: Collection[int],
    around: Collection[int],
    today: date,
) -> Section:
    """What presses most comes first, as in งานของฉัน."""
    theirs = (one for work in works if (one := work.of(unit_ids, around)) and not one.is_finished)
    groups = grouped(theirs, today)
    return Section(heading, tuple(work for group in groups for work in group.works))


def _names(tree: UnitTree, unit_ids: Collection[int]) -> str:
    return " · ".join(unit.name for unit, _ in tree.walk() if unit.pk in unit_ids)
