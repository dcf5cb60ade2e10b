"""What waits for one person, and in what order."""

import pytest

from reports.my_work import build_my_work
from tests.conftest import TODAY


@pytest.fixture
def hers(this_year, staff):
    """Thanakorn's: สำนักปลัด, งานธุรการ and what is everybody's."""
    return build_my_work(this_year, staff, today=TODAY)


def codes(work, kind):
    return [one.code for group in work.groups if group.kind == kind for one in group.works]


def test_what_was_sent_back_comes_first_and_what_is_accepted_last(hers):
    assert [group.kind for group in hers.groups] == [
        "returned", "late", "doing", "review", "accepted",
    ]  # fmt: skip


def test_each_piece_of_work_is_where_it_stands(hers):
    assert codes(hers, "returned") == ["O18"]
    assert codes(hers, "late") == [1]
    assert codes(hers, "accepted") == [2]
    assert set(codes(hers, "review")) == {3, "O15", "O34"}


def test_a_lead_comes_before_a_support(hers):
    assert codes(hers, "doing")[-1] == "O30"
    assert codes(hers, "doing").index("O17") < codes(hers, "doing").index("O30")


def test_a_measure_that_waits_for_other_units_is_done_as_far_as_hers_goes(this_year, staff, office):
    measure = this_year.measures.get(number=4)
    unit = office.units.get(name="สำนักปลัด")
    measure.record_progress(by=staff, unit=unit, status="review", note="ครบแล้ว", version=0)

    hers = build_my_work(this_year, staff, today=TODAY)

    assert measure.status == "doing"
    assert 4 in codes(hers, "review")


def test_a_measure_served_by_an_item_is_not_asked_for_twice(hers):
    everything = [one.code for group in hers.groups for one in group.works]

    assert "O17" in everything
    assert 7 not in everything


def test_what_is_not_her_units_is_not_hers(hers):
    everything = [one.code for group in hers.groups for one in group.works]

    assert "O4" not in everything
    assert "O19" not in everything


def test_she_reads_why_it_was_sent_back_and_what_is_asked(client_of, staff):
    html = client_of(staff).get("/reports/2570/my-work/").content.decode()

    assert "ผู้ตรวจต้องกดต่ออีกหลายชั้นจึงพบระบบ" in html
    assert "ระบบขอรับบริการออนไลน์ที่เข้าจากเว็บไซต์หลัก" in html
    assert "ค้างอยู่" in html


def test_somebody_without_a_unit_is_told_so(client_of, executive):
    html = client_of(executive).get("/reports/2570/my-work/").content.decode()

    assert "ยังไม่มีงานที่มอบหมายให้ส่วนราชการของท่าน" in html


def test_more_work_costs_no_more_queries(this_year, office, staff, queries_for, client_of):
    client = client_of(staff)
    few = queries_for(client, "/reports/2570/my-work/")
    unit = office.units.get(name="งานธุรการ")
    for number in range(20, 60):
        measure = this_year.measures.create(number=number, title=f"มาตรการ {number}")
        measure.responsibilities.create(unit=unit)
        measure.record_progress(by=staff, unit=unit, status="doing", note="เริ่มแล้ว", version=0)

    many = queries_for(client, "/reports/2570/my-work/")

    assert many == few <= 22
