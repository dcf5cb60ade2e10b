"""Which responsible units have reported, which have not, and judging them where one reads it."""

import re

import pytest

from measures.models import Measure
from tests.tracking.recording.conftest import report
from tracking.models import Status

# On PostgreSQL too: a query tells which units have not reported.
pytestmark = pytest.mark.both_databases

#: สำนักปลัด waits for review, กองคลัง was sent back, กองช่าง has said nothing.
MEASURE = "/measures/2570/3/"


def units_panel(client, page=MEASURE) -> str:
    html = client.get(page).content.decode()
    return html.partition('id="h-units"')[2].partition("</section>")[0]


def in_words(html: str) -> str:
    return " ".join(re.sub("<[^>]+>", " ", html).split())


@pytest.mark.parametrize("person", ["staff", "secretary", "executive"])
def test_who_has_not_reported_is_listed_by_name(person, request, client_of):
    panel = in_words(units_panel(client_of(request.getfixturevalue(person))))

    assert "รายงานแล้ว 2 จาก 3 หน่วย" in panel
    assert "ยังไม่รายงาน: กองช่าง ส่วนราชการ" in panel


def test_nobody_is_listed_once_all_have_reported(client_of, secretary, office):
    unit = office.units.get(name="กองช่าง")
    client = client_of(secretary)
    client.post(f"{MEASURE}progress/?unit={unit.pk}", report(version=0))

    panel = in_words(units_panel(client))

    assert "รายงานแล้ว 3 จาก 3 หน่วย" in panel
    assert "ยังไม่รายงาน" not in panel


def test_who_reviews_sees_who_is_silent_too(client_of, secretary):
    html = in_words(client_of(secretary).get(f"{MEASURE}review/").content.decode())

    assert "รายงานแล้ว 2 จาก 3 หน่วย ยังไม่รายงาน: กองช่าง" in html


def test_the_secretary_accepts_where_it_is_read(client_of, secretary, this_year, office):
    unit = office.units.get(name="สำนักปลัด")
    client = client_of(secretary)
    action = re.search(r'<form[^>]*action="([^"]+)"', units_panel(client))[1]

    response = client.post(action, {"decision": "accepted", "version": "1"})

    assert response.url == MEASURE
    latest = Measure.objects.of(this_year).get(number=3).latest_of(unit)
    assert (latest.status, latest.by) == (Status.ACCEPTED, secretary)


def test_accepting_what_was_overtaken_shows_the_newer_report(
    client_of, secretary, staff, this_year, office
):
    unit = office.units.get(name="สำนักปลัด")
    client_of(staff).post(
        f"{MEASURE}progress/?unit={unit.pk}", report(status="review", note="ใหม่กว่า", version=1)
    )

    response = client_of(secretary).post(
        f"{MEASURE}review/?unit={unit.pk}", {"decision": "accepted", "version": "1"}
    )

    assert response.status_code == 409
    assert "ใหม่กว่า" in response.content.decode()


def test_sending_back_leads_to_the_form_for_the_reason(client_of, secretary):
    client = client_of(secretary)
    link = re.search(r'href="([^"]+)"[^>]*>\s*<svg[^>]*>.*?</svg>ส่งกลับ', units_panel(client))[1]

    html = client.get(link.replace("&amp;", "&")).content.decode()

    assert "เหตุผลที่ส่งกลับ" in html
    assert re.search('value="returned"[^>]*checked', html)


@pytest.mark.parametrize("person", ["staff", "executive"])
def test_who_does_not_review_sees_no_buttons(person, request, client_of):
    panel = units_panel(client_of(request.getfixturevalue(person)))

    assert "<button" not in panel
    assert "/review/" not in panel


def test_nobody_is_offered_their_own_report_to_accept(client_of, secretary, office):
    unit = office.units.get(name="กองช่าง")
    client = client_of(secretary)
    client.post(f"{MEASURE}progress/?unit={unit.pk}", report(status="review", version=0))

    panel = units_panel(client)

    assert "ท่านบันทึกเอง ต้องให้ผู้อื่นตรวจ" in panel
    assert f"review/?unit={unit.pk}" not in panel


def test_work_of_a_unit_that_answers_no_more_still_waits_on_the_page(
    client_of, secretary, this_year
):
    Measure.objects.of(this_year).get(number=3).responsibilities.filter(
        unit__name="สำนักปลัด"
    ).delete()

    html = client_of(secretary).get(MEASURE).content.decode()

    assert "ตรวจรับ<span" in html
    assert "ตรวจรับ<span" not in units_panel(client_of(secretary))


def test_what_still_waits_is_nothing_to_people_who_do_not_review(client_of, staff, this_year):
    Measure.objects.of(this_year).get(number=3).responsibilities.filter(
        unit__name="สำนักปลัด"
    ).delete()

    html = client_of(staff).get(MEASURE).content.decode()

    assert "ตรวจรับ<span" not in html


def test_work_of_a_unit_below_is_judged_beside_the_one_it_counts_for(
    client_of, secretary, staff, office
):
    page, clerks = "/measures/2570/4/", office.units.get(name="งานธุรการ")
    sent = report(status="review", version=0)
    client_of(staff).post(f"{page}progress/?unit={clerks.pk}", sent)

    panel = units_panel(client_of(secretary), page)

    assert f"review/?unit={clerks.pk}" in panel
    assert '<span class="d-block muted">งานธุรการ</span>' in panel
