"""Opening a year step by step: what is there, what is missing, and where that is done."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.urls import reverse

from disclosures.models import Confidence, DisclosureItem
from disclosures.notation import ItemStyle, format_items
from follow_up.coverage import Coverage, find_coverage
from follow_up.rows import read_items, read_measures
from measures.models import Measure
from organizations.models import Organization, Round, UnitTree
from organizations.permissions import Role
from years.carrying import CarriedYear, build_carried


@dataclass(frozen=True)
class Link:
    text: str
    url: str


@dataclass(frozen=True)
class Want:
    """One thing missing, in words, with the place that mends it; `must` is what costs points."""

    text: str
    link: Link | None = None
    must: bool = False


@dataclass(frozen=True)
class Step:
    title: str
    facts: tuple[str, ...]
    wants: tuple[Want, ...]
    links: tuple[Link, ...]

    @property
    def is_done(self) -> bool:
        return not self.wants


@dataclass(frozen=True)
class Setup:
    steps: tuple[Step, ...]

    @property
    def wants(self) -> list[Want]:
        return [want for step in self.steps for want in step.wants]

    @property
    def first_undone(self) -> Step | None:
        return next((step for step in self.steps if not step.is_done), None)

    @property
    def done(self) -> int:
        return sum(step.is_done for step in self.steps)


def build_setup(ita_round: Round) -> Setup:
    """The five steps before the year is started, in a constant number of queries."""
    tree = ita_round.unit_tree(with_people=True)
    items = read_items(ita_round, tree)
    measures = read_measures(ita_round, items)
    coverage = find_coverage(tree, items, measures)
    return Setup(
        (
            _items_step(ita_round, items, build_carried(ita_round)),
            _units_step(tree),
            _measures_step(ita_round, measures, coverage),
            _assignments_step(ita_round, coverage),
            _people_step(ita_round.organization, coverage),
        )
    )


def _items_step(ita_round: Round, items: Sequence[DisclosureItem], carried: CarriedYear) -> Step:
    source = carried.source
    began = f"ยกมาจากปีงบประมาณ {source.be_year}" if source else "เริ่มจากรายการข้อ O ไม่ได้ยกมาจากปีใด"
    listed = Link("ดูข้อ O", _page("disclosures:list", ita_round))
    links, wants = [listed], []
    if source:
        decide = Link("ดูสิ่งที่ยกมา", _page("years:carried", ita_round))
        links.append(decide)
        if carried.open:
            wants.append(Want(f"รอตัดสินข้อที่ยกมาไม่ได้ตรงตัว {len(carried.open)} ข้อ", decide, must=True))
    unsure = [item for item in items if item.title_confidence != Confidence.CONFIRMED]
    if unsure:
        wants.append(Want(f"ชื่อข้อ O ที่ยังไม่ได้ตรวจกับคู่มือ {len(unsure)} ข้อ", listed))
    facts = (f"ข้อ O ฉบับปี {ita_round.edition} ใช้กับหน่วยงานนี้ {len(items)} ข้อ", began)
    return Step("ฉบับและข้อ O", facts, tuple(wants), tuple(links))


def _units_step(tree: UnitTree) -> Step:
    count = sum(not unit.is_root for unit, _ in tree.at_work())
    kept = Link("ดูและแก้ไขส่วนราชการ", reverse("office:units"))
    none = Want("ยังไม่มีส่วนราชการนอกจาก “ทุกส่วนราชการ”", kept, must=True)
    facts = (f"มีส่วนราชการ {count} หน่วย",)
    return Step("ส่วนราชการ", facts, () if count else (none,), (kept,))


def _measures_step(ita_round: Round, measures: Sequence[Measure], coverage: Coverage) -> Step:
    listed = Link("ดูมาตรการ", _page("measures:list", ita_round))
    bring = Link("นำเข้าจากเอกสาร", _page("measures:import", ita_round))
    wants = []
    if not measures:
        wants.append(Want("ยังไม่มีมาตรการ โปรดนำเข้าจากเอกสารของหน่วยงาน", bring, must=True))
    if timeless := [measure for measure in measures if not measure.timeframe]:
        wants.append(Want(f"ไม่มีระยะเวลา: {_codes(timeless)}", listed))
    if measures and coverage.in_no_measure:
        wants.append(Want(f"ไม่อยู่ในมาตรการใด: {_codes(coverage.in_no_measure)}", listed))
    for document in ita_round.imported_documents.filter(imported_at=None):
        page = reverse("measures:import_decide", args=[ita_round.be_year, document.pk])
        wants.append(Want(f"“{document}” ยังนำเข้าไม่เสร็จ", Link("ทำต่อ", page)))
    return Step("มาตรการ", (f"มี {len(measures)} มาตรการ",), tuple(wants), (listed, bring))


def _assignments_step(ita_round: Round, coverage: Coverage) -> Step:
    board = Link("กำหนดผู้รับผิดชอบ", _page("years:board", ita_round))
    listed = Link("ดูมาตรการ", _page("measures:list", ita_round))
    found = (
        ("ไม่มีผู้รับผิดชอบ", coverage.of_nobody, board, True),
        ("ไม่มีผู้รับผิดชอบ", coverage.measures_of_nobody, listed, True),
        ("มีหน่วยหลักมากกว่าหนึ่ง", coverage.led_twice, board, False),
    )
    wants = [
        Want(f"{said}: {_codes(rows)}", link, must) for said, rows, link, must in found if rows
    ]
    if coverage.idle_units:
        wants.append(Want(f"ยังไม่มีงาน: {_names(coverage.idle_units)}", board))
    fact = f"มีผู้รับผิดชอบแล้ว {coverage.assigned} จาก {coverage.items} ข้อ"
    return Step("ผู้รับผิดชอบ", (fact,), tuple(wants), (board,))


def _people_step(organization: Organization, coverage: Coverage) -> Step:
    roles = list(organization.users.filter(is_active=True).values_list("role", flat=True))
    people = Link("ดูและเพิ่มผู้ใช้", reverse("office:people"))
    wants = []
    if coverage.unmanned_units:
        wants.append(Want(f"ยังไม่มีผู้ที่เข้าใช้ระบบได้: {_names(coverage.unmanned_units)}", people))
    if Role.SECRETARY not in roles:
        wants.append(Want("ยังไม่มีบัญชีของฝ่ายเลขานุการ ซึ่งเป็นผู้ตรวจรับงาน", people, must=True))
    return Step("ผู้ใช้", (f"เข้าใช้ระบบได้ {len(roles)} คน",), tuple(wants), (people,))


def _page(name: str, ita_round: Round) -> str:
    return reverse(name, args=[ita_round.be_year])


def _codes(rows: Sequence[DisclosureItem | Measure]) -> str:
    numbers = [row.number for row in rows]
    if rows[0].is_item:
        return format_items(numbers, ItemStyle.LATIN)
    return f"มาตรการ {', '.join(map(str, numbers))}"


def _names(units: Iterable) -> str:
    return ", ".join(map(str, units))
