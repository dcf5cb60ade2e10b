"""The secretary mends what the check finds, and it is gone when they come back."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def test_a_finding_leads_to_its_mend_and_back(page_of, this_be_year):
    page = page_of("siriporn")
    page.get_by_role("navigation", name="เมนูหลัก").get_by_role("link", name="ตรวจความพร้อม").click()
    must = page.get_by_role("region", name="ต้องแก้ก่อนพิมพ์")
    finding = must.get_by_role("listitem").filter(has_text="มาตรการ 8")
    expect(finding).to_contain_text("ผลระบุเพียงว่าแล้วเสร็จ")

    finding.get_by_role("link", name=re.compile("^เพิ่มผล")).click()
    page.get_by_label(re.compile("แล้วเสร็จ")).check()
    page.get_by_label(re.compile("^ผลการดำเนินการ")).fill("เผยแพร่ข้อ O19–O22 ครบทุกข้อที่เมนู ITA")
    page.get_by_role("button", name=re.compile("บันทึก")).click()

    page.wait_for_url(f"**/reports/{this_be_year}/check/")
    expect(page.get_by_role("status")).to_contain_text("บันทึกความก้าวหน้า มาตรการ 8")
    expect(must.get_by_role("listitem").filter(has_text="มาตรการ 8")).to_have_count(0)
