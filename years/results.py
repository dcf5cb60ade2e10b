"""What units last said of every row of a year, in two queries."""

from collections.abc import Mapping

from disclosures.models import DisclosureUpdate
from measures.models import ProgressUpdate
from organizations.models import Round
from tracking.models import REPORTABLE

HISTORIES = {"disclosureitem": DisclosureUpdate, "measure": ProgressUpdate}


def read_results(ita_round: Round) -> Mapping[tuple[str, int], str]:
    """By the row's kind and id; each unit's last words once, a line each."""
    found: dict[tuple[str, int], dict[int, str]] = {}
    for kind, history in HISTORIES.items():
        row = history.row_name
        entries = history.objects.filter(**{f"{row}__ita_round": ita_round}, status__in=REPORTABLE)
        for row_id, unit_id, note in entries.order_by("at", "pk").values_list(
            f"{row}_id", "unit_id", "note"
        ):
            found.setdefault((kind, row_id), {})[unit_id] = note
    return {
        key: "\n".join(dict.fromkeys(filter(None, by_unit.values())))
        for key, by_unit in found.items()
    }
