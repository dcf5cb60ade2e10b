"""Anybody with a paper or a file learns whether it was issued, and nothing else."""

import json
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from issuing.models import IssuedFile
from tests.issuing.conftest import NOON


@pytest.fixture
def public():
    """A browser in which nobody has signed in."""
    return Client()


@pytest.fixture
def issued(this_year, issue):
    """Not published."""
    return issue(this_year)


@pytest.fixture
def pdf(client_of, staff, issued) -> bytes:
    return client_of(staff).get(f"{issued.get_absolute_url()}pdf/").content


def upload(client, content: bytes, name="รายงาน.pdf"):
    return client.post("/verify/", {"file": SimpleUploadedFile(name, content)})


def said(response) -> str:
    return " ".join(re.sub("<[^>]+>", " ", response.content.decode()).split())


def test_the_code_on_the_paper_is_confirmed(public, issued):
    words = said(public.get(f"/verify/{issued.code}/"))

    assert "รายงานนี้ออกจริง" in words
    assert "เลขที่ 1/2569" in words
    assert "23 พฤศจิกายน 2569" in words
    assert "เป็นฉบับปัจจุบัน" in words


@pytest.mark.parametrize(
    "typed", ["{code}", " {code} ", "https://ita.example.go.th/verify/{code}/"]
)
def test_the_code_may_be_typed(public, issued, typed):
    response = public.post("/verify/", {"code": typed.format(code=issued.code)})

    assert response.url == f"/verify/{issued.code}/"


def test_the_issued_file_is_confirmed(public, pdf):
    words = said(upload(public, pdf))

    assert "ไฟล์นี้เป็นฉบับที่ออกจริง" in words
    assert "ตรงกันทุกไบต์" in words


def test_the_issued_page_is_confirmed_too(public, issued):
    html = issued.files.get(kind="html").read()

    assert "ไฟล์นี้เป็นฉบับที่ออกจริง" in said(upload(public, html, "รายงาน.html"))


@pytest.mark.parametrize("place", [10, -10, 5000])
def test_a_pdf_with_one_byte_changed_is_refused(public, pdf, place):
    changed = bytearray(pdf)
    changed[place] ^= 1

    words = said(upload(public, bytes(changed)))

    assert "ไม่ใช่ฉบับที่ออกจากระบบนี้" in words
    assert "1/2569" not in words


def test_a_paper_that_was_superseded_says_by_which(public, issued, this_year, issue):
    later = issue(this_year, replaces=issued)

    response = public.get(f"/verify/{issued.code}/")

    assert "มีฉบับใหม่แทนแล้ว" in said(response)
    assert f"เลขที่ {later.reference}" in said(response)
    assert later.code not in response.content.decode()


def test_the_way_to_the_later_one_is_open_once_it_is_published(
    public, issued, this_year, issue, secretary
):
    later = issue(this_year, replaces=issued)
    later.publish(by=secretary, at=NOON)

    assert later.code in public.get(f"/verify/{issued.code}/").content.decode()


def test_what_is_not_published_is_not_given_out(public, issued, pdf):
    page = public.get(f"/verify/{issued.code}/").content.decode()

    assert "report.pdf" not in page
    assert public.get(f"/verify/{issued.code}/report.pdf").status_code == 404


def test_what_is_published_is_given_out(public, issued, pdf, secretary):
    issued.publish(by=secretary, at=NOON)

    assert public.get(f"/verify/{issued.code}/report.pdf").content == pdf
    assert issued.code in public.get("/published/tham-sing/").content.decode()


def test_who_asks_before_it_is_printed_is_told_to_come_back(public, issued, secretary, settings):
    issued.publish(by=secretary, at=NOON)
    settings.PRINT_PATIENCE = 0

    answer = public.get(f"/verify/{issued.code}/report.pdf")

    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "10")


