"""What fits on official paper: the arithmetic of static/css/paper.css, without the PDF engine."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Paper:
    """A page and its margins in millimetres."""

    width: int
    height: int
    top: int
    right: int
    bottom: int
    left: int

    @property
    def is_wide(self) -> bool:
        return self.width > self.height

    @property
    def room(self) -> int:
        """Between the margins, from side to side."""
        return self.width - self.left - self.right

    @property
    def room_below_header(self) -> int:
        """For the rows of a table whose header is one line high."""
        return self.height - self.top - self.bottom - HEADER


_STYLESHEET = Path(__file__).parents[1] / "static" / "css" / "paper.css"
_PAGE = re.compile(r"@page ?(\w*) \{\s*size: A4( landscape)?;\s*margin: ([^;]*);")


def _papers(css: str) -> dict[str, Paper]:
    papers = {}
    for name, is_wide, margins in _PAGE.findall(css):
        size = (297, 210) if is_wide else (210, 297)
        papers[name or "portrait"] = Paper(*size, *map(int, re.findall(r"(\d+)mm", margins)))
    return papers


# Millimetres.
HEADER = 7
#: As the stylesheet has them, which no other file repeats: portrait, landscape and memo.
PAPERS = _papers(_STYLESHEET.read_text("utf-8"))
CELL_PADDING = 3
LINE = 5.9
# Of official Thai at the table's size, marks not counted: 0.45 the median, 0.43 to 0.52 usual.
LETTERS_PER_MM = 0.45
# Letters of 12 points instead of 14, where there are many columns.
TIGHT = 12 / 14


def is_long_row(
    cells: Sequence[str], widths: Sequence[int], *, landscape: bool = False, tight: bool = False
) -> bool:
    """Whether a row of the measures table may be split: it is likely to fill two thirds of a page.

    A row is kept whole, but one taller than the page has to break, and then needs tr.long and
    table.breaking to keep the repeated header and closed borders. Only layout knows its real
    height; this estimate is within 15 %, so a row between two thirds and a page is sometimes split
    as well.

    `cells` are the texts of the columns, each item of a list on a line of its own; `widths` how
    wide the columns are, in millimetres.
    """
    size = TIGHT if tight else 1
    height = max(
        LINE * size * sum(lines_in(line, width, size) for line in text.splitlines())
        for text, width in zip(cells, widths, strict=True)
    )
    return height > PAPERS["landscape" if landscape else "portrait"].room_below_header * 2 / 3


def paper_of(part: str, *, is_landscape: bool) -> Paper:
    """A memo is upright whatever the report is."""
    if part == "memo":
        return PAPERS["memo"]
    return PAPERS["landscape" if is_landscape else "portrait"]


def lines_in(text: str, column: float, size: float = 1) -> float:
    letters = sum(unicodedata.category(character) != "Mn" for character in text)
    return max(1, letters * size / LETTERS_PER_MM / (column - CELL_PADDING))
