"""One person's list: what waits for them comes first, narrowed by what the address asks for."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from follow_up.mentions import Mention, find_mentions
from follow_up.work import Group, Work, grouped, read_work, unit_tree
from organizations.models import Round, Unit, UnitTree, User
from organizations.permissions import Permission
from organizations.tabs import Tab, query
from tracking.filters import KINDS, QUIET
from tracking.models import Status

#: What `?show=` may ask for, in the order of the tabs. Nothing asked for is what is left to do.
SHOWN = {"": "ค้างอยู่"} | {kind: label for kind, label in KINDS.items() if kind not in QUIET}
#: What `?kind=` may ask for.
ROWS = {"items": "ข้อ O", "measures": "มาตรการ"}


@dataclass(frozen=True)
class MyWork:
    """What is listed, and what else could be. `tabs` count under the unit and kind asked for."""

    groups: tuple[Group, ...]
    mentions: tuple[Mention, ...]
    tabs: tuple[Tab, ...]
    show: str
    unit: Unit | None
    units: tuple[Unit, ...]
    own_units: tuple[Unit, ...]
    kind: str
    is_anything: bool
    is_misasked: bool
    may_record: bool

    @property
    def kinds(self) -> tuple[tuple[str, str], ...]:
        return tuple(ROWS.items())

    @property
    def is_narrowed(self) -> bool:
        return bool(self.show or self.unit or self.kind)

    @property
    def current(self) -> Tab:
        return next(tab for tab in self.tabs if tab.is_current)

    @property
    def accepted(self) -> Tab:
        return next(tab for tab in self.tabs if tab.kind == Status.ACCEPTED)


def build_my_work(
    ita_round: Round, user: User, *, today: date, asked: Mapping[str, str] | None = None
) -> MyWork:
    """A constant number of queries. `asked` is the address's show, unit and kind.

    What does not exist narrows nothing, and is said.
    """
    wanted = {name: (asked or {}).get(name, "") for name in ("show", "unit", "kind")}
    tree = unit_tree(ita_round)
    hers = tree.upward(user.own_unit_ids)
    around = tree.around(user.own_unit_ids)
    works = _of(read_work(ita_round, hers, user.own_unit_ids), hers, around)
    units = _units(tree, works)
    unit = next((one for one in units if str(one.pk) == wanted["unit"]), None)
    show = wanted["show"] if wanted["show"] in SHOWN else ""
    kind = wanted["kind"] if wanted["kind"] in ROWS else ""
    of_unit = _of(works, {unit.pk}, around) if unit else works
    theirs = [work for work in of_unit if not kind or work.is_item == (kind == "items")]
    return MyWork(
        groups=grouped((work for work in theirs if _is_listed(work, show, today)), today),
        mentions=find_mentions(ita_round, user, hers),
        tabs=_tabs(theirs, show, unit, kind, today),
        show=show,
        unit=unit,
        units=units,
        own_units=tuple(one for one, _ in tree.walk() if one.pk in user.own_unit_ids),
        kind=kind,
        is_anything=bool(works),
        is_misasked=wanted != {"show": show, "unit": str(unit.pk) if unit else "", "kind": kind},
        may_record=ita_round.is_open and _reports(user),
    )


def _reports(user: User) -> bool:
    """Whether they report work at all; on which rows, the rows say."""
    return user.may(Permission.REPORT_OWN) or user.may(Permission.REPORT_ALL)


def _units(tree: UnitTree, works: list[Work]) -> tuple[Unit, ...]:
    """The user's units that have work, in the order of the organization chart."""
    busy = {one.unit.pk for work in works for one in work.standings}
    return tuple(unit for unit, _ in tree.walk() if unit.pk in busy)


def _of(works: list[Work], unit_ids: Collection[int], around: Collection[int]) -> list[Work]:
    return [one for work in works if (one := work.of(unit_ids, around))]


def _is_listed(work: Work, show: str, today: date) -> bool:
    """What is left to do is listed with what waits for review; it may yet come back."""
    return work.is_among(show, today) if show else work.standing != Status.ACCEPTED


def _tabs(
    works: list[Work], show: str, unit: Unit | None, kind: str, today: date
) -> tuple[Tab, ...]:
    def count(tab: str) -> int:
        return sum(work.is_among(tab, today) if tab else not work.is_finished for work in works)

    return tuple(
        Tab(tab, label, count(tab), query(show=tab, unit=unit and unit.pk, kind=kind), tab == show)
        for tab, label in SHOWN.items()
    )
