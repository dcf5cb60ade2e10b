"""An office beside others: its admin signs in with a phone, and a supervisor reads them all."""

from io import BytesIO
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from tests.conftest import PASSWORD
from tests.e2e.conftest import sign_in
from tests.e2e.test_everyone_can_read_it import serious
from tests.organizations.second_factor.phone import code_at

pytestmark = pytest.mark.browser


def test_an_admin_sets_up_a_phone_and_signs_in_with_its_code(page_of):
    # What axe puts into the page to measure it is not ours to allow.
    page = page_of("admin-nong-bua", width=390, bypass_csp=True)
    page.goto("/accounts/second-factor/")
    page.get_by_role("link", name="เปิดการยืนยันสองขั้น").click()
    page.get_by_label("รหัสผ่าน", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="ยืนยัน").click()
    secret = page.locator(".second-factor-key").inner_text().replace(" ", "")
    assert serious(page) == []

    page.get_by_label("รหัส 6 หลักที่แอปแสดง").fill(code_at(secret))
    page.get_by_role("button", name="เปิดใช้").click()
    with page.expect_download() as download:
        page.get_by_role("link", name="บันทึกเป็นไฟล์").click()
    assert serious(page) == []
    page.goto("/accounts/logout/")
    page.get_by_role("main").get_by_role("button", name="ออกจากระบบ").click()
    sign_in(page, "admin-nong-bua")
    assert serious(page) == []
    page.get_by_label("รหัสจากแอป").fill(code_at(secret, 1))
    page.get_by_role("button", name="ยืนยัน").click()

    page.wait_for_url("**/reports/**")
    codes = Path(download.value.path()).read_text(encoding="utf-8-sig").split()
    assert sum(code.isdecimal() and len(code) == 8 for code in codes) == 10


def test_the_supervisor_sorts_and_filters_and_takes_the_sheet_along(page_of):
    page = page_of("prapa")
    page.goto("/overview/")

    page.get_by_role("link", name="เรียงตามข้อ O แล้วเสร็จ").click()
    page.wait_for_url("**sort=-items")
    page.get_by_label("ชื่อหน่วยงาน").fill("อบต")
    page.get_by_role("button", name="แสดง").click()
    names = page.locator("tbody th[scope=row]").all_inner_texts()
    with page.expect_download() as download:
        page.get_by_role("link", name="ดาวน์โหลด Excel").click()

    sheet = CalamineWorkbook.from_filelike(BytesIO(Path(download.value.path()).read_bytes()))
    rows = sheet.get_sheet_by_index(0).to_python()[1:-1]
    finished = [row[1] / row[2] if row[2] else 0 for row in rows]
    assert page.locator("th[aria-sort=descending]").inner_text().startswith("แล้วเสร็จ")
    assert [row[0].replace("องค์การบริหารส่วนตำบล", "อบต.") for row in rows] == names
    assert len(rows) == 4
    assert finished == sorted(finished, reverse=True)
    page.get_by_role("link", name="อบต.ถ้ำสิงห์").click()
    assert page.get_by_role("heading", level=1).inner_text().startswith("องค์การบริหารส่วนตำบลถ้ำสิงห์")
