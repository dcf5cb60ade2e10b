"""What a unit still owes, on paper and as a text to paste."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from follow_up.outstanding import build_outstanding
from follow_up.outstanding_text import outstanding_text
from measures.models import Measure
from tests.conftest import TODAY
from thai.shortening import shortened

# On PostgreSQL too: counts and orders of queries.
pytestmark = pytest.mark.both_databases

PAGE = "/reports/2570/outstanding/"


@pytest.fixture
def owed(this_year, staff):
    return build_outstanding(this_year, staff, today=TODAY)


def codes(outstanding):
    return [work.row.code for section in outstanding.sections for work in section.works]


def test_staff_find_what_their_own_units_owe_and_nothing_finished(owed):
    assert codes(owed)[:2] == ["O18", "มาตรการ 1"]
    assert not {"O15", "มาตรการ 2", "มาตรการ 3"} & set(codes(owed))
    assert [section.heading for section in owed.sections] == ["สำนักปลัด · งานธุรการ"]


def test_it_is_what_is_counted_as_left_in_their_work(owed, client_of, staff):
    html = client_of(staff).get("/reports/2570/my-work/").content.decode()

    assert f"ค้างอยู่ <b>{owed.total}</b>" in html


def test_the_secretary_finds_every_unit_that_owes_something(this_year, secretary):
    owed = build_outstanding(this_year, secretary, today=TODAY)

    headings = [section.heading for section in owed.sections if section.works]
    assert {"ทุกส่วนราชการ", "สำนักปลัด", "กองคลัง", "กองช่าง"} <= set(headings)
    assert len(headings) == len(owed.sections)


def test_of_the_whole_office_nothing_is_named_under_a_unit_that_is_done(this_year, secretary):
    owed = build_outstanding(this_year, secretary, today=TODAY, asked="all")

    named = {
        section.heading: [work.row.code for work in section.works] for section in owed.sections
    }
    assert "มาตรการ 3" in named["กองคลัง"]
    assert "มาตรการ 3" not in named["สำนักปลัด"]


def test_one_unit_has_besides_its_own_what_is_asked_of_those_above(this_year, secretary, office):
    unit = office.units.get(name="กองช่าง")

    owed = build_outstanding(this_year, secretary, today=TODAY, asked=str(unit.pk))

    assert {"มาตรการ 5", "O14"} <= set(codes(owed))
    assert "O17" not in codes(owed)


@pytest.mark.parametrize("asked", ["abc", "0", "99999999999999999999", "\x00"])
def test_a_unit_that_does_not_exist_is_said(client_of, staff, asked):
    html = client_of(staff).get(PAGE, {"unit": asked}).content.decode()

    assert "ไม่พบส่วนราชการที่ระบุในที่อยู่ของหน้านี้" in html
    assert "O18" in html


def test_a_unit_of_the_office_next_door_does_not_exist_here(client_of, secretary, next_door):
    unit = next_door.units.get(name="สำนักปลัด")

    html = client_of(secretary).get(PAGE, {"unit": unit.pk}).content.decode()

    assert "ไม่พบส่วนราชการที่ระบุในที่อยู่ของหน้านี้" in html


def test_the_text_says_whose_it_is_and_what_presses(owed):
    text = outstanding_text(owed)

    assert text.startswith("งาน ITA ที่ค้างอยู่ อบต.ถ้ำสิงห์ ปีงบประมาณ 2570\nณ วันที่ 23 พฤศจิกายน 2569\n\n")
    assert "• O18 E–Service - ส่งกลับแก้ไข ภายใน 30 เม.ย. 2570: ลิงก์เปิดไปที่หน้าเมนูของเว็บไซต์" in text
    assert "• มาตรการ 1 การปรับปรุงคะแนนด้าน IIT - เกินกำหนด 23 วัน\n" in text


def test_the_text_has_a_line_for_every_row(owed):
    assert outstanding_text(owed).count("\n• ") == owed.total


def test_the_text_of_the_page_is_ready_to_copy(client_of, staff, owed):
    html = client_of(staff).get(PAGE).content.decode()

    assert outstanding_text(owed).splitlines()[-1] in html
    assert "คัดลอกข้อความ" in html


def test_who_owes_nothing_is_told_so(client_of, other_staff):
    html = client_of(other_staff).get("/reports/2566/outstanding/").content.decode()

    assert "ไม่มีงานค้าง" in html


def test_more_work_costs_no_more_queries(this_year, office, secretary, queries_for, client_of):
    client = client_of(secretary)
    few = queries_for(client, PAGE)
    for number in range(20, 320):
        measure = Measure.objects.create(
            ita_round=this_year, number=number, title=f"มาตรการ {number}"
        )
        measure.responsibilities.create(unit=office.units.get(name="กองช่าง"))

    assert queries_for(client, PAGE) == few <= 17


def test_a_short_reason_stays_whole_in_one_line():
    assert shortened("แก้ลิงก์\r\nและวันที่", 40) == "แก้ลิงก์ และวันที่"


@given(st.text(alphabet="กขคเแโำิีึืุู้่์ ab", max_size=80), st.integers(5, 40))
def test_a_long_reason_is_cut_to_length_and_never_inside_a_syllable(text, at_most):
    short = shortened(text, at_most)

    assert len(short) <= at_most + 1
    if short.endswith("…") and (kept := short[:-1].rstrip()):
        following = " ".join(text.split())[len(kept) :]
        assert following[0] not in "ำิีึืุู้่์"
        # A vowel that was typed alone stays alone; none is parted from its letter.
        assert kept[-1] not in "เแโ" or following[0] == " "