def test_what_was_taken_back_is_not_given_out_any_more(public, issued, secretary):
    issued.publish(by=secretary, at=NOON)
    issued.publish(by=secretary, at=NOON, is_public=False)

    assert public.get(f"/verify/{issued.code}/report.pdf").status_code == 404
    assert issued.code not in public.get("/published/tham-sing/").content.decode()


@pytest.mark.parametrize("slug", ["ban-mai", "nowhere"])
def test_an_office_that_published_nothing_is_as_if_unknown(public, slug, db):
    assert public.get(f"/published/{slug}/").status_code == 404


def test_the_public_pages_name_no_person_and_nothing_of_the_work(public, issued, proposed):
    page = public.get(f"/verify/{issued.code}/").content.decode()

    people = issued.organization.users.exclude(last_name="")
    assert [str(person) for person in people if person.last_name in page] == []
    assert "/reports/" not in page
    cells = [text for row in issued.proposal.value["rows"] for text in row["cells"].values()]
    assert [text for text in cells if len(text) > 10 and text in page] == []


def test_a_proposal_is_known_to_nobody_outside(public, this_year, proposed):
    proposal = proposed(this_year)

    answers = [upload(public, proposal.page.encode()), public.get("/published/tham-sing/")]

    assert "ไม่ใช่ฉบับที่ออก" in said(answers[0])
    assert "2570" not in said(answers[1])


def test_an_unknown_code_says_so(public, db):
    response = public.get("/verify/AAAAAAAAAAAAAAAAAAAAAA/")

    assert response.status_code == 404
    assert "ไม่มีรายงานที่ออกด้วยรหัสนี้" in said(response)


@pytest.mark.parametrize("typed", ["", "  ", "รหัส", "../../etc/passwd'--"])
def test_a_code_that_is_none_is_answered_with_a_sentence(public, typed, db):
    response = public.post("/verify/", {"code": typed})

    assert response.status_code == 422 or response.url == "/verify/passwd/"


@pytest.mark.parametrize("typed", ["เลขที่ ๑", "x" * 5000])
def test_a_code_that_cannot_be_read_is_left_to_be_mended(public, typed, db):
    response = public.post("/verify/", {"code": typed})

    assert response.status_code == 422
    assert "รหัสมีเฉพาะอักษรอังกฤษ" in said(response)
    assert f'value="{typed[:100]}"' in response.content.decode()


def test_who_guesses_is_stopped(public, db):
    answers = [public.get(f"/verify/{number:022}/").status_code for number in range(40)]

    assert answers[:30] == [404] * 30
    assert answers[30:] == [429] * 10


def test_who_uploads_over_and_over_is_stopped(public, db):
    answers = [upload(public, b"%PDF").status_code for _ in range(31)]

    assert answers[-1] == 429


def test_a_body_of_a_gigabyte_is_refused_unread(public, db):
    class Endless:
        def read(self, *_args):
            raise AssertionError("the body was read")

        readline = read

    response = public.generic(
        "POST",
        "/verify/",
        **{
            "wsgi.input": Endless(),
            "CONTENT_LENGTH": str(1024**3),
            "CONTENT_TYPE": "multipart/form-data; boundary=x",
        },
    )

    assert response.status_code == 413
    assert "ไฟล์ใหญ่เกิน 20 MB" in said(response)


def test_an_uploaded_file_is_not_kept(public, issued, settings):
    files = IssuedFile.objects.count()
    folder = settings.FILE_UPLOAD_TEMP_DIR
    before = set(folder.iterdir())

    upload(public, b"%PDF" + b"x" * 5_000_000)

    assert IssuedFile.objects.count() == files
    assert set(folder.iterdir()) == before


def test_codes_are_of_128_bits_and_no_sequence(issued, first):
    assert len(issued.code) == len(first.code) == 22
    assert issued.code[:8] != first.code[:8]


def test_the_value_is_plain_data(issued):
    value = issued.proposal.value

    assert json.loads(json.dumps(value)) == value
    assert len(value["rows"]) == 11
