"""An office that loses its machine opens its last copy on another, and misses nothing."""

import os
import sqlite3
import subprocess

import pytest
from django.conf import settings


def back_up(data_dir, folder) -> subprocess.CompletedProcess:
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    return subprocess.run(
        [settings.BASE_DIR / "script/backup", folder],
        env=environment | {"DATA_DIR": str(data_dir)},
        capture_output=True,
        text=True,
    )


@pytest.fixture
def data_dir(tmp_path):
    """As on a working day: the last row is in the write-ahead log, and the server has it open."""
    (tmp_path / "data/evidence").mkdir(parents=True)
    (tmp_path / "data/evidence/scan.pdf").write_text("scanned")
    (tmp_path / "data/secret-key").write_text("key")
    server = sqlite3.connect(tmp_path / "data/ita.sqlite3", isolation_level=None)
    server.execute("PRAGMA journal_mode=WAL")
    server.execute("CREATE TABLE reports (text)")
    server.execute("INSERT INTO reports VALUES ('just written')")
    yield tmp_path / "data"
    server.close()


def test_a_copy_holds_the_last_report_and_its_evidence(data_dir, tmp_path):
    back_up(data_dir, tmp_path / "copies")

    [copy] = (tmp_path / "copies").iterdir()
    (tmp_path / "restored").mkdir()
    subprocess.run(["tar", "-xf", copy, "-C", tmp_path / "restored"], check=True)
    rows = sqlite3.connect(tmp_path / "restored/ita.sqlite3").execute("SELECT text FROM reports")
    assert rows.fetchall() == [("just written",)]
    assert (tmp_path / "restored/evidence/scan.pdf").read_text() == "scanned"
    assert (tmp_path / "restored/secret-key").read_text() == "key"


def test_a_copy_is_for_its_owner_alone(data_dir, tmp_path):
    back_up(data_dir, tmp_path / "copies")

    [copy] = (tmp_path / "copies").iterdir()
    assert copy.stat().st_mode & 0o077 == 0


def test_who_has_nothing_to_copy_is_not_told_it_was_copied(tmp_path):
    result = back_up(tmp_path / "nothing", tmp_path / "copies")

    assert result.returncode != 0
    assert list((tmp_path / "copies").iterdir()) == []
