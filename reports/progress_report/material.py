"""All that the rows of one report are made of, read in a constant number of queries."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from organizations.models import Round
from reports.columns import Column, Need
from reports.models import MeasureRemark
from reports.progress_report.past import Past, Said, read_evidence, read_past
from reports.progress_report.typesetting import Typesetting
from tracking.models import Evidence


@dataclass(frozen=True)
class Material:
    """What only columns need that were not chosen is not read; `chosen` are keys."""

    set_in: Typesetting
    chosen: frozenset[str]
    needed: frozenset[Need]
    said: Past
    evidence: Mapping[int, Sequence[Evidence]] = field(default_factory=dict)
    remarks: Mapping[int, MeasureRemark] = field(default_factory=dict)
    with_items: bool = False
    before: datetime | None = None


def read_material(
    ita_round: Round,
    columns: Iterable[Column],
    set_in: Typesetting,
    *,
    before: datetime | None,
    with_items: bool,
) -> Material:
    """As it stood before a moment, or stands now; `with_items` for the appendix of items."""
    columns = list(columns)
    chosen = frozenset(column.key for column in columns)
    needed = frozenset(column.needs for column in columns if column.needs)
    said = read_past(ita_round, before)
    more: dict[str, Any] = {}
    if Need.EVIDENCE in needed or with_items:
        more["evidence"] = read_evidence(ita_round, _reports(said))
    if Need.REMARKS in needed:
        more["remarks"] = MeasureRemark.objects.latest_by_measure(ita_round, before)
    return Material(set_in, chosen, needed, said, with_items=with_items, before=before, **more)


def _reports(past: Past) -> list[Said]:
    return [report for row_id in past.by_row for report in past.reports_of(row_id)]
