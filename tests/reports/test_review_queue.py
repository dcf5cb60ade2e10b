"""Everything that waits for the secretary, read and accepted in one place."""

import re
from datetime import timedelta

import pytest
from django.contrib.messages import get_messages

from organizations.models import Status
from reports.review_queue import build_review_queue
from tests.conftest import MORNING

QUEUE = "/reports/2570/review/"


@pytest.fixture
def queue(this_year, secretary):
    return lambda **asked: build_review_queue(this_year, secretary, asked)


def named(queue) -> list[str]:
    return [f"{one.row.code} {one.entry.unit}" for one in queue.waiting]


def mark_of(queue, code) -> str:
    return next(one.mark for one in queue.waiting if one.row.code == code)


def report(row, by, unit, status="review", note="เผยแพร่แล้ว"):
    latest = row.latest_of(unit)
    version = latest.version if latest else 0
    return row.record_progress(by=by, unit=unit, status=status, note=note, version=version)


def status_of(this_year, number) -> str:
    return this_year.items.get(number=number).status


# ---- what is in it


def test_everything_that_waits_is_there_the_oldest_first(queue):
    assert named(queue()) == [
        "O8 งานประชาสัมพันธ์",
        "O9 งานประชาสัมพันธ์",
        "O21 งานพัสดุ",
        "O11 งานแผนและงบประมาณ",
        "O22 งานพัสดุ",
        "มาตรการ 3 สำนักปลัด",
        "O15 งานธุรการ",
        "O34 กองคลัง",
    ]


def test_what_is_judged_or_under_way_again_is_not(queue, this_year, secretary, staff, office):
    clerks, treasury = office.units.get(name="งานธุรการ"), office.units.get(name="กองคลัง")
    this_year.items.get(number=34).accept(by=secretary, unit=treasury, version=1)
    report(this_year.items.get(number=15), staff, clerks, status="doing")

    assert not {"O34 กองคลัง", "O15 งานธุรการ"} & set(named(queue()))


def test_another_office_and_another_year_are_not(queue, next_door, stranger):
    item = next_door.rounds.get().items.get(number=1)
    report(item, stranger, stranger.units.get())

    assert len(queue().waiting) == 8


def test_she_reads_who_sent_what_and_with_which_evidence(client_of, secretary):
    html = client_of(secretary).get(QUEUE).content.decode()

    assert "นางอรุณี พูนผล" in html
    assert "19 พฤศจิกายน 2569 09.09" in html
    assert "เผยแพร่แบบ สขร.1 ของเดือนตุลาคมแล้ว" in html
    assert 'href="https://thamsing.example/ita/2570/o21"' in html


def test_she_reads_what_changed(client_of, secretary, staff, this_year, office):
    clerks = office.units.get(name="งานธุรการ")
    report(this_year.items.get(number=15), staff, clerks, note="รวบรวมคู่มือ 12 เรื่อง")
    report(this_year.items.get(number=15), staff, clerks, note="รวบรวมคู่มือ 14 เรื่อง")

    html = client_of(secretary).get(QUEUE).content.decode()

    assert "รวบรวมคู่มือ <del>12</del><ins>14</ins> เรื่อง" in html


def test_what_was_accepted_once_is_marked(queue, client_of, secretary, staff, this_year, office):
    clerks, item = office.units.get(name="งานธุรการ"), this_year.items.get(number=15)
    item.accept(by=secretary, unit=clerks, version=1)
    report(item, staff, clerks, status="doing")
    report(item, staff, clerks)

    html = client_of(secretary).get(QUEUE).content.decode()

    assert html.count("เปิดใหม่หลังตรวจรับแล้ว") == 1
    assert [one.row.code for one in queue().waiting if one.told.is_reopened] == ["O15"]


def test_a_second_report_of_work_never_accepted_is_not_marked(
    client_of, secretary, staff, this_year, office
):
    report(this_year.items.get(number=15), staff, office.units.get(name="งานธุรการ"))

    assert "เปิดใหม่หลังตรวจรับแล้ว" not in client_of(secretary).get(QUEUE).content.decode()


def test_what_she_wrote_herself_is_listed_and_cannot_be_chosen(
    queue, client_of, secretary, this_year, office
):
    report(this_year.items.get(number=17), secretary, office.units.get(name="งานธุรการ"))

    html = client_of(secretary).get(QUEUE).content.decode()

    assert "O17 งานธุรการ" in named(queue())
    assert "ท่านบันทึกเอง ต้องให้ผู้อื่นตรวจ" in html
    assert mark_of(queue(), "O17") not in html


