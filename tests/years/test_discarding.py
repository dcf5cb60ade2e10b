"""A year opened by mistake is taken away while nobody has worked in it."""

import pytest
from django.core.exceptions import PermissionDenied

from disclosures.models import DisclosureItem
from measures.models import Measure

# On PostgreSQL too: rows go with what they belong to, or are protected.
pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


def test_a_year_opened_by_mistake_is_taken_away_whole(client, prepared, office, source_year):
    client.post("/reports/2568/setup/carried/", {"all": "1"})

    client.post("/reports/2568/setup/discard/")

    assert not office.rounds.filter(be_year=2568).exists()
    assert Measure.objects.of(source_year).count() == 11


def test_the_year_can_be_opened_anew(client, prepared, office):
    client.post("/reports/2568/setup/discard/")

    client.post("/reports/open/", {"be_year": "2568", "edition": "2568", "source": "2566"})

    anew = office.rounds.get(be_year=2568)
    assert anew.pk != prepared.pk
    assert Measure.objects.of(anew).count() == 11


def test_a_started_year_stays(client, this_year, office):
    page = client.post("/reports/2570/setup/discard/", follow=True).content.decode()

    assert "เริ่มแล้ว จึงยกเลิกไม่ได้" in page
    assert office.rounds.filter(be_year=2570).exists()


def test_a_year_in_which_something_was_recorded_stays(client, prepared, admin, office):
    item = DisclosureItem.objects.of(prepared).get(number=1)
    item.record_progress(
        by=admin, unit=office.units.get(name="งานประชาสัมพันธ์"), status="doing", version=0
    )

    page = client.post("/reports/2568/setup/discard/", follow=True).content.decode()

    assert "บันทึกไว้แล้ว จึงยกเลิกไม่ได้" in page
    assert Measure.objects.of(office.rounds.get(be_year=2568)).count() == 11
    assert item.entries.count() == 1


@pytest.mark.parametrize("name", ["staff", "secretary", "executive", "stranger"])
def test_nobody_but_the_admin_takes_a_year_away(prepared, name, request):
    with pytest.raises(PermissionDenied):
        prepared.discard(by=request.getfixturevalue(name))


def test_a_started_year_is_not_offered_to_be_taken_away(client, this_year):
    response = client.get("/reports/2570/setup/discard/", follow=True)

    assert response.redirect_chain == [("/reports/2570/year/", 302)]
    assert "เริ่มแล้ว จึงยกเลิกไม่ได้" in response.content.decode()
