"""Photographs, documents and links, on a phone, on a line that breaks, and without scripts."""

import re

import pytest
from playwright.sync_api import expect

from tests.tracking.evidence import makers

pytestmark = pytest.mark.browser


def upload(name, content) -> dict:
    return {"name": name, "mimeType": "application/octet-stream", "buffer": content}


PHOTOGRAPH = upload("ภาพกิจกรรม.jpg", makers.photograph())
NOT_A_PDF = upload("ประกาศ.pdf", makers.HTML)


def record(page):
    page.get_by_role("button", name="บันทึก", exact=True).click()


def test_a_photograph_is_sent_while_they_type_and_recorded_with_the_words(page_of, this_be_year):
    page = page_of("kanya", 390, has_touch=True, is_mobile=True)
    page.goto(f"/disclosures/{this_be_year}/24/progress/")

    page.locator("input[capture]").set_input_files(PHOTOGRAPH)
    expect(page.get_by_text("แนบแล้ว รอบันทึก")).to_be_visible()
    page.get_by_label(re.compile("^ผลการดำเนินการ")).fill("จัดกิจกรรมแล้ว")
    record(page)

    expect(page.get_by_role("status")).to_contain_text("O24")
    expect(page.get_by_role("link", name="ภาพกิจกรรม.jpg", exact=True).first).to_be_visible()
    with page.expect_download() as saved:
        page.get_by_role("link", name="ภาพกิจกรรม.jpg", exact=True).first.click()
    assert saved.value.suggested_filename == "ภาพกิจกรรม.jpg"


def test_a_bad_file_is_named_at_once_and_can_be_put_away(page_of, this_be_year):
    page = page_of("kanya")
    page.goto(f"/disclosures/{this_be_year}/39/progress/")

    page.locator("input[name=files]").set_input_files(NOT_A_PDF)

    expect(page.get_by_text(re.compile("เนื้อไฟล์เป็นหน้าเว็บ"))).to_be_visible()
    page.get_by_role("button", name="ปิดข้อความเรื่องไฟล์").click()
    expect(page.get_by_text(re.compile("เนื้อไฟล์เป็นหน้าเว็บ"))).to_have_count(0)


def test_a_lost_line_is_said_and_the_file_sent_again(page_of, this_be_year):
    page = page_of("kanya", 390)
    page.goto(f"/disclosures/{this_be_year}/39/progress/")
    page.route("**/evidence/?unit=*", lambda route: route.abort())
    page.locator("input[name=files]").set_input_files(PHOTOGRAPH)
    expect(page.get_by_text(re.compile("การเชื่อมต่อขาดหาย"))).to_be_visible()

    page.unroute("**/evidence/?unit=*")
    page.get_by_role("button", name="ส่งใหม่").click()

    expect(page.get_by_text("แนบแล้ว รอบันทึก")).to_be_visible()
    page.get_by_role("button", name="นำไฟล์ ภาพกิจกรรม.jpg ออก").click()
    expect(page.get_by_text("แนบแล้ว รอบันทึก")).to_be_hidden()


def test_a_link_is_looked_at_as_soon_as_it_is_typed(page_of, this_be_year):
    page = page_of("kanya", 390)
    page.goto(f"/disclosures/{this_be_year}/39/progress/")

    page.get_by_label("ลิงก์ที่เผยแพร่บนเว็บไซต์").fill("https://drive.google.com/file/d/1")
    page.get_by_role("button", name="เพิ่มลิงก์").click()
    page.get_by_label("ลิงก์ที่ 2").fill("https://www.thamsing.go.th/")
    page.get_by_label("ลิงก์ที่ 2").blur()

    expect(page.get_by_text(re.compile("^ลิงก์ Google Drive มักต้องเข้าสู่ระบบ"))).to_be_visible()
    expect(page.get_by_text(re.compile("เป็นหน้าแรกของเว็บไซต์"))).to_be_visible()


def test_a_word_on_a_link_does_not_take_the_button_from_under_the_finger(page_of, this_be_year):
    page = page_of("kanya")
    page.goto(f"/disclosures/{this_be_year}/40/progress/")
    page.get_by_label("ลิงก์ที่เผยแพร่บนเว็บไซต์").press_sequentially("ดูในเว็บ")
    page.get_by_role("button", name="บันทึก", exact=True).hover()

    with page.expect_response("**/link-notes/") as answer:
        page.mouse.down()
    answer.value.finished()
    page.wait_for_timeout(300)
    page.mouse.up()

    expect(page.get_by_role("alert")).to_be_focused()


def test_without_scripts_the_files_go_with_the_form(page_of, this_be_year):
    page = page_of("kanya", java_script_enabled=False)
    page.goto(f"/disclosures/{this_be_year}/25/progress/")
    page.get_by_label(re.compile("^ผลการดำเนินการ")).fill("จัดกิจกรรมแล้ว")

    page.get_by_label(re.compile("^ไฟล์หลักฐาน")).set_input_files([NOT_A_PDF, PHOTOGRAPH])
    record(page)
    expect(page.get_by_role("alert")).to_contain_text("ประกาศ.pdf: เนื้อไฟล์เป็นหน้าเว็บ")
    record(page)

    expect(page.get_by_role("status")).to_contain_text("O25")
    expect(page.get_by_role("link", name="ภาพกิจกรรม.jpg", exact=True).first).to_be_visible()
