"""The three roles' errands in a real browser, at a desk, on a phone, and without scripts."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def test_staff_records_progress_on_a_phone_and_the_report_has_it(page_of, this_be_year):
    page = page_of("chaiwat", 390, has_touch=True, is_mobile=True)
    page.get_by_role("navigation", name="เมนูด้านล่าง").get_by_role("link", name="มาตรการ").tap()
    page.get_by_role("link", name=re.compile("การเก็บข้อมูลจากผู้รับบริการ")).first.tap()

    page.get_by_role("link", name="บันทึกความก้าวหน้า").first.tap()
    page.get_by_label(re.compile("อยู่ระหว่างดำเนินการ")).check()
    page.get_by_label(re.compile("^ผลการดำเนินการ")).fill(
        "กองช่างติดป้าย QR code ที่จุดบริการแล้ว ๒ จุด เมื่อวันที่ ๒๐ พฤศจิกายน"
    )
    page.get_by_label(re.compile("ลิงก์")).fill("https://thamsing.example/eit/๒๕๗๐")
    page.get_by_role("button", name=re.compile("บันทึก")).tap()

    expect(page.get_by_role("status")).to_contain_text("มาตรการ 5 ในนามกองช่างแล้ว")
    expect(page.get_by_role("link", name="thamsing.example/eit/2570").first).to_be_visible()
    page.goto(f"/reports/{this_be_year}/progress/")
    expect(page.get_by_role("article")).to_contain_text(
        "กองช่างติดป้าย QR code ที่จุดบริการแล้ว ๒ จุด เมื่อวันที่ ๒๐ พฤศจิกายน"
    )


def test_staff_records_progress_with_scripts_switched_off(page_of, this_be_year):
    page = page_of("nitipong", java_script_enabled=False)
    page.goto(f"/disclosures/{this_be_year}/37/")
    page.get_by_role("link", name="บันทึกความก้าวหน้า").first.click()

    page.get_by_label(re.compile("แล้วเสร็จ")).check()
    page.get_by_label(re.compile("^ผลการดำเนินการ")).fill("เผยแพร่รายงานรอบ 6 เดือนแล้ว")
    page.get_by_role("button", name=re.compile("บันทึก")).click()

    expect(page.get_by_role("status")).to_contain_text("O37 ในนามงานนิติการแล้ว")
    expect(page.get_by_text("เผยแพร่รายงานรอบ 6 เดือนแล้ว").first).to_be_visible()


def test_what_was_typed_is_still_there_after_a_mistake(page_of, this_be_year):
    page = page_of("kanya")
    page.goto(f"/disclosures/{this_be_year}/40/progress/")

    page.get_by_label(re.compile("^ผลการดำเนินการ")).fill("อบรมจริยธรรมแล้ว")
    page.get_by_label(re.compile("ลิงก์")).fill("ดูในเว็บนะคะ")
    page.get_by_role("button", name=re.compile("บันทึก")).click()

    expect(page.get_by_role("alert")).to_contain_text("ลิงก์")
    expect(page.get_by_label(re.compile("^ผลการดำเนินการ"))).to_have_value("อบรมจริยธรรมแล้ว")
    expect(page.get_by_label(re.compile("ลิงก์"))).to_have_value("ดูในเว็บนะคะ")


def test_the_secretary_goes_from_the_overview_to_the_printed_report(page_of, server):
    page = page_of("siriporn")
    page.get_by_text("ปีงบประมาณ 2570").first.click()
    page.get_by_role("link", name=re.compile("2566")).first.click()
    page.get_by_role("link", name="ดูรายงานผล").click()

    expect(page.get_by_role("article", name="ตัวอย่างรายงาน")).to_contain_text("พ.ศ. ๒๕๖๖")
    expect(page.get_by_text("ลิงก์แบบวัด EIT ในเอกสารเดิมใช้ไม่ได้")).to_be_visible()
    pdf = page.request.get(page.get_by_role("link", name="ดาวน์โหลด PDF").get_attribute("href"))
    assert pdf.body().startswith(b"%PDF-1.7")


def test_what_staff_finished_the_secretary_sends_back_and_then_accepts(page_of, this_be_year):
    row = f"/disclosures/{this_be_year}/41/"
    staff, secretary = page_of("kanya", 390), page_of("siriporn")

    def report(note):
        staff.goto(f"{row}progress/")
        staff.get_by_label(re.compile("แล้วเสร็จ")).check()
        staff.get_by_label(re.compile("^ผลการดำเนินการ")).fill(note)
        staff.get_by_role("button", name="บันทึก").click()

    def review(decision, reason=""):
        secretary.goto(row)
        secretary.get_by_role("link", name=re.compile("^ส่งกลับ.*งานการเจ้าหน้าที่")).click()
        secretary.get_by_label(decision).check()
        secretary.get_by_label(re.compile("^เหตุผลที่ส่งกลับ")).fill(reason)
        secretary.get_by_role("button", name="บันทึกผลการตรวจ").click()

    report("ประเมินแล้ว")
    review("ส่งกลับให้แก้ไข", "ขอให้ระบุวันที่เผยแพร่")
    staff.goto(row)
    expect(staff.get_by_text("ขอให้ระบุวันที่เผยแพร่").first).to_be_visible()
    report("ประเมินแล้ว เผยแพร่เมื่อ 2 พฤศจิกายน")
    review("ตรวจรับ")

    expect(secretary.get_by_role("status")).to_contain_text("ตรวจรับแล้ว")
    expect(secretary.get_by_text("ประเมินแล้ว เผยแพร่เมื่อ 2 พฤศจิกายน").first).to_be_visible()


def test_the_printed_screen_is_the_report_alone(page_of):
    page = page_of("siriporn")
    page.goto("/reports/2566/progress/")

    page.emulate_media(media="print")

    expect(page.get_by_role("article")).to_be_visible()
    expect(page.get_by_role("link", name="ดาวน์โหลด PDF")).to_be_hidden()
    expect(page.locator(".side")).to_be_hidden()


def test_the_admin_sees_the_gap_and_goes_to_it(page_of):
    page = page_of("wittaya")

    gaps = page.get_by_role("region", name="เรื่องที่ยังขาด")
    expect(gaps).to_contain_text("ศูนย์พัฒนาเด็กเล็ก")
    gaps.get_by_role("link", name=re.compile("O29")).click()

    expect(page).to_have_url(re.compile(r"/board/#o29$"))
    expect(page.get_by_role("button", name="O29 งานนิติการ: ไม่ได้มอบหมาย")).to_be_in_viewport()


def test_an_executive_reads_and_is_not_asked_to_write(page_of, this_be_year):
    page = page_of("rattana")

    page.goto(f"/measures/{this_be_year}/1/")

    expect(page.get_by_role("link", name="บันทึกความก้าวหน้า")).to_have_count(0)


def test_the_way_through_by_keyboard_alone(page_of):
    page = page_of("thanakorn")

    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="ข้ามไปยังเนื้อหา")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    focused = page.evaluate("document.activeElement.closest('main') !== null")
    assert focused


def test_the_operator_works_in_thai_without_a_complaint_from_the_browser(page_of):
    page = page_of("operator")

    page.goto("/admin/organizations/organization/1/change/")
    page.get_by_role("button", name="บันทึก", exact=True).click()

    expect(page.locator(".messagelist")).to_contain_text("อบต.ถ้ำสิงห์")
