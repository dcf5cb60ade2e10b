"""Recording, accepting, sending back: the verbs that measures and O-items share."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from disclosures.models import DisclosureItem
from measures.models import Measure
from organizations.models import User
from organizations.permissions import Role
from tracking.models import Entry, StaleVersion, Status, fold

# On PostgreSQL too: constraints, and what a query says as a row does.
pytestmark = pytest.mark.both_databases


@pytest.fixture
def survey(this_year):
    """O17: งานธุรการ leads, and has reported work under way."""
    return DisclosureItem.objects.of(this_year).get(number=17)


@pytest.fixture
def clerks(office):
    return office.units.get(name="งานธุรการ")


def report(row, by, unit, status=Status.REVIEW, note="เผยแพร่แล้ว", **more):
    latest = row.latest_of(unit)
    version = more.pop("version", latest.version if latest else 0)
    return row.record_progress(by=by, unit=unit, status=status, note=note, version=version, **more)


def test_what_a_unit_reports_becomes_history_and_status(survey, staff, clerks):
    entry = report(survey, staff, clerks, note="  ประมวลผลแล้ว  ")

    survey.refresh_from_db()
    assert survey.status == Status.REVIEW
    assert (entry.old_status, entry.status) == (Status.DOING, Status.REVIEW)
    assert (entry.by, entry.unit, entry.note) == (staff, clerks, "ประมวลผลแล้ว")


def test_the_second_of_two_who_saw_the_same_version_is_told(survey, staff, secretary, clerks):
    seen = survey.latest_of(clerks).version
    report(survey, staff, clerks, note="คนแรก", version=seen)

    with pytest.raises(StaleVersion) as told:
        report(survey, secretary, clerks, note="คนที่สอง", version=seen)

    assert told.value.latest.note == "คนแรก"
    assert survey.entries.filter(note="คนที่สอง").count() == 0


def test_two_units_of_one_measure_never_refuse_each_other(this_year, staff, other_staff, office):
    measure = Measure.objects.of(this_year).get(number=4)
    clerks, treasury = office.units.get(name="สำนักปลัด"), office.units.get(name="กองคลัง")

    report(measure, staff, clerks, version=0)
    report(measure, other_staff, treasury, version=0)

    assert measure.entries.count() == 2


def test_a_measure_of_five_units_is_not_done_when_one_is(this_year, staff, office):
    measure = Measure.objects.of(this_year).get(number=4)

    report(measure, staff, office.units.get(name="สำนักปลัด"))

    measure.refresh_from_db()
    assert measure.status == Status.DOING


def test_a_report_from_a_section_counts_for_its_division(this_year, staff, clerks):
    measure = Measure.objects.of(this_year).get(number=1)

    report(measure, staff, clerks)

    measure.refresh_from_db()
    assert measure.status == Status.REVIEW


def test_staff_of_another_unit_may_not_report(survey, other_staff, clerks):
    with pytest.raises(PermissionDenied):
        report(survey, other_staff, clerks)

    assert survey.entries.filter(by=other_staff).count() == 0


def test_staff_may_not_report_in_the_name_of_a_unit_not_theirs(this_year, staff, office):
    for_everybody = DisclosureItem.objects.of(this_year).get(number=35)

    with pytest.raises(PermissionDenied):
        report(for_everybody, staff, office.units.get(name="กองช่าง"))


def test_staff_of_any_unit_may_report_what_is_everybodys(this_year, other_staff, office):
    for_everybody = DisclosureItem.objects.of(this_year).get(number=35)

    report(for_everybody, other_staff, office.units.get(name="กองคลัง"))

    for_everybody.refresh_from_db()
    assert for_everybody.status == Status.REVIEW


def test_an_executive_reads_and_does_not_write(survey, executive, clerks):
    with pytest.raises(PermissionDenied):
        report(survey, executive, clerks)


def test_somebody_of_another_organization_may_not_report(survey, stranger, clerks):
    with pytest.raises(PermissionDenied):
        report(survey, stranger, clerks)


def test_nobody_writes_in_a_closed_year(source_year, secretary, clerks):
    with pytest.raises(PermissionDenied):
        report(DisclosureItem.objects.of(source_year).get(number=17), secretary, clerks)


@pytest.mark.parametrize("status", [Status.ACCEPTED, Status.RETURNED, "", "finished"])
def test_a_unit_may_not_accept_or_invent(survey, staff, clerks, status):
    with pytest.raises(PermissionDenied):
        report(survey, staff, clerks, status=status)


def test_the_secretary_accepts_what_a_unit_finished(survey, staff, secretary, clerks):
    done = report(survey, staff, clerks)

    survey.accept(by=secretary, unit=clerks, version=done.version)

    survey.refresh_from_db()
    assert survey.status == Status.ACCEPTED


def test_nobody_accepts_their_own_report(survey, secretary, clerks):
    done = report(survey, secretary, clerks)

    with pytest.raises(PermissionDenied):
        survey.accept(by=secretary, unit=clerks, version=done.version)


def test_staff_may_not_accept(survey, staff, clerks):
    done = report(survey, staff, clerks)

    with pytest.raises(PermissionDenied):
        survey.accept(by=staff, unit=clerks, version=done.version)


def test_work_under_way_is_not_there_to_be_accepted(survey, secretary, clerks):
    with pytest.raises(PermissionDenied):
        survey.accept(by=secretary, unit=clerks, version=survey.latest_of(clerks).version)


def test_work_sent_back_comes_with_a_reason_and_keeps_the_units_words(
    survey, staff, secretary, clerks
):
    done = report(survey, staff, clerks, note="ลงเว็บแล้ว")

    survey.send_back(by=secretary, unit=clerks, note="ลิงก์เปิดไม่ได้", version=done.version)

    assert survey.latest_of(clerks).note == "ลิงก์เปิดไม่ได้"
    assert survey.last_report_of(clerks).note == "ลงเว็บแล้ว"
    survey.refresh_from_db()
    assert survey.status == Status.RETURNED


def test_work_is_not_sent_back_without_a_reason(survey, staff, secretary, clerks):
    done = report(survey, staff, clerks)

    with pytest.raises(ValueError, match="เหตุผล"):
        survey.send_back(by=secretary, unit=clerks, note="  ", version=done.version)


class TestHistory:
    def test_is_never_changed(self, office):
        entry = Entry.objects.first()
        entry.note = "แก้ทีหลัง"

        with pytest.raises(TypeError):
            entry.save()

    def test_is_never_removed(self, office):
        with pytest.raises(TypeError):
            Entry.objects.first().delete()

    def test_is_not_changed_or_removed_by_the_heap_either(self, office):
        with pytest.raises(TypeError):
            Entry.objects.update(note="")
        with pytest.raises(TypeError):
            Entry.objects.all().delete()

    def test_numbers_a_units_entries_once(self, office):
        entry = Entry.objects.first()
        entry.pk, entry._state.adding = None, True

        with pytest.raises(IntegrityError), transaction.atomic():
            entry.save()


def test_a_report_that_fails_leaves_nothing_behind(survey, staff, clerks, monkeypatch):
    before = survey.entries.count()

    def fail(self):
        raise OSError("disk full")

    monkeypatch.setattr(DisclosureItem, "refresh_status", fail)
    with pytest.raises(OSError, match="disk full"):
        report(survey, staff, clerks)

    assert survey.entries.count() == before


CAST = [
    "wittaya", "siriporn", "rattana", "thanakorn", "malee", "prasit", "kanya", "nitipong",
    "arunee", "chaiwat", "suda", "neighbour", "neighbour-admin", "operator", "supervisor",
]  # fmt: skip


@pytest.mark.parametrize("username", CAST)
@pytest.mark.parametrize("model", [Measure, DisclosureItem])
def test_the_list_of_what_they_may_edit_and_the_row_agree(office, username, model):
    user = User.objects.get(username=username)

    listed = set(model.objects.editable_by(user).values_list("pk", flat=True))
    asked = {row.pk for row in model.objects.all() if row.is_editable_by(user)}

    assert listed == asked


def test_the_cast_of_the_agreement_is_everybody(office):
    assert set(User.objects.values_list("username", flat=True)) == set(CAST)


def test_the_agreement_is_not_empty(staff, other_staff, secretary):
    assert DisclosureItem.objects.editable_by(staff).count() == 9
    assert DisclosureItem.objects.editable_by(other_staff).count() == 11
    assert DisclosureItem.objects.editable_by(secretary).count() == 43


@pytest.mark.parametrize(
    ("parts", "whole"),
    [
        ([], Status.NOT_STARTED),
        ([Status.NOT_STARTED, Status.NOT_STARTED], Status.NOT_STARTED),
        ([Status.NOT_STARTED, Status.REVIEW], Status.DOING),
        ([Status.ACCEPTED, Status.NOT_STARTED], Status.DOING),
        ([Status.ACCEPTED, Status.REVIEW], Status.REVIEW),
        ([Status.ACCEPTED, Status.ACCEPTED], Status.ACCEPTED),
        ([Status.ACCEPTED, Status.RETURNED], Status.RETURNED),
        ([Status.DOING], Status.DOING),
    ],
)
def test_many_are_only_as_far_as_the_one_furthest_behind(parts, whole):
    assert fold(parts) == whole


def test_stored_status_is_what_history_says_everywhere(office):
    for row in [*DisclosureItem.objects.all(), *Measure.objects.all()]:
        assert row.status == row.refresh_status()


def test_an_assignment_taken_away_changes_how_far_an_item_is(this_year, admin, office):
    item = DisclosureItem.objects.of(this_year).get(number=18)
    assert item.status == Status.RETURNED

    item.unassign(office.units.get(name="งานธุรการ"), by=admin)
    item.unassign(office.units.get(parent=None), by=admin)
    item.assign(office.units.get(name="กองช่าง"), by=admin)

    item.refresh_from_db()
    assert item.status == Status.NOT_STARTED


@pytest.mark.parametrize("role", [Role.STAFF, Role.SECRETARY, Role.EXECUTIVE])
def test_only_the_admin_assigns(this_year, office, role):
    item = DisclosureItem.objects.of(this_year).get(number=29)
    somebody = office.users.filter(role=role).first()

    with pytest.raises(PermissionDenied):
        item.assign(office.units.get(name="กองช่าง"), by=somebody)

    assert item.assignments.count() == 0
