"""Everything that waits for the secretary, read in one place."""

from datetime import timedelta

import pytest

from disclosures.models import DisclosureItem
from measures.models import Measure
from tests.conftest import MORNING
from tests.follow_up.waiting import QUEUE, mark_of, report
from tracking.models import Status

# On PostgreSQL too: counts and orders of queries.
pytestmark = pytest.mark.both_databases


def named(queue) -> list[str]:
    return [f"{one.row.code} {one.entry.unit}" for one in queue.waiting]


# ---- what is in it


def test_everything_that_waits_is_there_the_oldest_first(queue):
    assert named(queue()) == [
        "O8 งานประชาสัมพันธ์",
        "O9 งานประชาสัมพันธ์",
        "O21 งานพัสดุ",
        "O11 งานแผนและงบประมาณ",
        "O22 งานพัสดุ",
        "O15 งานธุรการ",
        "O34 กองคลัง",
        "มาตรการ 3 สำนักปลัด",
    ]


def test_what_is_judged_or_under_way_again_is_not(queue, this_year, secretary, staff, office):
    clerks, treasury = office.units.get(name="งานธุรการ"), office.units.get(name="กองคลัง")
    DisclosureItem.objects.of(this_year).get(number=34).accept(
        by=secretary, unit=treasury, version=1
    )
    report(DisclosureItem.objects.of(this_year).get(number=15), staff, clerks, status="doing")

    assert not {"O34 กองคลัง", "O15 งานธุรการ"} & set(named(queue()))


def test_another_office_and_another_year_are_not(queue, next_door, stranger):
    item = DisclosureItem.objects.of(next_door.rounds.get()).get(number=1)
    report(item, stranger, stranger.units.get())

    assert len(queue().waiting) == 8


def test_the_secretary_reads_who_sent_what_and_with_which_evidence(client_of, secretary):
    html = client_of(secretary).get(QUEUE).content.decode()

    assert "นางอรุณี พูนผล" in html
    assert "19 พฤศจิกายน 2569 09.09" in html
    assert "เผยแพร่แบบ สขร.1 ของเดือนตุลาคมแล้ว" in html
    assert 'href="https://thamsing.example/ita/2570/o21"' in html


def test_the_secretary_reads_what_changed(client_of, secretary, staff, this_year, office):
    clerks = office.units.get(name="งานธุรการ")
    report(
        DisclosureItem.objects.of(this_year).get(number=15), staff, clerks, note="รวบรวมคู่มือ 12 เรื่อง"
    )
    report(
        DisclosureItem.objects.of(this_year).get(number=15), staff, clerks, note="รวบรวมคู่มือ 14 เรื่อง"
    )

    html = client_of(secretary).get(QUEUE).content.decode()

    assert "รวบรวมคู่มือ <del>12</del><ins>14</ins> เรื่อง" in html


def test_what_was_accepted_once_is_marked(queue, client_of, secretary, staff, this_year, office):
    clerks, item = (
        office.units.get(name="งานธุรการ"),
        DisclosureItem.objects.of(this_year).get(number=15),
    )
    item.accept(by=secretary, unit=clerks, version=1)
    report(item, staff, clerks, status="doing")
    report(item, staff, clerks)

    html = client_of(secretary).get(QUEUE).content.decode()

    assert html.count("เปิดใหม่หลังตรวจรับแล้ว") == 1
    assert [one.row.code for one in queue().waiting if one.told.is_reopened] == ["O15"]


def test_a_second_report_of_work_never_accepted_is_not_marked(
    client_of, secretary, staff, this_year, office
):
    report(
        DisclosureItem.objects.of(this_year).get(number=15),
        staff,
        office.units.get(name="งานธุรการ"),
    )

    assert "เปิดใหม่หลังตรวจรับแล้ว" not in client_of(secretary).get(QUEUE).content.decode()


