"""The report as an Excel workbook: the same words in the same order, a sheet a part."""

from io import BytesIO

import xlsxwriter

from reports.files.characters import printable
from reports.files.excel.sheet import PartSheet
from reports.files.outline import outline
from reports.paper import paper_of
from reports.progress_report import ProgressReport

NAMES = {
    "memo": "บันทึกข้อความ",
    "report": "รายงาน",
    "signatures": "ลงชื่อ",
    "appendix": "ภาคผนวก ข้อ O",
    "photos": "ภาพกิจกรรม",
}


def write_excel(report: ProgressReport) -> bytes:
    """A .xlsx set up to be printed on A4; the report itself is one sheet."""
    held = BytesIO()
    # A text that begins with = is a text.
    book = xlsxwriter.Workbook(held, {"strings_to_formulas": False, "strings_to_urls": False})
    about = {"title": report.document_title, "author": report.organization}
    book.set_properties({key: printable(text)[:255] for key, text in about.items()})
    for part in outline(report):
        paper = paper_of(part.name, is_landscape=report.is_landscape)
        PartSheet(book, NAMES[part.name], part, paper).write()
        if part.name == "report":
            book.worksheets()[-1].activate()
    book.close()
    return held.getvalue()
