"""The follow-up sheet as an Excel sheet."""

from datetime import date
from io import BytesIO

import xlsxwriter
from django.utils import timezone

from follow_up.meetings.lines import WANTS, Line
from follow_up.meetings.table import FollowUp
from thai.dates import clock, long_date, short_date
from tracking.models import Entry

#: Headings with the width of each column, in letters.
COLUMNS = {
    "รหัส": 11,
    "รายการ": 34,
    "ส่วนราชการ": 22,
    "ฐานะ": 16,
    "สถานะ": 18,
    "รายงานล่าสุด": 48,
    "ผู้บันทึก": 20,
    "เมื่อ": 20,
    "กำหนดส่ง": 14,
    "เกินกำหนด (วัน)": 10,
    "หลักฐาน": 10,
    "ลิงก์": 30,
    "ข้อสังเกตของลิงก์": 22,
    "การตรวจ": 34,
    "มติที่ประชุมล่าสุด": 40,
}
#: Excel's own bound of a cell, in its own letters.
_MOST = 32_000


def write_follow_up(sheet_of: FollowUp) -> bytes:
    """A .xlsx with the lines of the page, in its order."""
    held = BytesIO()
    # A text that begins with = is a text, and so is a link.
    book = xlsxwriter.Workbook(held, {"strings_to_formulas": False, "strings_to_urls": False})
    sheet = book.add_worksheet("ติดตามรายหน่วย")
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "vcenter", "border": 1})
    words = book.add_format({"text_wrap": True, "valign": "top", "border": 1})
    sheet.write_row(0, 0, COLUMNS, head)
    for place, line in enumerate(sheet_of.lines, start=1):
        for column, cell in enumerate(cells(line, sheet_of.today)):
            write = sheet.write_number if isinstance(cell, int) else sheet.write_string
            write(place, column, cell if isinstance(cell, int) else cell[:_MOST], words)
    for column, width in enumerate(COLUMNS.values()):
        sheet.set_column(column, column, width)
    sheet.freeze_panes(1, 2)
    sheet.autofilter(0, 0, max(1, len(sheet_of.lines)), len(COLUMNS) - 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    book.close()
    return held.getvalue()


def cells(line: Line, today: date) -> list[str | int]:
    days, report = line.days_left(today), line.report
    return [
        line.row.code,
        line.row.title,
        str(line.unit or WANTS["nobody"]),
        line.place.role if line.place else "",
        line.standing.label,
        report.note if report else "",
        str(report.by) if report else "",
        _moment(report) if report else "",
        short_date(line.due_on) if line.due_on else "",
        -days if days is not None and days < 0 else "",
        len(line.evidence) if line.evidence else "" if line.is_by_items else "ไม่มี",
        "\n".join(line.links),
        "\n".join(line.link_faults),
        _judged(line.judgement) if line.judgement else "",
        line.decision.words if line.decision else "",
    ]


def _judged(entry: Entry) -> str:
    return " ".join(filter(None, [f"{entry.by} {_moment(entry)}", entry.note]))


def _moment(entry: Entry) -> str:
    local = timezone.localtime(entry.at)
    return f"{long_date(local.date())} {clock(local)}"
