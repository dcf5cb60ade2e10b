"""What becomes of reminders when somebody cannot be reached."""

import pytest
from django.core.mail.backends.locmem import EmailBackend
from django.core.management import CommandError

from organizations.models import User
from tests.conftest import TODAY
from tests.factories import give_notices
from tests.follow_up.reminders.conftest import OTHER, STAFF, receivers


class RefusesArunee(EmailBackend):
    def send_messages(self, messages):
        if any(OTHER in message.to for message in messages):
            raise ConnectionRefusedError(f"no way to {OTHER}")
        return super().send_messages(messages)


@pytest.fixture(autouse=True)
def both_have_news(staff, other_staff):
    give_notices(staff)
    give_notices(other_staff)


@pytest.fixture
def arunee_is_not_reached(settings):
    settings.EMAIL_BACKEND = f"{__name__}.RefusesArunee"


@pytest.mark.usefixtures("arunee_is_not_reached")
def test_one_who_is_not_reached_holds_up_nobody(staff, other_staff, remind, mailoutbox):
    with pytest.raises(CommandError, match="ส่งไม่ถึง 1 คน: arunee"):
        remind()

    assert receivers(mailoutbox) == [STAFF]
    assert staff.notices.get().mailed_on == TODAY
    assert other_staff.notices.get().mailed_on is None


def test_they_get_it_from_the_next_run(settings, other_staff, remind, mailoutbox):
    working = settings.EMAIL_BACKEND
    settings.EMAIL_BACKEND = f"{__name__}.RefusesArunee"
    with pytest.raises(CommandError):
        remind()
    settings.EMAIL_BACKEND = working

    remind()

    assert receivers(mailoutbox) == [STAFF, OTHER]


@pytest.mark.usefixtures("arunee_is_not_reached")
def test_the_address_stands_neither_in_the_log_nor_in_the_summary(remind, caplog):
    with pytest.raises(CommandError) as failed:
        remind()

    assert "arunee" in caplog.text
    assert OTHER not in caplog.text + str(failed.value)


def test_an_address_with_a_line_break_in_it_reaches_nobody_else(other_staff, remind, mailoutbox):
    User.objects.filter(pk=other_staff.pk).update(email=f"{OTHER}\nBcc: x@else.example")

    with pytest.raises(CommandError, match="arunee"):
        remind()

    assert receivers(mailoutbox) == [STAFF]
