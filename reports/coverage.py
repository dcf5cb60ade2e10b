"""What a round still lacks: who answers for what, and who can sign in to say so."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from disclosures.models import DisclosureItem
from measures.models import Measure
from organizations.models import Organization, Unit, UnitTree


@dataclass(frozen=True)
class Gap:
    """One thing missing: `kind` is late (must be mended) or soon (to be decided)."""

    kind: str
    code: str
    text: str
    detail: str = ""
    url: str = ""


@dataclass(frozen=True)
class Coverage:
    """Of the items that apply: how many have somebody, and every gap by its kind."""

    items: int
    of_nobody: tuple[DisclosureItem, ...]
    led_twice: tuple[DisclosureItem, ...]
    in_no_measure: tuple[DisclosureItem, ...]
    measures_of_nobody: tuple[Measure, ...]
    measures_with_holes: tuple[Measure, ...]
    idle_units: tuple[Unit, ...]
    unmanned_units: tuple[Unit, ...]

    @property
    def assigned(self) -> int:
        return self.items - len(self.of_nobody)

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """What has to be mended or decided before the year is on its way."""
        return tuple(self._gaps())

    def _gaps(self) -> Iterator[Gap]:
        for row in (*self.of_nobody, *self.measures_of_nobody):
            yield Gap("late", row.code, "ไม่มีผู้รับผิดชอบ", row.title, row.get_absolute_url())
        for item in self.led_twice:
            leads = " และ".join(str(link) for link in item.assignments.all() if link.is_lead)
            yield Gap("soon", item.code, "มีหน่วยหลักมากกว่าหนึ่ง", leads, item.get_absolute_url())
        for unit in self.unmanned_units:
            yield Gap("soon", "", f"{unit}ยังไม่มีผู้ที่เข้าใช้ระบบได้", "ฝ่ายเลขานุการบันทึกแทนได้")


def find_coverage(
    organization: Organization,
    tree: UnitTree,
    items: Sequence[DisclosureItem],
    measures: Sequence[Measure],
) -> Coverage:
    """Items and measures with their assignments prefetched; one more query, for who signs in."""
    items = [item for item in items if item.is_applicable]
    of_nobody = [item for item in items if not item.assignments.all()]
    served = {item.pk for measure in measures for item in measure.items.all()}
    missing = {item.pk for item in of_nobody}
    busy = {link.unit_id for item in items for link in item.assignments.all()}
    busy |= {unit_id for measure in measures for unit_id in measure.answering_unit_ids()}
    manned = _manned(organization, tree)
    return Coverage(
        items=len(items),
        of_nobody=tuple(of_nobody),
        led_twice=tuple(item for item in items if _leads(item) > 1),
        in_no_measure=tuple(item for item in items if item.pk not in served),
        measures_of_nobody=tuple(one for one in measures if not one.responsible_unit_ids()),
        measures_with_holes=tuple(
            one for one in measures if missing & {item.pk for item in one.items.all()}
        ),
        idle_units=tuple(
            unit for unit, depth in tree.walk() if depth and _is_idle(unit, tree, busy)
        ),
        unmanned_units=tuple(
            unit for unit, _ in tree.walk() if unit.pk in busy and unit.pk not in manned
        ),
    )


def _leads(item: DisclosureItem) -> int:
    return sum(link.is_lead for link in item.assignments.all())


def _manned(organization: Organization, tree: UnitTree) -> frozenset[int]:
    """Units that somebody can sign in for, those above her own among them."""
    people = organization.users.filter(is_active=True, units__isnull=False)
    return tree.upward(people.values_list("units", flat=True))


def _is_idle(unit: Unit, tree: UnitTree, busy: set[int]) -> bool:
    """Nothing is named for the unit or for a section of it."""
    return not tree.downward(unit.pk) & busy
