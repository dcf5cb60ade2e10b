"""How often a person gets an e-mail, and each notice is in one."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.utils import timezone

from disclosures.models import DisclosureItem
from measures.models import Measure
from organizations import digest
from organizations.models import Notice
from tests.conftest import MORNING, TODAY
from tests.factories import give_notices
from tests.follow_up.reminders.conftest import STAFF, receivers

# On PostgreSQL too: notices are claimed by one run.
pytestmark = pytest.mark.both_databases

BANGKOK = ZoneInfo("Asia/Bangkok")


def test_one_digest_holds_all_they_have_not_read(staff, remind, mailoutbox):
    give_notices(staff, 3)

    said = remind()

    assert receivers(mailoutbox) == [STAFF]
    assert mailoutbox[0].subject == "งาน ITA ที่รอท่าน 3 เรื่อง"
    assert all(f"เรื่องที่ {number}" in mailoutbox[0].body for number in range(3))
    assert "ส่งอีเมลแล้ว 1 ฉบับ" in said


def test_the_second_run_sends_nothing(staff, remind, mailoutbox):
    give_notices(staff)
    remind()

    said = remind()

    assert len(mailoutbox) == 1
    assert "ส่งอีเมลแล้ว 0 ฉบับ" in said


def test_what_comes_later_that_day_waits_for_the_next(staff, remind, mailoutbox):
    give_notices(staff, title="เช้า")
    remind()
    give_notices(staff, title="บ่าย")
    remind()
    assert len(mailoutbox) == 1

    with time_machine.travel(MORNING + timedelta(days=1), tick=False):
        remind()

    assert "บ่าย" in mailoutbox[1].body
    assert "เช้า" not in mailoutbox[1].body


def test_the_day_is_bangkoks(staff, remind, mailoutbox):
    """Two minutes apart, on one day in Greenwich."""
    midnight = datetime(2026, 11, 24, 0, 0, tzinfo=BANGKOK)
    with time_machine.travel(midnight - timedelta(minutes=1), tick=False):
        give_notices(staff, title="ก่อนเที่ยงคืน")
        remind()
    with time_machine.travel(midnight + timedelta(minutes=1), tick=False):
        give_notices(staff, title="หลังเที่ยงคืน")
        remind()

    assert len(mailoutbox) == 2
    assert list(staff.notices.order_by("at").values_list("mailed_on", flat=True)) == [
        TODAY, TODAY + timedelta(days=1),
    ]  # fmt: skip


def test_a_day_in_bangkok_that_is_two_in_greenwich_brings_one(staff, remind, mailoutbox):
    with time_machine.travel(datetime(2026, 11, 24, 6, 30, tzinfo=BANGKOK), tick=False):
        give_notices(staff, title="หกโมงครึ่ง")
        remind()
    with time_machine.travel(datetime(2026, 11, 24, 7, 30, tzinfo=BANGKOK), tick=False):
        give_notices(staff, title="เจ็ดโมงครึ่ง")
        remind()

    assert len(mailoutbox) == 1


def test_over_the_years_edge_nothing_is_mailed_twice(this_year, remind, mailoutbox):
    """Late since the day before the year ended, in a year that is still open."""
    measure = Measure.objects.of(this_year).get(number=1)
    measure.first_month = measure.last_month = date(2027, 8, 1)
    measure.save()
    DisclosureItem.objects.of(this_year).update(
        is_applicable=False, not_applicable_reason="ไม่มีภารกิจนี้"
    )
    for day in (datetime(2027, 9, 30, 8, tzinfo=BANGKOK), datetime(2027, 10, 1, 8, tzinfo=BANGKOK)):
        with time_machine.travel(day, tick=False):
            remind()

    assert receivers(mailoutbox) == [STAFF]
    assert "เกินกำหนด 1 เรื่อง" in mailoutbox[0].body


class TestClaiming:
    def test_what_another_run_has_taken_is_not_taken_again(self, staff):
        """Both looked before either claimed."""
        notices = give_notices(staff, 2)
        first = digest.claim(staff, notices, today=TODAY)

        second = digest.claim(staff, notices, today=TODAY)

        assert len(first) == 2
        assert second == []

    def test_what_was_read_in_between_is_left_out(self, staff):
        notices = give_notices(staff, 2)
        Notice.objects.filter(pk=notices[0].pk).update(read_at=timezone.now())

        assert digest.claim(staff, notices, today=TODAY) == notices[1:]


def test_more_notices_cost_no_more_queries(staff, django_assert_max_num_queries, remind):
    def asked():
        with django_assert_max_num_queries(99) as queries:
            remind()
        Notice.objects.all().delete()
        return len(queries)

    give_notices(staff, 2)
    few = asked()
    give_notices(staff, 40)

    assert asked() == few
