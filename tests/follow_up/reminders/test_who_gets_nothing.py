"""Who gets no e-mail, or not of everything."""

from datetime import timedelta

from organizations.models import NoticeKind, User
from tests.conftest import MORNING, TODAY
from tests.factories import give_notices


def test_who_has_read_it_gets_nothing(staff, remind, mailoutbox):
    give_notices(staff, read_at=MORNING)

    remind()

    assert mailoutbox == []


def test_who_has_left_gets_nothing(staff, remind, mailoutbox):
    give_notices(staff)
    User.objects.filter(pk=staff.pk).update(is_active=False)

    remind()

    assert mailoutbox == []


def test_who_has_no_address_gets_nothing_and_is_counted(executive, remind, mailoutbox):
    give_notices(executive)

    said = remind()

    assert mailoutbox == []
    assert "ไม่มีที่อยู่อีเมล 1 คน" in said
    assert not executive.notices.filter(mailed_on=TODAY).exists()


def test_nobody_hears_of_what_is_a_month_old(staff, remind, mailoutbox):
    give_notices(staff, at=MORNING - timedelta(days=31))

    remind()

    assert mailoutbox == []


def test_nobody_hears_of_a_year_that_is_closed(staff, this_year, remind, mailoutbox):
    give_notices(staff)
    give_notices(staff, title="ปีก่อน", path="/disclosures/2566/18/")

    remind()

    assert "ปีก่อน" not in mailoutbox[0].body


def test_nobody_hears_of_a_page_that_is_no_more(staff, remind, mailoutbox):
    give_notices(staff, path="/gone/")

    remind()

    assert mailoutbox == []


def test_nobody_hears_of_a_date_whose_work_was_done_since(staff, this_year, remind, mailoutbox):
    give_notices(staff, kind=NoticeKind.LATE)

    remind()

    assert mailoutbox == []


def test_where_no_mail_is_set_up_the_dates_are_found_all_the_same(
    settings, staff, this_year, remind, mailoutbox
):
    settings.EMAIL_URL = ""
    this_year.disclosure_due = TODAY
    this_year.save()

    said = remind()

    assert mailoutbox == []
    assert staff.notices.filter(kind=NoticeKind.SOON).exists()
    assert "ยังไม่ได้ตั้งค่าอีเมล" in said
