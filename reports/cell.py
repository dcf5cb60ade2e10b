"""What stands in one cell of the table, for every form of the report alike."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Line:
    """`detail` stands below the text on a line of its own; with `url` that is where it leads."""

    text: str
    detail: str = ""
    url: str = ""


@dataclass(frozen=True)
class Group:
    """Lines under a heading ("ผู้ประสานงานประจำกอง"), or without one."""

    heading: str = ""
    lines: tuple[Line, ...] = ()

    @property
    def is_list(self) -> bool:
        """Whether its lines are printed each behind a dash."""
        return bool(self.heading) or len(self.lines) > 1 or any(line.detail for line in self.lines)


@dataclass(frozen=True)
class Cell:
    """Groups one below the other. An empty cell has none, and prints a dash."""

    groups: tuple[Group, ...] = ()

    @property
    def text(self) -> str:
        """Plain, every heading, line and detail on a line of its own; "" for an empty cell."""
        return "\n".join(
            text
            for group in self.groups
            for text in (
                group.heading,
                *(part for line in group.lines for part in (line.text, line.detail)),
            )
            if text
        )


def cell_of(texts: Iterable[str]) -> Cell:
    """One text stands as it is, more make a list."""
    lines = tuple(Line(text) for text in texts if text)
    return Cell((Group(lines=lines),)) if lines else Cell()
