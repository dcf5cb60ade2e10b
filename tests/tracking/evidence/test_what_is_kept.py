"""What is sent is kept: whole, under its own name, for whoever sent it."""

import hashlib
from datetime import timedelta

import pytest
import time_machine

from tests.conftest import MORNING
from tests.tracking.evidence import makers
from tests.tracking.evidence.conftest import held, on_disk, report
from tracking.evidence.arriving import EvidenceUploadHandler
from tracking.models import Evidence
from tracking.uploads.limits import MAX_SIZE

# On PostgreSQL too: names and sums in its columns; a row that cannot be written.
pytestmark = pytest.mark.both_databases

SOUND = {
    "รายงาน.pdf": makers.pdf(),
    "บันทึก.docx": makers.office("docx"),
    "ตาราง.xlsx": makers.office("xlsx"),
    "นำเสนอ.pptx": makers.office("pptx"),
    "ภาพ.png": makers.picture("PNG"),
    "ภาพ.JPG": makers.picture("JPEG"),
    "ภาพ.jpeg": makers.picture("JPEG"),
    "ภาพ.webp": makers.picture("WEBP"),
}


@pytest.mark.parametrize("name", SOUND)
def test_each_kind_that_an_office_has_is_taken_under_its_name(name, attach):
    response = attach(makers.named(name, SOUND[name]))

    assert response.status_code == 200
    assert name in response.content.decode()
    assert [piece.title for piece in held()] == [name]


def test_what_is_stored_is_what_was_sent_and_its_sum_says_so(attach):
    attach(makers.named("รายงาน.pdf", makers.pdf()))

    [piece] = held()
    assert piece.file.read() == makers.pdf()
    assert piece.sha256 == hashlib.sha256(makers.pdf()).hexdigest()
    assert piece.size == len(makers.pdf())


def test_the_disk_knows_neither_its_name_nor_anybody_else(attach):
    attach(makers.named("ลับมาก.pdf", makers.pdf()))

    [path] = on_disk()
    assert "ลับ" not in path.name
    assert path.stat().st_mode & 0o077 == 0


def test_a_large_file_is_moved_and_not_left_where_it_arrived(attach, settings):
    content = makers.pdf(b"x" * 5_000_000)

    attach(makers.named("ใหญ่.pdf", content))

    assert [path.stat().st_size for path in on_disk()] == [len(content)]
    assert list(settings.FILE_UPLOAD_TEMP_DIR.iterdir()) == []


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        (r"..\..\x.pdf", "x.pdf"),
        ("../../etc/แผน.pdf", "แผน.pdf"),
        ("ก" * 300 + ".pdf", "ก" * 251 + ".pdf"),
        ("ภาพ.pdf." + "ก" * 300 + ".pdf", ("ภาพ.pdf." + "ก" * 243 + ".pdf")),
    ],
)
def test_a_name_is_cleaned_and_kept(sent, kept, attach):
    attach(makers.named(sent, makers.pdf()))

    assert [piece.title for piece in held()] == [kept]


def test_an_extension_of_300_thai_letters_is_no_error(attach):
    response = attach(makers.named("a." + "ก" * 300, makers.pdf(b"x" * 3_000_000)))

    assert response.status_code == 422
    assert "รับไม่ได้" in response.content.decode()


def test_the_same_file_sent_twice_is_kept_once(attach):
    for _ in range(2):
        attach(makers.named("รายงาน.pdf", makers.pdf()))

    assert len(held()) == len(on_disk()) == 1


def test_twenty_files_are_enough(attach, page, staff, client_of):
    client = client_of(staff)
    for number in range(20):
        attach(makers.named(f"{number}.pdf", makers.pdf()), client)

    response = attach(makers.named("21.pdf", makers.pdf()), client)

    assert "แนบได้ครั้งละไม่เกิน 20 ไฟล์" in response.content.decode()
    assert len(held()) == 20


def test_an_office_whose_room_is_used_up_is_told_how_much(attach, office):
    Evidence.objects.create(
        organization=office, by=office.users.first(), file="old.pdf", size=4_999 * 1024 * 1024
    )

    response = attach(makers.named("ใหญ่.pdf", makers.pdf(b"x" * 2_000_000)))

    assert response.status_code == 422
    assert "ใช้ไปแล้ว 4,999 จาก 5,000 MB" in response.content.decode()
    assert (held(), on_disk()) == ([], [])


def test_what_was_never_recorded_goes_after_thirty_days(attach):
    attach(makers.named("เก่า.pdf", makers.pdf()))

    with time_machine.travel(MORNING + timedelta(days=31), tick=False):
        attach(makers.named("ใหม่.pdf", makers.pdf(b"new")))

    assert [piece.title for piece in held()] == ["ใหม่.pdf"]
    assert [path.name for path in on_disk()] == [held()[0].file.name]


def test_a_file_whose_row_cannot_be_written_goes_too(attach, monkeypatch):
    def refuse(*_args, **_kwargs):
        raise RuntimeError("no row")

    monkeypatch.setattr(Evidence.objects.__class__, "create", refuse)

    with pytest.raises(RuntimeError):
        attach(makers.named("รายงาน.pdf", makers.pdf()))

    assert on_disk() == []


def test_of_what_is_too_large_the_disk_holds_nothing_while_the_rest_arrives(settings, rf, staff):
    request = rf.post("/")
    request.user = staff
    handler = EvidenceUploadHandler(request)
    handler.new_file("files", "ใหญ่.pdf", "application/pdf", None)

    for start in (0, MAX_SIZE - 10):
        handler.receive_data_chunk(b"x" * 20, start)

    assert list(settings.FILE_UPLOAD_TEMP_DIR.iterdir()) == []
    assert "ใหญ่เกิน 20 MB" in str(handler.file_complete(30_000_000).reason)


def test_of_a_hundred_files_at_once_twenty_are_written(client_of, staff, form, settings):
    large = [makers.named(f"{n}.pdf", makers.pdf(b"x" * 200_000)) for n in range(100)]

    response = client_of(staff).post(form, report(files=large))

    assert response.content.decode().count("แนบได้ครั้งละไม่เกิน 20 ไฟล์") == 160
    assert len(held()) == 20
