"""What a round still lacks: who answers for what, and who can sign in to say so."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from disclosures.models import DisclosureItem
from measures.models import Measure
from organizations.models import Organization, UnitTree


@dataclass(frozen=True)
class Gap:
    """One thing missing: `kind` is late (must be mended) or soon (to be decided)."""

    kind: str
    code: str
    text: str
    detail: str = ""
    url: str = ""


def find_gaps(
    organization: Organization,
    tree: UnitTree,
    items: Sequence[DisclosureItem],
    measures: Sequence[Measure],
) -> tuple[Gap, ...]:
    """Items and measures with their assignments prefetched; one more query, for who signs in."""
    return (
        *_items_of_nobody(items),
        *_measures_of_nobody(measures),
        *_items_with_two_leads(items),
        *_units_without_people(organization, tree, items, measures),
    )


def _items_of_nobody(items: Sequence[DisclosureItem]) -> Iterable[Gap]:
    for item in items:
        if not item.assignments.all():
            yield Gap("late", item.code, "ไม่มีผู้รับผิดชอบ", item.title, item.get_absolute_url())


def _measures_of_nobody(measures: Sequence[Measure]) -> Iterable[Gap]:
    for measure in measures:
        if not measure.responsible_unit_ids():
            url = measure.get_absolute_url()
            yield Gap("late", measure.code, "ไม่มีผู้รับผิดชอบ", measure.title, url)


def _items_with_two_leads(items: Sequence[DisclosureItem]) -> Iterable[Gap]:
    for item in items:
        leads = [str(link) for link in item.assignments.all() if link.is_lead]
        if len(leads) > 1:
            names = " และ".join(leads)
            yield Gap("soon", item.code, "มีหน่วยหลักมากกว่าหนึ่ง", names, item.get_absolute_url())


def _units_without_people(organization, tree, items, measures) -> Iterable[Gap]:
    people = organization.users.filter(is_active=True, units__isnull=False)
    manned = tree.upward(people.values_list("units", flat=True))
    needed = {link.unit_id for item in items for link in item.assignments.all()}
    needed |= {unit_id for measure in measures for unit_id in measure.answering_unit_ids()}
    for unit, _ in tree.walk():
        if unit.pk in needed and unit.pk not in manned:
            yield Gap("soon", "", f"{unit}ยังไม่มีผู้ที่เข้าใช้ระบบได้", "ฝ่ายเลขานุการบันทึกแทนได้")
