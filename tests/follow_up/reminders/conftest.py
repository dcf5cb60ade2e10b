"""manage.py send_reminders, where mail is set up and two people have an address."""

import pytest
from django.core.management import call_command

from measures.models import Measure
from organizations.models import Notice, User

STAFF, OTHER = "thanakorn@office.example", "arunee@office.example"


@pytest.fixture(autouse=True)
def mail_is_set_up(settings, this_year, next_door):
    """Thanakorn and Arunee have addresses, and nobody has been told of anything yet."""
    settings.EMAIL_URL = "smtp://mail.example:25"
    settings.SITE_URL = "https://ita.example.go.th"
    for username, address in (("thanakorn", STAFF), ("arunee", OTHER)):
        User.objects.filter(username=username).update(email=address)
    Notice.objects.all().delete()
    # Nothing is near or late but what a test makes so.
    Measure.objects.of(this_year).update(first_month=None, last_month=None)
    next_door.rounds.update(is_open=False)


@pytest.fixture
def remind(capsys):
    def run() -> str:
        call_command("send_reminders")
        return capsys.readouterr().out

    return run


def receivers(mailoutbox):
    return [address for message in mailoutbox for address in message.to]
