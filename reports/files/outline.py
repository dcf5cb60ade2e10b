"""The report as one reads it from top to bottom: for the forms that are not laid out in HTML.

Every form that writes these blocks, all of them and in this order, says the same words.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from io import BytesIO

import segno
from django.core.files.storage import default_storage

from reports.files.characters import printable
from reports.progress_report import Cell, ProgressReport

EIT_MM, APPENDIX_MM, PHOTO_MM = 30, 15, 75
NO_MEASURES = "ยังไม่มีมาตรการในปีงบประมาณนี้"
NO_PHOTO = "ไม่พบไฟล์ภาพ"
APPENDIX = ("ข้อ", "รายการข้อมูล", "ผู้รับผิดชอบ", "ลิงก์ที่เผยแพร่", "QR code")
#: In thousandths of the width, as in static/css/paper.css.
APPENDIX_WIDTHS = (75, 320, 225, 260, 120)
#: Where something is to be written by hand: a form draws dots here.
DOTS = "\t"


class Style(StrEnum):
    TITLE = "title"
    CENTRED = "centred"
    BODY = "body"
    HEADING = "heading"
    CLOSING = "closing"
    CAPTION = "caption"
    MEMO_TITLE = "memo title"
    MEMO_LINE = "memo line"
    SIGN = "sign"
    SIGNED = "signed"


@dataclass(frozen=True)
class Paragraph:
    """`label` is the bold word that a line of a memo begins with."""

    style: Style
    text: str
    label: str = ""
    url: str = ""


@dataclass(frozen=True)
class Picture:
    """PNG or JPEG, so many millimetres wide; what it shows stands beside it in words."""

    content: bytes
    width: int
    alt: str


@dataclass(frozen=True)
class CellLine:
    text: str
    is_listed: bool = False
    url: str = ""
    picture: Picture | None = None


@dataclass(frozen=True)
class Row:
    """A tuple of lines for each column."""

    cells: tuple[tuple[CellLine, ...], ...]
    is_long: bool = False


@dataclass(frozen=True)
class Table:
    """`widths` in shares of each other; `centred` are the places of columns set in the middle."""

    headings: tuple[str, ...]
    widths: tuple[int, ...]
    rows: tuple[Row, ...]
    centred: frozenset[int] = frozenset()


Block = Paragraph | Picture | Table


@dataclass(frozen=True)
class Part:
    """What begins on a page of its own. A memo is upright whatever the report is."""

    name: str
    blocks: tuple[Block, ...]


def outline(report: ProgressReport) -> tuple[Part, ...]:
    """The parts that the report has."""
    parts = {
        "memo": _memo,
        "report": _report,
        "signatures": _signatures,
        "appendix": _appendix,
        "photos": _photos,
    }
    written = ((name, tuple(blocks(report))) for name, blocks in parts.items())
    return tuple(Part(name, blocks) for name, blocks in written if blocks)


def _said(style: Style, text: str, **more: str) -> Paragraph:
    return Paragraph(style, printable(text), **{key: printable(one) for key, one in more.items()})


def _report(report: ProgressReport) -> Iterator[Block]:
    for line in report.title:
        yield _said(Style.TITLE, line)
    if report.as_of_words:
        yield _said(Style.CENTRED, report.as_of_words)
    for paragraph in report.opening:
        yield _said(Style.BODY, paragraph)
    yield _said(Style.HEADING, report.heading)
    yield _measures(report)
    if report.eit_section:
        yield _said(Style.HEADING, report.eit_section.heading)
        for paragraph in report.eit_section.statement:
            yield _said(Style.BODY, paragraph)
    if report.eit:
        yield from _qr(report.eit.url, EIT_MM, "QR code แบบวัด EIT")
        yield _said(Style.CAPTION, report.eit.url, url=report.eit.url)
    for line in report.closing:
        yield _said(Style.CLOSING, line)


def _measures(report: ProgressReport) -> Table:
    columns = report.columns
    rows = [
        Row(tuple(tuple(cell_lines(cell)) for cell in row.cells.values()), row.is_long)
        for row in report.rows
    ]
    return Table(
        headings=tuple(column.heading for column in columns),
        widths=tuple(column.width for column in columns),
        rows=tuple(rows or [Row(((CellLine(NO_MEASURES),),))]),
        centred=frozenset(place for place, column in enumerate(columns) if column.is_centred),
    )


def cell_lines(cell: Cell) -> Iterator[CellLine]:
    """As templates/follow_up/_group.html and _line.html have it."""
    for group in cell.groups:
        if group.heading:
            yield CellLine(printable(group.heading))
        for line in group.lines:
            text = f"- {line.text}" if group.is_list else line.text
            url = "" if line.detail else line.url
            yield CellLine(printable(text), group.is_list, printable(url))
            if line.detail:
                yield CellLine(printable(line.detail), url=printable(line.url))
    if not cell.groups:
        yield CellLine("-")


def _memo(report: ProgressReport) -> Iterator[Block]:
    if (memo := report.memo) is None:
        return
    yield _said(Style.MEMO_TITLE, "บันทึกข้อความ")
    for label, text in (
        ("ส่วนราชการ", memo.sender),
        ("ที่", memo.number),
        ("วันที่", memo.date),
        ("เรื่อง", memo.subject),
    ):
        yield Paragraph(Style.MEMO_LINE, printable(text) or DOTS, label)
    yield Paragraph(Style.MEMO_LINE, printable(memo.to), "เรียน")
    for paragraph in memo.body:
        yield _said(Style.BODY, paragraph)
    yield Paragraph(Style.SIGN, DOTS)
    yield from _signer(memo.signer, memo.post)


def _signatures(report: ProgressReport) -> Iterator[Block]:
    if (signatures := report.signatures) is None:
        return
    yield _said(Style.HEADING, f"การ{signatures.did}รายงาน")
    yield _said(Style.BODY, f"{report.document_title} ฉบับนี้ {signatures.did}โดย")
    for one in signatures.signed:
        yield _said(Style.SIGN, f"ลงชื่อ{DOTS}{one.duty}")
        yield from _signer(one.name, one.post)
        yield _said(Style.SIGNED, f"วันที่{DOTS}")


def _signer(name: str, post: tuple[str, ...]) -> Iterator[Block]:
    yield _said(Style.SIGNED, f"({name or DOTS})")
    for line in post:
        yield _said(Style.SIGNED, line)


def _appendix(report: ProgressReport) -> Iterator[Block]:
    if not report.items:
        return
    yield _said(Style.HEADING, report.items_heading)
    rows = []
    for item in report.items:
        who = tuple(CellLine(printable(name)) for name in item.responsible) or (CellLine("-"),)
        codes = [picture for picture in _qr(item.url, APPENDIX_MM, item.code) if item.qr]
        rows.append(
            Row(
                (
                    (CellLine(item.code),),
                    (CellLine(printable(item.title)),),
                    who,
                    (CellLine(printable(item.url or item.note), url=printable(item.url)),),
                    tuple(CellLine("", picture=code) for code in codes) or (CellLine("-"),),
                )
            )
        )
    yield Table(APPENDIX, APPENDIX_WIDTHS, tuple(rows), frozenset([0, 4]))


def _photos(report: ProgressReport) -> Iterator[Block]:
    if report.photos:
        yield _said(Style.HEADING, "ภาคผนวก ภาพกิจกรรม")
    for photo in report.photos:
        try:
            with default_storage.open(photo.file) as file:
                yield Picture(file.read(), PHOTO_MM, printable(photo.caption) or "ภาพกิจกรรม")
        except FileNotFoundError:
            yield _said(Style.CAPTION, NO_PHOTO)
        if photo.caption:
            yield _said(Style.CAPTION, photo.caption)


def _qr(url: str, width: int, alt: str) -> Iterator[Picture]:
    if url and (picture := qr_picture(url, width, alt)):
        yield picture


def qr_picture(url: str, width: int, alt: str) -> Picture | None:
    """None where no code holds the link."""
    try:
        code = segno.make(url, error="m", boost_error=False)
    except segno.DataOverflowError:
        return None
    held = BytesIO()
    code.save(held, kind="png", scale=6, border=2)
    return Picture(held.getvalue(), width, f"{alt} {url}")
