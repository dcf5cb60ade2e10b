"""Cutting a text into what a row can show: no row of Excel is higher than 409 points. Pure."""

from collections.abc import Iterator

from reports.paper import LETTERS_PER_MM, lines_in
from thai.shortening import TORN

#: A line is cut at a space if there is one in its last fifth.
_WORTH_LOOKING = 0.8


def rows_of(text: str, width: float, most: int) -> list[str]:
    """The text in pieces of at most so many lines in a column so many millimetres wide.

    Joined again by nothing they are the text, save for line ends and single spaces between two.
    """
    found: list[str] = []
    held: list[str] = []
    height = 0.0
    for line in _short_lines(text, width, most):
        lines = lines_in(line, width)
        if held and height + lines > most:
            found.append("\n".join(held))
            held, height = [], 0.0
        held.append(line)
        height += lines
    return [*found, "\n".join(held)]


def _short_lines(text: str, width: float, most: int) -> Iterator[str]:
    letters = max(1, int(most * width * LETTERS_PER_MM * _WORTH_LOOKING))
    for line in text.split("\n"):
        while lines_in(line, width) > most and len(line) > letters:
            end = _end(line, letters)
            yield line[:end]
            line = line[end:]
        yield line


def _end(line: str, letters: int) -> int:
    space = line.rfind(" ", int(letters * _WORTH_LOOKING), letters)
    if space > 0:
        return space
    end = letters
    while end > 1 and TORN.match(line, end):
        end -= 1
    return end
