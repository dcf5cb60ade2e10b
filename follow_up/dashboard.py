"""The state of a round at a glance, as a value: a constant number of queries, then Python."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import chain

from django.urls import reverse

from disclosures.models import DisclosureItem
from follow_up.charts import ORDER, Bar, Calendar, Span, bar
from follow_up.coverage import Coverage, find_coverage
from follow_up.rows import read_items, read_measures
from measures.models import Measure
from organizations.models import Round, UnitTree
from tracking.models import SOON, Entry, Row, Status

RECENT = 6


@dataclass(frozen=True)
class Figure:
    """A number that asks for attention, with the two lists it is made of."""

    kind: str
    label: str
    items: int
    measures: int
    item_url: str
    measure_url: str

    @property
    def total(self) -> int:
        return self.items + self.measures


@dataclass(frozen=True)
class StatusLine:
    status: str
    items: int
    measures: int

    @property
    def label(self) -> str:
        return Status(self.status).label


@dataclass(frozen=True)
class TimelineRow:
    measure: Measure
    span: Span | None
    days_late: int

    @property
    def segment(self) -> str:
        return Status(self.measure.standing).drawn


@dataclass(frozen=True)
class Due:
    row: Row
    days_left: int
    names: str

    @property
    def days_late(self) -> int:
        return -self.days_left


@dataclass(frozen=True)
class Dashboard:
    at: datetime
    figures: tuple[Figure, ...]
    days_to_disclosure: int
    items: Bar
    measures: Bar
    status_lines: tuple[StatusLine, ...]
    coverage: Coverage
    by_indicator: tuple[Bar, ...]
    by_unit: tuple[Bar, ...]
    calendar: Calendar
    timeline: tuple[TimelineRow, ...]
    due: tuple[Due, ...]
    recent: tuple[Entry, ...]
    soon: int = SOON


def build_dashboard(ita_round: Round, *, now: datetime) -> Dashboard:
    """`now` in the office's own time zone."""
    today = now.date()
    tree = ita_round.unit_tree(with_people=True)
    items = read_items(ita_round, tree)
    measures = read_measures(ita_round, items)
    items_bar = bar("ข้อ O", (item.standing for item in items))
    measures_bar = bar("มาตรการ", (measure.standing for measure in measures))
    calendar = Calendar(ita_round.fiscal_year, today)
    return Dashboard(
        at=now,
        figures=_figures(ita_round, items, measures, today),
        days_to_disclosure=(ita_round.disclosure_due - today).days,
        items=items_bar,
        measures=measures_bar,
        status_lines=tuple(
            StatusLine(status, items_bar.count(status), measures_bar.count(status))
            for status in ORDER
        ),
        coverage=find_coverage(tree, items, measures),
        by_indicator=_by_indicator(ita_round, items),
        by_unit=_by_unit(ita_round, tree, items, measures),
        calendar=calendar,
        timeline=_timeline(measures, calendar, today),
        due=_due(items, measures, tree, today),
        recent=_recent(tree, items, measures),
    )


def _figures(
    ita_round: Round, items: Sequence[DisclosureItem], measures: Sequence[Measure], today: date
) -> tuple[Figure, ...]:
    urls = {
        name: reverse(f"{name}:list", args=[ita_round.be_year])
        for name in ("disclosures", "measures")
    }

    def figure(kind: str, label: str, matches: Callable[..., bool]) -> Figure:
        return Figure(
            kind,
            label,
            sum(matches(item) for item in items),
            sum(matches(measure) for measure in measures),
            f"{urls['disclosures']}?show={kind}",
            f"{urls['measures']}?show={kind}",
        )

    return (
        figure("review", "รอตรวจ", lambda row: row.standing == Status.REVIEW),
        figure("late", "เกินกำหนด", lambda row: row.is_late(today)),
        figure("returned", "ส่งกลับ รอแก้ไข", lambda row: row.standing == Status.RETURNED),
        figure("soon", "ใกล้ครบกำหนด", lambda row: row.is_due_soon(today)),
    )


def _by_indicator(ita_round: Round, items: Sequence[DisclosureItem]) -> tuple[Bar, ...]:
    groups: dict = {}
    for item in items:
        groups.setdefault(item.indicator, []).append(item.standing)
    url = reverse("disclosures:list", args=[ita_round.be_year])
    return tuple(
        bar(str(indicator), standings, f"{url}#{indicator.code}")
        for indicator, standings in groups.items()
    )


def _by_unit(
    ita_round: Round, tree: UnitTree, items: Sequence[DisclosureItem], measures: Sequence[Measure]
) -> tuple[Bar, ...]:
    """Each unit with what is assigned to it by name; the busiest first."""
    standings: dict[int, list[str]] = {}
    for row in chain(items, measures):
        for unit_id in row.responsible_unit_ids():
            standings.setdefault(unit_id, []).append(row.standing)
    url = reverse("disclosures:list", args=[ita_round.be_year])
    bars = [
        bar(unit.name, standings[unit.pk], f"{url}?unit={unit.pk}")
        for unit, _ in tree.walk()
        if unit.pk in standings
    ]
    return tuple(sorted(bars, key=lambda unit_bar: -unit_bar.total))


def _timeline(
    measures: Sequence[Measure], calendar: Calendar, today: date
) -> tuple[TimelineRow, ...]:
    return tuple(
        TimelineRow(
            measure,
            calendar.span(measure.first_month, measure.usual_due_on, measure.is_late(today))
            if measure.first_month and measure.usual_due_on
            else None,
            max(0, -(measure.days_left(today) or 0)),
        )
        for measure in measures
    )


def _due(
    items: Sequence[DisclosureItem], measures: Sequence[Measure], tree: UnitTree, today: date
) -> tuple[Due, ...]:
    pressing = [
        Due(row, row.days_left(today) or 0, _names(row, tree))
        for row in chain(measures, items)
        if row.is_late(today) or row.is_due_soon(today)
    ]
    return tuple(sorted(pressing, key=lambda due: due.days_left))


def _names(row: Row, tree: UnitTree) -> str:
    units = row.responsible_unit_ids()
    return " ".join(unit.name for unit, _ in tree.walk() if unit.pk in units) or "ไม่มีผู้รับผิดชอบ"


def _recent(
    tree: UnitTree, items: Sequence[DisclosureItem], measures: Sequence[Measure]
) -> tuple[Entry, ...]:
    """The last lines of history, each with its row."""
    rows = {row.pk: row for row in chain(items, measures)}
    recent = Entry.objects.filter(row__in=rows).select_related("by")
    recent = recent.order_by("-at", "row__kind", "-pk")[:RECENT]
    for entry in recent:
        entry.unit, entry.row = tree.by_id[entry.unit_id], rows[entry.row_id]
    return tuple(recent)