def test_the_menu_counts_what_waits_for_her(client_of, secretary, this_year, office):
    report(this_year.items.get(number=17), secretary, office.units.get(name="งานธุรการ"))

    html = client_of(secretary).get("/measures/2570/").content.decode()

    assert '<span class="count">8<span class="visually-hidden"> รายการ</span>' in html


@pytest.mark.parametrize("person", ["staff", "executive"])
def test_who_does_not_review_sees_no_way_there(person, request, client_of):
    html = client_of(request.getfixturevalue(person)).get("/measures/2570/").content.decode()

    assert QUEUE not in html


def test_in_a_closed_year_nothing_waits_and_the_reason_is_said(client_of, secretary, this_year):
    this_year.is_open = False
    this_year.save()

    html = client_of(secretary).get(QUEUE).content.decode()

    assert "ปีงบประมาณ 2570 ปิดแล้ว" in html
    assert "ส่งกลับ" not in html


def test_an_empty_queue_says_so(client_of, secretary, this_year, queue):
    for one in queue().waiting:
        one.row.accept(by=secretary, unit=one.entry.unit, version=one.entry.version)

    assert "ไม่มีงานรอตรวจ" in client_of(secretary).get(QUEUE).content.decode()


# ---- narrowed


def test_kind_and_unit_narrow_together(queue, office):
    purchasing = office.units.get(name="งานพัสดุ")

    assert named(queue(kind="measure")) == ["มาตรการ 3 สำนักปลัด"]
    assert named(queue(unit=str(purchasing.pk))) == ["O21 งานพัสดุ", "O22 งานพัสดุ"]
    assert named(queue(kind="measure", unit=str(purchasing.pk))) == []


def test_a_tab_counts_what_is_behind_it_and_keeps_the_unit(queue, office):
    purchasing = office.units.get(name="งานพัสดุ")

    tabs = queue(unit=str(purchasing.pk)).tabs

    assert [(tab.label, tab.count) for tab in tabs] == [("ทั้งหมด", 2), ("ข้อ O", 2), ("มาตรการ", 0)]
    assert all(f"unit={purchasing.pk}" in tab.query for tab in tabs)


@pytest.mark.parametrize(
    "asked", [{"kind": "x"}, {"unit": "x"}, {"unit": "999999"}, {"unit": "\x00"}, {"kind": "<b>"}]
)
def test_what_is_not_there_narrows_nothing_and_is_said(asked, client_of, secretary, queue):
    html = client_of(secretary).get(QUEUE, asked).content.decode()

    assert "จึงไม่ได้ใช้กรองรายการ" in html
    assert len(queue(**asked).waiting) == 8


# ---- accepting many


@pytest.fixture
def accept(client_of, secretary):
    """Tick these boxes and press the button; what the next page says."""

    def press(*marks, path=QUEUE):
        response = client_of(secretary).post(path, {"chosen": marks})
        assert response.url == path
        return [str(message) for message in get_messages(response.wsgi_request)]

    return press


def test_many_are_accepted_at_once(accept, queue, this_year, secretary):
    said = accept(mark_of(queue(), "O21"), mark_of(queue(), "O22"), mark_of(queue(), "มาตรการ 3"))

    assert said == ["ตรวจรับแล้ว 3 รายการ"]
    assert [status_of(this_year, number) for number in (21, 22, 8)] == [
        Status.ACCEPTED, Status.ACCEPTED, Status.REVIEW,
    ]  # fmt: skip
    assert this_year.items.get(number=21).history()[0].by == secretary


def test_the_filter_is_kept(accept, queue):
    accept(mark_of(queue(), "O21"), path=f"{QUEUE}?kind=item")


@pytest.mark.parametrize("marks", [[], ["item/999999"], ["x"], ["item/" + "9" * 30], ["item/\x00"]])
def test_who_chose_nothing_that_is_there_is_told(marks, accept, queue):
    assert "ยังไม่ได้เลือกรายการ" in accept(*marks)[0]
    assert len(queue().waiting) == 8


