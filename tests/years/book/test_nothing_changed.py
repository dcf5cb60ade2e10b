"""A year goes out as one Excel file and comes in again with nothing changed."""

from datetime import timedelta

import pytest
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from disclosures.actions import open_round
from disclosures.models import DisclosureItem
from measures.models import Measure
from organizations.models import Notice, Round, User
from organizations.permissions import Role
from reports.models import ReportWording
from tests.factories import multiply_measures
from tests.years.book.conftest import bring, cells, export
from tracking.models import Evidence, Row
from years.book.sheets import LEFT_OUT, SHEETS
from years.models import YearImport

# On PostgreSQL too: every table of a year is written anew.
pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


@pytest.fixture
def lived_in(this_year, admin, secretary, staff, office):
    """This year with something of every kind in it."""
    measure = Measure.objects.of(this_year).get(number=1)
    item = DisclosureItem.objects.of(this_year).get(number=29)
    measure.keep_change("title", "ก่อน", measure.title, by=secretary)
    item.keep_change("title", "ก่อน", item.title, by=admin)
    item.assign(office.units.get(name="งานนิติการ"), by=admin)
    measure.remarks.create(by=secretary, version=1, at=timezone.now(), obstacles="=1+1")
    this_year.carry_decisions.create(kind="new", number=1, by=admin, at=timezone.now())
    DisclosureItem.objects.filter(number=30, ita_round=this_year).update(
        is_applicable=False, not_applicable_reason="ไม่มีภารกิจ"
    )
    file = Evidence.objects.create(
        organization=office, title="ภาพ.jpg", file="x.jpg", sha256="a" * 64, size=7, by=staff
    )
    newer = Evidence.objects.create(
        organization=office, title="ภาพ 2.jpg", file="y.jpg", sha256="b" * 64, by=staff,
        replaces=file, version=2,
    )  # fmt: skip
    measure.entries.first().evidence.add(file, newer)
    closed = office.units.create(
        name="กองเก่า", parent=office.units.get(parent=None), closed_at=timezone.now(),
        merged_into=office.units.get(name="กองช่าง"),
    )  # fmt: skip
    measure.comment(by=secretary, text="@กองคลัง ขอเอกสาร")
    assert closed.heir
    wording = this_year.wording
    wording.photos = [{"evidence": newer.pk, "caption": "ประชุม"}]
    wording.save()
    wording.changes.create(by=secretary, what="title", old="ก", new="ข")
    return this_year


@pytest.mark.parametrize("year", [2566, 2570])
def test_the_demonstration_years_are_the_same_in_an_empty_office(
    office, newcomer, empty_year, year
):
    before = export(office.rounds.get(be_year=year))
    target = empty_year(year)

    bring(target, before, newcomer)

    assert cells(export(target)) == cells(before)


def test_a_year_with_something_of_every_kind_is_the_same(lived_in, newcomer, empty_year):
    before = export(lived_in)
    target = empty_year(2570)

    bring(target, before, newcomer)

    assert cells(export(target)) == cells(before)
    filled = {name for name, rows in cells(before).items() if len(rows) > 1}
    assert {sheet.name for sheet in SHEETS} - filled <= {"ข้อที่กรอกในระบบ ITAS แล้ว"}


def test_a_year_that_was_lost_comes_back_to_its_own_office(lived_in, admin, office):
    """The people, units and files are those that are there, and none is made."""
    before = export(lived_in)
    people, pieces = User.objects.count(), office.evidence.count()
    Round.objects.filter(pk=lived_in.pk).update(be_year=2599)
    again = open_round(organization=office, be_year=2570, by=admin)

    brought = bring(again, before, admin)

    assert cells(export(again)) == cells(before)
    assert (brought.units, brought.people) == ((), ())
    assert User.objects.count() == people
    files = office.evidence.filter(sha256="a" * 64)
    assert {piece.file.name for piece in files} == {"x.jpg"}
    assert office.evidence.count() > pieces


def test_statuses_follow_from_the_history(lived_in, newcomer, empty_year):
    target = empty_year(2570)

    bring(target, export(lived_in), newcomer)

    for model in (DisclosureItem, Measure):
        of_source = model.objects.filter(ita_round=lived_in).values_list("number", "status")
        of_target = model.objects.filter(ita_round=target).values_list("number", "status")
        assert list(of_target) == list(of_source)
    for row in DisclosureItem.objects.of(target):
        assert row.status == row.refresh_status()


def test_nobody_is_told_of_what_is_long_past(lived_in, newcomer, empty_year):
    before = Notice.objects.count()

    bring(empty_year(2570), export(lived_in), newcomer)

    assert Notice.objects.count() == before


def test_names_that_the_office_has_not_become_accounts_that_nobody_uses(
    this_year, newcomer, empty_year, client_of
):
    bring(empty_year(2570), export(this_year), newcomer)

    made = newcomer.organization.users.exclude(pk=newcomer.pk)
    assert {person.is_active for person in made} == {False}
    assert not any(person.has_usable_password() for person in made)
    assert "นางสาวศิริพร แก้วมณี" in {str(person) for person in made}


def test_people_of_the_same_name_in_the_office_are_meant(this_year, newcomer, empty_year):
    hers = User.objects.create(
        username="siri", first_name="นางสาวศิริพร", last_name="แก้วมณี",
        organization=newcomer.organization, role=Role.SECRETARY,
    )  # fmt: skip
    target = empty_year(2570)

    bring(target, export(this_year), newcomer)

    accepted = DisclosureItem.objects.of(target).filter(status="accepted").first().entries.first()
    assert accepted.by == hers


def test_moments_are_kept_to_the_microsecond(this_year, newcomer, empty_year, admin):
    moment = timezone.now() - timedelta(days=3, microseconds=123_457)
    item = DisclosureItem.objects.of(this_year).get(number=1)
    item.changes.create(
        ita_round=this_year, kind=item.kind, number=1, by=admin, what="title", at=moment
    )
    target = empty_year(2570)

    bring(target, export(this_year), newcomer)

    assert DisclosureItem.objects.of(target).get(number=1).changes.get().at == moment


def test_where_the_history_came_from_is_kept(this_year, newcomer, empty_year):
    target = empty_year(2570)

    bring(target, export(this_year), newcomer)

    kept = YearImport.objects.get(ita_round=target)
    assert (kept.by, kept.name) == (newcomer, "year.xlsx")
    with pytest.raises(TypeError):
        kept.delete()


def test_twice_the_rows_are_exported_with_as_many_questions(
    this_year, django_assert_max_num_queries
):
    with CaptureQueriesContext(connection) as few:
        export(this_year)
    multiply_measures(this_year, 3)

    with django_assert_max_num_queries(len(few)):
        export(this_year)


def _hangs_on_a_year(model) -> bool:
    of_year = (Round, Row, DisclosureItem, Measure, ReportWording)
    # A row is in the book as what it is: an item or a measure.
    return model not in (Round, Row) and any(
        field.many_to_one and field.related_model in of_year
        for field in model._meta.get_fields()
        if field.is_relation and not field.auto_created
    )


@pytest.mark.parametrize(
    "model",
    [model for model in apps.get_models() if _hangs_on_a_year(model)],
    ids=lambda model: model._meta.label,
)
def test_every_table_of_a_year_is_in_the_book_or_left_out_for_a_reason(model):
    assert model in {sheet.model for sheet in SHEETS} or model._meta.label in LEFT_OUT


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.model.__name__)
def test_every_sheet_has_a_name_that_excel_takes_and_headings_once(sheet):
    assert len(sheet.name) <= 31
    assert len(set(sheet.headings)) == len(sheet.headings)
