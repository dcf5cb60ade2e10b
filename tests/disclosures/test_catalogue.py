import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from disclosures.actions import open_round
from disclosures.catalogue import edition_for, editions
from disclosures.models import Confidence, DisclosureItem

COUNTS = {2565: 43, 2566: 43, 2567: 35, 2568: 28, 2569: 26}
#: The item holding the measures, and the one holding the report on them.
PLACES = {2565: (42, 43), 2566: (42, 43), 2567: (34, 35), 2568: (27, 28), 2569: (25, 26)}


def test_there_are_five_editions_each_with_its_own_number_of_items():
    assert {year: len(edition.items) for year, edition in editions().items()} == COUNTS


@pytest.mark.parametrize("year", COUNTS)
def test_an_edition_numbers_its_items_without_a_gap(year):
    numbers = [item.number for item in editions()[year].items]

    assert numbers == list(range(1, COUNTS[year] + 1))


@pytest.mark.parametrize("year", COUNTS)
def test_an_edition_knows_where_its_measures_and_their_report_are(year):
    edition = editions()[year]
    title = edition.items[edition.measures_item - 1].title

    assert (edition.measures_item, edition.report_item) == PLACES[year]
    assert "มาตรการ" in title or "นำผลการประเมิน ITA" in title


@pytest.mark.parametrize("year", COUNTS)
def test_every_item_says_how_well_its_wording_is_known(year):
    stated = {
        confidence
        for item in editions()[year].items
        for confidence in (item.title_confidence, item.requirement_confidence)
    }

    assert stated <= set(Confidence.values)


@pytest.mark.parametrize(
    ("year", "edition"), [(2566, 2566), (2569, 2569), (2570, 2569), (2575, 2569), (2560, 2565)]
)
def test_a_year_without_its_own_edition_follows_the_latest_before_it(year, edition):
    assert edition_for(year).be_year == edition


def test_opening_a_year_copies_the_items_and_indicators_of_its_edition(office, admin):
    ita_round = open_round(organization=office, be_year=2568, by=admin)

    assert DisclosureItem.objects.of(ita_round).count() == 28
    assert [indicator.code for indicator in ita_round.indicators.all()] == [
        "9.1", "9.2", "9.3", "9.4", "9.5", "10.1", "10.2",
    ]  # fmt: skip
    assert ita_round.disclosure_due.isoformat() == "2025-04-30"


def test_what_is_known_from_memory_is_carried_into_the_round(office, admin):
    ita_round = open_round(organization=office, be_year=2568, by=admin)

    from_memory = (
        DisclosureItem.objects.of(ita_round).filter(title_confidence=Confidence.MEMORY).count()
    )
    in_catalogue = [i for i in editions()[2568].items if i.title_confidence == "memory"]
    assert from_memory == len(in_catalogue)


def test_an_older_editions_years_are_moved_to_the_rounds_own(this_year):
    six_months = DisclosureItem.objects.of(this_year).get(number=12)

    assert six_months.data_year == "2570 (6 เดือนแรก)"
    assert "(ต.ค. 69 – มี.ค. 70)" in six_months.requirement


@pytest.mark.parametrize("name", ["staff", "secretary", "executive", "stranger"])
def test_only_the_offices_admin_opens_a_year(office, name, request):
    with pytest.raises(PermissionDenied):
        open_round(organization=office, be_year=2571, by=request.getfixturevalue(name))


def test_a_year_is_opened_once(office, admin):
    with pytest.raises(ValidationError, match="มีปีงบประมาณ 2570 อยู่แล้ว"):
        open_round(organization=office, be_year=2570, by=admin)
