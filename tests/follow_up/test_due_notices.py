"""Who is told that work is due within a week or late, and how often."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine

from disclosures.models import DisclosureItem
from follow_up.due_notices import notice_dates, notice_dates_once_a_day
from measures.models import Measure
from organizations.models import Notice, NoticeKind, Organization, User
from tests.conftest import MORNING, TODAY
from tests.factories import multiply_measures

# On PostgreSQL too: of two visits at once one writes; days are Bangkok's.
pytestmark = pytest.mark.both_databases

BANGKOK = ZoneInfo("Asia/Bangkok")
DUE = date(2026, 11, 30)
DATES = (NoticeKind.SOON, NoticeKind.LATE)


@pytest.fixture
def survey(this_year, office):
    """Nothing else is due but this: a measure of กองช่าง that ends this month."""
    Measure.objects.of(this_year).update(first_month=None, last_month=None)
    measure = Measure.objects.create(
        ita_round=this_year,
        number=90,
        title="สำรวจถนน",
        first_month=date(2026, 10, 1),
        last_month=date(2026, 11, 1),
    )
    measure.responsibilities.create(unit=office.units.get(name="กองช่าง"))
    return measure


@pytest.fixture
def surveyor(office):
    return User.objects.get(username="chaiwat")


def on(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 8, 0, tzinfo=BANGKOK)


def told(row, **of):
    """The people told of this row's dates, and of what."""
    notices = Notice.objects.about(row).filter(kind__in=DATES, **of).order_by("pk")
    return list(notices.values_list("user__username", "kind"))


@pytest.mark.parametrize(
    ("day", "kinds"),
    [
        (DUE - timedelta(days=8), []),
        (DUE - timedelta(days=7), ["soon"]),
        (DUE, ["soon"]),
        (DUE + timedelta(days=1), ["late"]),
        (date(2027, 9, 30), ["late"]),
    ],
)
def test_they_are_told_a_week_before_and_once_it_is_late(office, survey, day, kinds):
    notice_dates(office, now=on(day))

    assert told(survey) == [("chaiwat", kind) for kind in kinds]


def test_however_often_it_is_looked_for_they_are_told_once(office, survey):
    for days in range(-10, 20):
        notice_dates(office, now=on(DUE + timedelta(days=days)))

    assert told(survey) == [("chaiwat", "soon"), ("chaiwat", "late")]


def test_another_date_is_told_anew(office, survey):
    notice_dates(office, now=on(DUE))
    survey.last_month = date(2026, 12, 1)
    survey.save()

    notice_dates(office, now=on(date(2026, 12, 28)))

    assert told(survey) == [("chaiwat", "soon"), ("chaiwat", "soon")]


def test_it_says_what_by_when_and_whose(office, survey):
    notice_dates(office, now=on(DUE))

    notice = Notice.objects.about(survey).get()
    assert notice.title == "มาตรการ 90 สำรวจถนน"
    assert notice.text == "ครบกำหนดวันที่ 30 พฤศจิกายน 2569 ในส่วนของกองช่าง"


@pytest.mark.parametrize("state", ["review", "accepted"])
def test_people_who_have_done_their_part_are_told_nothing(
    office, survey, surveyor, secretary, other_staff, state
):
    """กองช่าง has finished, กองคลัง has not: the measure is late, but not for everybody."""
    treasury, works = (office.units.get(name=name) for name in ("กองคลัง", "กองช่าง"))
    survey.responsibilities.create(unit=treasury)
    survey.record_progress(by=surveyor, unit=works, status="review", note="เสร็จแล้ว", version=0)
    if state == "accepted":
        survey.accept(by=secretary, unit=works, version=1)

    notice_dates(office, now=on(DUE + timedelta(days=1)))

    assert told(survey) == [("arunee", "late")]
    assert Notice.objects.about(survey).get(kind="late").text.endswith("ในส่วนของกองคลัง")


def test_of_two_units_of_theirs_only_the_one_that_owes_is_named(office, survey, staff):
    survey.responsibilities.all().delete()
    division, section = (office.units.get(name=name) for name in ("สำนักปลัด", "งานธุรการ"))
    for unit in (division, section):
        survey.responsibilities.create(unit=unit)
    survey.record_progress(by=staff, unit=division, status="review", note="เสร็จแล้ว", version=0)

    notice_dates(office, now=on(DUE))

    notice = staff.notices.about(survey).get(kind=NoticeKind.SOON)
    assert notice.text.endswith("ในส่วนของงานธุรการ")


def test_work_sent_back_is_late_all_the_same(office, survey, surveyor, secretary):
    works = office.units.get(name="กองช่าง")
    survey.record_progress(by=surveyor, unit=works, status="review", note="เสร็จแล้ว", version=0)
    survey.send_back(by=secretary, unit=works, note="ยังไม่มีภาพถ่าย", version=1)

    notice_dates(office, now=on(DUE + timedelta(days=1)))

    assert told(survey) == [("chaiwat", "late")]


