"""The ITAS sheet as an Excel sheet."""

from io import BytesIO

import xlsxwriter
from django.utils import timezone
from xlsxwriter import Workbook

from reports.itas.lines import Itas, ItasLine
from thai.dates import clock, long_date

COLUMNS = {
    "ข้อ": 7,
    "รายการ": 36,
    "มี/ไม่มี": 9,
    "URL": 52,
    "คำอธิบาย": 60,
    "URL อื่น": 36,
    "ข้อควรตรวจ": 36,
    "ผู้กรอก": 20,
    "กรอกเมื่อ": 22,
}


def write_itas(itas: Itas) -> bytes:
    """A .xlsx with a row an item; those that do not apply stand on a sheet of their own."""
    held = BytesIO()
    # A text that begins with = is a text, and so is a link: it is there to be copied.
    book = xlsxwriter.Workbook(held, {"strings_to_formulas": False, "strings_to_urls": False})
    _write(book, "ITAS", COLUMNS, [_cells(line) for line in itas.lines])
    off = [[item.code, item.title, item.not_applicable_reason] for item in itas.not_applicable]
    _write(book, "ข้อที่ไม่ใช้", {"ข้อ": 7, "รายการ": 50, "เหตุผล": 60}, off)
    book.close()
    return held.getvalue()


def _write(book: Workbook, name: str, columns: dict[str, int], rows: list[list[str]]) -> None:
    sheet = book.add_worksheet(name)
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "vcenter", "border": 1})
    words = book.add_format({"text_wrap": True, "valign": "top", "border": 1})
    sheet.write_row(0, 0, columns, head)
    for place, row in enumerate(rows, start=1):
        for column, cell in enumerate(row):
            sheet.write_string(place, column, cell, words)
    for column, width in enumerate(columns.values()):
        sheet.set_column(column, column, width)
    sheet.freeze_panes(1, 2)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _cells(line: ItasLine) -> list[str]:
    typed = line.typed
    at = timezone.localtime(typed.at) if typed else None
    return [
        line.item.code,
        line.item.title,
        line.has,
        line.url,
        line.explanation,
        "\n".join(line.urls[1:]),
        "\n".join(line.cautions),
        str(typed.by) if typed else "",
        f"{long_date(at.date())} {clock(at)}" if at else "",
    ]
