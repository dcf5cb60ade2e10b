"""A disk without room is said, and nothing is left half written."""

import errno
import os

import pytest
from django.core.files.storage import FileSystemStorage

from tests.tracking.evidence import makers
from tests.tracking.evidence.conftest import held, on_disk, report

SAID = "เนื้อที่เก็บไฟล์ของระบบเต็ม"


@pytest.fixture
def large():
    return makers.named("ใหญ่.pdf", makers.pdf(b"x" * 4_000_000))


@pytest.fixture
def full_on_arrival(monkeypatch):
    """Where files arrive there is /dev/full: the kernel itself says that there is no room."""

    def full(*_args, **_kwargs):
        return open("/dev/full", "w+b")

    monkeypatch.setattr("django.core.files.uploadedfile.tempfile.NamedTemporaryFile", full)


@pytest.fixture
def full_when_kept(monkeypatch):
    """The disk is full when half of the file is written."""

    def half(self, name, content):
        with open(self.path(name), "wb") as out:
            out.write(content.read(100))
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(FileSystemStorage, "_save", half)


def test_on_arrival(full_on_arrival, attach, large, db):
    response = attach(large)

    assert response.status_code == 507
    assert SAID in response.content.decode()
    assert (held(), on_disk()) == ([], [])


def test_when_it_is_kept(full_when_kept, attach, db):
    response = attach(makers.named("ก.jpg", makers.picture()))

    assert response.status_code == 507
    assert SAID in response.content.decode()
    assert (held(), on_disk()) == ([], [])


def test_when_only_the_preview_finds_no_room(attach, monkeypatch, db):
    save = FileSystemStorage._save

    def only_one(self, name, content):
        if on_disk():
            raise OSError(errno.EDQUOT, os.strerror(errno.EDQUOT))
        return save(self, name, content)

    monkeypatch.setattr(FileSystemStorage, "_save", only_one)

    response = attach(makers.named("ก.jpg", makers.picture()))

    assert response.status_code == 507
    assert on_disk() == []


def test_what_they_typed_is_still_in_the_form(full_on_arrival, client_of, staff, form, row, large):
    response = client_of(staff).post(form, report(files=large))

    html = response.content.decode()
    assert response.status_code == 507
    assert f"ใหญ่.pdf: {SAID}" in html
    assert "ถ่ายภาพไว้แล้ว</textarea>" in html
    assert len(row.history()) == 1


def test_without_the_file_the_report_is_recorded(full_on_arrival, client_of, staff, form, row):
    response = client_of(staff).post(form, report())

    assert response.status_code == 302
    assert len(row.history()) == 2
