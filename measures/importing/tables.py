"""The rows of every table in a document, whatever it came as: Word, Excel, or pasted from Word.

A cell is its text, lines as they stand in it. A merged cell's text stands once, where it begins.
"""

import io
import zipfile
from collections.abc import Iterator
from html.parser import HTMLParser

import docx
import python_calamine
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.exceptions import InvalidXmlError
from lxml.etree import XMLSyntaxError

from tracking.uploads.refusal import Refused
from tracking.uploads.sheets import require_modest_sheets
from tracking.uploads.signatures import UNSOUND_ZIP

#: One row: the texts of its cells, as many as the table is wide.
Row = tuple[str, ...]
#: A document that unpacks to more is no office's report.
MOST_UNPACKED = 100_000_000
MOST_ROWS = 20_000
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"


class Unreadable(ValueError):
    """Says, in Thai, what is wrong with the document and what to do."""


def read_tables(name: str, content: bytes) -> list[list[Row]]:
    """The tables of a .docx or .xlsx; raises Unreadable for anything else."""
    kind = name.lower().rpartition(".")[2]
    if content.startswith(_OLE):
        raise Unreadable(
            f"เปิด “{name}” ไม่ได้ อาจตั้งรหัสผ่านไว้หรือเป็นไฟล์รุ่นเก่า โปรดเปิดใน Word หรือ Excel นำรหัสผ่านออก "
            "แล้วบันทึกเป็น .docx หรือ .xlsx"
        )
    if kind not in ("docx", "xlsx") or not content.startswith(_ZIP):
        raise Unreadable(
            f"“{name}” ไม่ใช่เอกสาร Word (.docx) หรือ Excel (.xlsx) โปรดบันทึกเป็นแบบดังกล่าว "
            "หรือคัดลอกตารางจากเอกสารมาวางในหน้านี้"
        )
    _require_sound(name, content)
    if kind == "xlsx":
        _require_modest(name, content)
    try:
        return list((_word if kind == "docx" else _excel)(content))
    except (
        PackageNotFoundError,
        InvalidXmlError,
        XMLSyntaxError,
        python_calamine.CalamineError,
        zipfile.BadZipFile,
        KeyError,
        ValueError,
        AttributeError,
    ) as broken:
        raise Unreadable(f"อ่าน “{name}” ไม่ได้ ไฟล์อาจเสียหายหรือดาวน์โหลดมาไม่ครบ") from broken


def _require_sound(name: str, content: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            members = packed.infolist()
    except (zipfile.BadZipFile, ValueError, OSError) as broken:
        raise Unreadable(f"อ่าน “{name}” ไม่ได้ ไฟล์อาจเสียหายหรือดาวน์โหลดมาไม่ครบ") from broken
    if sum(member.file_size for member in members) > MOST_UNPACKED:
        raise Unreadable(f"“{name}” คลายออกแล้วใหญ่เกินกว่าเอกสารรายงาน จึงไม่เปิด")
    if any("vbaproject" in member.filename.lower() for member in members):
        raise Unreadable(f"“{name}” มีมาโคร โปรดบันทึกเป็น .docx หรือ .xlsx ที่ไม่มีมาโคร")


def _require_modest(name: str, content: bytes) -> None:
    try:
        require_modest_sheets(io.BytesIO(content))
    except Refused as spread:
        raise Unreadable(str(spread)) from spread
    except UNSOUND_ZIP as broken:
        raise Unreadable(f"อ่าน “{name}” ไม่ได้ ไฟล์อาจเสียหายหรือดาวน์โหลดมาไม่ครบ") from broken


def _word(content: bytes) -> Iterator[list[Row]]:
    for table in docx.Document(io.BytesIO(content)).tables:
        # By place in the grid: a merged cell is given again for each place it covers.
        seen: set[object] = set()
        rows = []
        for row in table.rows:
            texts = []
            for cell in row.cells:
                texts.append("" if cell._tc in seen else cell.text)
                seen.add(cell._tc)
            rows.append(tuple(texts))
        yield rows


def _excel(content: bytes) -> Iterator[list[Row]]:
    book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
    for name in book.sheet_names:
        rows = book.get_sheet_by_name(name).to_python(nrows=MOST_ROWS)
        # Most cells are text already: a call for each would cost more than reading them did.
        yield [tuple(one if type(one) is str else _shown(one) for one in row) for row in rows]


def _shown(value: object) -> str:
    """A number as a person reads it: Excel keeps 1 as 1.0."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def read_pasted(text: str) -> list[list[Row]]:
    """Tables pasted from Word as HTML, or from Excel as lines with tabs."""
    if "<t" not in text.lower():
        rows = [tuple(line.split("\t")) for line in text.splitlines() if "\t" in line]
        return [rows] if rows else []
    parser = _PastedTables()
    parser.feed(text)
    parser.close()
    return [_squared(table) for table in parser.tables if table]


def _squared(cells: list[list[tuple[str, int, int]]]) -> list[Row]:
    """Each cell (text, columns, rows) put where it stands in the grid."""
    taken: dict[tuple[int, int], str] = {}
    for y, row in enumerate(cells):
        x = 0
        for text, across, down in row:
            while (x, y) in taken:
                x += 1
            taken |= {(x + i, y + j): "" for i in range(across) for j in range(down)}
            taken[x, y] = text
            x += across
    width = max((x for x, _ in taken), default=-1) + 1
    return [tuple(taken.get((x, y), "") for x in range(width)) for y in range(len(cells))]


class _PastedTables(HTMLParser):
    """Word's clipboard, without its styles, comments and conditional parts."""

    _BREAKS = frozenset(["p", "br", "li", "div"])
    _SILENT = frozenset(["style", "script", "head", "title", "xml"])
    #: A span beyond this is a slip of the pen, and a way to fill the memory.
    _WIDEST = 200

    def __init__(self) -> None:
        super().__init__()
        self.tables: list[list[list[tuple[str, int, int]]]] = []
        self._cell: list[str] | None = None
        self._span = (1, 1)
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._silent += tag in self._SILENT
        if tag == "table":
            self._end_cell()
            self.tables.append([])
        elif tag == "tr":
            self._end_cell()
            self._rows().append([])
        elif tag in ("td", "th"):
            self._end_cell()
            self._cell, told = [], dict(attrs)
            self._span = (self._times(told.get("colspan")), self._times(told.get("rowspan")))
        elif tag in self._BREAKS and self._cell is not None:
            self._cell.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in self._SILENT and self._silent > 0
        if tag in ("td", "th", "tr", "table"):
            self._end_cell()
        elif tag in ("p", "li", "div") and self._cell is not None:
            self._cell.append("\n")

    def handle_data(self, data: str) -> None:
        if self._cell is not None and not self._silent:
            # A new line inside a paragraph of HTML is only a space.
            self._cell.append(" ".join(data.replace("\xa0", " ").split(" ")).replace("\n", " "))

    def close(self) -> None:
        super().close()
        self._end_cell()

    def _rows(self) -> list[list[tuple[str, int, int]]]:
        if not self.tables:
            self.tables.append([])
        return self.tables[-1]

    def _end_cell(self) -> None:
        if self._cell is None:
            return
        lines = (" ".join(line.split()) for line in "".join(self._cell).split("\n"))
        if not self._rows():
            self._rows().append([])
        self._rows()[-1].append(("\n".join(line for line in lines if line), *self._span))
        self._cell = None

    def _times(self, typed: str | None) -> int:
        return (
            min(int(typed), self._WIDEST) or 1
            if typed and typed.isascii() and typed.isdigit()
            else 1
        )
