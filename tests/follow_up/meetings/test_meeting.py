"""The meeting on a projector: what is open or wrong, and what is decided of it."""

import re
from datetime import date

import pytest

from disclosures.models import DisclosureItem
from follow_up.meetings.meeting import build_meeting
from tests.conftest import TODAY
from tests.factories import multiply_measures
from tests.follow_up.waiting import report

# On PostgreSQL too: orders of queries.
pytestmark = pytest.mark.both_databases

PAGE = "/reports/2570/meeting/"


@pytest.fixture
def meeting(this_year):
    return lambda **asked: build_meeting(this_year, today=TODAY, asked=asked)


@pytest.fixture
def client(client_of, secretary):
    return client_of(secretary)


@pytest.fixture
def key(this_year, office):
    """Of O30 by กองช่าง."""
    return f"item-30-{office.units.get(name='กองช่าง').pk}"


@pytest.fixture
def o30(this_year):
    return DisclosureItem.objects.of(this_year).get(number=30)


def sent(**fields):
    return {"text": "", "due": "", "seen_due": "", "seen_unit": ""} | fields


def agenda(meeting):
    return [line for group in meeting.groups for line in group.lines]


def test_only_what_is_open_or_wrong_is_taken_up(meeting):
    for line in agenda(meeting()):
        assert line.standing != "accepted" or line.troubles(TODAY)


def test_what_is_accepted_with_its_link_is_not_taken_up(meeting):
    assert "O1" not in {line.row.code for line in agenda(meeting())}


def test_it_begins_with_what_nobody_answers_for(meeting):
    found = meeting()

    assert found.groups[0].label == "ไม่มีผู้รับผิดชอบ"
    assert found.line.row.code == "O29"
    assert (found.place, found.previous) == (1, None)


def test_grouped_by_trouble_the_worst_comes_first(meeting):
    labels = [group.label for group in meeting(by="trouble").groups]

    assert labels[:3] == ["ไม่มีผู้รับผิดชอบ", "ส่งกลับแก้ไข", "เกินกำหนด"]
    assert len(agenda(meeting(by="trouble"))) == len(agenda(meeting()))


def test_the_steps_lead_through_all_of_it(meeting):
    found, seen = meeting(), []
    while found.next:
        seen.append(found.line.key)
        found = meeting(at=found.next.key)

    assert [*seen, found.line.key] == [line.key for line in agenda(found)]


def test_a_measure_by_its_items_is_taken_up_only_when_its_own_date_presses(meeting):
    by_items = [line for line in agenda(meeting()) if line.is_by_items]

    assert all(line.is_late(TODAY) or line.is_due_soon(TODAY) for line in by_items)


def test_the_page_says_all_of_the_row(client, key):
    html = client.get(PAGE, {"at": key}).content.decode()

    assert "O30" in html
    assert "กองช่าง" in html
    assert "กำหนดส่งที่ตกลง" in html
    assert 'data-step="next"' in html


def test_a_decision_is_noted_and_the_meeting_stays(client, key, o30):
    response = client.post(f"{PAGE}?at={key}", sent(text="ให้กองช่างจัดประชุม"))

    assert response.url.startswith(f"{PAGE}?at={key}")
    assert o30.decisions.get().text == "ให้กองช่างจัดประชุม"
    page = client.get(response.url).content.decode()
    assert "บันทึกมติ O30 แล้ว" in page
    assert "ให้กองช่างจัดประชุม" in page


def test_a_day_is_agreed_as_people_write_it(client, key, o30):
    client.post(f"{PAGE}?at={key}", sent(due="๒๕/๑๒/๒๕๖๙"))

    o30.refresh_from_db()
    assert o30.agreed_due == date(2026, 12, 25)


def test_a_day_left_as_it_was_seen_is_not_put_back(client, key, o30, secretary):
    o30.decide(by=secretary, agreed_due=date(2026, 12, 25))

    client.post(f"{PAGE}?at={key}", sent(text="เห็นชอบ"))

    o30.refresh_from_db()
    assert o30.agreed_due == date(2026, 12, 25)


def test_a_day_agreed_is_taken_back(client, key, o30, secretary):
    o30.decide(by=secretary, agreed_due=date(2026, 12, 25))

    client.post(f"{PAGE}?at={key}", sent(seen_due="25 ธันวาคม 2569"))

    o30.refresh_from_db()
    assert o30.agreed_due is None


