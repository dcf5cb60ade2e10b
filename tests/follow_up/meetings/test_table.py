"""The follow-up sheet: every row by every unit, narrowed and sorted as the address asks."""

import io

import pytest
import python_calamine

from disclosures.models import DisclosureItem
from follow_up.meetings.excel import COLUMNS
from follow_up.meetings.table import SORTS, build_follow_up
from measures.models import Measure
from tests.conftest import TODAY
from tests.factories import multiply_measures
from tests.follow_up.waiting import report

# On PostgreSQL too: orders, and what they do with an empty date.
pytestmark = pytest.mark.both_databases

PAGE = "/reports/2570/follow-up/"
SHEET = "/reports/2570/follow-up.xlsx"


@pytest.fixture
def sheet(this_year):
    return lambda **asked: build_follow_up(this_year, today=TODAY, asked=asked)


@pytest.fixture
def read_sheet(client_of, secretary):
    def read(**asked):
        content = client_of(secretary).get(SHEET, asked).content
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
        return book.get_sheet_by_index(0).to_python()

    return read


def places(sheet):
    return [(line.row.code, str(line.unit or "")) for line in sheet.lines]


def line_of(sheet, code, unit):
    return next(line for line in sheet.lines if (line.row.code, str(line.unit)) == (code, unit))


def test_every_row_stands_once_for_every_unit_of_it(sheet, this_year):
    listed = places(sheet())

    assert len(listed) == len(set(listed))
    for row in (*DisclosureItem.objects.of(this_year).applicable(), *Measure.objects.of(this_year)):
        units = {unit for code, unit in listed if code == row.code}
        answering = this_year.organization.units.filter(pk__in=row.responsible_unit_ids())
        assert units == ({unit.name for unit in answering} or {""})


def test_what_nobody_answers_for_has_a_line_that_says_so(sheet):
    assert places(sheet(want="nobody")) == [("O29", "")]


def test_what_the_secretary_reported_of_nobodys_item_is_in_its_line(sheet, this_year, secretary):
    item = DisclosureItem.objects.of(this_year).get(number=29)
    report(item, secretary, item.units_reportable_by(secretary)[0], note="ไม่มีเรื่องร้องเรียน")

    line = line_of(sheet(), "O29", "None")

    assert line.report.note == line.latest.note == "ไม่มีเรื่องร้องเรียน"


def test_what_does_not_apply_has_no_line(sheet, this_year):
    DisclosureItem.objects.of(this_year).filter(number=29).update(
        is_applicable=False, not_applicable_reason="ไม่มี"
    )

    assert "O29" not in dict(places(sheet()))


@pytest.mark.parametrize(
    ("asked", "code", "unit"),
    [
        ({"show": "returned"}, "O18", "งานธุรการ"),
        ({"show": "late"}, "มาตรการ 1", "สำนักปลัด"),
        ({"want": "no_evidence"}, "มาตรการ 2", "สำนักปลัด"),
        ({"kind": "measures"}, "มาตรการ 3", "กองคลัง"),
        ({"kind": "items"}, "O18", "งานธุรการ"),
        ({"q": "หน้าเมนู"}, "O18", "งานธุรการ"),
        ({"q": "กองช่าง"}, "มาตรการ 3", "กองช่าง"),
        ({"show": "late", "kind": "measures", "want": "no_evidence"}, "มาตรการ 1", "สำนักปลัด"),
    ],
)
def test_it_is_narrowed(sheet, asked, code, unit):
    narrowed = sheet(**asked)

    assert (code, unit) in places(narrowed)
    assert len(narrowed.lines) < narrowed.total


def test_it_is_narrowed_to_a_unit(sheet, office):
    unit = office.units.get(name="กองช่าง")

    assert {name for _, name in places(sheet(unit=str(unit.pk)))} == {"กองช่าง"}


def test_the_counts_are_what_the_tabs_list(sheet):
    for tab in sheet().tabs:
        assert len(sheet(show=tab.kind).lines) == tab.count


@pytest.mark.parametrize("name", SORTS)
def test_it_is_sorted_both_ways_and_loses_nothing(sheet, name):
    up, down = places(sheet(sort=name)), places(sheet(sort=f"-{name}"))

    assert sorted(up) == sorted(down) == sorted(places(sheet()))
    assert up != down


def test_what_is_latest_due_comes_last_and_what_is_done_after_it(sheet):
    lines = sheet(sort="due").lines

    assert lines[0].is_late(TODAY)
    assert lines[-1].is_finished


