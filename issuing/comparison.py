"""What one issue says otherwise than the one before it: row by row, cell by cell. Pure."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest

from thai.digits import thai_digits
from tracking.differences import Piece, differences

#: The column whose text tells a measure from the others, should its number have changed.
_NAME = "measure"


@dataclass(frozen=True)
class CellChange:
    heading: str
    old: str
    new: str

    @property
    def pieces(self) -> tuple[Piece, ...]:
        return differences(self.old, self.new)


@dataclass(frozen=True)
class RowChange:
    """`old_number` is None for a measure that is new, `new_number` for one that is gone."""

    old_number: int | None
    new_number: int | None
    cells: tuple[CellChange, ...]

    @property
    def is_added(self) -> bool:
        return self.old_number is None

    @property
    def is_removed(self) -> bool:
        return self.new_number is None

    @property
    def is_moved(self) -> bool:
        return not self.is_added and not self.is_removed and self.old_number != self.new_number


@dataclass(frozen=True)
class Comparison:
    """`lines` are changes of what stands outside of the table."""

    added_columns: tuple[str, ...]
    removed_columns: tuple[str, ...]
    rows: tuple[RowChange, ...]
    lines: tuple[CellChange, ...]

    @property
    def is_same(self) -> bool:
        return not (self.added_columns or self.removed_columns or self.rows or self.lines)

    @property
    def cell_count(self) -> int:
        return sum(len(row.cells) for row in self.rows)


def compare(old: Mapping, new: Mapping) -> Comparison:
    """Of two values as `value_of` makes them."""
    before, after = dict(old["columns"]), dict(new["columns"])
    return Comparison(
        added_columns=tuple(after[key] for key in after if key not in before),
        removed_columns=tuple(before[key] for key in before if key not in after),
        rows=tuple(_rows(old["rows"], new["rows"], before | after)),
        lines=tuple(_lines(old["lines"], new["lines"])),
    )


def _rows(olds: Sequence[Mapping], news: Sequence[Mapping], headings: Mapping) -> Iterator:
    for old, new in _paired(olds, news):
        cells = tuple(_cells(old["cells"] if old else {}, new["cells"] if new else {}, headings))
        change = RowChange(old and old["number"], new and new["number"], cells)
        if cells or change.is_moved:
            yield change


def _cells(old: Mapping, new: Mapping, headings: Mapping) -> Iterator[CellChange]:
    """A column that only one of them has is a change of the columns, not of every cell in it."""
    whole_row = not old or not new
    for key, heading in headings.items():
        if not whole_row and (key not in old or key not in new):
            continue
        before, after = old.get(key, ""), new.get(key, "")
        if before != after:
            yield CellChange(heading, before, after)


def _paired(olds: Sequence[Mapping], news: Sequence[Mapping]) -> list[tuple]:
    """By name where that is one measure's alone, then by number; in the new order, those that
    went last.
    """
    single = _single_names(olds) & _single_names(news)
    by_name = {name: old for old in olds if (name := _name(old)) in single}
    found = {new["number"]: by_name.get(_name(new)) for new in news}
    taken = {old["number"] for old in found.values() if old}
    by_number = {old["number"]: old for old in olds if old["number"] not in taken}
    for number, old in found.items():
        if old is None:
            found[number] = by_number.pop(number, None)
    pairs = [(found[new["number"]], new) for new in news]
    return pairs + [(old, None) for old in by_number.values()]


def _single_names(rows: Sequence[Mapping]) -> set[str]:
    return {name for name, times in Counter(map(_name, rows)).items() if times == 1 and name}


def _name(row: Mapping) -> str:
    """Without the number that is printed before it, and what the measure aims at."""
    first = row["cells"].get(_NAME, "").partition("\n")[0]
    for number in (thai_digits(row["number"]), str(row["number"])):
        first = first.removeprefix(f"{number}.")
    return first.strip()


def _lines(olds: Sequence[str], news: Sequence[str]) -> Iterator[CellChange]:
    matcher = SequenceMatcher(None, olds, news, autojunk=False)
    for kind, start, end, low, high in matcher.get_opcodes():
        if kind != "equal":
            for old, new in zip_longest(olds[start:end], news[low:high], fillvalue=""):
                yield CellChange("", old, new)
