"""What could not go on just as it was is listed, and settled with who and when."""

import pytest

from disclosures.catalogue import editions
from disclosures.models import DisclosureItem
from disclosures.notation import ItemStyle, format_items
from years.carrying import build_carried
from years.opening import open_from

# On PostgreSQL too: rows are copied in one go.
pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


def post(client, **sent):
    return client.post("/reports/2568/setup/carried/", sent, follow=True)


def test_every_item_of_both_years_is_accounted_for(prepared, source_year):
    lines = build_carried(prepared).lines

    olds = [old.number for line in lines for old in line.olds]
    news = [line.new.number for line in lines if line.new]
    assert sorted(olds) == list(
        DisclosureItem.objects.of(source_year).values_list("number", flat=True)
    )
    assert sorted(news) == list(
        DisclosureItem.objects.of(prepared).values_list("number", flat=True)
    )


@pytest.mark.parametrize("edition", [year for year in sorted(editions()) if year >= 2566])
def test_they_are_in_every_later_edition(source_year, admin, edition):
    opened = open_from(source_year, be_year=2580, edition=edition, by=admin)

    lines = build_carried(opened).lines

    assert sum(len(line.olds) for line in lines) == 43
    assert sum(line.new is not None for line in lines) == DisclosureItem.objects.of(opened).count()


def test_what_was_dropped_or_is_new_waits_for_a_decision(prepared):
    waiting = build_carried(prepared).open

    dropped = [line.number for line in waiting if line.kind == "dropped"]
    assert format_items(dropped, ItemStyle.LATIN) == "O6, O9, O10, O17, O20, O33, O37"
    assert [line.number for line in waiting if line.kind == "new"] == [22]


def test_a_measure_that_served_a_dropped_item_is_named(client, prepared):
    page = client.get("/reports/2568/setup/carried/").content.decode()

    assert 'href="/measures/2566/6/"' in page
    assert "เดิมรับผิดชอบโดย งานประชาสัมพันธ์" in page


def test_the_work_of_a_dropped_item_goes_where_the_admin_says(client, prepared, admin):
    page = post(client, line="dropped:17", moved_to="19").content.decode()

    item = DisclosureItem.objects.of(prepared).get(number=19)
    assert [link.unit.name for link in item.assignments.all()] == ["งานธุรการ"]
    assert item.measures.filter(number=7).exists()
    assert "ยกงานไปข้อ O19" in page
    assert str(admin) in page


def test_who_leads_an_item_goes_on_leading_what_more_work_comes_to(client, prepared):
    post(client, line="dropped:17", moved_to="25")

    links = DisclosureItem.objects.of(prepared).get(number=25).assignments.all()
    assert [(link.unit.name, link.is_lead) for link in links] == [
        ("งานนิติการ", True),
        ("งานธุรการ", False),
    ]


def test_all_that_is_left_can_be_taken_as_it_stands(client, prepared):
    post(client, all="1")

    assert build_carried(prepared).open == []
    assert prepared.carry_decisions.count() == 8


def test_a_new_item_with_a_unit_is_settled(prepared, office, admin):
    DisclosureItem.objects.of(prepared).get(number=22).assign(
        office.units.get(name="งานนิติการ"), by=admin
    )

    assert build_carried(prepared).find("new", 22).is_settled


@pytest.mark.parametrize(
    "sent",
    [
        {"line": "dropped:99"},
        {"line": "kept:2"},
        {"line": ""},
        {"line": "dropped:6", "moved_to": "99"},
        {"line": "dropped:6", "moved_to": "๙"},
        {"line": "new:22", "moved_to": "1"},
        {"line": "dropped:" + "9" * 4000},
    ],
)
def test_what_is_not_there_to_decide_is_refused_and_nothing_kept(client, prepared, sent):
    response = client.post("/reports/2568/setup/carried/", sent)

    assert response.status_code == 422
    assert not prepared.carry_decisions.exists()


def test_a_year_from_the_same_edition_has_nothing_to_decide(source_year, admin):
    same = open_from(source_year, be_year=2568, edition=2566, by=admin)

    assert build_carried(same).open == []


def test_it_asks_the_same_however_much_was_decided(client, prepared, queries_for):
    before = queries_for(client, "/reports/2568/setup/carried/")
    post(client, all="1")

    assert queries_for(client, "/reports/2568/setup/carried/") == before
