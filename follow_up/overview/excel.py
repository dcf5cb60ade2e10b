"""The overview as an Excel sheet: the same rows in the same order."""

from io import BytesIO
from typing import Any

import xlsxwriter

from follow_up.overview.row import COLUMNS, MEASURES, OIT, Row
from follow_up.overview.table import Overview

#: Beside how many are finished stands how many there are, which the page writes in one cell.
ALL = {
    "items": (f"{OIT} ทั้งหมด", lambda row: row.items.total),
    "measures": (f"{MEASURES} ทั้งหมด", lambda row: row.measures.total),
}


def write_overview(overview: Overview) -> bytes:
    """A .xlsx with a row an office and the totals under them."""
    held = BytesIO()
    # A name that begins with = is a name, and a link is text.
    book = xlsxwriter.Workbook(held, {"strings_to_formulas": False, "strings_to_urls": False})
    sheet = book.add_worksheet(f"ภาพรวม {overview.year}")
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "vcenter", "border": 1})
    words = book.add_format({"text_wrap": True, "valign": "top", "border": 1})
    total = book.add_format({"bold": True, "border": 1})
    sheet.write_row(0, 0, list(_labels()), head)
    for place, row in enumerate(overview.rows, start=1):
        sheet.write_row(place, 0, list(_cells(row)), words)
    # The last column says how far a report is, which has no sum.
    sheet.write_row(len(overview.rows) + 1, 0, [*list(_cells(overview.total))[:-1], ""], total)
    sheet.set_column(0, 0, 40)
    sheet.set_column(1, 14, 12)
    sheet.autofilter(0, 0, max(len(overview.rows), 1), len(list(_labels())) - 1)
    sheet.freeze_panes(1, 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    book.close()
    return held.getvalue()


def _labels() -> Any:
    for column in COLUMNS:
        yield column.full_label
        if column.name in ALL:
            yield ALL[column.name][0]


def _cells(row: Row) -> Any:
    for column in COLUMNS:
        yield column.value(row)
        if column.name in ALL:
            yield ALL[column.name][1](row)
