"""The demonstration office: the source report's facts, its gaps, and a year that lives."""

from datetime import date

import pytest
from django.core.management import CommandError, call_command
from django.db.models import Value
from django.db.models.functions import Concat

from disclosures.models import DisclosureItem
from follow_up.overview.table import build_overview
from ita_tracker.demo.loader import load_demo
from measures.models import Measure
from organizations.models import Organization, Unit, User
from tests.conftest import MORNING, TODAY
from tracking.models import Entry, Status

pytestmark = pytest.mark.slow


def counts():
    models = (Organization, Unit, User, Entry)
    return [model.objects.count() for model in models]


def test_loading_it_twice_changes_nothing(office, capsys):
    before = counts()

    call_command("load_demo")

    assert counts() == before
    assert "มีข้อมูลสาธิตอยู่แล้ว" in capsys.readouterr().out


def test_a_password_can_be_given_to_everybody_later(staff, capsys):
    call_command("load_demo", password="another-pass-1")

    staff.refresh_from_db()
    assert staff.check_password("another-pass-1")
    assert "another-pass-1" in capsys.readouterr().out


@pytest.fixture
def never_loaded(office):
    """As if the demonstration had never been here."""
    Organization.objects.filter(slug="tham-sing").update(slug="elsewhere")
    User.objects.update(username=Concat(Value("old-"), "username"))


@pytest.mark.usefixtures("never_loaded")
def test_each_account_made_gets_a_password_of_its_own():
    passwords = load_demo(today=TODAY)

    assert len(passwords) == len(set(passwords.values())) == 12
    assert User.objects.get(username="suda").check_password(passwords["suda"])


def test_the_gaps_of_the_source_are_there(source_year):
    items = DisclosureItem.objects.of(source_year).prefetch_related("assignments")
    leads = {item.number: item.assignments.filter(is_lead=True).count() for item in items}

    assert [number for number, count in leads.items() if count == 0] == [29]
    assert [number for number, count in leads.items() if count > 1] == [18, 28]
    assert DisclosureItem.objects.of(source_year).get(number=30).assignments.count() == 3


def test_the_source_year_is_done_and_closed(source_year):
    standings = {measure.standing for measure in Measure.objects.of(source_year).with_work()}

    assert standings == {Status.ACCEPTED}
    assert set(DisclosureItem.objects.of(source_year).values_list("status", flat=True)) == {
        Status.ACCEPTED
    }
    assert not source_year.is_open


def test_the_year_in_progress_shows_every_status(this_year):
    of_measures = {measure.standing for measure in Measure.objects.of(this_year).with_work()}

    assert of_measures == set(Status)
    assert set(DisclosureItem.objects.of(this_year).values_list("status", flat=True)) == set(Status)
    assert this_year.edition == 2566
    assert DisclosureItem.objects.of(this_year).count() == 43


def test_nothing_in_it_lies_in_the_future_or_before_its_year(this_year):
    moments = Entry.objects.filter(row__ita_round=this_year).values_list("at", flat=True)

    assert max(moments) <= MORNING
    assert min(moment.astimezone(MORNING.tzinfo).date() for moment in moments) >= (
        this_year.fiscal_year.first_day
    )


@pytest.mark.parametrize("day", [date(2026, 10, 1), date(2027, 3, 25), date(2027, 9, 30)])
@pytest.mark.usefixtures("never_loaded")
def test_it_can_be_loaded_on_any_day_of_the_year(day):
    load_demo(today=day)

    organization = Organization.objects.get(slug="tham-sing")
    assert Measure.objects.of(organization.rounds.get(be_year=2570)).count() == 11


def test_it_leaves_another_offices_people_alone(office):
    Organization.objects.filter(slug="tham-sing").update(slug="elsewhere")

    with pytest.raises(CommandError, match="wittaya"):
        load_demo(today=TODAY, password="taken-over-1")

    assert not User.objects.get(username="wittaya").check_password("taken-over-1")


def test_neighbours_come_with_who_supervises_them_all(office, capsys):
    call_command("load_demo", neighbours=3, password="demo-pass-2570")

    supervisor = User.objects.get(username="prapa")
    overview = build_overview(supervisor, {}, today=TODAY)
    rows = {row.organization.slug: row for row in overview.rows}
    assert {"tham-sing", "nong-bua", "thung-thong", "ko-klang"} <= rows.keys()
    assert rows["ko-klang"].ita_round is None
    assert 0 < rows["nong-bua"].items.finished < rows["thung-thong"].items.finished
    assert rows["nong-bua"].of_nobody > 0
    assert "prapa" in capsys.readouterr().out


def test_neighbours_are_loaded_once(office):
    call_command("load_demo", neighbours=2)
    before = counts()

    call_command("load_demo", neighbours=2)

    assert counts() == before


@pytest.mark.parametrize("number", [-1, 13])
def test_there_are_only_so_many_neighbours(office, number):
    with pytest.raises(CommandError, match="1 ถึง 12"):
        call_command("load_demo", neighbours=number)
