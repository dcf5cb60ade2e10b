"""An admin closes a year and opens it again; everybody reads who did and why."""

from datetime import timedelta

import pytest
import time_machine
from django.db import IntegrityError, transaction

from disclosures.actions import open_round
from disclosures.models import DisclosureItem
from tests.conftest import TODAY

# On PostgreSQL too: locks.
pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


def test_who_closes_a_year_sees_what_is_still_open(client):
    page = client.get("/reports/2570/year/close/").content.decode()

    assert "รอตรวจ" in page
    assert 'href="/disclosures/2570/29/"' in page


def test_a_year_with_work_left_is_closed_only_with_a_reason(client, this_year):
    response = client.post("/reports/2570/year/close/", {"reason": " "})

    assert response.status_code == 422
    assert "โปรดระบุเหตุผล" in response.content.decode()
    this_year.refresh_from_db()
    assert this_year.is_open


def test_a_year_is_closed_and_its_page_says_who_and_why(client, client_of, staff):
    client.post("/reports/2570/year/close/", {"reason": "ส่งรายงานแล้ว <b>ครบ</b>"})

    page = client_of(staff).get("/reports/2570/year/").content.decode()
    assert "ปิดแล้ว" in page
    assert "ส่งรายงานแล้ว &lt;b&gt;ครบ&lt;/b&gt;" in page
    assert "วิทยา" in page


def test_who_had_a_form_open_is_told_that_the_year_was_closed(client, client_of, staff):
    client.post("/reports/2570/year/close/", {"reason": "สิ้นปี"})

    response = client_of(staff).post("/disclosures/2570/17/progress/", {"note": "ช้าไป"})

    assert response.status_code == 403
    assert "ปีงบประมาณ 2570 ปิดแล้ว อ่านได้อย่างเดียว" in response.content.decode()


def test_nobody_grows_later_in_a_closed_year(client_of, admin, staff, this_year):
    item = DisclosureItem.objects.of(this_year).get(number=17)
    may = item.due_on + timedelta(days=5)
    with time_machine.travel(may):
        client_of(admin).post("/reports/2570/year/close/", {"reason": "สิ้นปี"})
    pages = ["/disclosures/2570/17/", "/disclosures/2570/", "/reports/2570/follow-up/"]
    with time_machine.travel(may + timedelta(days=900)):
        texts = [client_of(staff).get(page).content.decode() for page in pages]

    assert all("เกิน 5 วัน" in text for text in texts)
    assert not any("เกิน 905 วัน" in text for text in texts)


def test_a_year_opened_again_counts_its_days_on(client, source_year):
    client.post("/reports/2566/year/reopen/", {"reason": "ขอให้แก้"})

    page = client.get("/reports/2566/follow-up/").content.decode()

    source_year.refresh_from_db()
    assert source_year.closed_on is None
    assert f"เกิน {(TODAY - source_year.disclosure_due).days} วัน" in page


def test_an_open_year_has_no_day_on_which_it_was_closed(this_year):
    this_year.closed_on = TODAY

    with pytest.raises(IntegrityError), transaction.atomic():
        this_year.save()


def test_a_year_is_opened_again_with_the_reason_kept(client, source_year):
    client.post("/reports/2566/year/reopen/", {"reason": "ป.ป.ช. ขอให้แก้"}, follow=True)

    source_year.refresh_from_db()
    assert source_year.is_open
    assert source_year.changes.first().reason == "ป.ป.ช. ขอให้แก้"


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/reports/2566/year/close/", "ปิดแล้ว"),
        ("/reports/2570/year/reopen/", "เปิดอยู่แล้ว"),
    ],
)
def test_a_step_already_taken_is_said_and_not_taken_again(client, path, said):
    response = client.post(path, {"reason": "กดซ้ำ"}, follow=True)

    assert said in response.content.decode()
    assert not any("กดซ้ำ" in str(change) for change in response.context.get("changes", ()))


def test_staff_are_shown_no_way_to_close_a_year(client_of, staff):
    page = client_of(staff).get("/reports/2570/year/").content.decode()

    assert "/year/close/" not in page


def test_the_list_of_years_asks_the_same_however_many_there_are(client, office, admin, queries_for):
    before = queries_for(client, "/reports/years/")
    for be_year in (2571, 2572, 2573):
        open_round(organization=office, be_year=be_year, by=admin)

    assert queries_for(client, "/reports/years/") == before
