"""A year is prepared, started, closed and opened again; history keeps who did it and why."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from disclosures.actions import open_round
from disclosures.models import DisclosureItem
from organizations.models import Notice, Round, RoundClosed, RoundState

# On PostgreSQL too: locks, and what a query says as a row does.
pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]

CAST = ["wittaya", "siriporn", "rattana", "thanakorn", "arunee", "neighbour", "supervisor"]


@pytest.fixture
def prepared(office, admin):
    return open_round(organization=office, be_year=2571, by=admin, is_started=False)


def steps(ita_round) -> list[tuple]:
    return [(change.step, str(change.by), change.reason) for change in ita_round.changes.all()]


def test_a_year_goes_its_way_and_every_step_is_kept(prepared, admin):
    prepared.start(by=admin)
    prepared.close(by=admin, reason="ส่งรายงานแล้ว")
    prepared.reopen(by=admin, reason=" ป.ป.ช. ขอให้แก้ ")

    assert Round.objects.get(pk=prepared.pk).state == prepared.state == RoundState.OPEN
    assert steps(prepared) == [
        ("reopened", str(admin), "ป.ป.ช. ขอให้แก้"),
        ("closed", str(admin), "ส่งรายงานแล้ว"),
        ("started", str(admin), ""),
        ("opened", str(admin), ""),
    ]


@pytest.mark.parametrize("name", ["staff", "secretary", "executive", "stranger", "supervisor"])
@pytest.mark.parametrize("step", ["start", "close", "reopen"])
def test_nobody_but_the_offices_admin_takes_a_step(prepared, step, name, request):
    reason = {} if step == "start" else {"reason": "ลองดู"}

    with pytest.raises(PermissionDenied):
        getattr(prepared, step)(by=request.getfixturevalue(name), **reason)

    assert len(steps(prepared)) == 1


def test_a_year_is_not_opened_again_without_a_reason(source_year, admin):
    with pytest.raises(ValidationError, match="โปรดระบุเหตุผล"):
        source_year.reopen(by=admin, reason="  ")

    assert not Round.objects.get(pk=source_year.pk).is_open


@pytest.mark.parametrize(
    ("year", "step", "said"),
    [
        (2570, "start", "กำลังดำเนินการอยู่ก่อนแล้ว จึงเริ่มปีไม่ได้"),
        (2570, "reopen", "กำลังดำเนินการอยู่ก่อนแล้ว"),
        (2566, "close", "ปิดแล้วอยู่ก่อนแล้ว จึงปิดปีไม่ได้"),
        (2571, "close", "กำลังเตรียมอยู่ก่อนแล้ว"),
    ],
)
@pytest.mark.usefixtures("prepared")
def test_the_second_of_two_who_take_a_step_is_told(office, admin, year, step, said):
    ita_round = office.rounds.get(be_year=year)
    reason = {} if step == "start" else {"reason": "กดซ้ำ"}

    with pytest.raises(ValidationError, match=said):
        getattr(ita_round, step)(by=admin, **reason)


@pytest.mark.parametrize("username", CAST)
def test_who_sees_a_year_is_told_the_same_by_rows_and_by_lists(prepared, username):
    user = type(prepared.changes.get().by).objects.get(username=username)

    seen = Round.objects.visible_to(user)

    assert set(seen) == {one for one in Round.objects.all() if one.is_visible_to(user)}


@pytest.mark.parametrize("username", CAST)
def test_what_may_be_written_in_a_year_being_prepared_is_the_same_by_row_and_list(
    prepared, admin, office, username
):
    for unit in office.units.all():
        DisclosureItem.objects.of(prepared).get(number=1).assign(unit, by=admin)
    user = type(admin).objects.get(username=username)
    rows = DisclosureItem.objects.filter(ita_round=prepared)

    listed = set(rows.editable_by(user))

    assert listed == {row for row in rows if row.is_editable_by(user)}
    assert bool(listed) == (username in ("wittaya", "siriporn"))


def test_nobody_is_told_of_a_year_being_prepared(prepared, admin, office):
    before = Notice.objects.count()

    DisclosureItem.objects.of(prepared).get(number=1).assign(
        office.units.get(name="กองคลัง"), by=admin
    )

    assert Notice.objects.count() == before


def test_what_was_on_its_way_when_the_year_was_closed_is_refused(this_year, admin, staff):
    """The row was read while the year was open; it is closed before anything is written."""
    item = DisclosureItem.objects.select_related("ita_round").get(ita_round=this_year, number=17)
    (unit,) = item.units_reportable_by(staff)[:1]
    version = item.latest_of(unit).version if item.latest_of(unit) else 0
    Round.objects.get(pk=this_year.pk).close(by=admin, reason="สิ้นปี")

    with pytest.raises(RoundClosed, match="ปิดแล้ว อ่านได้อย่างเดียว"):
        item.record_progress(by=staff, unit=unit, status="doing", note="ช้าไป", version=version)

    assert not item.entries.filter(note="ช้าไป").exists()


@pytest.mark.parametrize("write", ["comment", "assign", "unassign"])
def test_no_other_writing_slips_in_after_the_year_was_closed(this_year, admin, write):
    item = DisclosureItem.objects.select_related("ita_round__organization").get(
        ita_round=this_year, number=17
    )
    unit = item.assignments.first().unit
    Round.objects.get(pk=this_year.pk).close(by=admin, reason="สิ้นปี")
    written = {
        "comment": lambda: item.comment(by=admin, text="ช้าไป"),
        "assign": lambda: item.assign(unit, by=admin, is_lead=False),
        "unassign": lambda: item.unassign(unit, by=admin),
    }

    with pytest.raises(RoundClosed):
        written[write]()
