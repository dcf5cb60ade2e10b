"""The secretary follows up, runs a meeting, types into ITAS and hands out the report."""

import io
import re
import zipfile

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def test_a_decision_of_the_meeting_reaches_the_unit(page_of, this_be_year):
    secretary = page_of("siriporn", 1920)
    secretary.get_by_role("link", name="ติดตามรายหน่วย").first.click()
    secretary.get_by_label("ค้นข้อความ").fill("การเปิดโอกาสให้เกิดการมีส่วนร่วม")
    secretary.get_by_role("button", name="แสดง").click()
    expect(secretary.get_by_text(re.compile("แสดง [1-9] จาก"))).to_be_visible()
    secretary.get_by_role("link", name="ห้องประชุม").click()

    agenda = secretary.get_by_role("navigation", name="วาระ")
    agenda.get_by_text(re.compile("^กองช่าง")).click()
    agenda.get_by_role("link", name=re.compile("^O30")).filter(visible=True).click()
    secretary.get_by_label(re.compile("^มติ")).fill("ให้กองช่างจัดเวทีประชาคมก่อนสิ้นปี")
    secretary.get_by_label(re.compile("^กำหนดส่งที่ตกลง")).fill(f"25 ธ.ค. {this_be_year - 1}")
    secretary.get_by_role("button", name="บันทึกมติ").click()

    expect(secretary.get_by_text("บันทึกมติ O30 แล้ว")).to_be_visible()
    expect(secretary.get_by_role("list", name="มติที่ประชุม")).to_contain_text("เวทีประชาคม")
    staff = page_of("chaiwat", 390, has_touch=True, is_mobile=True)
    row = staff.get_by_role("listitem").filter(has_text="การเปิดโอกาสให้เกิดการมีส่วนร่วม")
    expect(row.filter(has_text="ให้กองช่างจัดเวทีประชาคมก่อนสิ้นปี").first).to_be_visible()
    staff.goto(f"/disclosures/{this_be_year}/30/")
    expect(staff.get_by_text("ตามที่ตกลงในที่ประชุม")).to_be_visible()


def test_the_meeting_goes_on_by_keyboard_and_not_while_one_writes(page_of, this_be_year):
    page = page_of("siriporn")
    page.goto(f"/reports/{this_be_year}/meeting/")
    expect(page.get_by_text(re.compile("เรื่องที่ 1 จาก"))).to_be_visible()

    page.keyboard.press("PageDown")
    expect(page.get_by_text(re.compile("เรื่องที่ 2 จาก"))).to_be_visible()
    page.get_by_label(re.compile("^มติ")).focus()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_text(re.compile("เรื่องที่ 2 จาก"))).to_be_visible()
    page.get_by_role("heading", level=1).click()
    page.keyboard.press("ArrowLeft")

    expect(page.get_by_text(re.compile("เรื่องที่ 1 จาก"))).to_be_visible()


def test_without_scripts_the_meeting_notes_and_goes_on(page_of, this_be_year):
    page = page_of("wittaya", java_script_enabled=False)
    page.goto(f"/reports/{this_be_year}/meeting/?by=trouble")

    page.get_by_label(re.compile("^มติ")).fill("ให้งานนิติการรับไปดำเนินการ")
    page.get_by_role("button", name="บันทึกแล้วไปเรื่องถัดไป").click()

    expect(page.get_by_text("บันทึกมติ O29 แล้ว")).to_be_visible()
    expect(page.get_by_text(re.compile("เรื่องที่ 2 จาก"))).to_be_visible()


def test_an_answer_is_copied_for_itas_and_marked(page_of, this_be_year):
    page = page_of("siriporn", permissions=["clipboard-read", "clipboard-write"])
    page.goto(f"/reports/{this_be_year}/itas/")

    page.get_by_role("button", name=re.compile("^คัดลอก.*URL ของ O3$")).click()
    expect(page.get_by_text("คัดลอกแล้ว").first).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    page.get_by_role("button", name="ทำเครื่องหมายว่ากรอก O3 แล้ว").click()

    assert copied == f"https://thamsing.example/ita/{this_be_year}/o3"
    expect(page.get_by_text("ทำเครื่องหมายว่ากรอก O3 แล้ว", exact=True)).to_be_visible()
    expect(page.get_by_role("button", name=re.compile("ยกเลิกเครื่องหมาย.*O3$"))).to_be_visible()


@pytest.mark.parametrize(
    ("button", "holds"), [("Word", "word/document.xml"), ("Excel", "xl/workbook.xml")]
)
def test_the_report_is_handed_out_as_a_file(page_of, button, holds):
    page = page_of("siriporn")
    page.goto("/reports/2566/progress/")

    link = page.get_by_role("link", name=button, exact=True)
    file = page.request.get(link.get_attribute("href"))

    assert holds in zipfile.ZipFile(io.BytesIO(file.body())).namelist()
