"""One errand from the first report to the year's document, by touch and without scripts."""

import re
from dataclasses import dataclass

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.tracking.evidence import makers
from thai.digits import thai_digits

# On PostgreSQL too: one errand through everything, as an office on a server runs it.
pytestmark = [pytest.mark.browser, pytest.mark.both_databases]

UNIT = "หน่วยตรวจสอบภายใน"
REASON = "ขอให้ระบุวันที่ชี้แจงและจำนวนบุคลากรที่เข้าร่วม"
SHORT = "ชี้แจงช่องทางการตอบแบบสอบถามแล้ว"
URL = "https://thamsing.example/news/2570/survey"
PHOTOGRAPH = {
    "name": "ภาพการชี้แจง.jpg",
    "mimeType": "image/jpeg",
    "buffer": makers.photograph(),
}


@dataclass(frozen=True)
class Staff:
    """Somebody on a phone, and the measure they answer for."""

    page: Page
    code: str

    def work(self) -> Locator:
        """The row of this measure, reached as staff reach it."""
        menu = self.page.get_by_role("navigation", name="เมนูด้านล่าง")
        menu.get_by_role("link", name="งานของฉัน").tap()
        expect(self.page.get_by_role("heading", name="งานของฉัน", level=1)).to_be_visible()
        opens = self.page.get_by_role("link", name=f"บันทึกความก้าวหน้า {self.code}", exact=True)
        return self.page.get_by_role("main").get_by_role("listitem").filter(has=opens)

    def unread(self) -> int:
        told = self.page.get_by_role("link", name=re.compile("^การแจ้งเตือน")).first
        number = re.search(r"\d+", told.get_attribute("aria-label"))
        return int(number[0]) if number else 0

    def opens_the_form(self) -> None:
        self.work().get_by_role("link", name=f"บันทึกความก้าวหน้า {self.code}").tap()

    def attaches(self, chooser: str) -> None:
        self.page.get_by_label("ลิงก์ที่เผยแพร่บนเว็บไซต์").fill(URL)
        self.page.locator(chooser).set_input_files(PHOTOGRAPH)

    def reports_finished(self, note: str) -> None:
        self.page.locator("label").filter(has_text="แล้วเสร็จ ส่งตรวจ").tap()
        self.page.get_by_label(re.compile("^ผลการดำเนินการ")).fill(note)
        self.page.get_by_role("button", name="บันทึก", exact=True).tap()
        said = self.page.get_by_role("status").filter(has_text=f"{self.code} ในนาม{UNIT}แล้ว")
        expect(said).to_be_visible()


@dataclass(frozen=True)
class Secretary:
    """The person at a desk who looks at what was reported."""

    page: Page
    code: str

    def finds_it_waiting(self) -> Locator:
        menu = self.page.get_by_role("navigation", name="เมนูหลัก")
        menu.get_by_role("link", name="รอตรวจ").click()
        chooses = self.page.get_by_label(f"เลือก {self.code} ของ{UNIT}")
        return self.page.get_by_role("listitem").filter(has=chooses)

    def opens_its_review(self) -> None:
        self.finds_it_waiting().get_by_role("link", name=re.compile("^ส่งกลับ")).click()

    def decides(self, decision: str, reason: str = "") -> None:
        self.page.get_by_label(decision).check()
        self.page.get_by_label(re.compile("^เหตุผลที่ส่งกลับ")).fill(reason)
        self.page.get_by_role("button", name="บันทึกผลการตรวจ").click()
        expect(self.page.get_by_role("status")).to_contain_text(f"{self.code} ของ{UNIT}")


def downloaded(page: Page, name: str) -> bytes:
    return page.request.get(
        page.get_by_role("link", name=name, exact=True).first.get_attribute("href")
    ).body()


@pytest.mark.parametrize(
    ("number", "title", "chooser", "browser"),
    [
        (4, "การเก็บข้อมูลจากบุคลากร", "input[capture]", {}),
        (5, "การเก็บข้อมูลจากผู้รับบริการ", "input[name=files]", {"java_script_enabled": False}),
    ],
    ids=["by touch", "without scripts"],
)
def test_a_report_is_sent_back_mended_accepted_and_printed(
    page_of, this_be_year, number, title, chooser, browser
):
    code = f"มาตรการ {number}"
    mended = f"{SHORT} เมื่อวันที่ 20 พฤศจิกายน {this_be_year} มีผู้เข้าร่วม 1{number} คน"
    staff = Staff(page_of("suda", 390, has_touch=True, is_mobile=True, **browser), code)
    secretary = Secretary(page_of("siriporn"), code)
    unread = staff.unread()

    staff.opens_the_form()
    staff.attaches(chooser)
    staff.reports_finished(SHORT)

    secretary.opens_its_review()
    expect(secretary.page.get_by_text(SHORT)).to_be_visible()
    expect(secretary.page.get_by_role("link", name="news/2570/survey")).to_be_visible()
    assert b"PhoneMaker" not in downloaded(secretary.page, PHOTOGRAPH["name"])
    secretary.decides("ส่งกลับให้แก้ไข", REASON)

    expect(staff.work()).to_contain_text(f"เหตุผลที่ส่งกลับ {REASON}")
    assert staff.unread() == unread + 1
    staff.opens_the_form()
    staff.reports_finished(mended)

    secretary.opens_its_review()
    secretary.decides("ตรวจรับ")

    staff.page.goto(f"/reports/{this_be_year}/progress/")
    row = staff.page.get_by_role("article").get_by_role("row").filter(has_text=title)
    expect(row).to_contain_text(thai_digits(mended))
