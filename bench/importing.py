"""A sheet of ten thousand rows, taken in as a document of measures, beside merely reading it."""

import io
from collections.abc import Callable, Iterator
from contextlib import suppress

import python_calamine
import xlsxwriter

from bench.row import Row
from bench.years import current_year
from measures.importing.drafts import read_measures
from measures.importing.reading import office_of
from measures.importing.tables import Unreadable, read_tables
from organizations.models import Round

ROWS = 10_000
HEADINGS = ("มาตรการ", "วิธีการดำเนินการ", "ผู้รับผิดชอบ", "ระยะเวลา", "ผลการดำเนินการ")


def importing_rows(paired: Callable[[Callable, Callable, int], float]) -> Iterator[Row]:
    """A register, which is refused once it is seen to be none of an office's measures."""
    content = _register()
    office = office_of(Round.objects.get(organization__slug="tham-sing", be_year=current_year()))

    def take_in():
        with suppress(Unreadable):
            read_measures(read_tables("register.xlsx", content), office)

    def read():
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
        book.get_sheet_by_index(0).to_python()

    yield Row("document of 10,000 rows / reading its sheet", paired(take_in, read, 7), "×", 6)


def _register() -> bytes:
    written = io.BytesIO()
    with xlsxwriter.Workbook(written) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, HEADINGS)
        for row in range(1, ROWS):
            sheet.write_row(row, 0, [f"ข้อความที่ {row} ช่อง {cell}" for cell in range(5)])
    return written.getvalue()
