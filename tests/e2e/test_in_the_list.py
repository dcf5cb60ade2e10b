"""Recording inside งานของฉัน, and what is typed there when something goes wrong."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.e2e.conftest import sign_in

pytestmark = pytest.mark.browser

PHONE = {"width": 390, "has_touch": True, "is_mobile": True}
NOTE = re.compile("^ผลการดำเนินการ")


def opened(page, code):
    page.get_by_role("link", name=f"บันทึกความก้าวหน้า {code}", exact=True).click()
    form = page.get_by_role("region", name=f"บันทึกความก้าวหน้า {code}", exact=True)
    expect(form).to_be_visible()
    return form


def save(form):
    form.get_by_role("button", name="บันทึก", exact=True).click()


def count(page, tab) -> int:
    link = page.get_by_role("navigation", name="กรองตามสถานะ").get_by_role("link", name=tab)
    return int(re.search(r"\d+", link.inner_text())[0])


def test_on_a_phone_staff_open_a_row_record_and_see_the_counts_change(page_of):
    page = page_of("malee", **PHONE)
    left, waiting = count(page, "ค้างอยู่"), count(page, "รอตรวจ")

    page.get_by_role("link", name="บันทึกความก้าวหน้า O10").tap()
    page.get_by_label("แล้วเสร็จ ส่งตรวจ").check()
    page.get_by_label(NOTE).fill("ประกาศนโยบายแล้วเมื่อวันที่ 20 พฤศจิกายน")
    page.get_by_role("button", name="บันทึก", exact=True).tap()

    expect(page.get_by_role("status")).to_contain_text("O10 ในนามงานประชาสัมพันธ์แล้ว")
    expect(page.get_by_role("status")).to_be_focused()
    assert (count(page, "ค้างอยู่"), count(page, "รอตรวจ")) == (left - 1, waiting + 1)
    assert page.evaluate("localStorage.length") == 0


def test_a_mistake_is_shown_in_the_open_row_and_then_mended(page_of):
    page = page_of("malee")
    form = opened(page, "O8")

    form.get_by_label(NOTE).fill("ตรวจสอบช่องทางแล้ว")
    form.get_by_label(re.compile("^ลิงก์")).first.fill("ดูในเว็บนะคะ")
    save(form)
    expect(page.get_by_role("alert")).to_be_focused()
    expect(form.get_by_label(NOTE)).to_have_value("ตรวจสอบช่องทางแล้ว")
    expect(page.get_by_role("group", name="ร่างที่ยังไม่ได้บันทึก")).to_have_count(0)
    form.get_by_label(re.compile("^ลิงก์")).first.fill("https://thamsing.example/o8")
    save(form)

    expect(page.get_by_role("status")).to_contain_text("O8 ในนาม")


def test_by_keyboard_the_form_takes_the_focus_and_gives_it_back(page_of):
    page = page_of("prasit")
    link = page.get_by_role("link", name="บันทึกความก้าวหน้า O13")

    link.press("Enter")
    expect(page.get_by_label("อยู่ระหว่างดำเนินการ")).to_be_focused()
    expect(link).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Escape")

    expect(link).to_be_focused()
    expect(link).to_have_attribute("aria-expanded", "false")


def test_one_form_is_open_at_a_time(page_of):
    page = page_of("prasit")

    opened(page, "O13")
    opened(page, "O12")

    expect(page.locator("form[data-draft]")).to_have_count(1)


def test_who_was_overtaken_sees_both_texts_in_the_row(page_of, this_be_year):
    page, colleague = page_of("nitipong"), page_of("siriporn")
    form = opened(page, "O36")
    colleague.goto(f"/disclosures/{this_be_year}/36/progress/")
    colleague.get_by_label(NOTE).fill("ข้อความของฝ่ายเลขานุการ")
    colleague.get_by_role("button", name="บันทึก", exact=True).click()

    form.get_by_label(NOTE).fill("ข้อความของเจ้าหน้าที่")
    save(form)

    expect(form.get_by_role("alert")).to_contain_text("มีการบันทึกในนามงานนิติการก่อนหน้าท่าน")
    expect(form.get_by_text("ข้อความของฝ่ายเลขานุการ")).to_be_visible()
    expect(form.get_by_label(NOTE)).to_have_value("ข้อความของเจ้าหน้าที่")


def test_what_was_typed_is_offered_back_after_the_page_was_closed(page_of):
    page = page_of("nitipong")
    opened(page, "O38").get_by_label(NOTE).fill("อบรมครบทุกคนแล้ว")
    expect(page.get_by_text(re.compile(r"เก็บร่างไว้ในเครื่องนี้แล้ว \d\d\.\d\d"))).to_be_visible()

    again = page.context.new_page()
    page.close()
    again.goto("/")
    expect(again.get_by_text("มีร่างที่ยังไม่ได้บันทึก")).to_have_count(1)
    form = opened(again, "O38")
    offer = form.get_by_role("group", name="ร่างที่ยังไม่ได้บันทึก")
    expect(offer).to_be_focused()
    expect(offer).to_contain_text("อบรมครบทุกคนแล้ว")
    expect(form.get_by_label(NOTE)).to_have_value("")
    offer.get_by_role("button", name="ใช้ร่างนี้").click()

    expect(form.get_by_label(NOTE)).to_have_value("อบรมครบทุกคนแล้ว")


def test_a_draft_that_is_thrown_away_does_not_come_back(page_of):
    page = page_of("nitipong")
    opened(page, "O32").get_by_label(NOTE).fill("ข้อความที่ไม่ใช้")
    page.reload()

    opened(page, "O32").get_by_role("button", name="ทิ้งร่าง").click()
    page.reload()

    expect(page.get_by_text("มีร่างที่ยังไม่ได้บันทึก")).to_have_count(0)


def test_typing_on_leaves_an_offered_draft_as_it_is(page_of):
    page = page_of("nitipong")
    opened(page, "O33").get_by_label(NOTE).fill("ร่างแรก")
    page.reload()

    opened(page, "O33").get_by_label(NOTE).fill("ร่างที่สอง")
    page.reload()

    form = opened(page, "O33")
    expect(form.get_by_text("ร่างแรก")).to_be_visible()
    expect(form.get_by_text("ร่างที่สอง")).to_be_visible()


def test_a_session_that_ended_costs_a_sign_in_and_no_text(page_of):
    page = page_of("nitipong")
    form = opened(page, "O27")
    form.get_by_label(NOTE).fill("แก้ไขคู่มือแล้ว")

    page.context.clear_cookies(name="sessionid")
    save(form)
    sign_in(page, "nitipong")
    form = opened(page, "O27")
    form.get_by_role("button", name="ใช้ร่างนี้").click()
    save(form)

    expect(page.get_by_role("status")).to_contain_text("O27 ในนามงานนิติการแล้ว")
    expect(page.get_by_text("มีร่างที่ยังไม่ได้บันทึก")).to_have_count(0)


def test_a_lost_line_is_said_and_the_text_goes_out_when_it_is_back(page_of):
    page = page_of("kanya", **PHONE)
    form = opened(page, "O24")
    form.get_by_label(NOTE).fill("จัดทำแผนอัตรากำลังแล้ว")

    page.context.set_offline(True)
    save(form)
    expect(page.get_by_role("alert")).to_contain_text("เชื่อมต่อระบบไม่ได้")
    page.context.set_offline(False)
    save(form)

    expect(page.get_by_role("status")).to_contain_text("O24 ในนามงานการเจ้าหน้าที่แล้ว")


def test_a_form_that_cannot_be_fetched_is_said_on_its_row(page_of):
    page = page_of("kanya")
    page.context.set_offline(True)

    page.get_by_role("link", name=re.compile("^บันทึกความก้าวหน้า")).first.click()

    expect(page.get_by_role("alert")).to_contain_text("เปิดแบบบันทึกไม่ได้")


def test_a_form_that_went_stale_is_said_and_its_text_is_offered_again(page_of):
    page = page_of("kanya")
    form = opened(page, "O26")
    form.get_by_label(NOTE).fill("ผู้บริหารลงนามแล้ว")

    page.context.clear_cookies(name="csrftoken")
    save(form)
    page.get_by_role("alert").get_by_role("link", name="เปิดหน้านี้ใหม่").click()

    expect(opened(page, "O26").get_by_text("ผู้บริหารลงนามแล้ว")).to_be_visible()


def test_the_next_person_at_the_same_computer_is_offered_nothing(page_of, this_be_year):
    page = page_of("thanakorn")
    path = f"/measures/{this_be_year}/6/progress/"
    page.goto(path)
    page.get_by_label(NOTE).fill("ข้อความของธนากร")
    page.goto("/accounts/logout/")
    page.get_by_role("main").get_by_role("button", name="ออกจากระบบ").click()

    page.goto("/accounts/login/")
    sign_in(page, "wittaya")
    page.goto(path)

    expect(page.get_by_label(NOTE)).not_to_have_value("ข้อความของธนากร")
    expect(page.get_by_text("ข้อความของธนากร")).to_have_count(0)


def test_a_plain_page_offers_its_draft_and_forgets_it_once_saved(page_of, this_be_year):
    page = page_of("arunee")
    path = f"/measures/{this_be_year}/4/progress/"
    page.goto(path)
    page.get_by_label(NOTE).fill("ประชาสัมพันธ์ในที่ประชุมแล้ว")
    page.goto(path)

    page.get_by_role("button", name="ใช้ร่างนี้").click()
    page.get_by_role("button", name="บันทึก", exact=True).click()

    expect(page.get_by_role("status")).to_contain_text("มาตรการ 4 ในนามกองคลังแล้ว")
    assert page.evaluate("localStorage.length") == 0


def test_what_a_unit_owes_is_copied_with_one_press(page_of):
    page = page_of("arunee")
    page.get_by_role("link", name="คัดลอกงานค้าง").click()

    page.get_by_role("button", name="คัดลอกข้อความ").click()

    expect(page.get_by_role("status").filter(has_text="คัดลอกแล้ว")).to_be_visible()


@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing_serious_in_an_open_row(page_of, width):
    page = page_of("thanakorn", width, bypass_csp=True)
    form = opened(page, "O18")
    form.get_by_label(re.compile("^ลิงก์")).first.fill("ไม่ใช่ลิงก์")
    save(form)
    expect(page.get_by_role("alert")).to_be_visible()

    found = Axe().run(page).response["violations"]

    serious = [rule["id"] for rule in found if rule["impact"] in ("serious", "critical")]
    assert serious == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
