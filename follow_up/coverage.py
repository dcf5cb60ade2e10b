"""What a round still lacks: who answers for what, and who can sign in to say so."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse

from disclosures.models import DisclosureItem
from disclosures.notation import ItemStyle, format_items
from measures.models import Measure
from organizations.models import Round, Unit, UnitTree


@dataclass(frozen=True)
class Spot:
    """Where something is missing: the page of it, and of the admin's that mends it."""

    name: str
    note: str = ""
    url: str = ""
    mend: str = ""


@dataclass(frozen=True)
class Gap:
    """One kind of thing that may be missing, and everywhere it is: nowhere where all is well.

    `kind` is late (must be mended) or the icon of what is to be decided.
    """

    kind: str
    missing: str
    full: str
    spots: tuple[Spot, ...]

    @property
    def first(self) -> tuple[Spot, ...]:
        """As many as a summary has room for: a year just opened may lack every one."""
        return self.spots[:MOST_SHOWN]

    @property
    def others(self) -> int:
        return len(self.spots) - len(self.first)


#: In a summary; the board shows all.
MOST_SHOWN = 12


@dataclass(frozen=True)
class Coverage:
    """Of the items that apply: how many have somebody, and what is missing by its kind."""

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
        """Every kind, what has to be mended before what has to be decided."""
        return (
            Gap(
                "late",
                "ข้อ O ไม่มีผู้รับผิดชอบ",
                "ทุกข้อ O มีผู้รับผิดชอบ",
                tuple(_on_board(item, item.title) for item in self.of_nobody),
            ),
            Gap(
                "late",
                "มาตรการไม่มีผู้รับผิดชอบ",
                "ทุกมาตรการมีผู้รับผิดชอบ",
                tuple(_on_its_form(measure) for measure in self.measures_of_nobody),
            ),
            Gap(
                "users",
                "ข้อ O มีหน่วยหลักมากกว่าหนึ่ง",
                "ทุกข้อ O มีหน่วยหลักเดียว",
                tuple(_on_board(item, _leads(item)) for item in self.led_twice),
            ),
            Gap(
                "list-checks",
                "มาตรการที่มีข้อ O ไม่มีผู้รับผิดชอบ",
                "ทุกข้อ O ของทุกมาตรการมีผู้รับผิดชอบ",
                tuple(self._at_its_hole(measure) for measure in self.measures_with_holes),
            ),
            Gap(
                "layers",
                "ข้อ O ไม่อยู่ในมาตรการใด",
                "ทุกข้อ O อยู่ในมาตรการ",
                tuple(_among_measures(item) for item in self.in_no_measure),
            ),
            Gap(
                "building-2",
                "ส่วนราชการที่ยังไม่มีงาน",
                "ทุกส่วนราชการมีงาน",
                tuple(Spot(unit.name, mend=unit.get_absolute_url()) for unit in self.idle_units),
            ),
            Gap(
                "user",
                "ส่วนราชการที่ไม่มีผู้เข้าใช้ระบบได้",
                "ทุกส่วนราชการมีผู้เข้าใช้ระบบได้",
                tuple(_without_people(unit) for unit in self.unmanned_units),
            ),
        )

    @property
    def missing(self) -> tuple[Gap, ...]:
        return tuple(gap for gap in self.gaps if gap.spots)

    @property
    def count(self) -> int:
        return sum(len(gap.spots) for gap in self.gaps)

    def _at_its_hole(self, measure: Measure) -> Spot:
        missing = {item.pk for item in self.of_nobody}
        holes = [item for item in measure.items.all() if item.pk in missing]
        names = format_items([item.number for item in holes], ItemStyle.LATIN)
        mend = _board(measure.ita_round, min(item.number for item in holes))
        return Spot(measure.code, names, measure.get_absolute_url(), mend)


def _on_board(item: DisclosureItem, note: str) -> Spot:
    mend = _board(item.ita_round, item.number)
    return Spot(item.code, note, item.get_absolute_url(), mend)


def _board(ita_round: Round, number: int) -> str:
    return f"{reverse('years:board', args=[ita_round.be_year])}#o{number}"


def _on_its_form(measure: Measure) -> Spot:
    mend = reverse("measures:edit", args=[measure.ita_round.be_year, measure.number])
    return Spot(measure.code, measure.title, measure.get_absolute_url(), mend)


def _among_measures(item: DisclosureItem) -> Spot:
    """Whichever of them is to serve it."""
    mend = reverse("measures:arrange", args=[item.ita_round.be_year])
    return Spot(item.code, item.title, item.get_absolute_url(), mend)


def _without_people(unit: Unit) -> Spot:
    """Where accounts are made for the unit; of all units together, where units are kept."""
    mend = f"{reverse('office:people')}?unit={unit.pk}"
    return Spot(unit.name, mend=unit.get_absolute_url() if unit.is_root else mend)


def _leads(item: DisclosureItem) -> str:
    return " และ".join(str(link) for link in item.assignments.all() if link.is_lead)


def find_coverage(
    tree: UnitTree, items: Sequence[DisclosureItem], measures: Sequence[Measure]
) -> Coverage:
    """Of a chart that was read with its people, and rows with those who answer: asks nothing."""
    items = [item for item in items if item.is_applicable]
    of_nobody = [item for item in items if not item.assignments.all()]
    served = {item.pk for measure in measures for item in measure.items.all()}
    missing = {item.pk for item in of_nobody}
    busy = {link.unit_id for item in items for link in item.assignments.all()}
    busy |= {unit_id for measure in measures for unit_id in measure.answering_unit_ids()}
    manned = _manned(tree)
    # For a closed year nobody has to sign in any more.
    is_going_on = any(row.ita_round.is_open for row in (*items, *measures))
    return Coverage(
        items=len(items),
        of_nobody=tuple(of_nobody),
        led_twice=tuple(item for item in items if _lead_count(item) > 1),
        in_no_measure=tuple(item for item in items if item.pk not in served),
        measures_of_nobody=tuple(one for one in measures if not one.responsible_unit_ids()),
        measures_with_holes=tuple(
            one for one in measures if missing & {item.pk for item in one.items.all()}
        ),
        idle_units=tuple(
            unit for unit, depth in tree.at_work() if depth and _is_idle(unit, tree, busy)
        ),
        unmanned_units=tuple(
            unit for unit, _ in tree.walk() if unit.pk in busy - manned and is_going_on
        ),
    )


def _lead_count(item: DisclosureItem) -> int:
    return sum(link.is_lead for link in item.assignments.all())


def _manned(tree: UnitTree) -> frozenset[int]:
    """Units that somebody can sign in for: people's own units and those above them."""
    return tree.upward(unit.pk for unit in tree.units if unit.has_people)


def _is_idle(unit: Unit, tree: UnitTree, busy: set[int]) -> bool:
    """Nothing is named for the unit or for a section of it."""
    return not tree.downward(unit.pk) & busy
