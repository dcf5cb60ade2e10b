"""The secretary accepts a unit's finished work, or sends it back with a reason."""

import pytest

from tests.tracking.recording.conftest import as_it_stands, report
from tracking.models import Status

# On PostgreSQL too: numbers and texts no column can hold.
pytestmark = pytest.mark.both_databases


@pytest.fixture
def done(client_of, staff, form, row):
    """Thanakorn has reported the work finished: version 2 of the unit."""
    client_of(staff).post(form, report(status="review", note="เผยแพร่แล้ว"))
    return row.history()[0]


@pytest.fixture
def review(page, done) -> str:
    return f"{page}review/?unit={done.unit_id}"


def judgement(**changes) -> dict:
    return {"decision": "accepted", "reason": "", "version": "2"} | changes


def test_the_page_of_the_row_leads_to_what_waits(client_of, secretary, page, done):
    html = client_of(secretary).get(page).content.decode()

    assert f'{page}review/?unit={done.unit_id}"' in html


def test_staff_see_no_way_to_review(client_of, staff, page, done):
    assert f"{page}review/" not in client_of(staff).get(page).content.decode()


def test_the_secretary_reads_the_report_and_accepts_it(client_of, secretary, page, review, row):
    client = client_of(secretary)
    assert "เผยแพร่แล้ว" in as_it_stands(client.get(review).content.decode())

    response = client.post(review, judgement())

    assert response.url == page
    assert (row.history()[0].status, row.history()[0].by) == (Status.ACCEPTED, secretary)


def test_the_secretary_sends_it_back_and_the_unit_sees_the_reason_first(
    client_of, secretary, staff, page, review, row
):
    client_of(secretary).post(review, judgement(decision="returned", reason="ลิงก์เปิดไม่ได้"))

    html = client_of(staff).get(page).content.decode()

    assert row.history()[0].status == Status.RETURNED
    assert html.index("ลิงก์เปิดไม่ได้") < html.index("ผู้รับผิดชอบ")


def test_work_is_not_sent_back_without_a_reason_and_nothing_is_lost(
    client_of, secretary, review, row
):
    response = client_of(secretary).post(review, judgement(decision="returned", reason="  "))

    assert response.status_code == 422
    assert "โปรดระบุเหตุผลก่อนส่งกลับ" in response.content.decode()
    assert row.history()[0].status == Status.REVIEW


def test_nobody_accepts_what_they_have_not_read(client_of, secretary, staff, form, review, row):
    client_of(staff).post(form, report(status="review", note="แก้ลิงก์แล้ว", version="2"))

    response = client_of(secretary).post(review, judgement(reason="ดีมาก"))

    assert response.status_code == 409
    assert "แก้ลิงก์แล้ว" in as_it_stands(response.content.decode())
    assert "ดีมาก" in response.content.decode()
    assert row.history()[0].status == Status.REVIEW


def test_what_a_colleague_already_judged_is_said_and_not_judged_twice(
    client_of, secretary, admin, page, review, row
):
    client_of(admin).post(review, judgement())

    response = client_of(secretary).post(review, judgement(decision="returned", reason="ช้า"))

    assert response.url == page
    assert row.history()[0].status == Status.ACCEPTED


def test_nobody_reviews_their_own_report(client_of, secretary, form, page, row):
    client = client_of(secretary)
    client.post(form, report(status="review", note="บันทึกแทน", version="0"))
    own = row.history()[0]

    response = client.post(f"{page}review/?unit={own.unit_id}", judgement(version=own.version))

    assert response.url == page
    assert row.history()[0] == own


@pytest.mark.parametrize("unit", ["abc", "999999", "", "1' OR 1=1"])
def test_a_unit_that_does_not_wait_leads_back_to_the_row(client_of, secretary, page, done, unit):
    response = client_of(secretary).get(f"{page}review/", {"unit": unit})

    assert response.url == page


def test_an_accepted_report_is_opened_again_by_its_units_next_one(
    client_of, secretary, staff, form, review, row
):
    client_of(secretary).post(review, judgement())

    client_of(staff).post(form, report(status="doing", note="แก้ไขเพิ่มเติม", version="3"))

    assert row.history()[0].old_status == Status.ACCEPTED
    row.refresh_from_db()
    assert row.status == Status.DOING


def test_who_reviews_work_that_was_accepted_once_is_told_so(
    client_of, secretary, staff, form, review
):
    client = client_of(secretary)
    assert "เปิดใหม่หลังตรวจรับแล้ว" not in client.get(review).content.decode()
    client.post(review, judgement())
    client_of(staff).post(form, report(status="doing", version="3"))
    client_of(staff).post(form, report(status="review", version="4"))

    assert "เปิดใหม่หลังตรวจรับแล้ว" in client.get(review).content.decode()


def test_the_review_asks_no_more_queries_for_a_longer_history(
    client_of, secretary, staff, form, review, row, queries_for
):
    client = client_of(secretary)
    before = queries_for(client, review)

    for version in range(2, 12):
        sent = report(status="review", note=f"ครั้งที่ {version}", version=version)
        client_of(staff).post(form, sent)

    assert queries_for(client, review) == before <= 20
