"""What was said of a row stays readable: who, for whom, and what it changed."""

import re

import pytest

from tests.tracking.recording.conftest import as_it_stands, report, versions

# On PostgreSQL too: the order of a history; numbers and signs no column can hold.
pytestmark = pytest.mark.both_databases


@pytest.fixture
def reporter(client_of, staff, form, row):
    """Thanakorn, reporting one text after another; the version found at first is 1."""
    client = client_of(staff)

    def say(note, **more):
        version = len([one for one in row.history() if one.unit == row.history()[-1].unit])
        client.post(form, report(note=note, version=version, **more))
        return row.history()[0]

    return say


def trail(client, page, **asked) -> list[str]:
    """The entries of the history as the page shows them, newest first."""
    html = client.get(page, asked).content.decode()
    history = html.partition('id="h-history"')[2].partition('id="h-talk"')[0]
    return re.findall(r"<li>\s*<svg.*?</li>", history, re.DOTALL)


def test_what_a_report_changed_is_marked(client_of, executive, page, reporter):
    reporter("เผยแพร่รายงานปี 2569 บนเว็บไซต์แล้ว")
    reporter("เผยแพร่รายงานปี 2570 บนเว็บไซต์แล้ว")

    newest = trail(client_of(executive), page)[0]

    assert "เผยแพร่รายงานปี <del>2569</del><ins>2570</ins> บนเว็บไซต์แล้ว" in newest


def test_the_first_report_is_shown_as_it_is(client_of, staff, page, row):
    oldest = trail(client_of(staff), page)[-1]

    assert row.history()[-1].note in oldest
    assert "<ins>" not in oldest


def test_a_reason_for_sending_back_is_not_what_the_next_report_is_compared_with(
    client_of, secretary, page, row, reporter
):
    entry = reporter("เผยแพร่รายงานแล้ว", status="review")
    row.send_back(by=secretary, unit=entry.unit, note="ลิงก์เปิดไม่ได้", version=entry.version)
    reporter("เผยแพร่รายงานแล้ว แก้ลิงก์แล้ว")

    newest, reason, *_ = trail(client_of(secretary), page)

    assert "เผยแพร่รายงานแล้ว<ins> แก้ลิงก์แล้ว</ins>" in newest
    assert "<p>ลิงก์เปิดไม่ได้</p>" in reason


def test_another_units_report_is_not_what_it_is_compared_with(
    client_of, staff, other_staff, office
):
    page, treasury = "/measures/2570/4/", office.units.get(name="กองคลัง")
    client_of(staff).post(f"{page}progress/", report(note="ข้อความของสำนักปลัด", version=0))
    client_of(other_staff).post(
        f"{page}progress/?unit={treasury.pk}", report(note="ข้อความของกองคลัง", version=0)
    )

    newest = trail(client_of(staff), page)[0]

    assert "<p>ข้อความของกองคลัง</p>" in newest


def test_the_same_text_is_not_repeated(client_of, staff, page, reporter):
    reporter("รวบรวมข้อมูลครบแล้ว")
    reporter("รวบรวมข้อมูลครบแล้ว", status="review")

    newest = trail(client_of(staff), page)[0]

    assert "ข้อความเหมือนครั้งก่อน" in newest
    assert "รวบรวมข้อมูลครบแล้ว" not in newest


def test_markup_in_a_change_is_only_text(client_of, staff, page, reporter):
    reporter("รวบรวมข้อมูลครบแล้ว")
    reporter("รวบรวมข้อมูลครบแล้ว <script>alert(1)</script>\nและเผยแพร่")

    newest = trail(client_of(staff), page)[0]

    assert "<ins> &lt;script&gt;alert(1)&lt;/script&gt;<br>และเผยแพร่</ins>" in newest


def test_who_reports_for_a_unit_from_the_secretarys_office_is_named_so(
    client_of, secretary, form, page
):
    client_of(secretary).post(form, report())

    newest = trail(client_of(secretary), page)[0]

    assert "นางสาวศิริพร แก้วมณี (ฝ่ายเลขานุการ) บันทึกในนามหน่วย" in newest


