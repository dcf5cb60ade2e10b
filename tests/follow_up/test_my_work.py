"""What waits for one person, and in what order."""

import re

import pytest

from disclosures.models import DisclosureItem
from follow_up.my_work import build_my_work
from measures.models import Measure
from tests.conftest import MORNING, TODAY

# On PostgreSQL too: counts and orders of queries.
pytestmark = pytest.mark.both_databases

PAGE = "/reports/2570/my-work/"


@pytest.fixture
def hers(this_year, staff):
    """Thanakorn's: สำนักปลัด, งานธุรการ and what is everybody's."""
    return build_my_work(this_year, staff, today=TODAY)


def codes(work, kind):
    return [one.code for group in work.groups if group.kind == kind for one in group.works]


def everything(work):
    return [one.code for group in work.groups for one in group.works]


def test_what_was_sent_back_comes_first_and_what_is_accepted_is_a_link_away(hers):
    assert [group.kind for group in hers.groups] == ["returned", "late", "doing", "review"]
    assert hers.accepted.count == 1


def test_each_piece_of_work_is_where_it_stands(hers):
    assert codes(hers, "returned") == ["O18"]
    assert codes(hers, "late") == [1]
    assert set(codes(hers, "review")) == {3, "O15", "O34"}


def test_a_lead_comes_before_a_support(hers):
    assert codes(hers, "doing")[-1] == "O30"
    assert codes(hers, "doing").index("O17") < codes(hers, "doing").index("O30")


def test_a_measure_that_waits_for_other_units_is_done_as_far_as_theirs_go(this_year, staff, office):
    measure = Measure.objects.of(this_year).get(number=4)
    unit = office.units.get(name="สำนักปลัด")
    measure.record_progress(by=staff, unit=unit, status="review", note="ครบแล้ว", version=0)

    hers = build_my_work(this_year, staff, today=TODAY)

    assert measure.status == "doing"
    assert 4 in codes(hers, "review")


def test_a_measure_served_by_an_item_is_not_asked_for_twice(hers):
    assert "O17" in everything(hers)
    assert 7 not in everything(hers)


def test_what_is_not_their_units_is_not_theirs(hers):
    assert "O4" not in everything(hers)
    assert "O19" not in everything(hers)


def test_staff_read_why_it_was_sent_back_and_what_is_asked(client_of, staff):
    html = client_of(staff).get(PAGE).content.decode()

    assert "ผู้ตรวจต้องกดต่ออีกหลายชั้นจึงพบระบบ" in html
    assert "ระบบขอรับบริการออนไลน์ที่เข้าจากเว็บไซต์หลัก" in html
    assert "ค้างอยู่" in html


def test_staff_read_for_whom_and_what_it_is(client_of, staff):
    html = client_of(staff).get(PAGE).content.decode()

    assert "งานธุรการ (ผู้รับผิดชอบหลัก) · มาตรการ 7 · ข้อมูลปี 2569" in html
    assert "ส่งเมื่อวาน" in html


def test_the_form_of_work_sent_back_is_for_the_unit_it_was_sent_back_to(client_of, staff, office):
    unit = office.units.get(name="งานธุรการ")

    html = client_of(staff).get(PAGE).content.decode()

    assert (
        f"/disclosures/2570/18/progress/?back=%2Freports%2F2570%2Fmy-work%2F&amp;unit={unit.pk}"
        in html
    )


def test_of_two_units_the_form_is_for_the_one_that_has_something_to_mend(
    client_of, staff, secretary, office, this_year
):
    measure = Measure.objects.create(ita_round=this_year, number=50, title="มาตรการของสองหน่วย")
    for name in ("สำนักปลัด", "งานธุรการ"):
        measure.responsibilities.create(unit=office.units.get(name=name))
    unit = office.units.get(name="งานธุรการ")
    measure.record_progress(by=staff, unit=unit, status="review", note="เสร็จ", version=0)
    measure.send_back(by=secretary, unit=unit, note="ขาดวันที่", version=1)

    html = client_of(staff).get(PAGE).content.decode()

    assert re.search(rf'/measures/2570/50/progress/\?back=[^"]+&amp;unit={unit.pk}"', html)


def test_nobody_is_led_to_a_form_in_a_closed_year(client_of, staff):
    html = client_of(staff).get("/reports/2566/my-work/").content.decode()

    assert "อ่านได้อย่างเดียว" in html
    assert "บันทึกความก้าวหน้า" not in html


def test_a_closed_year_promises_no_work_to_come_back(client_of, other_staff):
    html = client_of(other_staff).get("/reports/2566/my-work/").content.decode()

    assert "ไม่มีงานค้างในปีที่ปิดแล้ว" in html
    assert "งานจะกลับมาที่นี่" not in html
    assert "คัดลอกงานค้าง" not in html


def test_an_executive_of_a_unit_is_not_led_to_a_form(client_of, executive, office):
    executive.units.add(office.units.get(name="สำนักปลัด"))

    html = client_of(executive).get(PAGE).content.decode()

    assert "มาตรการ" in html
    assert "บันทึกความก้าวหน้า" not in html


def test_somebody_without_a_unit_is_told_so(client_of, executive):
    html = client_of(executive).get(PAGE).content.decode()

    assert "ยังไม่มีงานที่มอบหมายให้ส่วนราชการของท่าน" in html


def test_who_has_sent_everything_is_told_that_nothing_is_left(client_of, other_staff, this_year):
    for row in [*DisclosureItem.objects.of(this_year), *Measure.objects.of(this_year)]:
        for unit in row.units_reportable_by(other_staff):
            latest = row.latest_of(unit)
            version = latest.version if latest else 0
            row.record_progress(
                by=other_staff, unit=unit, status="review", note="ครบแล้ว", version=version
            )

    html = client_of(other_staff).get(PAGE).content.decode()

    assert "ไม่มีงานค้าง" in html
    assert "รอฝ่ายเลขานุการตรวจ" in html


def test_more_work_costs_no_more_queries(this_year, office, staff, queries_for, client_of):
    client = client_of(staff)
    few = queries_for(client, PAGE)
    unit = office.units.get(name="งานธุรการ")
    for number in range(20, 320):
        measure = Measure.objects.create(
            ita_round=this_year, number=number, title=f"มาตรการ {number}"
        )
        measure.responsibilities.create(unit=unit)
        measure.entries.create(
            by=staff,
            unit=unit,
            at=MORNING,
            version=1,
            old_status="todo",
            status="doing",
            note="เริ่ม",
        )

    many = queries_for(client, PAGE)

    assert many == few <= 22


def test_what_was_sent_back_to_another_unit_is_not_theirs_to_mend(
    this_year, staff, other_staff, secretary, office
):
    item = DisclosureItem.objects.of(this_year).get(number=16)
    treasury = office.units.get(name="กองคลัง")
    latest = item.latest_of(treasury)
    version = latest.version if latest else 0
    item.record_progress(
        by=other_staff, unit=treasury, status="review", note="เสร็จ", version=version
    )
    item.send_back(by=secretary, unit=treasury, note="ขาดวันที่", version=version + 1)

    hers, theirs = (build_my_work(this_year, one, today=TODAY) for one in (staff, other_staff))

    assert "O16" in codes(theirs, "returned")
    assert "O16" not in codes(hers, "returned")
    assert "O16" in everything(hers)
