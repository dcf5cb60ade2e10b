"""Four readers of one PDF, what people copy from, search with and check."""

import subprocess
from functools import cache
from io import BytesIO

import pymupdf
import pypdf
import pypdfium2
import pytest

from organizations.models import Round
from reports.page import paper_html
from reports.pdf import render_pdf
from reports.progress_report import build_progress_report


def poppler(pdf: bytes) -> str:
    command = ["pdftotext", "-enc", "UTF-8", "-", "-"]
    return subprocess.run(command, input=pdf, capture_output=True, check=True).stdout.decode()


def pdfium(pdf: bytes) -> str:
    pages = pypdfium2.PdfDocument(pdf)
    return "\n".join(page.get_textpage().get_text_range() for page in pages)


def mupdf(pdf: bytes) -> str:
    return "\n".join(page.get_text() for page in pymupdf.open(stream=pdf))


def pypdf_text(pdf: bytes) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(pdf)).pages)


READERS = {"poppler": poppler, "pdfium": pdfium, "mupdf": mupdf, "pypdf": pypdf_text}


@pytest.fixture(params=READERS)
def read(request):
    return READERS[request.param]


@pytest.fixture(scope="session")
def report(django_db_setup, django_db_blocker) -> str:
    """The page of the source year's report, as the demonstration office prints it."""
    with django_db_blocker.unblock():
        ita_round = Round.objects.get(organization__slug="tham-sing", be_year=2566)
        return paper_html(build_progress_report(ita_round))


@pytest.fixture(scope="session")
def rendered():
    """Renders a page once, whoever asks."""
    return cache(render_pdf)