def test_the_unit_is_changed_and_the_meeting_follows_it(client, key, o30, office):
    works, audit = (office.units.get(name=name) for name in ("กองช่าง", "หน่วยตรวจสอบภายใน"))

    response = client.post(f"{PAGE}?at={key}", sent(seen_unit=works.pk, given_to=audit.pk))

    assert f"at=item-30-{audit.pk}" in response.url
    assert audit.pk in o30.responsible_unit_ids()
    assert works.pk not in o30.responsible_unit_ids()


def test_the_next_row_is_the_one_that_came_next_before(client, meeting):
    late = next(line for line in agenda(meeting(by="trouble")) if line.is_late(TODAY))
    before = meeting(by="trouble", at=late.key)

    response = client.post(
        f"{PAGE}?by=trouble&at={late.key}", sent(due="25 ธ.ค. 2569", text="ขยายเวลา")
    )

    page = client.get(response.url).content.decode()
    following = re.search(r'rel="next" href="\?by=trouble&amp;at=([\w-]+)', page)
    assert following[1] == before.next.key


def test_one_button_notes_and_goes_on(client, key, meeting):
    response = client.post(f"{PAGE}?at={key}", sent(text="รับทราบ", next="1"))

    assert response.url == f"{PAGE}?at={meeting(at=key).next.key}"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"due": "พรุ่งนี้"}, "ไม่เข้าใจวันที่ “พรุ่งนี้”"),
        ({"due": "31 ก.พ. 2570"}, "ไม่มีวันที่"),
        ({"due": "25 ธ.ค. 2580"}, "อยู่นอกปีงบประมาณ"),
        ({"text": "ก" * 5001}, "5000"),
        ({"given_to": "0", "text": "ก"}, "โปรดเลือกส่วนราชการจากรายการ"),
        ({}, "ยังไม่มีมติ"),
    ],
)
def test_what_cannot_be_noted_is_said_and_stays_typed(client, key, o30, typed, said):
    response = client.post(f"{PAGE}?at={key}", sent(**typed))

    html = response.content.decode()
    assert response.status_code == 422
    assert said in html
    assert not o30.decisions.exists()
    assert all(value in html for name, value in typed.items() if name != "given_to")


def test_a_unit_that_was_changed_meanwhile_is_said(client, key, o30, admin, office):
    works, audit = (office.units.get(name=name) for name in ("กองช่าง", "หน่วยตรวจสอบภายใน"))
    o30.unassign(works, by=admin)

    response = client.post(
        f"{PAGE}?at={key}", sent(text="โอนงาน", seen_unit=works.pk, given_to=audit.pk)
    )

    assert response.status_code == 422
    assert "กองช่างไม่ได้รับผิดชอบรายการนี้แล้ว" in response.content.decode()
    assert "โอนงาน" in response.content.decode()


def test_a_decision_on_no_row_is_refused(client):
    response = client.post(PAGE, sent(text="ตกลง"))

    assert response.status_code == 422
    assert "ไม่พบรายการที่จะลงมติ" in response.content.decode()


@pytest.mark.parametrize("at", ["item-999-1", "x", "item-30", "--"])
def test_a_row_that_does_not_exist_is_said(client, at):
    html = client.get(PAGE, {"at": at}).content.decode()

    assert "ไม่พบรายการหรือการจัดกลุ่ม" in html


def test_who_only_reads_is_not_asked_to_decide(client_of, executive, key):
    html = client_of(executive).get(PAGE, {"at": key}).content.decode()

    assert "O30" in html
    assert "กำหนดส่งที่ตกลง</label>" not in html


def test_the_unit_finds_it_in_its_work_and_on_the_row(client, client_of, key, office):
    client.post(f"{PAGE}?at={key}", sent(text="ให้ส่งภายในวันศุกร์", due="27 พ.ย. 2569"))

    works = client_of(office.users.get(username="chaiwat"))
    assert "ให้ส่งภายในวันศุกร์" in works.get("/reports/2570/my-work/").content.decode()
    page = works.get("/disclosures/2570/30/").content.decode()
    assert "ให้ส่งภายในวันศุกร์" in page
    assert "ตามที่ตกลงในที่ประชุม" in page


def test_with_nothing_left_it_says_so(client, office):
    office.rounds.create(be_year=2571, edition=2569)

    html = client.get("/reports/2571/meeting/").content.decode()

    assert "ไม่มีเรื่องค้าง" in html


def test_more_rows_cost_no_more_queries(this_year, client, queries_for, office, staff):
    few = queries_for(client, PAGE)
    multiply_measures(this_year, 4)
    report(
        DisclosureItem.objects.of(this_year).get(number=17),
        staff,
        office.units.get(name="งานธุรการ"),
    )

    assert queries_for(client, PAGE) <= few + 1 <= 25
