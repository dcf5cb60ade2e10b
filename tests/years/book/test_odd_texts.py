"""Whatever people have written comes out of the file as they wrote it."""

import io
from itertools import count

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from disclosures.actions import open_round
from measures.models import Measure
from organizations.models import Organization, User
from organizations.permissions import Role
from tests.years.book.conftest import bring, cells, export
from years.book.cells import held, unheld
from years.book.collecting import YearBook
from years.book.reading import read_year_book
from years.book.sheets import SHEETS
from years.book.writing import write_year_book

# On PostgreSQL too: texts no column can hold.
pytestmark = pytest.mark.both_databases

ODD = [
    "=1+1", "+66812345678", "-5", "@กองคลัง", "'apostrophe", "\t", " นำหน้าด้วยช่องว่าง ",
    "บรรทัด\nใหม่\n", "ห\r\nน", "0012", "1e5", "25/3/2570", "TRUE", "#REF!", "_x0041_",
    "_x005F_x0041_", "_x000D_", "\x01\x0b\x1f", "\ufffe\uffff", "…", "JSON:\"ก\"", "JSON:",
    "ก\u0e33\u0e4d\u0e32\u0e49\u0e48", "\u200b", "😀" * 20_000, "ก" * 40_000, "a\nb" * 15_999,
    "https://a.example/?q=1", "<b>&amp;</b>", "{=1}", "\x7f\x85\u2028", "internal:Sheet1!A1",
]  # fmt: skip
#: A database keeps neither the null character nor half of a pair.
TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))
ONLY = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def through_a_file(texts: list[str]) -> list[str]:
    """As the second column of a sheet of people's words."""
    filled = SHEETS[-1]
    width = len(filled.headings)
    rows = [(n, ("1", *[held(text)] * (width - 1))) for n, text in enumerate(texts, start=2)]
    book = YearBook({sheet.name: [] for sheet in SHEETS} | {filled.name: rows})
    content = write_year_book(book)
    read = read_year_book(io.BytesIO(content), len(content))
    return [unheld(line[-1]) for _, line in read.rows[filled.name]]


@pytest.mark.parametrize("text", ODD, ids=range(len(ODD)))
def test_an_odd_text_comes_back(text):
    assert through_a_file([text]) == [text]


@ONLY
@given(st.lists(TEXTS, max_size=20))
@example(ODD)
def test_any_texts_come_back(texts):
    assert through_a_file(texts) == texts


_names = count()


@pytest.mark.django_db
@settings(ONLY, max_examples=3)
@given(st.lists(TEXTS, min_size=1, max_size=12))
@example(ODD)
def test_a_year_of_odd_texts_is_the_same_again(this_year, secretary, texts):
    for text in texts:
        measure = Measure.objects.create(
            ita_round=this_year,
            number=Measure.objects.of(this_year).count() + 1,
            title=text[:300],
            aims=text,
            method=text,
        )
        measure.keep_change("title", text, text, by=secretary)
        measure.comments.create(by=secretary, at=measure.changes.get().at, text=text)
    before = export(this_year)
    office = Organization.objects.create(name="ใหม่", short_name="ใหม่", slug=f"odd-{next(_names)}")
    admin = User.objects.create(username=office.slug, role=Role.ADMIN, organization=office)
    target = open_round(organization=office, be_year=2570, by=admin)

    bring(target, before, admin)

    assert cells(export(target)) == cells(before)
    assert Measure.objects.of(target).order_by("number").last().method == texts[-1]
