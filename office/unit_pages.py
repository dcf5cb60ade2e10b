"""The chart of the office and the page of one unit, as values."""

from collections import Counter
from dataclasses import dataclass

from django.db import models

from office.person_pages import by_name
from office.reading import year_at_work
from office.reorganizing import is_unused, why_not_closed
from organizations.models import Organization, Round, Unit, UnitChange, User

RECENT = 5


@dataclass(frozen=True)
class Line:
    """A unit in the chart: who signs in for it and what it answers for in the year at work."""

    unit: Unit
    depth: int
    people: int
    work: int
    is_first: bool
    is_last: bool


@dataclass(frozen=True)
class Chart:
    lines: tuple[Line, ...]
    closed: tuple[Unit, ...]
    ita_round: Round | None
    changes: tuple[UnitChange, ...]


def build_chart(office: Organization) -> Chart:
    """Seven queries, however many units."""
    tree = office.units.select_related("merged_into").tree()
    ita_round = year_at_work(office)
    people = _counts(office.users.filter(is_active=True), "units")
    work = _work(office, ita_round)
    walked = list(tree.at_work())
    rows: dict[int | None, list[Unit]] = {}
    for unit, _ in walked:
        rows.setdefault(unit.parent_id, []).append(unit)
    lines = tuple(
        Line(
            unit,
            depth,
            people[unit.pk],
            work[unit.pk],
            rows[unit.parent_id][0] == unit,
            rows[unit.parent_id][-1] == unit,
        )
        for unit, depth in walked
    )
    return Chart(
        lines=lines,
        closed=tuple(unit for unit, _ in tree.walk() if not unit.is_at_work),
        ita_round=ita_round,
        changes=tuple(office.unit_changes.select_related("by", "unit")[:RECENT]),
    )


def _counts(rows: models.QuerySet, unit: str) -> Counter:
    counted = rows.order_by().values_list(unit).annotate(models.Count("pk"))
    return Counter(dict(counted))


def _work(office: Organization, ita_round: Round | None) -> Counter:
    if ita_round is None:
        # Asked for what belongs to no year, the database counts the units that have nothing.
        return Counter()
    units = office.units.order_by()
    items = units.filter(assignments__item__ita_round=ita_round)
    measures = units.filter(responsibilities__measure__ita_round=ita_round)
    return Counter(dict(items.values_list("pk").annotate(models.Count("pk")))) + Counter(
        dict(measures.values_list("pk").annotate(models.Count("pk")))
    )


@dataclass(frozen=True)
class UnitPage:
    """`items` and `measures` are the links of the year at work that name the unit."""

    unit: Unit
    ita_round: Round | None
    people: tuple[User, ...]
    left: tuple[User, ...]
    items: tuple[models.Model, ...]
    measures: tuple[models.Model, ...]
    sections: tuple[Unit, ...]
    merged: tuple[Unit, ...]
    changes: tuple[UnitChange, ...]
    hindrances: tuple[str, ...]
    is_unused: bool


def build_unit_page(unit: Unit) -> UnitPage:
    """A constant number of queries."""
    ita_round = year_at_work(unit.organization)
    people = sorted(unit.users.all(), key=by_name)
    items = unit.assignments.filter(item__ita_round=ita_round).select_related("item__ita_round")
    measures = unit.responsibilities.filter(measure__ita_round=ita_round)
    return UnitPage(
        unit=unit,
        ita_round=ita_round,
        people=tuple(person for person in people if person.is_active),
        left=tuple(person for person in people if not person.is_active),
        items=tuple(items),
        measures=tuple(measures.select_related("measure__ita_round")),
        sections=tuple(unit.children.at_work()),
        merged=tuple(unit.merged.all()),
        changes=tuple(unit.changes.select_related("by", "unit")),
        hindrances=tuple(why_not_closed(unit)),
        is_unused=not unit.is_root and is_unused(unit),
    )
