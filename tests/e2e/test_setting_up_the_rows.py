"""The admin's errand: a measure more, its place in the order, an item that need not be answered."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


@pytest.fixture
def admin(page_of):
    return page_of("wittaya")


def set_applicable(page, year, choice, reason=""):
    page.goto(f"/disclosures/{year}/41/edit/")
    page.get_by_label(choice, exact=True).check()
    page.get_by_label("เหตุผลที่ไม่ใช้").fill(reason)
    page.get_by_role("button", name="บันทึก").click()
    expect(page.get_by_role("status").first).to_contain_text("แก้ไข O41 แล้ว")


def test_the_report_follows_what_the_admin_sets_up(admin, this_be_year):
    year, page = this_be_year, admin
    page.goto(f"/measures/{year}/")
    page.get_by_role("link", name="เพิ่มมาตรการ").click()
    page.get_by_label("มาตรการ", exact=True).fill("จัดทำช่องทางรับเรื่องร้องเรียนออนไลน์")
    page.get_by_label("ส่วนราชการที่ 1 (ไม่บังคับ)", exact=True).select_option(label="– กองช่าง")
    page.get_by_role("button", name="เพิ่มมาตรการ").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("มาตรการ 12 จัดทำช่องทาง")

    page.goto(f"/measures/{year}/order/")
    page.get_by_label("ลำดับของ มาตรการ 12").fill("๑")
    page.keyboard.press("Enter")
    expect(page.get_by_role("textbox", name="ลำดับของ มาตรการ 1", exact=True)).to_be_visible()
    set_applicable(page, year, "ไม่ใช้กับหน่วยงานนี้", "ไม่มีภารกิจนี้")

    page.goto(f"/reports/{year}/progress/")
    report = page.get_by_role("article")
    expect(report.get_by_role("row").nth(1)).to_contain_text("จัดทำช่องทางรับเรื่องร้องเรียนออนไลน์")
    expect(report).to_contain_text("จาก ๑๒ ข้อ")

    set_applicable(page, year, "ใช้ ต้องเปิดเผยข้อมูล")
    page.goto(f"/measures/{year}/1/edit/")
    page.get_by_role("link", name="ลบมาตรการนี้").click()
    page.get_by_role("button", name="ลบมาตรการ").click()
    expect(page.get_by_role("status").first).to_contain_text("ลบมาตรการ 1 จัดทำช่องทาง")
