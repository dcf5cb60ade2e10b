"""Reading the year's O-items: the list under its indicators, and one item's page."""

import re

import pytest
from django.utils import timezone

from disclosures.models import Confidence, DisclosureItem
from follow_up.dashboard import build_dashboard
from measures.models import Measure
from tracking.models import Evidence, Status

# On PostgreSQL too: the order of a list, and its filters.
pytestmark = pytest.mark.both_databases

LIST = "/disclosures/2570/"


def numbers(html: str) -> list[int]:
    return [int(number) for number in re.findall(r'row-link" href="/disclosures/\d+/(\d+)/"', html)]


def in_words(html: str) -> str:
    return " ".join(re.sub("<[^>]+>", " ", html).split())


def not_applicable(ita_round, number: int) -> None:
    DisclosureItem.objects.of(ita_round).filter(number=number).update(
        is_applicable=False, not_applicable_reason="ไม่มีภารกิจในเรื่องนี้"
    )


# ---- the list


@pytest.mark.parametrize("person", ["staff", "other_staff", "secretary", "admin", "executive"])
def test_everybody_of_the_office_reads_the_items(person, request, client_of):
    client = client_of(request.getfixturevalue(person))

    html = client.get(LIST).content.decode()

    assert numbers(html) == list(range(1, 44))


def test_a_neighbour_reads_the_items_of_their_own_office(client_of, stranger):
    html = client_of(stranger).get("/disclosures/2569/").content.decode()

    assert numbers(html) == list(range(1, 27))
    assert "งานประชาสัมพันธ์" not in html


def test_the_dashboard_leads_to_an_indicator_on_the_list(client_of, staff, this_year):
    links = [bar.url for bar in build_dashboard(this_year, now=timezone.localtime()).by_indicator]

    html = client_of(staff).get(LIST).content.decode()

    assert links == [f"{LIST}#{code}" for code in re.findall(r'group-head" id="(.*?)"', html)]


def test_an_indicator_says_how_many_of_its_items_are_accepted(client_of, staff, this_year):
    not_applicable(this_year, 10)

    html = client_of(staff).get(LIST).content.decode()

    assert "9.1 ข้อมูลพื้นฐาน ตรวจรับแล้ว 7 จาก 9" in in_words(html)


def test_the_lists_and_the_dashboard_count_alike(client_of, staff, this_year):
    not_applicable(this_year, 18)
    figures = build_dashboard(this_year, now=timezone.localtime()).figures

    listing = client_of(staff).get(LIST).context["listing"]

    counted = {tab.kind: tab.count for tab in listing.tabs}
    assert {figure.kind: figure.items for figure in figures}.items() <= counted.items()


def test_units_are_named_the_lead_first(client_of, staff):
    html = client_of(staff).get(LIST).content.decode()

    assert "การเปิดโอกาสให้เกิดการมีส่วนร่วม กองคลัง · กองช่าง (ร่วม) · สำนักปลัด (ร่วม)" in in_words(html)


def test_an_item_of_nobody_is_shown_as_a_gap(client_of, staff):
    html = client_of(staff).get(LIST).content.decode()

    assert html.count('<strong class="tone-late">ไม่มีผู้รับผิดชอบ</strong>') == 1


def test_an_item_the_office_need_not_disclose_says_why_and_is_no_work(client_of, staff, this_year):
    not_applicable(this_year, 29)
    client = client_of(staff)

    assert "ไม่ใช้กับหน่วยงานนี้: ไม่มีภารกิจในเรื่องนี้" in client.get(LIST).content.decode()
    assert 29 not in numbers(client.get(LIST, {"show": "todo"}).content.decode())


@pytest.mark.parametrize(
    ("person", "is_told"), [("admin", True), ("secretary", False), ("staff", False)]
)
def test_the_admin_alone_is_told_of_unchecked_wording(
    person, is_told, request, client_of, this_year
):
    DisclosureItem.objects.of(this_year).filter(number=12).update(
        title_confidence=Confidence.MEMORY
    )
    client = client_of(request.getfixturevalue(person))

    html = client.get(LIST).content.decode()

    assert ("ยังไม่ได้ตรวจกับคู่มือ" in html) is is_told


def test_status_and_unit_narrow_together(client_of, staff, office):
    unit = office.units.get(name="งานนิติการ")

    response = client_of(staff).get(LIST, {"show": "doing", "unit": unit.pk})

    assert numbers(response.content.decode()) == [32, 36]


def test_a_unit_of_another_office_is_not_known_here(client_of, staff, next_door):
    foreign = next_door.units.first()

    html = client_of(staff).get(LIST, {"unit": foreign.pk}).content.decode()

    assert len(numbers(html)) == 43
    assert "จึงไม่ได้ใช้กรองรายการ" in html


