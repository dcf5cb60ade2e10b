"""What units answer for, row by row, as a value: for one person's list and for what a unit owes."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property
from typing import TypeVar

from django.db.models import prefetch_related_objects

from follow_up.rows import read_decisions, read_items, read_measures
from organizations.models import Round, UnitTree
from tracking.models import (
    BY_RANK,
    FINISHED,
    REPORTABLE,
    Decision,
    Due,
    Entry,
    Row,
    Standing,
    Status,
    fold,
    kinds,
)

#: The groups in the order they are done, each with its heading.
GROUPS = kinds((status, status.about.group) for status in BY_RANK if status.about.group)

_Row = TypeVar("_Row", bound=Row)


@dataclass(frozen=True)
class Work(Due):
    """One row, as far as some units go: what the others still owe is not theirs.

    `own_unit_ids` are those in whose name the reader reports.
    """

    row: Row
    standings: tuple[Standing, ...]
    own_unit_ids: frozenset[int] = frozenset()

    @property
    def is_item(self) -> bool:
        return self.row.is_item

    @property
    def kind(self) -> str:
        return "ข้อ" if self.is_item else "มาตรการ"

    @property
    def code(self) -> str | int:
        return self.row.code if self.is_item else self.row.number

    @cached_property
    def standing(self) -> Status:
        return fold(one.status for one in self.standings)

    @cached_property
    def due_on(self) -> date | None:
        return self.row.due_on

    @property
    def closed_on(self) -> date | None:
        return self.row.closed_on

    @cached_property
    def is_lead(self) -> bool:
        leads = self.row.answering_unit_ids()
        return any(one.unit.pk in leads for one in self.standings)

    @property
    def is_finished(self) -> bool:
        return self.standing in FINISHED

    @property
    def reason(self) -> Entry | None:
        """Why it was sent back, where it was."""
        returned = [one.latest for one in self.standings if one.status == Status.RETURNED]
        return returned[0] if returned else None

    @property
    def decision(self) -> Decision | None:
        """What a meeting decided of it last."""
        return next(iter(self.row.decisions.all()), None)

    @property
    def finished_at(self) -> datetime | None:
        """When it was sent for review, or accepted; None where that was said of its items."""
        moments = [one.latest.at for one in self.standings if one.latest]
        return max(moments) if self.is_finished and moments else None

    @property
    def label(self) -> str:
        """The name under which its drafts are kept."""
        return self.row.key

    @property
    def record_url(self) -> str:
        return self.row.url_of("record")

    @property
    def form_unit_id(self) -> int | None:
        """The reader's unit that the form is for, first the one to mend; else the form chooses."""
        mending = [self.reason.unit_id] if self.reason else []
        mine = [*mending, *(one.unit.pk for one in self.standings)]
        return next((unit_id for unit_id in mine if unit_id in self.own_unit_ids), None)

    def group(self, today: date) -> str:
        if self.standing == Status.RETURNED or self.is_finished:
            return self.standing
        if self.is_late(today):
            return "late"
        return "soon" if self.is_due_soon(today) else Status.DOING.value

    def of(self, unit_ids: Collection[int], around: Collection[int]) -> "Work | None":
        """The same as far as these units go; None where they have no part in it.

        What many units answer for may be sent back to one of them. For those that are not
        `around` it, it is under way.
        """
        standings = tuple(
            replace(one, status=Status.DOING)
            if one.status == Status.RETURNED and one.latest and one.latest.unit_id not in around
            else one
            for one in self.standings
            if one.unit.pk in unit_ids
        )
        return replace(self, standings=standings) if standings else None


@dataclass(frozen=True)
class Group:
    kind: str
    label: str
    works: tuple[Work, ...]


def unit_tree(ita_round: Round) -> UnitTree:
    """The office's units, read once: every row asks for them."""
    prefetch_related_objects([ita_round.organization], "units")
    return ita_round.unit_tree()


def read_work(
    ita_round: Round, unit_ids: Collection[int], own_unit_ids: frozenset[int] = frozenset()
) -> list[Work]:
    """A constant number of queries. Leads come first, then what is due first.

    A measure that a unit serves by an item is done with the item, and is not listed again.
    """
    items = read_items(ita_round, unit_tree(ita_round))
    measures = read_measures(ita_round, items)
    theirs = frozenset(unit_ids)
    rows: list[Row] = [row for row in items if row.responsible_unit_ids() & theirs]
    rows += [row for row in measures if row.answering_unit_ids() & theirs]
    read_decisions(rows)
    works = [
        Work(row, tuple(one for one in standings if one.unit.pk in theirs), own_unit_ids)
        for row, standings, _ in read_standings(rows)
    ]
    return sorted(works, key=lambda work: (not work.is_lead, work.due_on or date.max))


def grouped(works: Iterable[Work], today: date) -> tuple[Group, ...]:
    """In the order of the groups; none is empty."""
    found: dict[str, list[Work]] = {kind: [] for kind in GROUPS}
    for work in works:
        found[work.group(today)].append(work)
    return tuple(
        Group(kind, GROUPS[kind], tuple(inside)) for kind, inside in found.items() if inside
    )


def last_report(said: Iterable[Entry]) -> Entry | None:
    """A unit's own last words among these, newest first: what the secretary said of them is not."""
    return next((entry for entry in said if entry.status in REPORTABLE), None)


def read_standings(
    rows: Sequence[_Row], *, with_evidence: bool = False
) -> Iterator[tuple[_Row, list[Standing], list[Entry]]]:
    """Each row with its units and all its entries, newest first.

    `with_evidence` also loads who wrote, for whom, and the proof.
    """
    history = Entry.objects.filter(row__in=[row.pk for row in rows])
    if with_evidence:
        history = history.select_related("by", "unit").prefetch_related("evidence")
    entries: dict[int, list[Entry]] = {}
    for entry in history:
        entries.setdefault(entry.row_id, []).append(entry)
    for row in rows:
        said = entries.get(row.pk, [])
        yield row, row.standings(said), said
