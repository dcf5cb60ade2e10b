"""The secretary's queue and a conversation, in a real browser."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


@pytest.fixture
def queue(this_be_year) -> str:
    return f"/reports/{this_be_year}/review/"


def test_the_secretary_accepts_two_at_once(page_of, queue):
    page = page_of("siriporn")
    page.get_by_role("navigation", name="เมนูหลัก").get_by_role("link", name="รอตรวจ").click()

    page.get_by_label("เลือก O8 ของงานประชาสัมพันธ์").check()
    page.get_by_label("เลือก O9 ของงานประชาสัมพันธ์").check()
    expect(page.get_by_text("เลือกแล้ว 2 รายการ")).to_be_visible()
    page.get_by_role("button", name="ตรวจรับที่เลือก").click()

    expect(page.get_by_text("ตรวจรับแล้ว 2 รายการ")).to_be_visible()
    expect(page.get_by_label("เลือก O8 ของงานประชาสัมพันธ์")).to_have_count(0)

    # Browsers restore ticks by position, and other rows stand at those two positions now.
    page.go_back()
    expect(page.get_by_role("heading", name="รอตรวจ", level=1)).to_be_visible()
    expect(page.locator("input[name=chosen]:checked")).to_have_count(0)


def test_one_press_chooses_all_and_another_none(page_of, queue):
    page = page_of("siriporn", 390, has_touch=True, is_mobile=True)
    page.goto(queue)

    page.get_by_role("button", name="เลือกทั้งหมด").tap()
    expect(page.locator("input[name=chosen]:not(:checked)")).to_have_count(0)
    page.get_by_role("button", name="ไม่เลือกเลย").tap()

    expect(page.locator("input[name=chosen]:checked")).to_have_count(0)


def test_without_scripts_one_is_accepted_and_one_sent_back(page_of, queue):
    page = page_of("wittaya", java_script_enabled=False)
    page.goto(queue)
    page.get_by_label("เลือก O11 ของงานแผนและงบประมาณ").check()
    page.get_by_role("button", name="ตรวจรับที่เลือก").click()
    expect(page.get_by_text("ตรวจรับแล้ว 1 รายการ")).to_be_visible()

    page.get_by_role("link", name=re.compile("ส่งกลับ O21")).click()
    page.get_by_label(re.compile("^เหตุผลที่ส่งกลับ")).fill("ขอแบบ สขร.1 เป็นไฟล์ที่ค้นได้")
    page.get_by_role("button", name="บันทึกผลการตรวจ").click()

    expect(page.get_by_role("heading", name="รอตรวจ", level=1)).to_be_visible()
    expect(page.get_by_text("ส่งกลับแก้ไข: O21 ของงานพัสดุ")).to_be_visible()


def test_a_unit_is_named_by_keyboard_and_told(page_of, this_be_year):
    page = page_of("rattana")
    page.goto(f"/disclosures/{this_be_year}/30/")
    words = page.get_by_label(re.compile("^เขียนความเห็น"))
    words.focus()

    page.keyboard.type("ขอให้ @กอง")
    expect(page.get_by_role("option", selected=True)).to_have_text("กองคลัง")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.keyboard.type("ส่งข้อมูล")
    expect(words).to_have_value("ขอให้ @กองช่าง ส่งข้อมูล")
    page.get_by_role("button", name="ส่งความเห็น").click()

    expect(page.get_by_role("status")).to_contain_text("แจ้งกองช่างแล้ว")
    expect(page.locator(".mention")).to_have_text("@กองช่าง")


def test_a_unit_is_named_by_touch(page_of, this_be_year):
    page = page_of("rattana", 390, has_touch=True, is_mobile=True)
    page.goto(f"/disclosures/{this_be_year}/28/")
    words = page.get_by_label(re.compile("^เขียนความเห็น"))

    words.press_sequentially("@พัสดุ")
    page.get_by_role("option", name="งานพัสดุ").tap()

    expect(words).to_have_value("@งานพัสดุ ")
    expect(page.get_by_role("listbox")).to_be_hidden()


def test_escape_closes_the_list_and_leaves_what_was_typed(page_of, this_be_year):
    page = page_of("rattana")
    page.goto(f"/disclosures/{this_be_year}/28/")
    words = page.get_by_label(re.compile("^เขียนความเห็น"))

    words.press_sequentially("ถึง @กอง")
    page.keyboard.press("Escape")

    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(words).to_have_value("ถึง @กอง")


def test_a_name_typed_in_full_leaves_the_button_in_reach(page_of, this_be_year):
    page = page_of("rattana")
    page.goto(f"/disclosures/{this_be_year}/28/")
    page.get_by_label(re.compile("^เขียนความเห็น")).press_sequentially("โปรดดู @กองช่าง")

    page.get_by_role("button", name="ส่งความเห็น").click()

    expect(page.get_by_role("status")).to_contain_text("แจ้งกองช่างแล้ว")


@pytest.mark.parametrize("width", [1280, 390])
def test_the_queue_and_the_open_list_of_units_can_be_read_by_all(
    page_of, this_be_year, queue, width
):
    page = page_of("wittaya", width, bypass_csp=True)
    page.goto(queue)
    serious = serious_on(page)
    page.goto(f"/measures/{this_be_year}/3/")
    page.get_by_label(re.compile("^เขียนความเห็น")).press_sequentially("@กอง")

    assert serious + serious_on(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def serious_on(page) -> list[str]:
    return [
        f"{rule['id']}: {node['html'][:160]}"
        for rule in Axe().run(page).response["violations"]
        if rule["impact"] in ("serious", "critical")
        for node in rule["nodes"]
    ]
