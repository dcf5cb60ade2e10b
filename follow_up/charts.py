"""Bars and spans as values: positions in per cent, so that they fit any width and paper."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from thai.dates import MONTH_ABBREVIATIONS, FiscalYear
from tracking.models import BY_RANK, Status

#: From most to least done, as bars are read. What was sent back is work under way.
ORDER = tuple(status for status in reversed(BY_RANK) if status.drawn == status)


@dataclass(frozen=True)
class Segment:
    """A stretch of a bar; `start` and `width` are shares of it in per cent."""

    status: str
    count: int
    start: float
    width: float

    @property
    def middle(self) -> float:
        return round(self.start + self.width / 2, 2)

    @property
    def label(self) -> str:
        return Status(self.status).label


@dataclass(frozen=True)
class Bar:
    """How many of something stand where: ตรวจรับแล้ว 7 จาก 10."""

    label: str
    segments: tuple[Segment, ...]
    url: str = ""

    @property
    def total(self) -> int:
        return sum(segment.count for segment in self.segments)

    @property
    def accepted(self) -> int:
        return self.count(Status.ACCEPTED)

    def count(self, status: str) -> int:
        return sum(segment.count for segment in self.segments if segment.status == status)

    @property
    def in_words(self) -> str:
        parts = [f"{segment.label} {segment.count}" for segment in self.segments]
        return f"{self.label} {self.total} รายการ: {' '.join(parts)}"


def bar(label: str, standings: Iterable[str], url: str = "") -> Bar:
    counts = Counter(Status(standing).drawn for standing in standings)
    total = sum(counts.values())
    segments, start = [], 0
    for status in ORDER:
        if counts[status]:
            width = counts[status] * 100
            segments.append(
                Segment(status, counts[status], round(start / total, 2), round(width / total, 2))
            )
            start += width
    return Bar(label, tuple(segments), url)


@dataclass(frozen=True)
class Month:
    name: str
    middle: float
    end: float
    is_now: bool
    is_odd: bool


@dataclass(frozen=True)
class Span:
    """A measure's months on the year's line; `overdue` runs from its end to today."""

    start: float
    width: float
    overdue: float = 0

    @property
    def end(self) -> float:
        return round(self.start + self.width, 2)


@dataclass(frozen=True)
class Calendar:
    """The twelve months of a fiscal year as a line from 0 to 100."""

    year: FiscalYear
    today: date

    @property
    def months(self) -> tuple[Month, ...]:
        return tuple(
            Month(
                MONTH_ABBREVIATIONS[month.month - 1],
                round((place + 0.5) * 100 / 12, 2),
                round((place + 1) * 100 / 12, 2),
                (month.year, month.month) == (self.today.year, self.today.month),
                bool(place % 2),
            )
            for place, month in enumerate(self.year.months)
        )

    @property
    def now(self) -> float | None:
        """Where today stands, if it is in this year at all."""
        return self._place(self.today) if self.today in self.year else None

    def span(self, first_month: date, due_on: date, is_late: bool) -> Span:
        start, end = self._place(first_month), self._place(due_on, through=True)
        overdue = round(self.now - end, 2) if is_late and self.now is not None else 0
        return Span(start, round(end - start, 2), max(overdue, 0))

    def _place(self, day: date, through: bool = False) -> float:
        """Days from the year's start, in per cent, kept inside the year."""
        length = (self.year.last_day - self.year.first_day).days + 1
        days = (day - self.year.first_day).days + through
        return round(min(max(days, 0), length) * 100 / length, 2)
