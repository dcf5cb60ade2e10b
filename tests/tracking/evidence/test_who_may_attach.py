"""People who may record may attach, and nobody else."""

import pytest
from django.contrib.auth.models import AnonymousUser

from tests.tracking.evidence import makers
from tests.tracking.evidence.conftest import held, on_disk
from tracking.evidence.arriving import EvidenceUploadHandler


def one():
    return makers.named("ก.pdf", makers.pdf())


@pytest.mark.parametrize(
    ("person", "answer"),
    [
        ("staff", 200),
        ("secretary", 200),
        ("admin", 200),
        ("other_staff", 403),
        ("executive", 403),
        ("stranger", 404),
        ("operator", 404),
    ],
)
def test_who_may_record_may_attach(person, answer, request, client_of, attach, row):
    client = client_of(request.getfixturevalue(person))

    assert attach(one(), client).status_code == answer
    assert len(held()) == len(on_disk()) == (answer == 200)


def test_nobody_attaches_to_a_closed_year(client_of, admin, page):
    closed = page.replace("2570", "2566")

    response = client_of(admin).post(f"{closed}evidence/", {"file": one()})

    assert response.status_code == 403


@pytest.mark.parametrize("unit", ["abc", "0", "9" * 30, "\x00", ""])
def test_for_no_unit_there_is_nothing_to_attach_to(unit, client_of, staff, page):
    response = client_of(staff).post(f"{page}evidence/?unit={unit}", {"file": one()})

    assert response.status_code == 403


@pytest.mark.parametrize("name", ["small", "large"])
def test_a_stranger_to_the_house_leaves_nothing_on_the_disk(name, client, page, settings, db):
    content = makers.pdf(b"x" * (10 if name == "small" else 4_000_000))

    response = client.post(f"{page}evidence/", {"file": makers.named("ก.pdf", content)})

    assert response.url.startswith("/accounts/login/")
    assert (on_disk(), list(settings.FILE_UPLOAD_TEMP_DIR.iterdir())) == ([], [])


def test_not_a_byte_of_a_strangers_file_is_written_while_it_arrives(settings, rf):
    request = rf.post("/")
    request.user = AnonymousUser()
    handler = EvidenceUploadHandler(request)

    handler.new_file("files", "ก.pdf", "application/pdf", None)
    handler.receive_data_chunk(b"x" * 10_000, 0)

    assert list(settings.FILE_UPLOAD_TEMP_DIR.iterdir()) == []


def test_who_was_signed_out_meanwhile_is_led_to_sign_in(client, page, db):
    response = client.post(f"{page}evidence/", {"file": one()}, headers={"HX-Request": "true"})

    assert response.status_code == 204
    assert response["HX-Redirect"].startswith("/accounts/login/")


def test_a_request_without_a_file_is_told_so(client_of, staff, page):
    response = client_of(staff).post(f"{page}evidence/")

    assert response.status_code == 422
    assert "ไม่พบไฟล์ที่ส่งมา" in response.content.decode()


def test_it_is_not_there_to_be_looked_at(client_of, staff, page):
    assert client_of(staff).get(f"{page}evidence/").status_code == 405
