"""What was said of the rows of a round, up to the day that its report speaks of."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from organizations.models import Round, UnitTree
from reports.models import MeasureRemark
from tracking.models import Entry, Row, folded


@dataclass(frozen=True)
class History:
    """Entries by the id of their row, newest first, each with its evidence; remarks by measure."""

    entries: dict[int, list[Entry]]
    remarks: dict[int, MeasureRemark]

    def of(self, row: Row) -> Sequence[Entry]:
        return self.entries.get(row.pk, [])


def read_history(ita_round: Round, before: datetime | None) -> History:
    """All of it, or what was said before a moment; three queries."""
    entries = Entry.objects.filter(row__ita_round=ita_round)
    if before is not None:
        entries = entries.filter(at__lt=before)
    found: dict[int, list[Entry]] = {}
    for entry in entries.prefetch_related("evidence"):
        found.setdefault(entry.row_id, []).append(entry)
    return History(found, MeasureRemark.objects.latest_by_measure(ita_round, before))


def take_back(rows: Iterable[Row], history: History, tree: UnitTree) -> None:
    """Their statuses as they were back then; none of them may be saved."""
    for row in rows:
        said = history.of(row)
        answering = row.answering_unit_ids() or {entry.unit_id for entry in said}
        row.status = folded(answering, said, tree)
