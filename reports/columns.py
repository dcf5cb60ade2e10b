"""What a column of a report's table is, and how wide each is, whichever are chosen."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from django.db import models

from reports.cell import Cell
from reports.paper import PAPERS


class Orientation(models.TextChoices):
    PORTRAIT = "portrait", "แนวตั้ง"
    LANDSCAPE = "landscape", "แนวนอน"


#: Millimetres between the margins.
ROOM = {orientation: PAPERS[orientation.value].room for orientation in Orientation}


class Need(StrEnum):
    """What a column is made of besides the measure itself; read only where it was chosen."""

    INDICATORS = "indicators"
    EVIDENCE = "evidence"
    REMARKS = "remarks"


@dataclass(frozen=True)
class Column:
    """A column that a report may have: all that any form of the report has to know of it.

    `field` is what an office's own Word document calls it. `least` is the width in millimetres in
    which the heading and the longest ordinary word stand on a line, `share` that of what is left
    over. `cell` says what it has of a measure, given the `Material` of the report.
    """

    key: str
    heading: str
    field: str
    cell: Callable[..., Cell]
    least: int
    share: int = 0
    is_centred: bool = False
    needs: Need | None = None


class Columns:
    """All that there are, in their usual order."""

    def __init__(self) -> None:
        self.by_key: dict[str, Column] = {}

    def add(self, column: Column) -> Column:
        if self.by_key.setdefault(column.key, column) is not column:
            raise ValueError(f"There are two columns {column.key}.")
        return column

    def __iter__(self) -> Iterator[Column]:
        return iter(self.by_key.values())

    def __getitem__(self, key: str) -> Column:
        return self.by_key[key]

    @property
    def keys(self) -> list[str]:
        return list(self.by_key)

    @property
    def choices(self) -> list[tuple[str, str]]:
        return [(column.key, column.heading) for column in self]


#: Filled by `reports.progress_report.cells`, which defines each column.
COLUMNS = Columns()
#: The table of the source document.
USUAL = ("measure", "method", "responsible", "when", "result")
#: More columns than this ask for paper in landscape.
MOST_IN_PORTRAIT = 5


@dataclass(frozen=True)
class PlacedColumn:
    """`width` in whole millimetres; the columns of a table fill the room between the margins."""

    column: Column
    width: int

    @property
    def key(self) -> str:
        return self.column.key

    @property
    def heading(self) -> str:
        return self.column.heading

    @property
    def is_centred(self) -> bool:
        return self.column.is_centred

    @property
    def css(self) -> str:
        """The classes of static/css/paper.css that make it as wide as this."""
        tens, ones = divmod(self.width, 10)
        return f"tens-{tens} ones-{ones}"


def lay_out(keys: Iterable[str], orientation: str) -> tuple[PlacedColumn, ...]:
    """These columns side by side, in this order, over the whole room of the paper."""
    chosen = [COLUMNS[key] for key in keys]
    room = ROOM[Orientation(orientation)]
    least = [column.least for column in chosen]
    weights = [column.share for column in chosen]
    left = room - sum(least)
    if left < 0 or not any(weights):
        # Too many for this paper, or none that would grow: all give or take alike.
        weights = least
    shares = [
        width + left * weight / sum(weights) for width, weight in zip(least, weights, strict=True)
    ]
    return tuple(map(PlacedColumn, chosen, _whole(shares, room)))


#: What takes more of the room than this, even at its least, is set in smaller letters.
_TIGHT = 0.85


def is_tight(keys: Iterable[str], orientation: str) -> bool:
    """Whether the table is set in smaller letters, so that no word is torn."""
    return _least(keys) > _TIGHT * ROOM[Orientation(orientation)]


def is_crowded(keys: Iterable[str], orientation: str) -> bool:
    """Whether words are torn all the same: the columns want more than the paper is wide."""
    return _least(keys) > ROOM[Orientation(orientation)]


def _least(keys: Iterable[str]) -> int:
    return sum(COLUMNS[key].least for key in keys)


def _whole(shares: Sequence[float], room: int) -> list[int]:
    """Rounded so that their sum stays: what is lost goes to those that lost most."""
    widths = [int(share) for share in shares]
    by_loss = sorted(range(len(shares)), key=lambda place: widths[place] - shares[place])
    for place in by_loss[: room - sum(widths)]:
        widths[place] += 1
    return widths
