"""What became of last year's items in a year opened from it, and what is left to decide."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from disclosures.models import DisclosureItem
from disclosures.succession import Succession, succession
from follow_up.rows import read_items, read_measures
from measures.models import Measure
from organizations.models import Round
from years.models import CarryDecision, CarryKind


@dataclass(frozen=True)
class Carried:
    """One item as it went on: `olds` of the year before, `new` of this one, one of them missing
    where an item was dropped or is new.

    `measures` are those of the year before that served the old ones.
    """

    kind: CarryKind
    olds: tuple[DisclosureItem, ...]
    new: DisclosureItem | None
    measures: tuple[Measure, ...]
    decision: CarryDecision | None

    @property
    def number(self) -> int:
        return self.new.number if self.new else self.olds[0].number

    @property
    def old_units(self) -> list[str]:
        links = [link for old in self.olds for link in old.assignments.all()]
        return list(dict.fromkeys(link.unit.name for link in links))

    @property
    def is_settled(self) -> bool:
        """Decided on, or nothing to decide: what was dropped was nobody's, what is new has
        somebody, what came together has one lead.
        """
        if self.decision or self.kind == CarryKind.KEPT:
            return True
        if self.new is None:
            return not (self.old_units or self.measures)
        links = self.new.assignments.all()
        if self.kind == CarryKind.NEW:
            return bool(links) or not self.new.is_applicable
        return sum(link.is_lead for link in links) == 1


@dataclass(frozen=True)
class CarriedYear:
    """`source` is None for a year that began with nothing but its items."""

    source: Round | None
    lines: tuple[Carried, ...] = ()
    #: Where the work of a dropped item may go.
    choices: tuple[DisclosureItem, ...] = ()

    @property
    def open(self) -> list[Carried]:
        return [line for line in self.lines if not line.is_settled]

    @property
    def groups(self) -> list[tuple[CarryKind, list[Carried]]]:
        """What is left to decide stands above them all, so not here again."""
        settled = [line for line in self.lines if line.is_settled]
        found = [(kind, [line for line in settled if line.kind == kind]) for kind in CarryKind]
        return [(kind, lines) for kind, lines in found if lines]

    def count(self, kind: CarryKind) -> int:
        return sum(line.kind == kind for line in self.lines)

    @property
    def counts(self) -> list[tuple[CarryKind, int]]:
        return [(kind, self.count(kind)) for kind in CarryKind]

    def find(self, kind: str, number: int) -> Carried | None:
        found = (line for line in self.lines if (line.kind, line.number) == (kind, number))
        return next(found, None)


def build_carried(ita_round: Round) -> CarriedYear:
    """Every item of both years in one line, in a constant number of queries."""
    source = ita_round.opened_from
    if source is None:
        return CarriedYear(None)
    source.organization = ita_round.organization
    olds, news = _all_items(source), _all_items(ita_round)
    read_measures(source, olds)
    read_measures(ita_round, news)
    decisions: dict[tuple[str, int], CarryDecision] = {}
    for decision in ita_round.carry_decisions.select_related("by"):
        decisions.setdefault((decision.kind, decision.number), decision)
    moved = succession(source.edition, ita_round.edition)
    lines = _lines(moved, {old.number: old for old in olds}, {new.number: new for new in news})
    return CarriedYear(
        source,
        tuple(
            Carried(
                kind,
                tuple(old),
                new,
                tuple(dict.fromkeys(one for item in old for one in item.measures.all())),
                decisions.get((kind, new.number if new else old[0].number)),
            )
            for kind, old, new in lines
        ),
        tuple(news),
    )


def _all_items(ita_round: Round) -> list[DisclosureItem]:
    return read_items(ita_round, ita_round.unit_tree(), with_inapplicable=True)


def _lines(moved: Succession, olds: Any, news: Any) -> Iterator[tuple]:
    """The new items in their order with what they came from, then what was dropped."""
    for number, new in news.items():
        old = [olds[one] for one in moved.predecessors(number) if one in olds]
        kind = CarryKind.NEW if not old else CarryKind.KEPT
        yield CarryKind.MERGED if len(old) > 1 else kind, old, new
    for number in moved.dropped:
        if number in olds:
            yield CarryKind.DROPPED, [olds[number]], None
