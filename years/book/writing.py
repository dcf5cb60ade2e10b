"""A year's book as an Excel file."""

from collections.abc import Iterator
from io import BytesIO
from itertools import zip_longest

import xlsxwriter

from years.book.cells import LONGEST
from years.book.collecting import YearBook
from years.book.sheets import SHEETS

#: In the first column of a row that goes on with the texts of the row above.
GOES_ON = "…"


def write_year_book(book: YearBook) -> bytes:
    """Every cell is a text, so that nothing in it is taken for a number or a formula."""
    file = BytesIO()
    workbook = xlsxwriter.Workbook(file, {"strings_to_formulas": False, "strings_to_urls": False})
    head = workbook.add_format({"bold": True, "text_wrap": True, "valign": "top", "border": 1})
    words = workbook.add_format({"text_wrap": True, "valign": "top", "num_format": "@"})
    for sheet in SHEETS:
        page = workbook.add_worksheet(sheet.name)
        page.freeze_panes(1, 1)
        page.set_column(0, 0, 10)
        page.set_column(1, len(sheet.headings) - 1, 24)
        rows = [sheet.headings]
        rows += [part for _, cells in book.rows[sheet.name] for part in _parts(cells)]
        for place, cells in enumerate(rows):
            for column, text in enumerate(cells):
                if text:
                    page.write_string(place, column, text, words if place else head)
    workbook.close()
    return file.getvalue()


def _parts(cells: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The row, and the rows that go on with it where a cell cannot hold all of a text."""
    if all(len(text) <= LONGEST for text in cells):
        yield cells
        return
    cut = [
        [text[at : at + LONGEST] for at in range(0, len(text), LONGEST)] or [""] for text in cells
    ]
    first, *others = zip_longest(*cut, fillvalue="")
    yield first
    for part in others:
        yield (GOES_ON, *part[1:])
