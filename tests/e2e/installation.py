"""An office's data folder and its database, for servers and commands of its own."""

import contextlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from tests.databases import own_database


@dataclass(frozen=True)
class Installation:
    data: Path
    database_url: str

    def environment(self, **more) -> dict:
        return os.environ | {
            "DATA_DIR": str(self.data),
            "DATABASE_URL": self.database_url,
            "DJANGO_SETTINGS_MODULE": "ita_tracker.settings",
            **more,
        }

    def run(self, *command, check=True) -> subprocess.CompletedProcess:
        done = subprocess.run(
            [str(word) for word in command],
            env=self.environment(),
            cwd=settings.BASE_DIR,
            capture_output=True,
        )
        assert not (check and done.returncode), done.stderr.decode()
        return done

    def manage(self, *command, check=True) -> subprocess.CompletedProcess:
        return self.run(sys.executable, "manage.py", *command, check=check)

    def shell(self, code) -> bytes:
        return self.manage("shell", "--no-imports", "-c", code).stdout


@contextlib.contextmanager
def installed(data: Path, *, like: Installation | None = None) -> Iterator[Installation]:
    """In a folder that is not there yet: without tables, or a copy of one that nobody works in."""
    if like:
        shutil.copytree(like.data, data)
    else:
        data.mkdir()
    with own_database(data, like=like and like.database_url) as database_url:
        yield Installation(data, database_url)
