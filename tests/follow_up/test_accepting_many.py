"""Accepting from the queue, many at once or one by one, each as it was read."""

import re

import pytest
from django.contrib.messages import get_messages

from disclosures.models import DisclosureItem
from tests.follow_up.waiting import QUEUE, mark_of, report, status_of
from tracking.models import Status

# On PostgreSQL too: what was overtaken is refused inside the transaction of the rest.
pytestmark = pytest.mark.both_databases


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
    assert DisclosureItem.objects.of(this_year).get(number=21).history()[0].by == secretary


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
    report(DisclosureItem.objects.of(this_year).get(number=15), staff, clerks, note="แก้ไขเพิ่มเติม")
    DisclosureItem.objects.of(this_year).get(number=34).accept(by=admin, unit=treasury, version=1)
    DisclosureItem.objects.of(this_year).get(number=21).send_back(
        by=admin, unit=purchasing, note="ช้า", version=1
    )

    accepted, refused = accept(*seen)

    assert accepted == "ตรวจรับแล้ว 1 รายการ"
    assert refused.startswith("ไม่ได้ตรวจรับ 3 รายการ: ")
    assert "O15 ของงานธุรการ (มีรายงานใหม่หลังจากที่ท่านเปิดหน้านี้" in refused
    assert "O34 ของกองคลัง (นายวิทยา ศรีทองตรวจรับไปแล้ว)" in refused
    assert "O21 ของงานพัสดุ (นายวิทยา ศรีทองส่งกลับไปแล้ว)" in refused
    assert [status_of(this_year, number) for number in (15, 21, 22)] == [
        Status.REVIEW, Status.RETURNED, Status.ACCEPTED,
    ]  # fmt: skip


def test_nobody_accepts_their_own_by_a_forged_form(accept, queue, this_year, secretary, office):
    report(
        DisclosureItem.objects.of(this_year).get(number=17),
        secretary,
        office.units.get(name="งานธุรการ"),
    )

    (said,) = accept(mark_of(queue(), "O17"))

    assert "O17 ของงานธุรการ (ท่านบันทึกเอง ต้องให้ผู้อื่นตรวจ)" in said
    assert status_of(this_year, 17) == Status.REVIEW


def test_another_offices_work_is_out_of_reach(accept, next_door, stranger):
    item = DisclosureItem.objects.of(next_door.rounds.get()).get(number=1)
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


def test_after_judging_one_the_queue_is_as_they_left_it(client_of, secretary, this_year):
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
