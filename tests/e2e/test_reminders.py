"""Reminders as the timer sends them: whole processes, and more than one at once."""

import subprocess
import sys
from email import message_from_string

import pytest
from django.conf import settings

from tests.e2e.installation import installed

# On PostgreSQL too: runs at once are kept apart by locks.
pytestmark = [pytest.mark.both_databases, pytest.mark.slow]

PEOPLE = ["thanakorn", "arunee", "malee"]
GIVE_ADDRESSES = f"""
from organizations.models import User
for person in User.objects.filter(username__in={PEOPLE}):
    person.email = f"{{person.username}}@office.example"
    person.save()
"""
#: Ten times over, eight reach for one person's digest in the same moment; each may say "mine".
REACH_AT_ONCE = """
from threading import Barrier, Thread
from django.db import connection
from django.utils import timezone
from organizations import digest
from organizations.models import Notice, User
person = User.objects.get(username="thanakorn")
notices = list(person.notices.unread())
ready = Barrier(8)
def reach():
    connection.ensure_connection()
    ready.wait()
    if digest.claim(person, notices, today=timezone.localdate()):
        print("mine")
    connection.close()
for _ in range(10):
    Notice.objects.update(mailed_on=None)
    threads = [Thread(target=reach) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
"""


@pytest.fixture
def office(demonstration, tmp_path):
    """The demonstration office, three of whose people have an address."""
    with installed(tmp_path / "data", like=demonstration) as office:
        office.shell(GIVE_ADDRESSES)
        yield office


def send_reminders(office, folder) -> subprocess.Popen:
    """A run of its own; what it sends is kept in a folder, a file a process."""
    return subprocess.Popen(
        [sys.executable, "manage.py", "send_reminders"],
        env=office.environment(EMAIL_URL=f"filemail:///{folder}"),
        cwd=settings.BASE_DIR,
        stdout=subprocess.PIPE,
        text=True,
    )


def test_four_runs_at_once_send_each_person_one(office, tmp_path):
    folder = tmp_path / "sent"

    runs = [send_reminders(office, folder) for _ in range(4)]
    said = [run.communicate()[0] for run in runs]

    assert [run.returncode for run in runs] == [0] * 4, said
    sent = [
        message_from_string(text.lstrip())
        for file in folder.iterdir()
        for text in file.read_text().split("-" * 79 + "\n")
        if text.strip()
    ]
    assert sorted(message["To"] for message in sent) == [
        "arunee@office.example", "malee@office.example", "thanakorn@office.example",
    ]  # fmt: skip


def test_of_eight_who_reach_for_a_digest_at_once_one_has_it(office):
    said = office.shell(REACH_AT_ONCE).decode()

    assert said.split() == ["mine"] * 10
