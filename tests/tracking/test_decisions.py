"""What a meeting decides of a row: who may, what changes, who hears of it."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from disclosures.models import AssignmentChange, DisclosureItem
from measures.models import Measure
from organizations.models import Notice, NoticeKind
from organizations.permissions import Permission
from tests.conftest import TODAY

# On PostgreSQL too: what is asked of a row while it is locked.
pytestmark = pytest.mark.both_databases

CHRISTMAS = date(2026, 12, 25)


@pytest.fixture(params=["item", "measure"])
def row(request, this_year):
    """กองช่าง has a part in both."""
    if request.param == "item":
        return DisclosureItem.objects.of(this_year).get(number=30)
    return Measure.objects.of(this_year).get(number=3)


@pytest.fixture
def works(office):
    return office.units.get(name="กองช่าง")


@pytest.fixture
def audit(office):
    return office.units.get(name="หน่วยตรวจสอบภายใน")


def units_of(row):
    return {link.unit.name for link in row.links.all()}


def test_the_day_agreed_stands_for_the_usual_one(row, secretary):
    usual = row.due_on

    row.decide(by=secretary, agreed_due=CHRISTMAS)

    row.refresh_from_db()
    assert row.due_on == CHRISTMAS != usual
    assert row.usual_due_on == usual


def test_a_day_that_has_passed_makes_it_late(row, secretary):
    row.decide(by=secretary, agreed_due=date(2026, 11, 20))

    assert row.is_late(TODAY)


def test_without_a_day_agreed_the_usual_one_is_back(row, secretary):
    usual = row.due_on
    row.decide(by=secretary, agreed_due=CHRISTMAS)

    decision = row.decide(by=secretary, agreed_due=None)

    assert row.due_on == usual
    assert (decision.old_due, decision.new_due) == (CHRISTMAS, usual)


def test_an_item_that_does_not_apply_is_never_due(this_year, secretary):
    item = DisclosureItem.objects.of(this_year).get(number=30)
    item.agreed_due, item.is_applicable = CHRISTMAS, False

    assert item.due_on is None


def test_it_is_kept_with_who_and_what_changed(row, secretary, works, audit):
    decision = row.decide(
        by=secretary,
        text="ให้ส่งก่อนสิ้นปี",
        agreed_due=CHRISTMAS,
        taken_from=works,
        given_to=audit,
    )

    assert decision.by == secretary
    assert decision.words.startswith("ให้ส่งก่อนสิ้นปี\nกำหนดส่ง 25 ธ.ค. 2569 (เดิม ")
    assert decision.words.endswith("มอบให้หน่วยตรวจสอบภายในแทนกองช่าง")


def test_history_is_never_changed(row, secretary):
    decision = row.decide(by=secretary, text="ตกลง", agreed_due=None)

    with pytest.raises(TypeError):
        decision.save()
    with pytest.raises(TypeError):
        decision.delete()


def test_one_unit_takes_anothers_place_and_capacity(row, secretary, works, audit):
    before = row.links.get(unit=works).how

    row.decide(by=secretary, agreed_due=None, taken_from=works, given_to=audit)

    assert "กองช่าง" not in units_of(row)
    assert row.links.get(unit=audit).how == before


def test_handing_over_an_item_is_kept_on_the_board_too(this_year, secretary, works, audit):
    item = DisclosureItem.objects.of(this_year).get(number=30)

    item.decide(by=secretary, agreed_due=None, taken_from=works, given_to=audit)

    changes = AssignmentChange.objects.filter(item=item)
    assert {(change.unit.name, change.by) for change in changes[:2]} == {
        ("กองช่าง", secretary),
        ("หน่วยตรวจสอบภายใน", secretary),
    }


def test_what_nobody_had_is_led_by_whom_it_is_given_to(this_year, secretary, works):
    item = DisclosureItem.objects.of(this_year).get(number=29)

    item.decide(by=secretary, agreed_due=None, given_to=works)

    assert item.assignments.get().is_lead


def test_who_no_longer_answers_cannot_hand_it_over(row, secretary, works, audit, admin):
    row.unassign(works, by=admin)

    with pytest.raises(ValidationError, match="กองช่างไม่ได้รับผิดชอบรายการนี้แล้ว"):
        row.decide(by=secretary, text="โอน", agreed_due=None, taken_from=works, given_to=audit)

    assert not row.decisions.exists()


def test_who_answers_already_is_not_given_it_again(row, secretary, works):
    other = row.links.exclude(unit=works).first().unit

    with pytest.raises(ValidationError, match="อยู่แล้ว"):
        row.decide(by=secretary, agreed_due=None, taken_from=works, given_to=other)


def test_nothing_decided_is_said(row, secretary):
    with pytest.raises(ValidationError, match="ยังไม่มีมติ"):
        row.decide(by=secretary, text="  ", agreed_due=None)


def test_a_button_pressed_twice_is_one_decision(row, secretary, works, audit):
    for _ in range(2):
        row.decide(
            by=secretary, text="ตกลง", agreed_due=CHRISTMAS, taken_from=works, given_to=audit
        )

    assert row.decisions.count() == 1


def test_the_units_are_told_once(row, secretary):
    row.decide(by=secretary, text="ให้เร่ง", agreed_due=CHRISTMAS)

    notice = (
        Notice.objects.about(row).unread().get(user__username="chaiwat", kind=NoticeKind.DECIDED)
    )
    assert notice.title == f"มติที่ประชุม {row.code} {row.title}"
    assert "ให้เร่ง" in notice.text
    assert "25 ธ.ค. 2569" in notice.text


@pytest.mark.parametrize("who", ["staff", "other_staff", "executive", "stranger", "operator"])
def test_only_secretary_and_admin_note_decisions(request, row, who):
    with pytest.raises(PermissionDenied):
        row.decide(by=request.getfixturevalue(who), text="ตกลง", agreed_due=None)


@pytest.mark.parametrize("who", ["secretary", "admin"])
def test_who_runs_the_meeting_may(request, row, who):
    user = request.getfixturevalue(who)

    assert user.may(Permission.DECIDE)
    assert row.may_be_decided_by(user)


def test_the_secretary_hands_over_but_does_not_lay_out_the_year(row, secretary, works, audit):
    row.decide(by=secretary, agreed_due=None, taken_from=works, given_to=audit)

    with pytest.raises(PermissionDenied):
        row.assign(works, by=secretary)
    with pytest.raises(PermissionDenied):
        row.unassign(audit, by=secretary)


def test_a_unit_of_another_office_is_not_given_anything(row, secretary, works, next_door):
    with pytest.raises(PermissionDenied):
        row.decide(by=secretary, agreed_due=None, taken_from=works, given_to=next_door.units.last())

    assert units_of(row) >= {"กองช่าง"}


def test_nothing_is_decided_in_a_closed_year(source_year, secretary):
    with pytest.raises(PermissionDenied):
        DisclosureItem.objects.of(source_year).get(number=1).decide(
            by=secretary, text="ตกลง", agreed_due=None
        )
