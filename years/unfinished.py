"""What a year still has open, for whoever is about to close it."""

from dataclasses import dataclass

from disclosures.models import DisclosureItem
from measures.models import Measure
from organizations.models import Round
from tracking.models import BY_TAB, Row

#: What a row may still want, in the order it presses, each with how it is said.
WANTING = {status: status.about.wanted for status in BY_TAB if status.about.wanted}


@dataclass(frozen=True)
class Wanting:
    status: str
    label: str
    rows: tuple[Row, ...]


def find_unfinished(ita_round: Round) -> tuple[Wanting, ...]:
    """Items and measures not accepted, by how they stand; empty where everything is."""
    items = DisclosureItem.objects.filter(ita_round=ita_round).applicable()
    measures = Measure.objects.filter(ita_round=ita_round).prefetch_related("items")
    rows = [*measures, *items]
    for row in rows:
        row.ita_round = ita_round
    found = (
        Wanting(status, label, tuple(row for row in rows if row.standing == status))
        for status, label in WANTING.items()
    )
    return tuple(wanting for wanting in found if wanting.rows)
