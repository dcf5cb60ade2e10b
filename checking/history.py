"""What was said of the rows of a round, up to the day that its report speaks of."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from disclosures.models import DisclosureUpdate
from measures.models import ProgressUpdate
from organizations.models import Round, UnitTree
from reports.models import MeasureRemark
from tracking.models import Entry, Tracked, folded


@dataclass(frozen=True)
class History:
    """Entries by kind and id of row, newest first, each with its evidence; remarks by measure."""

    entries: dict[tuple[str, int], list[Entry]]
    remarks: dict[int, MeasureRemark]

    def of(self, row: Tracked) -> Sequence[Entry]:
        return self.entries.get((row._meta.label, row.pk), [])


def read_history(ita_round: Round, before: datetime | None) -> History:
    """All of it, or what was said before a moment; five queries."""
    found: dict[tuple[str, int], list[Entry]] = {}
    for history in (DisclosureUpdate, ProgressUpdate):
        name = history.row_name
        label = history._meta.get_field(name).related_model._meta.label
        entries = history.objects.filter(**{f"{name}__ita_round": ita_round})
        if before is not None:
            entries = entries.filter(at__lt=before)
        for entry in entries.prefetch_related("evidence"):
            found.setdefault((label, getattr(entry, f"{name}_id")), []).append(entry)
    return History(found, MeasureRemark.objects.latest_by_measure(ita_round, before))


def take_back(rows: Iterable[Tracked], history: History, tree: UnitTree) -> None:
    """Their statuses as they were back then; none of them may be saved."""
    for row in rows:
        said = history.of(row)
        answering = row.answering_unit_ids() or {entry.unit_id for entry in said}
        row.status = folded(answering, said, tree)
