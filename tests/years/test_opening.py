"""An admin opens the new year from the last."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from disclosures.models import DisclosureItem
from measures.models import Measure
from organizations.models import Organization, User
from organizations.permissions import Role
from tracking.models import Status
from years.opening import open_from

# On PostgreSQL too: rows are copied in one go.
pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


@pytest.fixture
def opened(source_year, admin):
    def year(be_year=2568, edition=2568):
        return open_from(source_year, be_year=be_year, edition=edition, by=admin)

    return year


def test_measures_come_along_two_years_later(opened, source_year):
    new = opened()

    old = Measure.objects.of(source_year).get(number=1)
    measure = Measure.objects.of(new).get(number=1)
    assert (measure.title, measure.aims, measure.method) == (old.title, old.aims, old.method)
    assert measure.timeframe.replace("\u00a0", " ") == "ก.พ. – เม.ย. 2568"


def test_nothing_is_done_yet(opened):
    new = opened()

    rows = [*DisclosureItem.objects.of(new), *Measure.objects.of(new)]
    assert {row.status for row in rows} == {Status.NOT_STARTED}
    assert not any(row.entries.exists() for row in rows)


def test_units_answer_for_what_their_items_became(opened):
    new = opened()

    names = {
        link.unit.name for link in DisclosureItem.objects.of(new).get(number=27).assignments.all()
    }
    assert names == {"คณะกรรมการขับเคลื่อนคุณธรรมและความโปร่งใส"}


def test_a_unit_that_led_one_of_two_items_leads_what_they_became(opened, source_year, admin):
    new = opened()

    merged = DisclosureItem.objects.of(new).get(number=16)
    assert {link.unit.name: link.is_lead for link in merged.assignments.all()} == {
        "งานการเจ้าหน้าที่": True
    }


def test_a_measure_serves_what_its_items_became(opened):
    new = opened()

    assert 27 in Measure.objects.of(new).get(number=11).items.values_list("number", flat=True)


def test_the_printed_name_of_a_unit_comes_along(opened, source_year):
    same = opened(2569, 2566)

    (link,) = DisclosureItem.objects.of(same).get(number=14).assignments.all()
    assert link.label == "พนักงานที่จัดทำคู่มือปฏิบัติงาน"


def test_the_wording_comes_along_without_last_years_survey(opened, source_year):
    new = opened()

    assert new.wording.item_style == source_year.wording.item_style
    assert new.wording.eit_url == ""


def test_the_layout_comes_along_without_last_years_dates_and_pictures(opened, source_year):
    wording = source_year.wording
    wording.columns, wording.orientation = ["result", "measure"], "landscape"
    wording.signatories = [{"duty": "approved", "name": "นายสมชาย ใจดี", "post": "นายก"}]
    wording.photos = [{"evidence": 1, "caption": "ปีที่แล้ว"}]
    wording.as_of = wording.ita_round.fiscal_year.last_day
    wording.memo_number, wording.memo_date = "สฎ 1/2566", "30 กันยายน 2566"
    wording.save()

    new = opened().wording

    assert (new.columns, new.orientation) == (["result", "measure"], "landscape")
    assert new.signatories == wording.signatories
    assert (new.photos, new.as_of, new.memo_number, new.memo_date) == ([], None, "", "")
    assert not new.changes.exists()


def test_what_does_not_apply_stays_so_with_its_reason(opened, source_year):
    old = DisclosureItem.objects.of(source_year).get(number=27)
    old.is_applicable, old.not_applicable_reason = False, "ไม่มีภารกิจนี้"
    old.save()

    item = DisclosureItem.objects.of(opened()).get(number=17)

    assert (item.is_applicable, item.not_applicable_reason) == (False, "ไม่มีภารกิจนี้")


def test_a_year_is_opened_once(opened):
    opened()

    with pytest.raises(ValidationError, match="มีปีงบประมาณ 2568 อยู่แล้ว"):
        opened()


def test_an_older_edition_is_refused(opened):
    with pytest.raises(ValidationError, match="เก่ากว่า"):
        opened(2568, 2565)


def test_only_the_admin_opens_a_year(source_year, secretary):
    with pytest.raises(PermissionDenied):
        open_from(source_year, be_year=2568, edition=2568, by=secretary)


def test_the_page_proposes_the_next_year_from_the_last(client):
    form = client.get("/reports/open/").context["form"]

    assert form.initial == {"be_year": 2571, "edition": 2569, "source": 2570}


def test_a_year_is_opened_on_the_page_to_be_prepared_step_by_step(client, office):
    sent = {"be_year": "๒๕๗๑", "edition": "2568", "source": "2570"}

    response = client.post("/reports/open/", sent, follow=True)

    assert Measure.objects.of(office.rounds.get(be_year=2571)).count() == 11
    assert response.redirect_chain == [("/reports/2571/setup/", 302)]
    assert "เปิดปีงบประมาณ 2571 ไว้เตรียมแล้ว" in response.content.decode()


def test_a_year_may_begin_with_nothing_but_its_items(client, office):
    client.post("/reports/open/", {"be_year": "2571", "edition": "2569", "source": "0"})

    ita_round = office.rounds.get(be_year=2571)
    assert (
        DisclosureItem.objects.of(ita_round).count(),
        Measure.objects.of(ita_round).count(),
    ) == (26, 0)


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"be_year": "ปีหน้า"}, "ปี พ.ศ. สี่หลัก"),
        ({"be_year": "2570"}, "มีปีงบประมาณ 2570 อยู่แล้ว"),
        ({"be_year": "2570", "source": "0"}, "มีปีงบประมาณ 2570 อยู่แล้ว"),
        ({"edition": "2565"}, "เก่ากว่า"),
        ({"edition": "1"}, "2569"),
        ({"source": "2400"}, "2400"),
    ],
)
def test_what_cannot_be_opened_is_said(client, office, sent, said):
    usual = {"be_year": "2571", "edition": "2569", "source": "2570"}

    response = client.post("/reports/open/", usual | sent)

    assert response.status_code == 422
    assert said in response.content.decode()
    assert not office.rounds.filter(be_year=2571).exists()


def test_an_office_without_a_year_is_led_to_this_one(client_of):
    office = Organization.objects.create(name="อบต.ใหม่", short_name="อบต.ใหม่", slug="mai")
    first = User.objects.create(username="first", role=Role.ADMIN, organization=office)

    html = client_of(first).get("/reports/open/").content.decode()

    assert 'value="2570"' in html
    assert "เลื่อนเดือนไปตามปี" not in html
