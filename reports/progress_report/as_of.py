"""Rows as they stood at the end of a day, folded anew from the history that only grows.

Who answers for a row, and its wording, are as they are now: no history of those is read.
"""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from measures.models import Measure
from organizations.models import UnitTree
from reports.progress_report.material import Material
from reports.progress_report.past import Past
from tracking.models import Row, folded


def end_of(day: date | None) -> datetime | None:
    """The first moment after that day in Bangkok."""
    if day is None:
        return None
    return timezone.make_aware(datetime.combine(day + timedelta(days=1), time.min))


def as_they_stood(measures: Iterable[Measure], material: Material, tree: UnitTree) -> list[Measure]:
    """Neither they nor their items may be saved: their statuses are those of back then."""
    measures = list(measures)
    for measure in measures:
        _take_back(measure, material.said, tree)
        for item in measure.items.all():
            _take_back(item, material.said, tree)
    return measures


def _take_back(row: Row, past: Past, tree: UnitTree) -> None:
    said = past.of(row.pk)
    answering = row.answering_unit_ids() or {entry.unit_id for entry in said}
    row.status = folded(answering, said[::-1], tree)
