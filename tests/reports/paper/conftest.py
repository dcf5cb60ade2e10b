"""The demonstration's report with whatever parts, as a page and as a PDF rendered once."""

import re
import unicodedata
from html import unescape

import pymupdf
import pytest

from organizations.models import Round
from reports.models import ReportWording
from reports.page import paper_html
from reports.progress_report import build_progress_report

NINE = ["number", "measure", "method", "responsible", "when", "result", "status", "evidence"]
NINE += ["remark"]
PEOPLE = [
    {"duty": "prepared", "name": "นางสาวศิริพร แก้วมณี", "post": "ฝ่ายเลขานุการคณะกรรมการฯ"},
    {"duty": "checked", "name": "", "post": "ปลัด{หน่วยงาน}"},
    {"duty": "approved", "name": "", "post": "นายก{หน่วยงาน}"},
]


def page_with(ita_round: Round, **fields) -> str:
    wording = ReportWording.objects.of(ita_round)
    for name, value in fields.items():
        setattr(wording, name, value)
    return paper_html(build_progress_report(ita_round, wording=wording))


def sheets_of(pdf: bytes) -> list[pymupdf.Page]:
    return list(pymupdf.open(stream=pdf))


def text_of(page: str) -> str:
    body = page.partition("<body")[2].partition(">")[2]
    return unescape(re.sub(r"<[^>]*>", " ", body))


def letters(text: str) -> str:
    """Without spaces, and with the marks on one letter in one order: readers differ in both."""
    return unicodedata.normalize("NFC", "".join(text.split()))


@pytest.fixture
def page(source_year):
    """The source year's report with these fields of its wording."""
    return lambda **fields: page_with(source_year, **fields)


@pytest.fixture
def whole(page):
    """Landscape, nine columns, memo, signatures and the appendix: all but pictures."""
    return page(
        orientation="landscape", columns=NINE, parts=["memo", "eit", "items"], signatories=PEOPLE
    )
