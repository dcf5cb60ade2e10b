"""The admin says who answers for what, without waiting for a page."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


@pytest.fixture
def board(page_of, this_be_year):
    page = page_of("wittaya")
    page.goto(f"/reports/{this_be_year}/board/")
    return page


def test_a_press_is_saved_in_place_and_one_step_back_takes_it_away(board):
    board.get_by_role("button", name="O29 งานนิติการ: ไม่ได้มอบหมาย").click()

    pressed = board.get_by_role("button", name="O29 งานนิติการ: ผู้รับผิดชอบหลัก")
    expect(pressed).to_be_focused()
    expect(board.get_by_role("complementary", name="ความครบถ้วน")).to_contain_text("43 จาก 43 ข้อ")
    board.get_by_role("button", name="เลิกทำ: งานนิติการ O29").click()
    expect(board.get_by_role("button", name="O29 งานนิติการ: ไม่ได้มอบหมาย")).to_be_visible()


def test_arrows_lead_from_cell_to_cell(board):
    board.get_by_role("button", name="O1 ทุกส่วนราชการ").focus()

    board.keyboard.press("ArrowRight")
    board.keyboard.press("ArrowDown")

    expect(board.get_by_role("button", name="O2 สำนักปลัด:")).to_be_focused()


def test_a_typed_slip_is_named_and_stays_to_be_mended(board):
    typed = board.get_by_label("พิมพ์เพื่อมอบหมาย")
    typed.fill("กองช่าง: ๐๒๙ xx")
    typed.press("Enter")

    expect(board.get_by_text("ไม่เข้าใจ “xx”")).to_be_visible()
    expect(typed).to_have_value("กองช่าง: ๐๒๙ xx")


def test_axe_finds_nothing_serious_after_a_press(page_of, this_be_year):
    page = page_of("wittaya", bypass_csp=True)
    page.goto(f"/reports/{this_be_year}/board/")
    page.get_by_role("button", name="O30 งานพัสดุ: ไม่ได้มอบหมาย").click()
    expect(page.get_by_role("button", name="O30 งานพัสดุ: ผู้รับผิดชอบหลัก")).to_be_visible()

    found = Axe().run(page).response["violations"]

    page.get_by_role("button", name="เลิกทำ: งานพัสดุ O30").click()
    expect(page.get_by_role("button", name="O30 งานพัสดุ: ไม่ได้มอบหมาย")).to_be_visible()
    assert [rule["id"] for rule in found if rule["impact"] in ("serious", "critical")] == []