def test_twice_the_items_cost_no_more_queries(client_of, admin, this_year, queries_for):
    client = client_of(admin)
    before = queries_for(client, LIST)

    for item in DisclosureItem.objects.of(this_year):
        units = [link.unit for link in item.assignments.all()]
        item.pk = item.id = None
        item.number, item._state.adding = item.number + 100, True
        item.save()
        for unit in units:
            item.assignments.create(unit=unit)

    assert len(numbers(client.get(LIST).content.decode())) == 86
    assert queries_for(client, LIST) == before


# ---- one item


def test_the_page_says_what_is_asked_and_by_when(client_of, staff):
    text = in_words(client_of(staff).get("/disclosures/2570/18/").content.decode())

    assert "ระบบขอรับบริการออนไลน์ที่เข้าจากเว็บไซต์หลัก" in text
    assert "ครบกำหนด 30 เมษายน 2570" in text
    assert "มาตรการ 7" in text


@pytest.mark.parametrize(
    ("person", "is_offered"),
    [("staff", True), ("other_staff", False), ("secretary", True), ("executive", False)],
)
def test_recording_is_offered_to_who_may(person, is_offered, request, client_of):
    client = client_of(request.getfixturevalue(person))

    html = client.get("/disclosures/2570/17/").content.decode()

    assert ('href="/disclosures/2570/17/progress/"' in html) is is_offered


def test_nobody_reports_what_need_not_be_disclosed(client_of, admin, this_year):
    not_applicable(this_year, 29)
    client = client_of(admin)

    html = client.get("/disclosures/2570/29/").content.decode()

    assert "ข้อนี้ไม่ใช้กับหน่วยงาน" in html
    assert "บันทึกความก้าวหน้า" not in html
    assert client.get("/disclosures/2570/29/progress/").status_code == 403


def test_in_a_closed_year_everybody_only_reads(client_of, secretary):
    html = client_of(secretary).get("/disclosures/2566/1/").content.decode()

    assert "ปีงบประมาณนี้ปิดแล้ว อ่านได้อย่างเดียว" in html
    assert "บันทึกความก้าวหน้า" not in html


@pytest.mark.parametrize(
    "url",
    [
        LIST,
        "/disclosures/2570/1/",
        "/disclosures/2569/0/",
        "/disclosures/2569/999/",
        "/disclosures/0/",
        "/disclosures/99999/",
        "/disclosures/99999999999999999999999/99999999999999999999999/",
    ],
)
def test_what_is_not_there_or_not_his_is_not_found(url, client_of, stranger):
    assert client_of(stranger).get(url).status_code == 404


def test_evidence_of_the_units_own_report_counts_after_it_was_sent_back(client_of, staff):
    response = client_of(staff).get("/disclosures/2570/18/")

    section = response.context["roll"].lines[-1].standing
    assert (section.unit.name, section.status) == ("งานธุรการ", Status.RETURNED)
    assert "หลักฐาน 1 รายการ" in response.content.decode()


def test_a_link_tells_the_other_site_nothing(client_of, staff):
    html = client_of(staff).get("/disclosures/2570/18/").content.decode()

    link = 'href="https://thamsing.example/ita/2570/o18" rel="noopener noreferrer"'
    assert link in html


def test_the_admin_alone_reads_how_sure_the_wording_is(client_of, admin, secretary, this_year):
    DisclosureItem.objects.of(this_year).filter(number=12).update(remark="ชื่อข้อต่างจากฉบับก่อน")

    pages = [
        client_of(person).get("/disclosures/2570/12/").content.decode()
        for person in (admin, secretary)
    ]

    assert ["ชื่อข้อต่างจากฉบับก่อน" in page for page in pages] == [True, False]


def test_twice_the_history_and_evidence_cost_no_more_queries(
    client_of, staff, this_year, queries_for
):
    client, url = client_of(staff), "/disclosures/2570/18/"
    item = DisclosureItem.objects.of(this_year).get(number=18)
    before = queries_for(client, url)

    for entry in item.history():
        again = item.entries.create(
            by=entry.by,
            unit=entry.unit,
            at=entry.at,
            version=entry.version + 10,
            old_status=entry.old_status,
            status=entry.status,
        )
        link = f"https://thamsing.example/{again.pk}"
        again.evidence.add(
            Evidence.objects.create(organization=staff.organization, url=link, by=staff)
        )

    assert queries_for(client, url) == before


def test_twice_the_measures_and_units_cost_no_more_queries(
    client_of, staff, office, this_year, queries_for
):
    client, url = client_of(staff), "/disclosures/2570/18/"
    item = DisclosureItem.objects.of(this_year).get(number=18)
    before = queries_for(client, url)

    item.measures.set(Measure.objects.of(this_year))
    for unit in office.units.all():
        item.assignments.get_or_create(unit=unit)

    assert queries_for(client, url) == before
