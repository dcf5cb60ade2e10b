"""The secretary lays out the report on one page and prints what was shown."""

import pymupdf
import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def test_landscape_nine_columns_memo_and_signatories_are_seen_saved_and_printed(
    page_of, this_be_year
):
    page = page_of("siriporn")
    page.goto(f"/reports/{this_be_year}/progress/")
    page.get_by_role("link", name="แก้รูปแบบและถ้อยคำ").click()
    sheet = page.get_by_role("article", name="ตัวอย่างรายงาน")
    options = page.locator("form.options")

    page.get_by_label("แนวนอน").check()
    for name in ("ที่", "สถานะ", "หลักฐาน", "หมายเหตุ"):
        options.get_by_label(name, exact=True).check()
    page.get_by_role("button", name="เลื่อนคอลัมน์หมายเหตุขึ้น").click()
    page.get_by_label("บันทึกข้อความนำส่ง").check()
    page.get_by_role("button", name="เพิ่มผู้ลงนาม").click()
    page.get_by_label("หน้าที่ของผู้ลงนามคนที่ 4").select_option("ผู้ตรวจสอบ")
    page.get_by_label("ชื่อ ผู้ลงนามคนที่ 4").fill("นายสมชาย ใจดี")

    expect(sheet).to_contain_text("(นายสมชาย ใจดี)")
    expect(sheet.get_by_role("heading", name="บันทึกข้อความ")).to_be_visible()
    expect(sheet.get_by_role("columnheader")).to_have_count(9)
    page.get_by_role("button", name="บันทึก", exact=True).click()
    expect(page.locator("#messages")).to_contain_text("บันทึกแล้ว")
    expect(page.locator(".trail")).to_contain_text("แนวนอน")

    sheets = [sheet.get_text() for sheet in printed(page, f"/reports/{this_be_year}/progress.pdf")]
    assert "บันทึกข้อความ" in sheets[0]
    assert "(นายสมชาย ใจดี)" in sheets[-1]
    assert any("หมายเหตุ" in text and "สถานะ" in text for text in sheets)


def test_a_line_that_breaks_is_told_and_costs_nothing(page_of, this_be_year):
    page = page_of("siriporn")
    page.goto(f"/reports/{this_be_year}/progress/wording/")
    page.context.set_offline(True)

    page.get_by_label("เลขอารบิก 123").check()
    expect(page.get_by_text("ตัวอย่างยังไม่เปลี่ยนตาม")).to_be_visible()

    page.context.set_offline(False)
    page.get_by_label("มุมบนขวา").check()
    sheet = page.get_by_role("article", name="ตัวอย่างรายงาน")
    expect(sheet).to_contain_text(f"พ.ศ. {this_be_year}")
    expect(page.get_by_text("ตัวอย่างยังไม่เปลี่ยนตาม")).to_be_hidden()


def printed(page, path: str) -> pymupdf.Document:
    """A print that is not ready leads to a page that waits for it."""
    for _ in range(60):
        answer = page.request.get(path)
        if answer.body().startswith(b"%PDF"):
            return pymupdf.open(stream=answer.body())
        page.wait_for_timeout(500)
    raise AssertionError("the report was never printed")
