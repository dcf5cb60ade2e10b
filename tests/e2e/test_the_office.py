"""The admin makes accounts from a list, and the office changes under them."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

OWN = "ของตนเอง-ยาวพอ-2570"
NAMES = {
    1280: ("กมล", "นงนุช", "บรรจง", "ปราณี", "วาสนา"),
    390: ("กาญจนา", "ดวงใจ", "มานะ", "ละออ", "สาคร"),
}


def pasted(width) -> str:
    first, *others = NAMES[width]
    lines = ["ชื่อ-สกุล\tสังกัด", f"นาง{first} เริ่มงาน{width}\tกองช่าง"]
    return "\n".join([*lines, *(f"กองครัง\tนาง{name} มาใหม่{width}" for name in others)])


@pytest.mark.parametrize("width", [1280, 390])
def test_five_people_get_slips_and_one_starts_work_until_leaving(page_of, width):
    page = page_of("wittaya", width)
    page.goto("/office/people/")
    page.get_by_role("link", name="เพิ่มหลายคน").click()
    page.get_by_label("รายชื่อ").fill(pasted(width))
    page.get_by_role("button", name="อ่านรายชื่อ").click()
    expect(page.get_by_text("อ่าน “กองครัง” เป็น กองคลัง")).to_have_count(4)

    page.get_by_role("button", name="สร้างบัญชีที่เลือกและแสดงใบแจ้ง").click()

    slips = page.locator(".slip")
    expect(slips).to_have_count(5)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    slip = slips.filter(has_text=NAMES[width][0])
    username = slip.locator(".username").nth(1).inner_text()
    password = slip.locator(".slip-password").inner_text()

    hers = page_of(None, width)
    hers.goto("/accounts/login/")
    hers.get_by_label("ชื่อผู้ใช้").fill(username)
    hers.get_by_label("รหัสผ่าน", exact=True).fill(password)
    hers.get_by_role("button", name="เข้าสู่ระบบ").click()
    expect(hers.get_by_text("โปรดตั้งรหัสผ่านของท่านเองก่อนเริ่มใช้ระบบ")).to_be_visible()
    hers.get_by_label("รหัสผ่านครั้งเดียว", exact=True).fill(password)
    hers.get_by_label("รหัสผ่านใหม่", exact=True).fill(OWN)
    hers.get_by_label("รหัสผ่านใหม่ (อีกครั้ง)", exact=True).fill(OWN)
    hers.get_by_role("button", name="เปลี่ยนรหัสผ่าน").click()
    expect(hers.get_by_role("heading", name="งานของฉัน")).to_be_visible()

    page.goto(f"/office/people/?q={username}")
    page.get_by_role("link", name=re.compile(NAMES[width][0])).click()
    page.get_by_role("link", name="ปิดบัญชี").click()
    page.get_by_role("button", name="ปิดบัญชี").click()
    expect(page.get_by_role("status")).to_contain_text("งานของหน่วยยังอยู่กับหน่วย")
    hers.reload()
    expect(hers.get_by_role("heading", name="เข้าสู่ระบบ")).to_be_visible()


def test_slips_are_printed_several_to_a_sheet_without_the_bars(page_of):
    page = page_of("wittaya")
    page.goto("/office/people/new/")
    page.get_by_label("คำนำหน้าและชื่อ").fill("นายพิมพ์")
    page.get_by_label("กองช่าง").check()
    page.get_by_role("button", name="สร้างบัญชีและแสดงใบแจ้ง").click()

    page.emulate_media(media="print")

    expect(page.locator(".slip")).to_be_visible()
    expect(page.locator(".topbar")).to_be_hidden()
    expect(page.get_by_text("แสดงครั้งเดียวและไม่เก็บไว้ที่ใด")).to_be_hidden()
    assert "monospace" in page.locator(".slip-password").evaluate(
        "one => getComputedStyle(one).fontFamily"
    )


def make_unit(page, name):
    page.goto("/office/units/new/")
    page.get_by_label("ชื่อส่วนราชการ").fill(name)
    page.get_by_role("button", name="บันทึก").click()
    expect(page.get_by_role("status")).to_contain_text(f"เพิ่ม{name}แล้ว")


def test_two_units_are_merged_and_the_board_and_the_report_follow(page_of, this_be_year):
    page = page_of("wittaya", java_script_enabled=False)
    make_unit(page, "กองสวัสดิการสังคม")
    make_unit(page, "กองการศึกษา")
    page.goto(f"/reports/{this_be_year}/board/")
    page.get_by_role("button", name="O25 กองสวัสดิการสังคม: ไม่ได้มอบหมาย").click()

    page.goto("/office/units/")
    page.get_by_role("link", name="กองสวัสดิการสังคม", exact=True).first.click()
    page.get_by_role("link", name="รวมกับหน่วยอื่น").first.click()
    page.get_by_label("รวมเข้ากับ").select_option(label="กองการศึกษา")
    page.get_by_role("button", name="รวมส่วนราชการ").click()

    expect(page.get_by_role("heading", name="กองการศึกษา")).to_be_visible()
    expect(page.get_by_text("รับงานและผู้ใช้ของกองสวัสดิการสังคม")).to_be_visible()
    page.goto(f"/reports/{this_be_year}/board/")
    expect(page.get_by_role("button", name="O25 กองการศึกษา: ผู้รับผิดชอบหลัก")).to_be_visible()
    expect(page.get_by_role("button", name="O25 กองสวัสดิการสังคม")).to_have_count(0)
    page.goto(f"/reports/{this_be_year}/progress/")
    expect(page.get_by_role("article")).to_contain_text("กองการศึกษา")
    expect(page.get_by_role("article")).not_to_contain_text("กองสวัสดิการสังคม")
    # Other tests find the year as it was.
    page.goto(f"/reports/{this_be_year}/board/")
    page.get_by_role("button", name="O25 กองการศึกษา: ผู้รับผิดชอบหลัก").click()
    page.get_by_role("button", name="O25 กองการศึกษา: ผู้รับผิดชอบร่วม").click()
