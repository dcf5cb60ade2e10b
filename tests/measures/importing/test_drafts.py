"""What is understood of the source report, in each of its forms, and of other offices' tables."""

import pytest

from measures.importing.drafts import read_measures
from measures.importing.tables import Unreadable, read_pasted
from tests.measures.importing.conftest import FORMS

HEADING = "ที่\tกิจกรรม\tหน่วยงานที่รับผิดชอบ\tระยะเวลาดำเนินการ\tแนวทางการดำเนินงาน\tหมายเหตุ"


@pytest.fixture(params=FORMS)
def drafts(request, sample, source_office):
    return read_measures(sample(request.param), source_office)


def owners(drafts) -> dict[int, list[str]]:
    found = {}
    for draft in drafts:
        for share in draft.shares:
            for number in share.items:
                found.setdefault(number, []).append(share.units[0].name)
    return found


def test_the_three_forms_say_the_same(sample, source_office):
    word, excel, pasted = (read_measures(sample(form), source_office) for form in FORMS)

    assert word == excel == pasted


def test_eleven_measures_in_their_order(drafts):
    assert [draft.number for draft in drafts] == list(range(1, 12))


def test_every_month_is_understood(drafts):
    assert all(draft.timeframe.is_understood for draft in drafts)


def test_o29_has_nobody_and_this_is_said(drafts):
    assert set(range(1, 44)) - set(owners(drafts)) == {29}
    assert "ไม่มีผู้รับผิดชอบข้อ O29" in drafts[9].remarks


def test_o18_and_o28_have_two(drafts):
    doubled = {number: who for number, who in owners(drafts).items() if len(who) > 1}

    assert doubled == {18: ["ทุกส่วนราชการ", "งานธุรการ"], 28: ["งานนิติการ", "งานธุรการ"]}


def test_items_that_only_the_row_implies_are_marked(drafts):
    (share,) = drafts[8].shares

    assert share.items == (23, 24, 25, 26)
    assert share.is_implied
    assert any("ไม่ได้ระบุข้อ O" in remark for remark in drafts[8].remarks)


def test_units_under_a_heading_share_its_words(drafts):
    assert {share.label for share in drafts[3].shares} == {"ผู้ประสานงานประจำกองหรือส่วนราชการ"}
    assert [share.units[0].name for share in drafts[3].shares] == [
        "สำนักปลัด",
        "ศูนย์พัฒนาเด็กเล็ก",
        "กองคลัง",
        "กองช่าง",
        "หน่วยตรวจสอบภายใน",
    ]


def test_three_aims_are_told_apart(drafts):
    assert len(drafts[2].aims) == 3


def test_a_section_said_with_its_division_is_the_section(drafts):
    assert [unit.name for unit in drafts[7].shares[0].units] == ["งานพัสดุ"]


def test_a_unit_nobody_knows_is_new_and_said(drafts):
    assert any("ยังไม่มีส่วนราชการ “พนักงาน" in remark for remark in drafts[6].remarks)


def test_every_cell_is_kept_as_it_stood(drafts):
    assert drafts[0].cells["มาตรการ"].startswith("๑. การปรับปรุงคะแนนด้าน IIT")


def test_other_names_orders_and_columns_are_understood(source_office):
    table = read_pasted(
        f"{HEADING}\n๑\tอบรมพนักงาน\tกองคลัง/กองช่าง\tต.ค. 65 – ก.ย. 66\tอบรมปีละครั้ง\tใช้งบ 5,000 บาท"
    )

    (draft,) = read_measures(table, source_office)

    assert (draft.number, draft.title, draft.method) == (1, "อบรมพนักงาน", "อบรมปีละครั้ง")
    assert [unit.name for unit in draft.shares[0].units] == ["กองคลัง", "กองช่าง"]
    assert draft.cells["หมายเหตุ"] == "ใช้งบ 5,000 บาท"


def test_a_cell_merged_down_goes_on_with_its_measure(source_office):
    table = read_pasted(
        "<table><tr><th>มาตรการ</th><th>ผู้รับผิดชอบ</th><th>ระยะเวลา</th></tr>"
        "<tr><td rowspan=2>๑. อบรม</td><td>-กองคลัง</td><td rowspan=2>ตลอดปี</td></tr>"
        "<tr><td>-กองช่าง</td></tr></table>"
    )

    (draft,) = read_measures(table, source_office)

    assert [share.units[0].name for share in draft.shares] == ["กองคลัง", "กองช่าง"]


def test_a_table_of_something_else_is_said_to_be_no_measures(source_office):
    with pytest.raises(ValueError, match="ไม่พบตารางมาตรการ"):
        read_measures(read_pasted("ชื่อ\tนามสกุล\nก\tข"), source_office)


def test_a_register_of_ten_thousand_rows_is_no_year_of_measures(source_office):
    rows = "\n".join(f"{n}\tงาน {n}\tกองคลัง\tตลอดปี\tทำ\t" for n in range(1, 10_001))

    with pytest.raises(Unreadable, match="10,000 แถว"):
        read_measures(read_pasted(f"{HEADING}\n{rows}"), source_office)
