"""What was said of the rows of a round, read from the history that only grows."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from organizations.models import Round
from tracking.models import REPORTABLE, Entry, Evidence


@dataclass(frozen=True)
class Said:
    """One entry of history; `row` is the id of its row."""

    pk: int
    row: int
    unit_id: int
    unit: str
    status: str
    note: str

    @property
    def is_report(self) -> bool:
        """The unit's own words: neither an acceptance nor a reason for sending back."""
        return self.status in REPORTABLE


@dataclass(frozen=True)
class Past:
    """Entries by row, each oldest first."""

    by_row: dict[int, list[Said]] = field(default_factory=dict)

    def of(self, row_id: int) -> list[Said]:
        return self.by_row.get(row_id, [])

    def results_of(self, row_id: int) -> list[Said]:
        """The last words of each unit, in the order in which they first had any."""
        words = (said for said in self.of(row_id) if said.is_report and said.note)
        return list({said.unit_id: said for said in words}.values())

    def reports_of(self, row_id: int) -> list[Said]:
        """The last report of each unit, in the order in which they first reported."""
        return list({said.unit_id: said for said in self.of(row_id) if said.is_report}.values())

    def standing_of(self, row_id: int) -> dict[int, str]:
        """The status of each unit that has one, by its id."""
        return {said.unit_id: said.status for said in self.of(row_id)}


def read_past(ita_round: Round, before: datetime | None) -> Past:
    """All entries on the round's rows, or those made before a moment; one query."""
    found = Entry.objects.filter(row__ita_round=ita_round).order_by("at", "pk")
    if before is not None:
        found = found.filter(at__lt=before)
    by_row: dict[int, list[Said]] = {}
    for values in found.values_list("pk", "row_id", "unit_id", "unit__name", "status", "note"):
        said = Said(*values)
        by_row.setdefault(said.row, []).append(said)
    return Past(by_row)


def read_evidence(ita_round: Round, reports: Iterable[Said]) -> dict[int, Sequence[Evidence]]:
    """What each of these reports rests on, links first, by the report's id; one query."""
    wanted = {said.pk for said in reports}
    links = Entry.evidence.through.objects.filter(entry__row__ita_round=ita_round)
    by_entry: dict[int, list[Evidence]] = {}
    for link in links.select_related("evidence").order_by("evidence_id"):
        if link.entry_id in wanted:
            by_entry.setdefault(link.entry_id, []).append(link.evidence)
    return {pk: sorted(pieces, key=lambda one: not one.url) for pk, pieces in by_entry.items()}