def test_what_a_unit_above_answers_for_is_told_to_each_below_once(office, survey):
    survey.responsibilities.all().delete()
    for name in ("ทุกส่วนราชการ", "สำนักปลัด", "งานธุรการ"):
        survey.responsibilities.create(unit=office.units.get(name=name))

    notice_dates(office, now=on(DUE))

    everybody = office.users.filter(units__isnull=False).distinct()
    assert sorted(told(survey)) == sorted((person.username, "soon") for person in everybody)


def test_a_measure_served_by_an_item_is_told_with_the_item_alone(office, this_year, survey):
    item = DisclosureItem.objects.of(this_year).get(number=17)
    survey.items.add(item)
    this_year.disclosure_due = DUE
    this_year.save()

    notice_dates(office, now=on(DUE))

    assert told(survey) == [("chaiwat", "soon")]
    assert ("thanakorn", "soon") in told(item)


def test_an_item_that_does_not_apply_is_never_due(office, this_year):
    this_year.disclosure_due = DUE
    this_year.save()
    item = DisclosureItem.objects.of(this_year).get(number=17)
    item.is_applicable, item.not_applicable_reason = False, "ไม่มีภารกิจนี้"
    item.save()

    notice_dates(office, now=on(DUE))

    assert told(item) == []


def test_who_has_left_is_told_nothing(office, survey, surveyor):
    surveyor.is_active = False
    surveyor.save()

    notice_dates(office, now=on(DUE))

    assert told(survey) == []


def test_a_closed_year_is_silent(office, this_year, survey):
    this_year.is_open = False
    this_year.save()

    notice_dates(office, now=on(DUE))

    assert told(survey) == []


def test_another_office_is_not_looked_at(next_door, survey):
    notice_dates(next_door, now=on(DUE))

    assert told(survey) == []


def test_over_the_years_edge_what_is_late_is_still_late_and_told_once(office, this_year, survey):
    """On 1 October the old year is open still: its last work goes on being owed."""
    survey.last_month = date(2027, 9, 1)
    survey.save()

    for day in (date(2027, 9, 30), date(2027, 10, 1), date(2027, 10, 2)):
        notice_dates(office, now=on(day))

    assert told(survey) == [("chaiwat", "soon"), ("chaiwat", "late")]


def test_what_is_so_today_is_handed_back_though_it_was_told_before(office, survey, surveyor):
    notice_dates(office, now=on(DUE))

    today = notice_dates(office, now=on(DUE))

    assert (surveyor.pk, f"soon/{survey.key}/2026-11-30") in today


class TestOnceADay:
    @pytest.mark.parametrize("path", ["/reports/2570/", "/reports/2570/my-work/", "/reports/2566/"])
    def test_the_first_visit_tells_everybody(self, office, survey, staff, client_of, path):
        client_of(staff).get(path)

        assert told(survey) == [("chaiwat", "soon")]
        office.refresh_from_db()
        assert office.dates_noticed_on == TODAY

    def test_a_later_visit_leaves_it(self, office, survey, staff, client_of):
        client_of(staff).get("/reports/2570/")
        Notice.objects.about(survey).delete()

        client_of(staff).get("/reports/2570/my-work/")

        assert told(survey) == []

    def test_who_was_overtaken_by_another_visit_leaves_it_too(self, office, survey):
        """Both loaded the office before either looked."""
        overtaken = Organization.objects.get(pk=office.pk)
        notice_dates_once_a_day(office, now=MORNING)
        Notice.objects.about(survey).delete()

        notice_dates_once_a_day(overtaken, now=MORNING)

        assert told(survey) == []

    def test_the_day_begins_at_midnight_in_bangkok(self, office, survey, staff, client_of):
        """Two minutes apart, on one day in Greenwich: due that day, then late."""
        midnight = datetime(2026, 12, 1, 0, 0, tzinfo=BANGKOK)

        for moment in (midnight - timedelta(minutes=1), midnight + timedelta(minutes=1)):
            with time_machine.travel(moment, tick=False):
                client_of(staff).get("/reports/2570/")

        assert told(survey) == [("chaiwat", "soon"), ("chaiwat", "late")]

    def test_an_office_without_a_year_to_look_at_has_nothing_due(self, next_door):
        next_door.rounds.update(is_open=False)

        notice_dates_once_a_day(next_door, now=MORNING)

        assert not Notice.objects.filter(user__organization=next_door, kind__in=DATES).exists()


def test_twenty_times_the_rows_cost_no_more_looking(
    office, this_year, django_assert_max_num_queries
):
    def looked():
        fresh = Organization.objects.get(pk=office.pk)
        with django_assert_max_num_queries(99) as asked:
            notice_dates(fresh, now=MORNING)
        return [query for query in asked if query["sql"].startswith("SELECT")]

    few = looked()
    multiply_measures(this_year, 20)

    assert len(looked()) == len(few) <= 16
