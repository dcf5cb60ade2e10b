"""What is to be typed into the NACC's system, item by item."""

import io

import pytest
import python_calamine
from django.core.exceptions import PermissionDenied

from disclosures.models import DisclosureItem
from reports.itas.excel import COLUMNS
from reports.itas.lines import build_itas
from reports.models import TypedIn
from tests.follow_up.waiting import report
from tracking.models import Evidence

# On PostgreSQL too: a constraint lets two mark one item.
pytestmark = pytest.mark.both_databases

PAGE = "/reports/2570/itas/"


@pytest.fixture
def itas(this_year):
    return lambda: build_itas(this_year)


@pytest.fixture
def client(client_of, secretary):
    return client_of(secretary)


@pytest.fixture
def clerks(office):
    return office.units.get(name="งานธุรการ")


@pytest.fixture
def published(this_year, staff, clerks, office):
    """O17, reported with a main link and another."""
    entry = report(
        DisclosureItem.objects.of(this_year).get(number=17), staff, clerks, note="เผยแพร่\nแล้ว 1 ฉบับ"
    )
    for url in ("https://thamsing.example/o๑๗", "https://thamsing.example/o17/more"):
        entry.evidence.add(Evidence.objects.create(organization=office, by=staff, url=url))
    return entry


def line(itas, number):
    return itas.line_of(str(number))


def test_every_item_that_applies_has_its_line(itas, this_year):
    DisclosureItem.objects.of(this_year).filter(number=29).update(
        is_applicable=False, not_applicable_reason="ไม่มีงานนี้"
    )

    found = itas()

    assert len(found.lines) == 42
    assert [item.code for item in found.not_applicable] == ["O29"]


@pytest.mark.usefixtures("published")
def test_the_main_link_comes_first_in_arabic_digits(itas):
    found = line(itas(), 17)

    assert (found.has, found.url) == ("มี", "https://thamsing.example/o17")
    assert found.urls[1:] == ("https://thamsing.example/o17/more",)


@pytest.mark.usefixtures("published")
def test_the_explanation_is_the_units_last_words_in_one_line(itas):
    assert line(itas(), 17).explanation == "เผยแพร่ แล้ว 1 ฉบับ"


def test_long_words_are_shortened(itas, this_year, staff, clerks):
    report(DisclosureItem.objects.of(this_year).get(number=17), staff, clerks, note="ก" * 5000)

    assert len(line(itas(), 17).explanation) <= 301


def test_what_the_secretary_reported_of_nobodys_item_is_typed_in(
    itas, this_year, secretary, office
):
    item = DisclosureItem.objects.of(this_year).get(number=29)
    unit = item.units_reportable_by(secretary)[0]
    entry = report(item, secretary, unit, note="ไม่มีเรื่องร้องเรียน")
    url = "https://thamsing.example/o29"
    entry.evidence.add(Evidence.objects.create(organization=office, by=secretary, url=url))

    found = line(itas(), 29)

    assert (found.has, found.url) == ("มี", url)
    assert found.explanation == "ไม่มีเรื่องร้องเรียน"


def test_without_a_link_it_is_said_not_to_be_there(itas, this_year, staff, clerks):
    report(
        DisclosureItem.objects.of(this_year).get(number=17), staff, clerks, note="ไม่มีเรื่องร้องเรียน"
    )

    found = line(itas(), 17)
    assert (found.has, found.url) == ("ไม่มี", "")
    assert found.explanation == "ไม่มีเรื่องร้องเรียน"
    assert "ยังไม่มีลิงก์" in found.cautions


def test_items_without_a_link_are_named_first(client, itas):
    html = client.get(PAGE).content.decode()

    named = html[html.index("ยังไม่มีลิงก์") : html.index('class="itas"')]
    assert "O29" in named
    assert "O1<" not in named
    assert f"ยังไม่มีลิงก์ {len(itas().without_link)} ข้อ" in html


def test_what_is_not_accepted_yet_is_said(itas):
    assert "ยังไม่ได้ตรวจรับ" in line(itas(), 8).cautions
    assert line(itas(), 1).cautions == []


def test_a_link_that_may_cost_points_is_said(itas, published, office, staff):
    published.evidence.set(
        [Evidence.objects.create(organization=office, by=staff, url="https://thamsing.example/")]
    )

    assert any("หน้าแรก" in caution for caution in line(itas(), 17).cautions)


