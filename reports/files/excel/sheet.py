"""One part of the report as a sheet, written from top to bottom."""

from io import BytesIO
from math import ceil

from PIL import Image
from xlsxwriter import Workbook
from xlsxwriter.format import Format

from reports.files.excel.cutting import rows_of
from reports.files.outline import DOTS, Block, CellLine, Paragraph, Part, Picture, Style, Table
from reports.paper import Paper, lines_in

#: Excel follows no link that is longer.
_LONGEST_LINK = 2_000
#: A column's width is counted in digits of the workbook's own font.
_DIGITS_A_MM = 0.52
_LINE, _CELL_LINE = 24, 21
_MOST_LINES = 409 // _CELL_LINE - 1
_MM_AN_INCH = 25.4
_POINTS_A_MM = 72 / _MM_AN_INCH
_PIXELS_A_MM = 96 / _MM_AN_INCH
_LEFT = {Style.BODY, Style.HEADING, Style.MEMO_LINE}
_BOLD = {Style.TITLE, Style.HEADING, Style.MEMO_TITLE}
_SIZES = {Style.TITLE: 18, Style.MEMO_TITLE: 22}
_FONT = {"font_name": "TH Sarabun New", "text_wrap": True, "valign": "top"}


class PartSheet:
    """`at` is the next empty row."""

    def __init__(self, book: Workbook, name: str, part: Part, paper: Paper) -> None:
        self.sheet = book.add_worksheet(name)
        self.part, self.paper, self.at = part, paper, 0
        table = next((block for block in part.blocks if isinstance(block, Table)), None)
        shares = table.widths if table else (1,)
        self.widths = [paper.room * share / sum(shares) for share in shares]
        self.styles = {style: book.add_format(_format(style)) for style in Style}
        cell = _FONT | {"font_size": 14, "border": 1}
        middle = {"align": "center", "valign": "vcenter"}
        self.cell = book.add_format(cell)
        self.centred = book.add_format(cell | {"align": "center"})
        self.heading = book.add_format(cell | middle | {"bold": True})

    def write(self) -> None:
        for place, width in enumerate(self.widths):
            self.sheet.set_column(place, place, width * _DIGITS_A_MM)
        for block in self.part.blocks:
            self._block(block)
        self._set_up_paper()

    def _block(self, block: Block) -> None:
        match block:
            case Table():
                self._table(block)
            case Picture():
                self.sheet.set_row(self.at, (block.width + 4) * _POINTS_A_MM)
                self._draw(0, block, sum(self.widths))
                self.at += 1
            case Paragraph():
                words = block.text.replace(DOTS, " ").strip()
                text = " ".join(filter(None, [block.label, words]))
                for piece in rows_of(text, sum(self.widths), 409 // _LINE):
                    self._across(piece, self.styles[block.style], block.url)

    def _across(self, text: str, form: Format, url: str = "") -> None:
        """Over all columns."""
        self.sheet.set_row(self.at, _LINE * _height(text, sum(self.widths)))
        if len(self.widths) > 1:
            self.sheet.merge_range(self.at, 0, self.at, len(self.widths) - 1, "", form)
        self._text(0, text, form, url)
        self.at += 1

    def _text(self, column: int, text: str, form: Format, url: str = "") -> None:
        is_link = url.lower().startswith(("http://", "https://")) and len(url) < _LONGEST_LINK
        if is_link and text == url:
            self.sheet.write_url(self.at, column, url, form)
        else:
            self.sheet.write_string(self.at, column, text, form)

    def _table(self, table: Table) -> None:
        heights = [
            _height(heading, width)
            for heading, width in zip(table.headings, self.widths, strict=True)
        ]
        self.sheet.set_row(self.at, _CELL_LINE * max(heights))
        for place, heading in enumerate(table.headings):
            self.sheet.write_string(self.at, place, heading, self.heading)
        self.sheet.repeat_rows(self.at)
        self.at += 1
        for row in table.rows:
            if len(row.cells) < len(table.headings):
                self._across(row.cells[0][0].text, self.cell)
            else:
                self._row(row.cells, table.centred)

    def _row(self, cells: tuple[tuple[CellLine, ...], ...], centred: frozenset[int]) -> None:
        """What is too high for a row goes on in the row below."""
        columns = [
            rows_of("\n".join(line.text for line in lines), width, _MOST_LINES)
            for lines, width in zip(cells, self.widths, strict=True)
        ]
        for number in range(max(map(len, columns))):
            texts = [column[number] if number < len(column) else "" for column in columns]
            pictures = [cell[0].picture for cell in cells] if number == 0 else []
            self._set_height(texts, [picture for picture in pictures if picture])
            for place, text in enumerate(texts):
                url = cells[place][0].url if len(cells[place]) == 1 else ""
                self._text(place, text, self.centred if place in centred else self.cell, url)
            for place, picture in enumerate(pictures):
                if picture:
                    self._draw(place, picture, self.widths[place])
            self.at += 1

    def _set_height(self, texts: list[str], pictures: list[Picture]) -> None:
        lines = [_height(text, width) for text, width in zip(texts, self.widths, strict=True)]
        heights = [(picture.width + 3) * _POINTS_A_MM for picture in pictures]
        self.sheet.set_row(self.at, min(409, max([_CELL_LINE * max(lines), *heights])))

    def _draw(self, column: int, picture: Picture, room: float) -> None:
        """In the middle of the room, in millimetres, that begins with this column."""
        about = {"image_data": BytesIO(picture.content), "description": picture.alt[:255]}
        aside = max(0, (room - picture.width) / 2) * _PIXELS_A_MM
        about |= {"x_offset": aside, "y_offset": 4, **_scale(picture)}
        self.sheet.insert_image(self.at, column, "picture", about)

    def _set_up_paper(self) -> None:
        self.sheet.set_paper(9)
        if self.paper.is_wide:
            self.sheet.set_landscape()
        self.sheet.fit_to_pages(1, 0)
        sides = ("left", "right", "top", "bottom")
        inches = {side: getattr(self.paper, side) / _MM_AN_INCH for side in sides}
        self.sheet.set_margins(**inches)
        self.sheet.set_footer("&C&P")


def _height(text: str, width: float) -> int:
    return ceil(sum(lines_in(line, width) for line in text.split("\n")))


def _format(style: Style) -> dict:
    return _FONT | {
        "font_size": _SIZES.get(style, 16),
        "bold": style in _BOLD,
        "align": "left" if style in _LEFT else "center",
    }


def _scale(picture: Picture) -> dict[str, float]:
    """Excel draws a picture by its dots; ours have a width in millimetres."""
    with Image.open(BytesIO(picture.content)) as image:
        dots_an_inch = image.info.get("dpi", (96, 96))[0] or 96
        inches = image.width / dots_an_inch
    scale = picture.width / _MM_AN_INCH / inches
    return {"x_scale": scale, "y_scale": scale}
