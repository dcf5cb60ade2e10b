"""The column "ผู้รับผิดชอบ": the units of the items a measure serves, then its own."""

from collections.abc import Iterator

from measures.models import Measure
from reports.cell import Group, Line
from reports.progress_report.typesetting import Typesetting


def responsible_groups(measure: Measure, set_in: Typesetting) -> Iterator[Group]:
    """Derived from the assignments of its items, so that what the admin assigns is printed."""
    groups: dict[str, list[str]] = {}
    for link in measure.responsibilities.all():
        groups.setdefault(link.label, []).append(link.unit.name)
    of_items = list(_of_items(measure, set_in))
    if of_items:
        also = groups.pop("", [])
        yield Group(lines=(*of_items, *([Line(listed(also))] if also else [])))
    for heading, names in groups.items():
        yield Group(set_in.text(heading), tuple(Line(name) for name in names))


def _of_items(measure: Measure, set_in: Typesetting) -> Iterator[Line]:
    """One a unit, or several that share the same items: "งานแผนและงบประมาณ", "ข้อ O4"."""
    numbers: dict[str, set[int]] = {}
    for item in measure.items.all():
        for link in item.assignments.all():
            numbers.setdefault(str(link), set()).add(item.number)
    shared: dict[frozenset[int], list[str]] = {}
    for name, theirs in numbers.items():
        shared.setdefault(frozenset(theirs), []).append(name)
    for same, names in sorted(shared.items(), key=lambda group: min(group[0])):
        yield Line(set_in.text(listed(names)), f"ข้อ {set_in.items(same)}")


def listed(names: list[str]) -> str:
    """ "กองคลัง กองช่าง และสำนักปลัด"."""
    *others, last = names
    return f"{' '.join(others)} และ{last}" if others else last
