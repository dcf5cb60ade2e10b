"""An admin opens the next year step by step and starts it; it is closed and opened again."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import hidden

pytestmark = pytest.mark.browser

#: Years that no other browser test knows.
FAR, FARTHER = 2598, 2599
RECORDING = 12


def test_a_year_is_opened_prepared_started_closed_and_opened_again(page_of, this_be_year):
    admin, staff = page_of("wittaya"), page_of("thanakorn", 390)

    admin.get_by_role("link", name="ปีงบประมาณ", exact=True).click()
    admin.get_by_role("link", name="เปิดปีใหม่").last.click()
    admin.get_by_label("ปีงบประมาณ (พ.ศ.)").fill("๒๕๙๘")
    admin.get_by_label("รายการข้อ O ฉบับปี").select_option("2569")
    admin.get_by_label(f"ปีงบประมาณ {this_be_year}", exact=True).check()
    admin.get_by_role("button", name="เปิดปีงบประมาณ").click()
    expect(admin.get_by_role("heading", level=1)).to_have_text(f"เปิดปีงบประมาณ {FAR} ทีละขั้น")
    assert staff.goto(f"/reports/{FAR}/").status == 404

    admin.get_by_role("link", name="ดูสิ่งที่ยกมา").first.click()
    admin.get_by_label("งานเดิม").first.select_option(index=3)
    admin.get_by_role("button", name="บันทึก ข้อ O").first.click()
    expect(admin.get_by_role("status")).to_contain_text("บันทึกการตัดสินข้อ")
    admin.get_by_role("button", name="ตกลงทั้งหมดตามที่เป็นอยู่").click()
    expect(admin.get_by_text("ตัดสินครบทุกข้อแล้ว")).to_be_visible()

    admin.get_by_role("link", name="กลับไปขั้นตอนเปิดปี").click()
    admin.get_by_role("link", name="กำหนดผู้รับผิดชอบ", exact=True).last.click()
    admin.get_by_role("link", name="กลับไปขั้นตอนเปิดปี").click()
    admin.get_by_role("link", name="ตรวจก่อนเริ่มปี").click()
    admin.get_by_role("button", name=f"เริ่มปีงบประมาณ {FAR}").click()
    expect(admin.get_by_role("status")).to_contain_text(f"เริ่มปีงบประมาณ {FAR} แล้ว แจ้งผู้รับผิดชอบ")

    staff.goto("/")
    expect(staff).to_have_url(f"{staff.url.split('/reports')[0]}/reports/{FAR}/my-work/")
    staff.goto("/notices/")
    told = staff.get_by_text(f"เริ่มปีงบประมาณ {FAR} แล้ว งานของหน่วยของท่านอยู่ในงานของฉัน")
    expect(told).to_have_count(1)

    admin.get_by_role("link", name="ปิดปีงบประมาณ").click()
    admin.get_by_role("button", name=f"ปิดปีงบประมาณ {FAR}").click()
    expect(admin.get_by_role("alert")).to_contain_text("โปรดระบุเหตุผล")
    admin.get_by_label("เหตุผล").fill("ลองเปิดปี")
    admin.get_by_role("button", name=f"ปิดปีงบประมาณ {FAR}").click()
    assert staff.goto(f"/disclosures/{FAR}/1/progress/").status == 403
    expect(staff.get_by_text(f"ปีงบประมาณ {FAR} ปิดแล้ว อ่านได้อย่างเดียว")).to_be_visible()

    admin.get_by_role("link", name="เปิดปีอีกครั้ง").click()
    admin.get_by_label("เหตุผล").fill("ขอแก้ไขข้อมูล")
    admin.get_by_role("button", name="เปิดปีอีกครั้ง").click()
    expect(admin.get_by_role("main")).to_contain_text("ขอแก้ไขข้อมูล")
    # The others' first page is this year's again.
    admin.goto(f"/reports/{FAR}/year/close/")
    admin.get_by_label("เหตุผล").fill("จบการลอง")
    admin.get_by_role("button", name=f"ปิดปีงบประมาณ {FAR}").click()
    expect(admin.get_by_role("status")).to_contain_text(f"ปิดปีงบประมาณ {FAR} แล้ว")


def test_two_admins_who_open_the_same_year_at_once_get_a_sentence(visitor):
    sent = {"be_year": FARTHER, "edition": 2569, "source": 0}
    admins = [visitor().sign_in("wittaya") for _ in range(4)]
    ready = Barrier(len(admins), timeout=30)

    def open_year(admin):
        token = hidden(admin.get("/reports/open/"), "csrfmiddlewaretoken")
        ready.wait()
        return admin.post("/reports/open/", csrfmiddlewaretoken=token, **sent)

    with ThreadPoolExecutor(len(admins)) as crowd:
        answers = list(crowd.map(open_year, admins))

    assert sorted(status for status, _ in answers) == [200, 422, 422, 422]
    assert all(f"มีปีงบประมาณ {FARTHER} อยู่แล้ว" in page for status, page in answers if status == 422)


def test_who_records_while_the_year_is_closed_is_in_before_or_refused(visitor, this_be_year):
    paths = [f"/disclosures/{this_be_year}/{number}/" for number in range(1, RECORDING + 1)]
    admin, *people = [visitor().sign_in("wittaya") for _ in range(RECORDING + 1)]
    ready = Barrier(RECORDING + 1, timeout=60)

    def record(person, path):
        form = person.get(f"{path}progress/")
        version, token = hidden(form, "version"), hidden(form, "csrfmiddlewaretoken")
        said = {"status": "doing", "note": f"บันทึกขณะปิดปี {path}", "version": version}
        ready.wait()
        status, page = person.post(f"{path}progress/", csrfmiddlewaretoken=token, **said)
        assert status == 200 or "ปิดแล้ว อ่านได้อย่างเดียว" in page
        return path, status

    def close():
        path = f"/reports/{this_be_year}/year/close/"
        token = hidden(admin.get(path), "csrfmiddlewaretoken")
        ready.wait()
        return admin.post(path, csrfmiddlewaretoken=token, reason="สิ้นปี")

    with ThreadPoolExecutor(RECORDING + 1) as crowd:
        closing = crowd.submit(close)
        answers = list(crowd.map(record, people, paths))

    try:
        assert closing.result()[0] == 200
        assert {status for _, status in answers} <= {200, 403}
        for path, status in answers:
            assert (f"บันทึกขณะปิดปี {path}" in admin.get(path)) == (status == 200)
    finally:
        path = f"/reports/{this_be_year}/year/reopen/"
        token = hidden(admin.get(path), "csrfmiddlewaretoken")
        admin.post(path, csrfmiddlewaretoken=token, reason="เปิดต่อหลังการลอง")
