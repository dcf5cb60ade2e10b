"""The staff attach evidence to what their unit reports."""

from pathlib import Path

import pytest
from django.core.files.storage import default_storage

from disclosures.models import DisclosureItem
from measures.models import Measure
from tracking.models import Evidence

#: Both are สำนักปลัด's or its งานธุรการ's, each with one entry by Thanakorn: under way.
ROWS = ["/measures/2570/1/", "/disclosures/2570/17/"]


@pytest.fixture(autouse=True)
def own_disk(settings, tmp_path):
    """Files are kept, and arrive, in folders of the test's own."""
    for setting, name in (("MEDIA_ROOT", "evidence"), ("FILE_UPLOAD_TEMP_DIR", "arriving")):
        (tmp_path / name).mkdir()
        setattr(settings, setting, tmp_path / name)


@pytest.fixture(params=ROWS)
def page(request) -> str:
    return request.param


@pytest.fixture
def row(page, this_year):
    kind, number = page.split("/")[1], page.split("/")[3]
    of_kind = {"measures": Measure, "disclosures": DisclosureItem}[kind]
    return of_kind.objects.of(this_year).get(number=number)


@pytest.fixture
def form(page) -> str:
    return f"{page}progress/"


@pytest.fixture
def attach(page, client_of, staff):
    """Sends one file by itself, as the page does while the report is typed."""

    def send(file, client=None, **more):
        return (client or client_of(staff)).post(f"{page}evidence/", {"file": file} | more)

    return send


def report(**changes) -> dict:
    typed = {"status": "doing", "note": "ถ่ายภาพไว้แล้ว", "url": "", "version": "1"}
    return typed | changes


def on_disk() -> list[Path]:
    return sorted(Path(default_storage.location).iterdir())


def held() -> list[Evidence]:
    return list(Evidence.objects.exclude(held_for=""))


def files_in(entry) -> list[str]:
    return [piece.title for piece in entry.evidence.all() if piece.file]


@pytest.fixture(autouse=True)
def files_go_at_once(monkeypatch, db):
    """A test's transaction never ends; what is to happen afterwards happens where it is said."""
    monkeypatch.setattr("tracking.models.evidence.transaction.on_commit", lambda then: then())
