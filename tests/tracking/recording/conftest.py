"""Reporting on a measure or an O-item, the same for both."""

import re

import pytest

from disclosures.models import DisclosureItem
from measures.models import Measure

#: Both are สำนักปลัด's or its งานธุรการ's, each with one entry by Thanakorn: under way.
ROWS = ["/measures/2570/1/", "/disclosures/2570/17/"]


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


def report(**changes) -> dict:
    """What the browser sends: the version of the entry the page was made of, and the fields."""
    typed = {"status": "doing", "note": "รวบรวมข้อมูลครบแล้ว", "url": "", "version": "1"}
    return typed | changes


def versions(row) -> list[int]:
    return [entry.version for entry in row.history()]


def as_it_stands(html: str) -> str:
    """The page without what was struck out of a text, as a reader of only the new one sees it."""
    return re.sub("</?ins>", "", re.sub("<del>.*?</del>", "", html, flags=re.DOTALL))
