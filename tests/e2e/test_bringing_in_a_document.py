"""The report an office already has, brought in through the page in each of its three forms."""

import re

import pytest
from playwright.sync_api import expect

from tests.measures.importing.conftest import SAMPLES

pytestmark = pytest.mark.browser

#: A year for each form that no other browser test knows.
YEARS = {"docx": 2590, "xlsx": 2591, "html": 2592}
PASTE = """
([field, html]) => {
  const data = new DataTransfer();
  data.setData("text/html", html);
  field.dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, bubbles: true}));
}
"""


def open_empty_year(admin, be_year):
    admin.goto("/reports/open/")
    admin.get_by_label("ปีงบประมาณ (พ.ศ.)").fill(str(be_year))
    admin.get_by_label("รายการข้อ O ฉบับปี").select_option("2566")
    admin.get_by_label(re.compile("^รายการข้อ O เปล่า")).check()
    admin.get_by_role("button", name="เปิดปีงบประมาณ").click()
    admin.get_by_role("link", name="นำเข้าจากเอกสาร").first.click()


def choose(admin, form):
    file = SAMPLES / f"report-2566.{form}"
    if form == "html":
        field = admin.get_by_label("หรือวางตาราง")
        field.wait_for()
        # A person never types before the page's scripts have loaded.
        admin.wait_for_load_state()
        admin.evaluate(PASTE, [field.element_handle(), file.read_text(encoding="utf-8")])
    else:
        admin.get_by_label(re.compile("^เอกสารรายงานหรือมาตรการ")).set_input_files(file)
    admin.get_by_role("button", name="อ่านเอกสาร").click()


@pytest.mark.parametrize("form", YEARS)
def test_the_report_becomes_the_same_year_whatever_form_it_has(page_of, form):
    admin, be_year = page_of("wittaya"), YEARS[form]
    open_empty_year(admin, be_year)

    choose(admin, form)
    expect(admin.get_by_role("main")).to_contain_text("พบ 11 มาตรการ")
    admin.get_by_label(re.compile("^แก้ทุกคำที่เสนอ")).check()
    admin.get_by_label(re.compile("ทำคู่มือ")).select_option("ทุกส่วนราชการ")
    # The report is of 2566, this year another.
    expect(admin.get_by_label(re.compile("^เลื่อนระยะเวลามาเป็นปีงบประมาณ"))).to_be_checked()
    admin.get_by_role("button", name="ไปตรวจมาตรการ").click()
    expect(admin.get_by_text("ไม่ได้ระบุข้อ O จึงนับทุกข้อของมาตรการ")).to_have_count(1)
    expect(admin.get_by_text("เอกสารไม่ได้ระบุข้อ จึงนับทุกข้อของมาตรการ")).to_have_count(1)
    for number in range(11):
        last = "มี.ค." if number in (3, 4) else "เม.ย."
        field = admin.locator(f"#id_m{number}-timeframe")
        expect(field).to_have_value(re.compile(rf"^ก\.พ\.\s– {re.escape(last)} {be_year}$"))
    admin.get_by_role("button", name="นำเข้า 11 มาตรการ").click()
    expect(admin.get_by_role("status")).to_contain_text("นำเข้า 11 มาตรการ")

    admin.get_by_role("link", name="กลับไปขั้นตอนเปิดปี").click()
    steps = admin.get_by_role("main")
    expect(steps).to_contain_text("มี 11 มาตรการ")
    expect(steps).to_contain_text("มีผู้รับผิดชอบแล้ว 42 จาก 43 ข้อ")
    expect(steps).to_contain_text("ไม่มีผู้รับผิดชอบ: O29")
    expect(steps).to_contain_text("มีหน่วยหลักมากกว่าหนึ่ง: O18, O28")
    admin.goto(f"/disclosures/{be_year}/25/")
    expect(admin.get_by_role("main")).to_contain_text("งานการเจ้าหน้าที่")
    admin.goto(f"/measures/{be_year}/1/")
    expect(admin.get_by_role("main")).to_contain_text("ยืมใช้ทรัพย์สิน")
