"""manage.py send_reminders: who gets an e-mail, with what in it, and how often."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.core.mail.backends.locmem import EmailBackend
from django.core.management import CommandError, call_command
from django.utils import timezone

from organizations import digest
from organizations.models import Notice, NoticeKind, User
from tests.conftest import MORNING, TODAY
from tests.factories import give_notices

BANGKOK = ZoneInfo("Asia/Bangkok")
STAFF, OTHER = "thanakorn@office.example", "arunee@office.example"


class RefusesArunee(EmailBackend):
    def send_messages(self, messages):
        if any(OTHER in message.to for message in messages):
            raise ConnectionRefusedError(f"no way to {OTHER}")
        return super().send_messages(messages)


@pytest.fixture(autouse=True)
def mail_is_set_up(settings, this_year, next_door):
    """Thanakorn and Arunee have addresses, and nobody has been told of anything yet."""
    settings.EMAIL_URL = "smtp://mail.example:25"
    settings.SITE_URL = "https://ita.example.go.th"
    for username, address in (("thanakorn", STAFF), ("arunee", OTHER)):
        User.objects.filter(username=username).update(email=address)
    Notice.objects.all().delete()
    # Nothing is near or late but what a test makes so.
    this_year.measures.update(first_month=None, last_month=None)
    next_door.rounds.update(is_open=False)


@pytest.fixture
def remind(capsys):
    def run() -> str:
        call_command("send_reminders")
        return capsys.readouterr().out

    return run


def receivers(mailoutbox):
    return [address for message in mailoutbox for address in message.to]


def test_one_digest_holds_all_she_has_not_read(staff, remind, mailoutbox):
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
    measure = this_year.measures.get(number=1)
    measure.first_month = measure.last_month = date(2027, 8, 1)
    measure.save()
    this_year.items.update(is_applicable=False, not_applicable_reason="ไม่มีภารกิจนี้")
    for day in (datetime(2027, 9, 30, 8, tzinfo=BANGKOK), datetime(2027, 10, 1, 8, tzinfo=BANGKOK)):
        with time_machine.travel(day, tick=False):
            remind()

    assert receivers(mailoutbox) == [STAFF]
    assert "เกินกำหนด 1 เรื่อง" in mailoutbox[0].body


class TestWhoGetsNothing:
    def test_who_has_read_it(self, staff, remind, mailoutbox):
        give_notices(staff, read_at=MORNING)

        remind()

        assert mailoutbox == []

    def test_who_has_left(self, staff, remind, mailoutbox):
        give_notices(staff)
        User.objects.filter(pk=staff.pk).update(is_active=False)

        remind()

        assert mailoutbox == []

    def test_who_has_no_address_and_that_is_said(self, executive, remind, mailoutbox):
        give_notices(executive)

        said = remind()

        assert mailoutbox == []
        assert "ไม่มีที่อยู่อีเมล 1 คน" in said
        assert not executive.notices.filter(mailed_on=TODAY).exists()

    def test_of_what_is_a_month_old(self, staff, remind, mailoutbox):
        give_notices(staff, at=MORNING - timedelta(days=31))

        remind()

        assert mailoutbox == []

    def test_of_a_year_that_is_closed(self, staff, this_year, remind, mailoutbox):
        give_notices(staff)
        give_notices(staff, title="ปีก่อน", path="/disclosures/2566/18/")

        remind()

        assert "ปีก่อน" not in mailoutbox[0].body

    def test_of_a_page_that_is_no_more(self, staff, remind, mailoutbox):
        give_notices(staff, path="/gone/")

        remind()

        assert mailoutbox == []

    def test_of_a_date_whose_work_was_done_since(self, staff, this_year, remind, mailoutbox):
        give_notices(staff, kind=NoticeKind.LATE)

        remind()

        assert mailoutbox == []

    def test_anybody_where_no_mail_is_set_up_but_dates_are_found(
        self, settings, staff, this_year, remind, mailoutbox
    ):
        settings.EMAIL_URL = ""
        this_year.disclosure_due = TODAY
        this_year.save()

        said = remind()

        assert mailoutbox == []
        assert staff.notices.filter(kind=NoticeKind.SOON).exists()
        assert "ยังไม่ได้ตั้งค่าอีเมล" in said


class TestWhatItSays:
    def test_what_presses_most_comes_first(self, staff, this_year, office, remind, mailoutbox):
        this_year.disclosure_due = TODAY
        this_year.save()
        give_notices(staff, kind=NoticeKind.ASSIGNED, title="มอบหมาย")
        give_notices(staff, kind=NoticeKind.MENTION, title="กล่าวถึง")
        give_notices(staff, kind=NoticeKind.RETURNED, title="ส่งกลับ")
        unit = office.units.get(name="งานธุรการ")
        october = TODAY.replace(month=10, day=1)
        late = this_year.measures.create(
            number=90, title="ช้า", first_month=october, last_month=october
        )
        late.responsibilities.create(unit=unit)

        remind()

        lines = mailoutbox[0].body.splitlines()
        headings = [line.rsplit(" ", 2)[0] for line in lines if line.endswith("เรื่อง")][1:]
        assert headings == [kind.label for kind in NoticeKind]

    def test_each_line_has_its_reason_and_leads_to_its_page(self, staff, remind, mailoutbox):
        give_notices(staff, title="ส่งกลับ O18", text="ลิงก์เปิดไม่ได้")

        remind()

        link = "https://ita.example.go.th/disclosures/2570/18/"
        text, (html, kind) = mailoutbox[0].body, mailoutbox[0].alternatives[0]
        assert kind == "text/html"
        assert "ลิงก์เปิดไม่ได้" in text
        assert link in text
        assert f'href="{link}"' in html

    def test_without_an_address_of_its_own_it_links_nowhere(
        self, settings, staff, remind, mailoutbox
    ):
        settings.SITE_URL = ""
        give_notices(staff)

        remind()

        assert "/disclosures/" not in mailoutbox[0].body
        assert "href" not in mailoutbox[0].alternatives[0][0]

    def test_it_names_the_years_where_they_differ(self, staff, office, remind, mailoutbox):
        office.rounds.filter(be_year=2566).update(is_open=True)
        give_notices(staff, title="ปีนี้")
        give_notices(staff, title="ปีก่อน", path="/disclosures/2566/18/")

        remind()

        assert "ปีก่อน (ปีงบประมาณ 2566)" in mailoutbox[0].body
        assert "ปีนี้ (ปีงบประมาณ 2570)" in mailoutbox[0].body

    def test_what_people_typed_is_text_in_both_its_forms(self, staff, remind, mailoutbox):
        give_notices(staff, title="<b>O18</b> & ปี", text="<img src=x>")

        remind()

        assert "<b>O18</b> & ปี" in mailoutbox[0].body
        assert "&lt;b&gt;O18&lt;/b&gt; &amp; ปี" in mailoutbox[0].alternatives[0][0]
        assert "<img" not in mailoutbox[0].alternatives[0][0]

    def test_new_lines_in_a_title_are_spaces_and_no_headers(self, staff, remind, mailoutbox):
        give_notices(staff, title="O18\r\nBcc: somebody@else.example\n\nหมด")

        remind()

        assert "- O18 Bcc: somebody@else.example หมด" in mailoutbox[0].body
        assert set(mailoutbox[0].message().keys()) == {
            "Content-Type", "MIME-Version", "Subject", "From", "To", "Date", "Message-ID",
            "Auto-Submitted",
        }  # fmt: skip


class TestFailing:
    @pytest.fixture(autouse=True)
    def both_have_news(self, staff, other_staff):
        give_notices(staff)
        give_notices(other_staff)

    @pytest.fixture
    def arunee_is_not_reached(self, settings):
        settings.EMAIL_BACKEND = f"{__name__}.RefusesArunee"

    @pytest.mark.usefixtures("arunee_is_not_reached")
    def test_one_who_is_not_reached_holds_up_nobody(self, staff, other_staff, remind, mailoutbox):
        with pytest.raises(CommandError, match="ส่งไม่ถึง 1 คน: arunee"):
            remind()

        assert receivers(mailoutbox) == [STAFF]
        assert staff.notices.get().mailed_on == TODAY
        assert other_staff.notices.get().mailed_on is None

    def test_she_gets_it_from_the_next_run(self, settings, other_staff, remind, mailoutbox):
        working = settings.EMAIL_BACKEND
        settings.EMAIL_BACKEND = f"{__name__}.RefusesArunee"
        with pytest.raises(CommandError):
            remind()
        settings.EMAIL_BACKEND = working

        remind()

        assert receivers(mailoutbox) == [STAFF, OTHER]

    @pytest.mark.usefixtures("arunee_is_not_reached")
    def test_her_address_stands_neither_in_the_log_nor_in_the_summary(self, remind, caplog):
        with pytest.raises(CommandError) as failed:
            remind()

        assert "arunee" in caplog.text
        assert OTHER not in caplog.text + str(failed.value)

    def test_an_address_with_a_line_break_in_it_reaches_nobody_else(
        self, other_staff, remind, mailoutbox
    ):
        User.objects.filter(pk=other_staff.pk).update(email=f"{OTHER}\nBcc: x@else.example")

        with pytest.raises(CommandError, match="arunee"):
            remind()

        assert receivers(mailoutbox) == [STAFF]


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
