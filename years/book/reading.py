"""An Excel file as a year's book: every sheet with its headings, each row with its number."""

from datetime import date, datetime
from typing import BinaryIO

import python_calamine

from thai.dates import be_year
from tracking.uploads.kinds import KINDS
from tracking.uploads.limits import MAX_SIZE
from tracking.uploads.office import check_office
from tracking.uploads.refusal import Refused, too_large
from tracking.uploads.sheets import require_modest_sheets
from years.book.collecting import YearBook
from years.book.sheets import SHEETS, Sheet
from years.book.writing import GOES_ON

#: What is wrong with the whole file ends so.
_AGAIN = "โปรดใช้ไฟล์ที่ส่งออกจากหน้าข้อมูลทั้งปี"


def read_year_book(file: BinaryIO, size: int) -> YearBook:
    """Refused says, in Thai, what is wrong, in which sheet and row, and what to do."""
    if size > MAX_SIZE:
        raise too_large()
    check_office(file, KINDS[".xlsx"])
    require_modest_sheets(file)
    try:
        book = python_calamine.CalamineWorkbook.from_filelike(file)
        pages = {name: _lines(book, name) for name in book.sheet_names}
    except (python_calamine.CalamineError, ValueError, OverflowError) as broken:
        raise Refused(f"อ่านตารางในไฟล์ไม่ได้ ไฟล์อาจเสียหาย {_AGAIN}") from broken
    return YearBook({sheet.name: _rows(sheet, pages) for sheet in _all(pages)})


def _lines(book: python_calamine.CalamineWorkbook, name: str) -> list[list]:
    return book.get_sheet_by_name(name).to_python(skip_empty_area=False)


def _all(pages: dict) -> tuple[Sheet, ...]:
    """Every sheet of a year is there, and none that it does not know."""
    names = {sheet.name for sheet in SHEETS}
    if missing := [sheet.name for sheet in SHEETS if sheet.name not in pages]:
        raise Refused(f"ไม่พบแผ่นงาน “{missing[0]}” {_AGAIN}")
    if strange := [name for name in pages if name not in names]:
        raise Refused(f"ไม่รู้จักแผ่นงาน “{strange[0][:31]}” โปรดลบแผ่นงานนี้ แล้วนำเข้าอีกครั้ง")
    return SHEETS


def _rows(sheet: Sheet, pages: dict) -> list[tuple[int, tuple[str, ...]]]:
    """In the order of the sheet's own columns, whatever order they have been put in."""
    heads, *lines = pages[sheet.name] or [[]]
    places = _places(sheet, [_shown(cell).strip() for cell in heads])
    rows: list[tuple[int, list[str]]] = []
    for number, line in enumerate(lines, start=2):
        if not any(cell != "" for cell in line):
            continue
        cells = [_shown(line[place]) for place in places]
        if cells[0] != GOES_ON:
            rows.append((number, cells))
        elif not rows:
            raise Refused(f"แผ่นงาน “{sheet.name}” แถวที่ {number} ต่อจากแถวที่ไม่มี {_AGAIN}")
        else:
            above = rows[-1][1]
            above[1:] = [text + more for text, more in zip(above[1:], cells[1:], strict=True)]
    return [(number, tuple(cells)) for number, cells in rows]


def _places(sheet: Sheet, heads: list[str]) -> list[int]:
    for heading in sheet.headings:
        if heads.count(heading) != 1:
            raise Refused(f"แผ่นงาน “{sheet.name}” ต้องมีคอลัมน์ “{heading}” หนึ่งคอลัมน์ในแถวแรก {_AGAIN}")
    strange = next((head for head in heads if head and head not in sheet.headings), None)
    if strange is not None:
        raise Refused(
            f"แผ่นงาน “{sheet.name}” มีคอลัมน์ “{strange[:40]}” ที่ไม่รู้จัก โปรดลบคอลัมน์นี้ แล้วนำเข้าอีกครั้ง"
        )
    return [heads.index(heading) for heading in sheet.headings]


def _shown(cell: object) -> str:
    """As it was written; what a person typed anew Excel may keep as a number or a date."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "ใช่" if cell else "ไม่ใช่"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime):
        return f"{cell.day}/{cell.month}/{be_year(cell)} {cell.time().isoformat()}"
    if isinstance(cell, date):
        return f"{cell.day}/{cell.month}/{be_year(cell)}"
    return str(cell)
