"""Four readers of one PDF: what people copy from, search with and check."""

import subprocess
from functools import cache
from io import BytesIO
from pathlib import Path

import pymupdf
import pypdf
import pypdfium2
import pytest
import segno

from reports.pdf import render_pdf

EIT_LINK = "https://itas.nacc.go.th/go/eit/example"


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
def report() -> str:
    """The page of a real office's report for 2566, with its eleven measures."""
    page = Path(__file__).with_name("paper_sample.html").read_text()
    qr = segno.make(EIT_LINK, error="m", micro=False).svg_data_uri(border=2)
    return page.replace("QR_IMAGE", qr).replace("QR_TEXT", EIT_LINK)


@pytest.fixture(scope="session")
def rendered():
    """Renders a page once, whoever asks."""
    return cache(render_pdf)
