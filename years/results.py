"""What units last said of every row of a year, in one query."""

from collections.abc import Mapping

from organizations.models import Round
from tracking.models import REPORTABLE, Entry


def read_results(ita_round: Round) -> Mapping[int, str]:
    """By the row's id; each unit's last words once, a line each."""
    found: dict[int, dict[int, str]] = {}
    entries = Entry.objects.filter(row__ita_round=ita_round, status__in=REPORTABLE)
    for row_id, unit_id, note in entries.order_by("at", "pk").values_list(
        "row_id", "unit_id", "note"
    ):
        found.setdefault(row_id, {})[unit_id] = note
    return {
        row_id: "\n".join(dict.fromkeys(filter(None, by_unit.values())))
        for row_id, by_unit in found.items()
    }
