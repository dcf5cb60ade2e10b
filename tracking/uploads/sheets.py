"""How much room the sheets of an Excel file would take, before they are read.

A reader lays out every cell between the first and the last that has something in it: two cells far
apart, in a file of 5 kB, ask for more memory than there is, and the process ends.
"""

import re
import zipfile
from typing import BinaryIO

from tracking.uploads.refusal import Refused

MOST_CELLS = 4_000_000
#: Any cell, and its place as Excel and everybody else writes it.
_PLAIN_CELL = re.compile(rb"""<(?:\w+:)?c[\s>/](?:r="([A-Z]{1,3})([0-9]{1,7})")?""")
#: A cell with something in it, and a row with cells in it; what is only formatted closes itself.
_CELL = re.compile(rb"<(?:\w+:)?c(?=[\s>])([^>]*[^>/])?>")
_ROW = re.compile(rb"<(?:\w+:)?row(?=[\s>])([^>]*[^>/])?>")
_PLACE = re.compile(rb"""\sr\s*=\s*["']\s*([A-Za-z]{0,9})([0-9]{1,9})\s*["']""")
_SPREAD = "ตารางใน Excel กว้างหรือยาวผิดปกติ รับไม่ได้ โปรดลบข้อมูลที่อยู่ไกลจากตาราง แล้วบันทึกใหม่"


def require_modest_sheets(file: BinaryIO) -> None:
    """Of a sound archive; Refused says what to do."""
    with zipfile.ZipFile(file) as archive:
        for name in archive.namelist():
            if name.lower().endswith(".xml"):
                xml = archive.read(name)
                if not _is_plainly_modest(xml) and _room(xml) > MOST_CELLS:
                    raise Refused(_SPREAD)
    file.seek(0)


def _is_plainly_modest(xml: bytes) -> bool:
    """Of nearly every sheet, in a third of the time: cells all say where they are, none is far."""
    places = _PLAIN_CELL.findall(xml)
    letters, rows = ({place[part] for place in places} for part in (0, 1))
    if not places or b"" in letters:
        return not places
    return max(map(int, rows)) * max(map(_column, letters)) <= MOST_CELLS


def _room(xml: bytes) -> int:
    """Rows times columns, never too few: from the first row and column there is."""
    cells = [_PLACE.search(told or b"") for told in _CELL.findall(xml)]
    placed = {(place[1], int(place[2])) for place in cells if place}
    columns = max((_column(letters) for letters in {letters for letters, _ in placed}), default=0)
    rows = [_PLACE.search(told or b"") for told in _ROW.findall(xml)]
    last = max((int(row[2]) for row in rows if row), default=len(rows))
    last = max([last, *(row for _, row in placed)])
    # Cells that do not say where they are stand side by side.
    unplaced = len(cells) - sum(place is not None for place in cells)
    return last * max(columns, -(-unplaced // max(1, len(rows))) if unplaced else 0)


def _column(letters: bytes) -> int:
    """A is 1, XFD is 16384."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number
