"""Reminders as the timer sends them: whole processes, and more than one at once."""

import os
import subprocess
import sys
from email import message_from_string

import pytest
from django.conf import settings

from tests.conftest import PASSWORD
from tests.e2e.conftest import own_database

PEOPLE = ["thanakorn", "arunee", "malee"]


@pytest.fixture
def office_with_addresses(tmp_path):
    """A fresh installation; what it sends is kept in a folder, a file a process."""
    with own_database(tmp_path) as database_url:
        environment = os.environ | {
            "DATA_DIR": str(tmp_path),
            "DATABASE_URL": database_url,
            "DJANGO_SETTINGS_MODULE": "ita_tracker.settings",
            "EMAIL_URL": f"filemail:///{tmp_path}/sent",
        }
        give_addresses = (
            "from organizations.models import User\n"
            f"for person in User.objects.filter(username__in={PEOPLE}):\n"
            "    person.email = f'{person.username}@office.example'\n"
            "    person.save()\n"
        )
        for command in (
            ["migrate", "-v0"],
            ["load_demo", "--password", PASSWORD],
            ["shell", "--no-imports", "-c", give_addresses],
        ):
            start(environment, *command).communicate()
        yield environment, tmp_path / "sent"


def start(environment, *command):
    return subprocess.Popen(
        [sys.executable, "manage.py", *command],
        env=environment,
        cwd=settings.BASE_DIR,
        stdout=subprocess.PIPE,
        text=True,
    )


def test_four_runs_at_once_send_each_person_one(office_with_addresses):
    environment, folder = office_with_addresses

    runs = [start(environment, "send_reminders") for _ in range(4)]
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
