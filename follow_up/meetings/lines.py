"""Every measure and O-item by each unit that answers for it, as a value."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from follow_up.rows import read_decisions, read_items, read_measures
from follow_up.work import last_report, read_standings, unit_tree
from organizations.models import Round, Unit
from tracking.evidence.links import link_words
from tracking.filters import KINDS
from tracking.models import DATED, FINISHED, Decision, Due, Entry, Evidence, Row, Standing, Status

NO_LINK = "ไม่มีลิงก์"
#: What may be amiss with a line besides its status and its date.
WANTS = {
    "nobody": "ไม่มีผู้รับผิดชอบ",
    "no_evidence": "ไม่มีหลักฐาน",
    "link": "ลิงก์ต้องตรวจสอบ",
}


@dataclass(frozen=True)
class Line(Due):
    """One row as far as one unit goes; nobody's where `place` is None.

    A measure is also here for each unit that serves it by an item; what such a unit does stands
    with the item, so that its line has no evidence of its own.
    """

    row: Row
    place: Standing | None
    is_by_items: bool = False
    #: Entries of a row that no unit answers for, newest first.
    entries: tuple[Entry, ...] = ()

    @property
    def is_item(self) -> bool:
        return self.row.is_item

    @property
    def unit(self) -> Unit | None:
        return self.place.unit if self.place else None

    @property
    def key(self) -> str:
        """As its address names it: item-18-5, and by its id a measure, whose number may change."""
        return self.key_of(self.unit)

    def key_of(self, unit: Unit | None) -> str:
        row = f"item-{self.row.number}" if self.is_item else f"measure-{self.row.pk}"
        return f"{row}-{unit.pk if unit else 0}"

    @cached_property
    def standing(self) -> Status:
        return Status(self.place.status if self.place else self.row.standing)

    @cached_property
    def due_on(self) -> date | None:
        return self.row.due_on

    @property
    def closed_on(self) -> date | None:
        return self.row.closed_on

    @property
    def is_finished(self) -> bool:
        return self.standing in FINISHED

    @property
    def report(self) -> Entry | None:
        return self.place.report if self.place else last_report(self.entries)

    @property
    def latest(self) -> Entry | None:
        return self.place.latest if self.place else next(iter(self.entries), None)

    @property
    def judgement(self) -> Entry | None:
        """The secretary's word, where it was the last."""
        is_judged = self.standing in (Status.ACCEPTED, Status.RETURNED)
        return self.latest if is_judged and self.latest and self.latest != self.report else None

    @property
    def decision(self) -> Decision | None:
        return next(iter(self.row.decisions.all()), None)

    @cached_property
    def evidence(self) -> tuple[Evidence, ...]:
        return tuple(self.report.evidence.all()) if self.report else ()

    @cached_property
    def links(self) -> tuple[str, ...]:
        return tuple(piece.url for piece in self.evidence if piece.url)

    @cached_property
    def link_faults(self) -> tuple[str, ...]:
        """In a few words each; an item that is said to be done is looked at through its link."""
        if self.is_item and self.is_finished and not self.links:
            return (NO_LINK,)
        return tuple(dict.fromkeys(words for url in self.links for words in link_words(url)))

    @property
    def lacks_evidence(self) -> bool:
        return not self.evidence and not self.is_by_items

    def is_among(self, kind: str, today: date) -> bool:
        """As in every list, and what is wanting."""
        match kind:
            case "nobody":
                return self.place is None
            case "no_evidence":
                return self.lacks_evidence
            case "link":
                return bool(self.link_faults)
        return super().is_among(kind, today)

    def troubles(self, today: date) -> list[str]:
        """The kinds that a meeting asks about, what presses most first."""
        kinds = ["nobody", Status.RETURNED, *DATED]
        kinds += ["no_evidence", "link"] if self.is_finished else []
        return [str(kind) for kind in kinds if self.is_among(kind, today)]


def label(kind: str) -> str:
    return WANTS.get(kind) or str(KINDS[kind])


def read_lines(ita_round: Round) -> list[Line]:
    """Measures first, then items, each by its units in the order of the organization chart.

    A constant number of queries.
    """
    items = read_items(ita_round, unit_tree(ita_round))
    measures = read_measures(ita_round, items)
    rows = [*measures, *items]
    read_decisions(rows)
    return list(_lines(rows))


def _lines(rows: Sequence[Row]) -> Iterator[Line]:
    for row, standings, said in read_standings(rows, with_evidence=True):
        own = row.responsible_unit_ids() if row.is_item else row.answering_unit_ids()
        for standing in standings:
            yield Line(row, standing, is_by_items=standing.unit.pk not in own)
        if not standings:
            yield Line(row, None, entries=tuple(said))
