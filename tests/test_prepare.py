"""Starting the program again and again finds everything ready, and leaves work untouched."""

import os
from io import StringIO

import pytest
from django.core.management import call_command

from organizations.models import Organization, User

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def static_root(settings, tmp_path):
    settings.STATIC_ROOT = tmp_path / "static"
    return settings.STATIC_ROOT


@pytest.fixture
def nobody_yet(db):
    """A new installation; the cast is back with the end of the test's transaction."""
    call_command("flush", interactive=False)


def prepare(*arguments: str) -> str:
    out = StringIO()
    call_command("prepare", *arguments, stdout=out)
    return out.getvalue()


def test_the_first_start_shows_the_demonstrations_logins(nobody_yet):
    said = prepare("--demo")

    assert all(f"  {user.username} " in said for user in User.objects.all())
    assert Organization.objects.count() == 1


def test_the_next_start_says_nothing_and_changes_no_password():
    prepare()
    before = dict(User.objects.values_list("username", "password"))

    said = prepare("--demo")

    assert said == ""
    assert dict(User.objects.values_list("username", "password")) == before


def test_an_installation_with_its_own_operator_gets_no_demonstration(nobody_yet):
    User.objects.create_superuser("operator", password="unimportant")

    prepare("--demo")

    assert not Organization.objects.exists()


def test_a_changed_file_is_served_after_the_next_start(settings, static_root, tmp_path):
    ours = tmp_path / "ours"
    ours.mkdir()
    settings.STATICFILES_DIRS = [ours]
    changed = ours / "base.css"
    changed.write_text("old")
    prepare()
    changed.write_text("newer")
    # collectstatic takes a change within the same second for none.
    later = changed.stat().st_mtime + 10
    os.utime(changed, (later, later))

    prepare()

    assert (static_root / "base.css").read_text() == "newer"


def test_what_was_on_its_way_in_when_the_power_went_is_cleared(settings, tmp_path):
    settings.FILE_UPLOAD_TEMP_DIR = tmp_path
    (tmp_path / "yesterday.upload").write_text("half")
    os.utime(tmp_path / "yesterday.upload", (0, 0))
    (tmp_path / "now.upload").write_text("half")

    prepare()

    assert [path.name for path in tmp_path.glob("*.upload")] == ["now.upload"]