def test_staff_need_no_such_note(client_of, staff, page):
    assert "บันทึกในนามหน่วย" not in trail(client_of(staff), page)[0]


@pytest.fixture
def accepted(row, secretary, reporter):
    entry = reporter("เผยแพร่รายงานแล้ว", status="review")
    return row.accept(by=secretary, unit=entry.unit, version=entry.version)


def test_a_report_on_accepted_work_opens_it_again_and_says_so(
    client_of, staff, page, accepted, reporter
):
    assert "เปิดใหม่หลังตรวจรับแล้ว" not in client_of(staff).get(page).content.decode()

    reporter("แก้ไขตัวเลข")

    assert "เปิดใหม่หลังตรวจรับแล้ว" in trail(client_of(staff), page)[0]


def test_who_opens_accepted_work_again_is_told_that_it_must_be_reviewed_again(
    client_of, staff, form, accepted
):
    typed = report(version=accepted.version, note="แก้ไขตัวเลข")

    html = client_of(staff).post(form, typed, follow=True).content.decode()

    assert "งานส่วนนี้เปิดใหม่หลังตรวจรับแล้ว ฝ่ายเลขานุการต้องตรวจรับอีกครั้ง" in html


# ---- of one unit


@pytest.fixture
def talk_of_two():
    """สำนักปลัด and กองคลัง have reported on it."""
    return "/measures/2570/3/"


def test_the_history_is_narrowed_to_one_unit(client_of, staff, office, talk_of_two):
    treasury = office.units.get(name="กองคลัง")

    entries = trail(client_of(staff), talk_of_two, unit=treasury.pk)

    assert len(entries) == 2
    assert all("กองคลัง" in entry and "สำนักปลัด" not in entry for entry in entries)


def test_only_units_that_have_said_something_are_offered(client_of, staff, office, talk_of_two):
    html = client_of(staff).get(talk_of_two).content.decode()

    offered = re.search(r'<ul class="picks">(.*?)</ul>', html, re.DOTALL)[1]
    assert re.findall(r">([^<>\s]+)</a>", offered) == ["ทุกส่วนราชการ", "สำนักปลัด", "กองคลัง"]


def test_what_is_shown_for_all_units_is_everything(client_of, staff, talk_of_two):
    assert len(trail(client_of(staff), talk_of_two, unit="")) == 3


@pytest.mark.parametrize("unit", ["abc", "0", "-1", "9" * 30, "\x00", "๑", "<b>"])
def test_a_unit_without_entries_is_said_and_hides_nothing(unit, client_of, staff, talk_of_two):
    client = client_of(staff)

    html = client.get(talk_of_two, {"unit": unit}).content.decode()

    assert "จึงแสดงของทุกส่วนราชการ" in html
    assert len(trail(client, talk_of_two, unit=unit)) == 3


# ---- for good


@pytest.mark.parametrize("method", ["delete", "put", "patch"])
@pytest.mark.parametrize("address", ["", "progress/", "review/", "comments/"])
def test_no_address_changes_or_removes_what_was_said(method, address, client_of, admin, page, row):
    row.comment(by=admin, text="รับทราบ")

    getattr(client_of(admin), method)(f"{page}{address}")

    assert versions(row) == [1]
    assert [one.text for one in row.comments.all()][-1] == "รับทราบ"


def test_a_longer_history_asks_no_more_queries(client_of, staff, page, reporter, queries_for):
    client = client_of(staff)
    before = queries_for(client, page)

    for number in range(20):
        reporter(f"ครั้งที่ {number}")

    assert queries_for(client, page) == before <= 24


def test_the_text_as_it_stands_can_be_read_in_full(client_of, staff, page, reporter):
    reporter("ส่งแบบสำรวจ 100 ชุด อยู่ระหว่างประมวลผล")
    reporter("ส่งแบบสำรวจ 120 ชุด ประมวลผลเสร็จแล้ว")

    newest = trail(client_of(staff), page)[0]

    assert "ส่งแบบสำรวจ 120 ชุด ประมวลผลเสร็จแล้ว" in as_it_stands(newest)