def test_what_was_overtaken_is_named_and_the_rest_accepted(
    accept, queue, this_year, admin, staff, other_staff, office
):
    seen = [mark_of(queue(), code) for code in ("O15", "O34", "O21", "O22")]
    clerks, treasury = office.units.get(name="งานธุรการ"), office.units.get(name="กองคลัง")
    purchasing = office.units.get(name="งานพัสดุ")
    report(this_year.items.get(number=15), staff, clerks, note="แก้ไขเพิ่มเติม")
    this_year.items.get(number=34).accept(by=admin, unit=treasury, version=1)
    this_year.items.get(number=21).send_back(by=admin, unit=purchasing, note="ช้า", version=1)

    accepted, refused = accept(*seen)

    assert accepted == "ตรวจรับแล้ว 1 รายการ"
    assert refused.startswith("ไม่ได้ตรวจรับ 3 รายการ: ")
    assert "O15 ของงานธุรการ (มีรายงานใหม่หลังจากที่ท่านเปิดหน้านี้" in refused
    assert "O34 ของกองคลัง (นายวิทยา ศรีทองตรวจรับไปแล้ว)" in refused
    assert "O21 ของงานพัสดุ (นายวิทยา ศรีทองส่งกลับไปแล้ว)" in refused
    assert [status_of(this_year, number) for number in (15, 21, 22)] == [
        Status.REVIEW, Status.RETURNED, Status.ACCEPTED,
    ]  # fmt: skip


def test_nobody_accepts_her_own_even_by_a_forged_form(accept, queue, this_year, secretary, office):
    report(this_year.items.get(number=17), secretary, office.units.get(name="งานธุรการ"))

    (said,) = accept(mark_of(queue(), "O17"))

    assert "O17 ของงานธุรการ (ท่านบันทึกเอง ต้องให้ผู้อื่นตรวจ)" in said
    assert status_of(this_year, 17) == Status.REVIEW


def test_another_offices_work_is_out_of_reach(accept, next_door, stranger):
    item = next_door.rounds.get().items.get(number=1)
    entry = report(item, stranger, stranger.units.get())

    said = accept(f"item/{entry.pk}")

    item.refresh_from_db()
    assert "ยังไม่ได้เลือกรายการ" in said[0]
    assert item.status == Status.REVIEW


def test_a_box_sent_twice_counts_once(accept, queue):
    mark = mark_of(queue(), "O21")

    assert accept(mark, mark) == ["ตรวจรับแล้ว 1 รายการ"]


@pytest.mark.parametrize("person", ["staff", "executive"])
def test_who_does_not_review_accepts_nothing(person, request, client_of, queue, this_year):
    chosen = {"chosen": [mark_of(queue(), "O21")]}

    response = client_of(request.getfixturevalue(person)).post(QUEUE, chosen)

    assert response.status_code == 403
    assert status_of(this_year, 21) == Status.REVIEW


# ---- one by one, and back


def to_review(client, code) -> str:
    html = client.get(f"{QUEUE}?kind=item").content.decode()
    links = re.findall(r'href="([^"]*/review/\?[^"]*)"', html)
    return next(link for link in links if f"/{code}/" in link).replace("&amp;", "&")


def test_after_judging_one_she_is_back_in_the_queue_as_she_left_it(client_of, secretary, this_year):
    client = client_of(secretary)
    link = to_review(client, 21)
    action = re.search(r'<form[^>]*action="(\?unit[^"]*)"', client.get(link).content.decode())[
        1
    ].replace("&amp;", "&")

    judged = {"decision": "returned", "reason": "ขอไฟล์ PDF", "version": "1"}
    response = client.post(f"/disclosures/2570/21/review/{action}", judged)

    assert response.url == f"{QUEUE}?kind=item"
    assert status_of(this_year, 21) == Status.RETURNED


@pytest.mark.parametrize(
    "elsewhere",
    ["https://evil.example/", "//evil.example", "javascript:alert(1)", "\\\\evil.example"],
)
def test_nobody_is_led_away_from_the_site(elsewhere, client_of, secretary, this_year, office):
    unit = office.units.get(name="งานพัสดุ")
    path = f"/disclosures/2570/21/review/?unit={unit.pk}&back={elsewhere}"

    response = client_of(secretary).post(path, {"decision": "accepted", "version": "1"})

    assert response.url == "/disclosures/2570/21/"


# ---- cost


def test_a_queue_twenty_times_as_long_asks_no_more_queries(
    client_of, secretary, staff, this_year, office, queries_for
):
    client, clerks = client_of(secretary), office.units.get(name="งานธุรการ")
    before = queries_for(client, QUEUE)
    for number in range(20, 180):
        measure = this_year.measures.create(number=number, title=f"มาตรการ {number}")
        for version in (1, 2):
            measure.updates.create(
                by=staff,
                unit=clerks,
                at=MORNING - timedelta(hours=number - version),
                version=version,
                old_status=Status.DOING,
                status=Status.REVIEW,
                note=f"ดำเนินการแล้ว {version} ครั้ง",
            )

    assert queries_for(client, QUEUE) == before <= 12


def test_the_number_in_the_menu_costs_one_query(client_of, secretary, executive, queries_for):
    with_it, without = client_of(secretary), client_of(executive)

    assert queries_for(with_it, "/measures/2570/") == queries_for(without, "/measures/2570/") + 1