def test_a_heading_pressed_twice_turns_round(client_of, secretary):
    html = client_of(secretary).get(PAGE, {"sort": "due"}).content.decode()

    assert 'aria-sort="ascending"' in html
    assert "?sort=-due" in html


@pytest.mark.parametrize("asked", [{"unit": "0"}, {"show": "x"}, {"sort": "x"}, {"want": "\x00"}])
def test_what_does_not_exist_narrows_nothing_and_is_said(client_of, secretary, sheet, asked):
    html = client_of(secretary).get(PAGE, asked).content.decode()

    assert "ที่ระบุในที่อยู่ของหน้านี้ จึงไม่ได้ใช้กรองรายการ" in html
    assert len(sheet(**asked).lines) == sheet().total


def test_a_text_that_nobody_wrote_finds_nothing(client_of, secretary):
    html = client_of(secretary).get(PAGE, {"q": "<script>ไม่มีใครเขียน"}).content.decode()

    assert "ไม่มีรายการที่ตรงกับตัวกรอง" in html
    assert "<script>ไม่มี" not in html


def test_a_link_says_what_is_amiss_with_it_and_is_not_opened(sheet, this_year, staff, office):
    item = DisclosureItem.objects.of(this_year).get(number=17)
    entry = report(item, staff, office.units.get(name="งานธุรการ"))
    piece = entry.evidence.create(organization=office, by=staff, url="https://drive.google.com/x/1")

    assert piece.notes
    assert line_of(sheet(), "O17", "งานธุรการ").link_faults == ("อาจต้องขอสิทธิ์เปิด",)


def test_a_finished_item_without_a_link_is_amiss(sheet, this_year, staff, office):
    report(
        DisclosureItem.objects.of(this_year).get(number=17),
        staff,
        office.units.get(name="งานธุรการ"),
    )

    line = line_of(sheet(want="link"), "O17", "งานธุรการ")
    assert line.link_faults == ("ไม่มีลิงก์",)


def test_the_secretarys_word_stands_beside_the_units(sheet):
    line = line_of(sheet(), "O18", "งานธุรการ")

    assert line.judgement.status == "returned"
    assert "หน้าเมนู" in line.judgement.note
    assert line.report != line.judgement


def test_the_last_decision_is_on_the_page(client_of, secretary, this_year):
    DisclosureItem.objects.of(this_year).get(number=30).decide(
        by=secretary, text="ให้เร่งรัด", agreed_due=None
    )

    html = client_of(secretary).get(PAGE, {"q": "เร่งรัด"}).content.decode()

    assert html.count("ให้เร่งรัด") >= 2
    assert "O17" not in html


def test_excel_has_the_lines_of_the_page_in_its_order(read_sheet, sheet):
    head, *rows = read_sheet(show="returned", sort="-unit")

    assert head == list(COLUMNS)
    assert [(row[0], row[2]) for row in rows] == places(sheet(show="returned", sort="-unit"))


@pytest.mark.parametrize(
    "text", ["=1+1", "@SUM(A1)", "+66", "-1", "{{ 7*7 }}", "ก\x07ข", "ก" * 40_000]
)
def test_a_text_in_excel_stays_a_text(read_sheet, this_year, staff, office, text):
    report(
        DisclosureItem.objects.of(this_year).get(number=17),
        staff,
        office.units.get(name="งานธุรการ"),
        note=text,
    )

    written = next(row[5] for row in read_sheet() if row[0] == "O17")
    assert written.replace("\x07", "") == text[:32_000].replace("\x07", "")


def test_excel_counts_days_late_as_a_number(read_sheet):
    row = next(row for row in read_sheet(show="late") if row[0] == "มาตรการ 1")

    assert row[9] == 23


def test_more_rows_cost_no_more_queries(this_year, secretary, queries_for, client_of):
    client = client_of(secretary)
    few = queries_for(client, PAGE)
    multiply_measures(this_year, 4)

    assert queries_for(client, PAGE) == few <= 22


def test_more_decisions_and_evidence_cost_no_more_queries(
    this_year, secretary, staff, office, queries_for, client_of
):
    client = client_of(secretary)
    report(
        DisclosureItem.objects.of(this_year).get(number=17),
        staff,
        office.units.get(name="งานธุรการ"),
    )
    DisclosureItem.objects.of(this_year).get(number=30).decide(
        by=secretary, text="มติ", agreed_due=None
    )
    few = queries_for(client, PAGE)
    for item in DisclosureItem.objects.of(this_year).filter(number__in=[31, 32, 33, 34]):
        decision = item.decide(by=secretary, text="มติ", agreed_due=None)
        assert decision.pk

    assert queries_for(client, PAGE) == few
