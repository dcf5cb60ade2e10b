"""What fits on official paper: the arithmetic of static/css/paper.css, without the PDF engine."""

import unicodedata
from collections.abc import Sequence

# Millimetres, as in the stylesheet.
ROOM_BELOW_HEADER = {"portrait": 245, "landscape": 153}
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
    return height > ROOM_BELOW_HEADER["landscape" if landscape else "portrait"] * 2 / 3


def lines_in(text: str, column: int, size: float = 1) -> float:
    letters = sum(unicodedata.category(character) != "Mn" for character in text)
    return max(1, letters * size / LETTERS_PER_MM / (column - CELL_PADDING))
