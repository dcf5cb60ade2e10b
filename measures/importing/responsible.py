"""The ผู้รับผิดชอบ cell: units, each with the O-items it answers for, under a label or none.

Pure.
"""

import itertools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from disclosures.notation import parse_items
from measures.importing.units import FoundUnit, KnownUnit, Likeness, find_units


@dataclass(frozen=True)
class Share:
    """One line of the cell: who, for which items, in what capacity.

    `unknown` is what stood among the items and is none.
    """

    text: str
    units: tuple[FoundUnit, ...]
    items: tuple[int, ...] = ()
    label: str = ""
    unknown: tuple[str, ...] = ()
    is_implied: bool = False


_BULLET = re.compile(r"(?:^|(?<=\s))(?:[-–—•*]|[๐-๙0-9]{1,2}[.)])\s*(?=[^\s\d๐-๙])")
_ITEMS = re.compile(r"(?:ตาม\s*)?(?:ข้อ(?:ที่)?\s*(?=[OoＯｏ๐0])|(?<![A-Za-z])[OoＯｏ](?=\s?[\d๐-๙]))")
_IN_BRACKETS = re.compile(r"(?P<label>.+?)\s*\((?P<units>[^()]+)\)$")


#: What is longer than may be printed is no name; the cell keeps it.
LONGEST_LABEL = 200
#: A person's word on a name not known exactly: an own unit, a new one, or none.
NEW, SKIPPED = "+", "-"


def decided(share: Share, decisions: Mapping[str, str]) -> Share:
    """The share with each such unit as a person decided, by the name that stood there.

    A name that no unit has and that was given to one is kept as the label, to be printed.
    """
    units, label = [], share.label
    for unit in share.units:
        word = decisions.get(unit.typed, "")
        if unit.likeness == Likeness.EXACT or not word:
            units.append(unit)
        elif word == NEW:
            units.append(replace(unit, name=" ".join(unit.typed.split()), likeness=Likeness.NEW))
        elif word != SKIPPED:
            units.append(replace(unit, name=word, likeness=Likeness.EXACT))
            label = label or (unit.typed if unit.likeness == Likeness.NEW else "")
    return replace(share, units=tuple(units), label=label if len(label) <= LONGEST_LABEL else "")


def read_shares(
    cell: str, known: Sequence[KnownUnit], *, highest: int, row_items: tuple[int, ...]
) -> list[Share]:
    """Every line of the cell. `row_items` are those the measure's own text names.

    A unit alone in its row, with no items said, answers for all of the row's; this is marked.
    """
    shares, label = [], ""
    for line, is_bulleted in _lines(cell):
        share = _share(line, known, highest)
        if not is_bulleted and not share.items and _heads_a_list(cell, line):
            label = line
        else:
            shares.append(share if share.label or not label else _labelled(share, label))
    if row_items and len(shares) == 1 and not shares[0].items:
        (only,) = shares
        return [Share(only.text, only.units, row_items, only.label, only.unknown, is_implied=True)]
    return shares


def _lines(cell: str) -> list[tuple[str, bool]]:
    """The lines of the cell without their bullets, and whether each had one."""
    lines = []
    for line in cell.splitlines():
        starts = [0, *(found.start() for found in _BULLET.finditer(line)), len(line)]
        for begin, end in itertools.pairwise(starts):
            piece = line[begin:end].strip()
            text = _BULLET.sub("", piece, count=1).strip() if _BULLET.match(piece) else piece
            if text:
                lines.append((" ".join(text.split()), text != piece))
    return lines


def _heads_a_list(cell: str, line: str) -> bool:
    """A first line with no bullet, over lines that have one, is what they are there as."""
    lines = _lines(cell)
    return len(lines) > 1 and lines[0] == (line, False) and all(had for _, had in lines[1:])


def _share(line: str, known: Sequence[KnownUnit], highest: int) -> Share:
    named = _ITEMS.search(line)
    who = line[: named.start()].strip() if named else line
    parsed = parse_items(line[named.start() :], highest) if named else None
    label = ""
    found = find_units(who, known)
    if bracketed := _IN_BRACKETS.fullmatch(who):
        inside = find_units(bracketed["units"], known)
        if all(unit.likeness != Likeness.NEW for unit in inside):
            label, found = bracketed["label"], inside
    return Share(
        line,
        tuple(found),
        parsed.numbers if parsed else (),
        label,
        parsed.unknown if parsed else (),
    )


def _labelled(share: Share, label: str) -> Share:
    return Share(share.text, share.units, share.items, label, share.unknown, share.is_implied)