def test_what_they_wrote_themselves_is_listed_and_cannot_be_chosen(
    queue, client_of, secretary, this_year, office
):
    report(
        DisclosureItem.objects.of(this_year).get(number=17),
        secretary,
        office.units.get(name="งานธุรการ"),
    )

    html = client_of(secretary).get(QUEUE).content.decode()

    assert "O17 งานธุรการ" in named(queue())
    assert "ท่านบันทึกเอง ต้องให้ผู้อื่นตรวจ" in html
    assert mark_of(queue(), "O17") not in html


def test_the_menu_counts_what_waits_for_them(client_of, secretary, this_year, office):
    report(
        DisclosureItem.objects.of(this_year).get(number=17),
        secretary,
        office.units.get(name="งานธุรการ"),
    )

    html = client_of(secretary).get("/measures/2570/").content.decode()

    assert '<span class="count">8<span class="visually-hidden"> รายการ</span>' in html


@pytest.mark.parametrize("person", ["staff", "executive"])
def test_who_does_not_review_sees_no_way_there(person, request, client_of):
    html = client_of(request.getfixturevalue(person)).get("/measures/2570/").content.decode()

    assert QUEUE not in html


def test_in_a_closed_year_nothing_waits_and_the_reason_is_said(client_of, secretary, this_year):
    this_year.is_open = False
    this_year.save()

    html = client_of(secretary).get(QUEUE).content.decode()

    assert "ปีงบประมาณ 2570 ปิดแล้ว" in html
    assert "ส่งกลับ" not in html


def test_an_empty_queue_says_so(client_of, secretary, this_year, queue):
    for one in queue().waiting:
        one.row.accept(by=secretary, unit=one.entry.unit, version=one.entry.version)

    assert "ไม่มีงานรอตรวจ" in client_of(secretary).get(QUEUE).content.decode()


# ---- narrowed


def test_kind_and_unit_narrow_together(queue, office):
    purchasing = office.units.get(name="งานพัสดุ")

    assert named(queue(kind="measure")) == ["มาตรการ 3 สำนักปลัด"]
    assert named(queue(unit=str(purchasing.pk))) == ["O21 งานพัสดุ", "O22 งานพัสดุ"]
    assert named(queue(kind="measure", unit=str(purchasing.pk))) == []


def test_a_tab_counts_what_is_behind_it_and_keeps_the_unit(queue, office):
    purchasing = office.units.get(name="งานพัสดุ")

    tabs = queue(unit=str(purchasing.pk)).tabs

    assert [(tab.label, tab.count) for tab in tabs] == [("ทั้งหมด", 2), ("ข้อ O", 2), ("มาตรการ", 0)]
    assert all(f"unit={purchasing.pk}" in tab.query for tab in tabs)


@pytest.mark.parametrize(
    "asked", [{"kind": "x"}, {"unit": "x"}, {"unit": "999999"}, {"unit": "\x00"}, {"kind": "<b>"}]
)
def test_what_is_not_there_narrows_nothing_and_is_said(asked, client_of, secretary, queue):
    html = client_of(secretary).get(QUEUE, asked).content.decode()

    assert "จึงไม่ได้ใช้กรองรายการ" in html
    assert len(queue(**asked).waiting) == 8


# ---- cost


def test_a_queue_twenty_times_as_long_asks_no_more_queries(
    client_of, secretary, staff, this_year, office, queries_for
):
    client, clerks = client_of(secretary), office.units.get(name="งานธุรการ")
    before = queries_for(client, QUEUE)
    for number in range(20, 180):
        measure = Measure.objects.create(
            ita_round=this_year, number=number, title=f"มาตรการ {number}"
        )
        for version in (1, 2):
            measure.entries.create(
                by=staff,
                unit=clerks,
                at=MORNING - timedelta(hours=number - version),
                version=version,
                old_status=Status.DOING,
                status=Status.REVIEW,
                note=f"ดำเนินการแล้ว {version} ครั้ง",
            )

    assert queries_for(client, QUEUE) == before <= 12


def test_the_number_in_the_menu_costs_one_query(client_of, secretary, staff, queries_for):
    with_it, without = client_of(secretary), client_of(staff)

    assert queries_for(with_it, "/measures/2570/") == queries_for(without, "/measures/2570/") + 1
