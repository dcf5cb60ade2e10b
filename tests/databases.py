"""Databases for the tests, and what is made once for all processes of a run.

Whatever takes seconds to make stands in one folder: the first process to need it makes it, those
who come meanwhile wait, and everybody works in a copy.
"""

import contextlib
import fcntl
import os
import shutil
import tempfile
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg2
import pytest
from django.conf import settings

#: Names the folder to the processes of a run, and by script/test to one run after the other.
SHARED = "ITA_TESTS_SHARED"
URL = "database-url"


def share(config: pytest.Config) -> None:
    if SHARED not in os.environ:
        os.environ[SHARED] = tempfile.mkdtemp(prefix="ita-tests-shared.")
        config.add_cleanup(_forget)


def _forget() -> None:
    folder = Path(os.environ.pop(SHARED))
    for made in folder.glob(f"*/{URL}"):
        _drop(made.read_text())
    shutil.rmtree(folder)


def made_once(name: str, make: Callable[[Path], None]) -> Path:
    """A folder that `make` has filled, in whichever process it was."""
    folder = Path(os.environ[SHARED]) / name
    done = folder.with_suffix(".done")
    with folder.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not done.exists():
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
            make(folder)
            done.touch()
    return folder


def database_made_once(name: str, fill: Callable[[Path, str], None]) -> Path:
    """A folder whose database, by its address, `fill` has filled; of either kind one."""

    def make(folder: Path) -> None:
        url = _create(folder, like=None)
        fill(folder, url)
        (folder / URL).write_text(url)

    return made_once(f"{name}-{'sqlite' if _is_sqlite() else 'postgresql'}", make)


@contextlib.contextmanager
def own_database(folder: Path, *, like: str | None = None) -> Iterator[str]:
    """Its address: an empty one, or a copy of one that nobody is connected to."""
    url = _create(folder, like=like)
    try:
        yield url
    finally:
        _drop(url)


def name_in(url: str) -> str:
    """As the settings say it: the file, or the name on the server."""
    return urlsplit(url).path[1:]


def _create(folder: Path, *, like: str | None) -> str:
    if _is_sqlite():
        path = folder / "ita.sqlite3"
        if like:
            shutil.copyfile(name_in(like), path)
        return f"sqlite:///{path}"
    name = f"ita_tests_{uuid.uuid4().hex}"
    template = name_in(like) if like else "template1"
    _on_the_server(f"CREATE DATABASE {name} TEMPLATE {template}")
    return urlunsplit(urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}"))


def _drop(url: str) -> None:
    if not _is_sqlite():
        _on_the_server(f"DROP DATABASE {name_in(url)} WITH (FORCE)")


def _on_the_server(command: str) -> None:
    with contextlib.closing(psycopg2.connect(os.environ["DATABASE_URL"])) as keeper:
        keeper.autocommit = True
        keeper.cursor().execute(command)


def _is_sqlite() -> bool:
    return settings.DATABASES["default"]["ENGINE"].endswith("sqlite3")
