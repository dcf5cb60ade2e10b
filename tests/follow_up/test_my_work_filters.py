"""What the address of งานของฉัน asks for, and how much is behind each tab."""

import pytest

from follow_up.my_work import build_my_work
from tests.conftest import TODAY

# On PostgreSQL too: counts and orders of queries.
pytestmark = pytest.mark.both_databases

PAGE = "/reports/2570/my-work/"


@pytest.fixture
def asked(this_year, staff):
    def build(**asked):
        return build_my_work(this_year, staff, today=TODAY, asked=asked)

    return build


def listed(work):
    return {one.code for group in work.groups for one in group.works}


def test_the_tabs_count_what_is_behind_them(asked):
    counts = {tab.label: tab.count for tab in asked().tabs}

    assert counts == {
        "ค้างอยู่": 11, "ส่งกลับแก้ไข": 1, "เกินกำหนด": 1, "ใกล้ครบกำหนด": 0, "รอตรวจ": 3, "ตรวจรับแล้ว": 1,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("show", "expected"),
    [
        ("returned", {"O18"}),
        ("late", {1}),
        ("soon", set()),
        ("review", {3, "O15", "O34"}),
        ("accepted", {2}),
    ],
)
def test_a_tab_shows_its_own_alone(asked, show, expected):
    assert listed(asked(show=show)) == expected


def test_a_unit_shows_what_is_asked_of_it_by_name(asked, office):
    work = asked(unit=str(office.units.get(name="งานธุรการ").pk))

    assert {"O17", "O18", "O28"} <= listed(work)
    assert {
        one.unit.name for group in work.groups for row in group.works for one in row.standings
    } == {"งานธุรการ"}


def test_only_units_with_work_of_theirs_can_be_chosen(asked):
    assert [unit.name for unit in asked().units] == ["ทุกส่วนราชการ", "สำนักปลัด", "งานธุรการ"]


def test_measures_alone_or_items_alone(asked):
    assert all(isinstance(code, int) for code in listed(asked(kind="measures")))
    assert all(isinstance(code, str) for code in listed(asked(kind="items")))


def test_the_tabs_count_under_the_other_filters_and_keep_them(asked, office):
    unit = office.units.get(name="งานธุรการ")

    tabs = {tab.kind: tab for tab in asked(unit=str(unit.pk), kind="items").tabs}

    assert tabs["review"].count == 0
    assert tabs["returned"].query == f"?show=returned&unit={unit.pk}&kind=items"


@pytest.mark.parametrize(
    "wrong",
    [{"show": "todo"}, {"show": "\x00"}, {"unit": "abc"}, {"unit": "0"}, {"kind": "ข้อ"}],
    ids=repr,
)
def test_what_does_not_exist_narrows_nothing_and_is_said(asked, client_of, staff, wrong):
    work = asked(**wrong)

    assert (work.is_misasked, listed(work)) == (True, listed(asked()))
    assert "จึงไม่ได้ใช้กรองรายการ" in client_of(staff).get(PAGE, wrong).content.decode()


def test_a_unit_of_somebody_else_is_not_theirs_to_choose(asked, office):
    assert asked(unit=str(office.units.get(name="กองคลัง").pk)).is_misasked


def test_nothing_under_a_filter_leads_back_to_everything(client_of, staff):
    html = client_of(staff).get(PAGE, {"show": "soon"}).content.decode()

    assert "ไม่มีงานที่ตรงกับตัวกรอง" in html
    assert "แสดงงานค้างทั้งหมด" in html


def test_what_is_accepted_is_offered_below(client_of, staff):
    assert "ดูที่ตรวจรับแล้ว 1 รายการ" in client_of(staff).get(PAGE).content.decode()


def test_who_has_one_unit_still_chooses_between_it_and_everybodys(client_of, office):
    html = client_of(office.users.get(username="chaiwat")).get(PAGE).content.decode()

    assert "กองช่าง</option>" in html
