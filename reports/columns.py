"""The columns a report's table may have, and how wide each is, whichever are chosen."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db import models


class Orientation(models.TextChoices):
    PORTRAIT = "portrait", "แนวตั้ง"
    LANDSCAPE = "landscape", "แนวนอน"


#: Millimetres between the margins of static/css/paper.css.
ROOM = {Orientation.PORTRAIT: 160, Orientation.LANDSCAPE: 252}


class ColumnKey(models.TextChoices):
    """In the order they usually stand in; the label is the heading that is printed."""

    NUMBER = "number", "ที่"
    MEASURE = "measure", "มาตรการ"
    INDICATOR = "indicator", "ตัวชี้วัด"
    CODES = "codes", "ข้อ O"
    METHOD = "method", "วิธีการดำเนินการ"
    RESPONSIBLE = "responsible", "ผู้รับผิดชอบ"
    WHEN = "when", "ระยะเวลา"
    RESULT = "result", "ผลการดำเนินการ"
    STATUS = "status", "สถานะ"
    PERCENT = "percent", "ร้อยละ"
    EVIDENCE = "evidence", "หลักฐาน"
    OBSTACLES = "obstacles", "ปัญหา/อุปสรรค"
    SUGGESTIONS = "suggestions", "ข้อเสนอแนะ"
    REMARK = "remark", "หมายเหตุ"

    @property
    def is_centred(self) -> bool:
        return self in CENTRED


CENTRED = frozenset([ColumnKey.NUMBER, ColumnKey.WHEN, ColumnKey.STATUS, ColumnKey.PERCENT])
#: The table of the source document.
USUAL = (
    ColumnKey.MEASURE,
    ColumnKey.METHOD,
    ColumnKey.RESPONSIBLE,
    ColumnKey.WHEN,
    ColumnKey.RESULT,
)
#: More columns than this ask for paper in landscape.
MOST_IN_PORTRAIT = 5

# The least width in millimetres, in which the heading and the longest ordinary word stand on a
# line, and the share of what is left over. All fourteen together fill a landscape sheet exactly;
# the usual five get what a search for the least table height found (37, 35, 33, 18, 37).
_WIDTHS = {
    ColumnKey.NUMBER: (8, 0),
    ColumnKey.MEASURE: (22, 15),
    ColumnKey.INDICATOR: (17, 4),
    ColumnKey.CODES: (18, 2),
    ColumnKey.METHOD: (21, 14),
    ColumnKey.RESPONSIBLE: (22, 11),
    ColumnKey.WHEN: (18, 0),
    ColumnKey.RESULT: (23, 14),
    ColumnKey.STATUS: (20, 0),
    ColumnKey.PERCENT: (12, 0),
    ColumnKey.EVIDENCE: (20, 10),
    ColumnKey.OBSTACLES: (17, 8),
    ColumnKey.SUGGESTIONS: (17, 8),
    ColumnKey.REMARK: (17, 6),
}


@dataclass(frozen=True)
class Column:
    """`width` in whole millimetres; the columns of a table fill the room between the margins."""

    key: ColumnKey
    width: int

    @property
    def heading(self) -> str:
        return self.key.label

    @property
    def is_centred(self) -> bool:
        return self.key.is_centred

    @property
    def css(self) -> str:
        """The classes of static/css/paper.css that make it as wide as this."""
        tens, ones = divmod(self.width, 10)
        return f"tens-{tens} ones-{ones}"


def lay_out(keys: Iterable[str], orientation: str) -> tuple[Column, ...]:
    """These columns side by side, in this order, over the whole room of the paper."""
    chosen = tuple(ColumnKey(key) for key in keys)
    room = ROOM[Orientation(orientation)]
    least = [_WIDTHS[key][0] for key in chosen]
    weights = [_WIDTHS[key][1] for key in chosen]
    left = room - sum(least)
    if left < 0 or not any(weights):
        # Too many for this paper, or none that would grow: all give or take alike.
        weights = least
    shares = [
        width + left * weight / sum(weights) for width, weight in zip(least, weights, strict=True)
    ]
    return tuple(map(Column, chosen, _whole(shares, room)))


#: What takes more of the room than this, even at its least, is set in smaller letters.
_TIGHT = 0.85


def is_tight(keys: Iterable[str], orientation: str) -> bool:
    """Whether the table is set in smaller letters, so that no word is torn."""
    return _least(keys) > _TIGHT * ROOM[Orientation(orientation)]


def is_crowded(keys: Iterable[str], orientation: str) -> bool:
    """Whether words are torn all the same: the columns want more than the paper is wide."""
    return _least(keys) > ROOM[Orientation(orientation)]


def _least(keys: Iterable[str]) -> int:
    return sum(_WIDTHS[ColumnKey(key)][0] for key in keys)


def _whole(shares: Sequence[float], room: int) -> list[int]:
    """Rounded so that their sum stays: what is lost goes to those that lost most."""
    widths = [int(share) for share in shares]
    by_loss = sorted(range(len(shares)), key=lambda place: widths[place] - shares[place])
    for place in by_loss[: room - sum(widths)]:
        widths[place] += 1
    return widths
