import io

import pytest
import python_calamine

from disclosures.actions import open_round
from organizations.models import Organization, User
from organizations.permissions import Role
from years.book.bringing_in import import_year
from years.book.collecting import build_year_book
from years.book.reading import read_year_book
from years.book.writing import write_year_book


@pytest.fixture
def newcomer(db):
    """The admin of an office that has nothing but its admin."""
    office = Organization.objects.create(name="อบต.ใหม่", short_name="อบต.ใหม่", slug="new")
    return User.objects.create(username="newcomer", role=Role.ADMIN, organization=office)


@pytest.fixture
def empty_year(newcomer):
    """An empty year of that office."""

    def opened(be_year):
        return open_round(organization=newcomer.organization, be_year=be_year, by=newcomer)

    return opened


def export(ita_round) -> bytes:
    return write_year_book(build_year_book(ita_round))


def bring(ita_round, content: bytes, by):
    book = read_year_book(io.BytesIO(content), len(content))
    return import_year(ita_round, book, by=by, name="year.xlsx", sha256="0" * 64)


def cells(content: bytes) -> dict[str, list]:
    """Every cell of every sheet, as another program reads the file."""
    book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
    return {
        name: book.get_sheet_by_name(name).to_python(skip_empty_area=False)
        for name in book.sheet_names
    }
