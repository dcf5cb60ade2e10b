"""A phone loses its line half way: nothing of what was on its way is taken for the whole."""

import contextlib
from io import BytesIO
from urllib.parse import urlencode

import pytest
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart

from ita_tracker.wsgi import application
from tests.tracking.evidence import makers
from tests.tracking.evidence.conftest import held, on_disk, report


@contextlib.contextmanager
def one_transaction():
    """As Django's own test client does: the test's transaction outlives the request."""
    signals = (request_started, request_finished)
    for signal in signals:
        signal.disconnect(close_old_connections)
    yield
    for signal in signals:
        signal.connect(close_old_connections)


@pytest.fixture
def sent(client_of, staff, form, settings):
    """The answer to a request of which only so much arrives."""
    settings.ALLOWED_HOSTS = ["testserver"]
    client = client_of(staff)
    client.get(form)

    def send(body: bytes, content_type: str, arrived: int) -> str:
        cookies = "; ".join(f"{name}={morsel.value}" for name, morsel in client.cookies.items())
        environ = {
            "REQUEST_METHOD": "POST",
            "PATH_INFO": form,
            "SERVER_NAME": "testserver",
            "SERVER_PORT": "80",
            "CONTENT_TYPE": content_type,
            "CONTENT_LENGTH": str(len(body)),
            "HTTP_COOKIE": cookies,
            "wsgi.input": BytesIO(body[:arrived]),
            "wsgi.url_scheme": "http",
            "wsgi.errors": BytesIO(),
        }
        answers = []
        with one_transaction():
            application(environ, lambda status, _headers: answers.append(status)).close()
        return answers[0]

    send.token = client.cookies["csrftoken"].value
    return send


@pytest.fixture
def token(sent) -> dict:
    return {"csrfmiddlewaretoken": sent.token}


@pytest.fixture
def multipart(token) -> bytes:
    large = makers.named("ใหญ่.pdf", makers.pdf(b"x" * 4_000_000))
    return encode_multipart(BOUNDARY, token | report(files=large))


def test_all_of_it_is_recorded(sent, multipart, row):
    assert sent(multipart, MULTIPART_CONTENT, len(multipart)).startswith("302")
    assert len(row.history()) == 2


@pytest.mark.parametrize("missing", [1, 60, 1_000, 3_999_000, 4_000_400])
def test_a_form_with_a_file_cut_off_leaves_nothing(missing, sent, multipart, row, settings):
    answer = sent(multipart, MULTIPART_CONTENT, len(multipart) - missing)

    assert answer.startswith(("400", "403"))
    assert len(row.history()) == 1
    assert (held(), on_disk()) == ([], [])
    assert list(settings.FILE_UPLOAD_TEMP_DIR.iterdir()) == []


def test_half_a_note_is_not_recorded_as_the_whole(sent, token, row):
    body = urlencode(token | {"status": "doing", "version": "1", "note": "x" * 100}).encode()

    answer = sent(body, "application/x-www-form-urlencoded", len(body) - 50)

    assert answer.startswith(("400", "403"))
    assert len(row.history()) == 1
