"""The board as an Excel sheet."""

from io import BytesIO

import xlsxwriter

from disclosures.models import Capacity
from years.board.board import Board

WORDS = {Capacity.NONE: "", Capacity.LEAD: "หลัก", Capacity.SUPPORT: "ร่วม"}


def write_board(board: Board) -> bytes:
    """A .xlsx with a row an item and a column a unit."""
    held = BytesIO()
    # A name that begins with = is a name, and a link is text.
    book = xlsxwriter.Workbook(held, {"strings_to_formulas": False, "strings_to_urls": False})
    sheet = book.add_worksheet("ผู้รับผิดชอบ")
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "vcenter", "border": 1})
    words = book.add_format({"text_wrap": True, "valign": "top", "border": 1})
    names = [column.name for column in board.columns]
    sheet.write_row(0, 0, ["ตัวชี้วัด", "ข้อ", "รายการ", *names], head)
    rows = [(section.indicator, line) for section in board.sections for line in section.lines]
    for place, (indicator, line) in enumerate(rows, start=1):
        marks = [WORDS[cell.capacity] for cell in line.cells]
        sheet.write_row(place, 0, [str(indicator), line.item.code, line.item.title, *marks], words)
    sheet.set_column(0, 0, 22)
    sheet.set_column(2, 2, 48)
    sheet.set_column(3, 2 + len(names), 11)
    sheet.freeze_panes(1, 3)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    book.close()
    return held.getvalue()