def test_an_item_that_is_typed_in_says_by_whom(client, itas):
    answer = line(itas(), 3).answer

    response = client.post(PAGE, {"item": "3", "answer": answer})

    assert response.url == f"{PAGE}#o3"
    assert "กรอกแล้วโดยนางสาวศิริพร แก้วมณี" in client.get(PAGE).content.decode()
    assert itas().typed == 3


def test_a_mark_is_taken_back(client, itas):
    client.post(PAGE, {"item": "1", "undo": "1"})

    assert line(itas(), 1).typed is None


def test_an_answer_that_changed_after_it_was_typed_is_said(client, itas, this_year, published):
    client.post(PAGE, {"item": "17", "answer": line(itas(), 17).answer})
    report(
        DisclosureItem.objects.of(this_year).get(number=17),
        published.by,
        published.unit,
        note="แก้ไขแล้ว",
    )

    found = line(itas(), 17)
    assert found.is_changed
    assert "ข้อมูลเปลี่ยนหลังกรอก" in found.cautions[0]


def test_only_the_answer_that_was_seen_is_marked(client, itas):
    response = client.post(PAGE, {"item": "3", "answer": "another"}, follow=True)

    assert "เปลี่ยนหลังจากที่ท่านเปิดหน้านี้" in response.content.decode()
    assert line(itas(), 3).typed is None


def test_two_who_type_one_item_both_have(this_year, secretary, admin):
    item = DisclosureItem.objects.of(this_year).get(number=3)
    for by in (secretary, admin):
        TypedIn.objects.mark(item, by=by, answer="a")

    assert TypedIn.objects.get(item=item).by == admin


@pytest.mark.parametrize("sent", [{}, {"item": "999"}, {"item": "x"}, {"item": "\x00"}])
def test_an_item_that_does_not_exist_is_said(client, sent):
    response = client.post(PAGE, sent)

    assert response.status_code == 422
    assert "ไม่พบข้อ O ที่เลือก" in response.content.decode()


@pytest.mark.parametrize("who", ["staff", "executive", "stranger"])
def test_only_who_types_it_in_may_mark_it(request, this_year, who):
    item = DisclosureItem.objects.of(this_year).get(number=3)

    with pytest.raises(PermissionDenied):
        TypedIn.objects.mark(item, by=request.getfixturevalue(who), answer="a")
    with pytest.raises(PermissionDenied):
        TypedIn.objects.unmark(item, by=request.getfixturevalue(who))


def test_who_only_reads_has_the_copy_buttons_and_no_mark(client_of, executive):
    html = client_of(executive).get(PAGE).content.decode()

    assert "data-copies" in html
    assert "ทำเครื่องหมายว่ากรอก" not in html


@pytest.mark.usefixtures("published")
def test_excel_has_the_same(client, this_year):
    DisclosureItem.objects.of(this_year).filter(number=29).update(
        is_applicable=False, not_applicable_reason="=1+1"
    )
    content = client.get("/reports/2570/itas.xlsx").content

    book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
    head, *rows = book.get_sheet_by_name("ITAS").to_python()
    assert head == list(COLUMNS)
    assert rows[16][2:5] == ["มี", "https://thamsing.example/o17", "เผยแพร่ แล้ว 1 ฉบับ"]
    assert book.get_sheet_by_name("ข้อที่ไม่ใช้").to_python()[1][2] == "=1+1"


@pytest.mark.usefixtures("published")
def test_words_are_shown_as_typed(client, this_year, staff, clerks):
    hostile = "<script>alert(1)</script> {{ 7*7 }} </textarea><b>"
    report(DisclosureItem.objects.of(this_year).get(number=17), staff, clerks, note=hostile)

    html = client.get(PAGE).content.decode()

    assert "&lt;/textarea&gt;&lt;b&gt;" in html
    assert "<script>alert" not in html


def test_more_evidence_and_marks_cost_no_more_queries(
    client, queries_for, this_year, staff, clerks, office, secretary
):
    few = queries_for(client, PAGE)
    for number in (17, 28):
        item = DisclosureItem.objects.of(this_year).get(number=number)
        entry = report(item, staff, clerks)
        entry.evidence.add(
            Evidence.objects.create(
                organization=office, by=staff, url=f"https://a.example/{number}"
            )
        )
        TypedIn.objects.mark(item, by=secretary, answer="a")

    assert queries_for(client, PAGE) == few <= 20
