"""Units named in a document, found among those the office has: exactly, nearly, or new.

Pure: a unit here is its name and the name of the one it stands under.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum


class Likeness(StrEnum):
    EXACT = "exact"
    SIMILAR = "similar"
    NEW = "new"


@dataclass(frozen=True)
class KnownUnit:
    name: str
    parent: str = ""


@dataclass(frozen=True)
class FoundUnit:
    """`typed` as in the document; `name` of the office's unit, or of the one to make."""

    typed: str
    name: str
    likeness: Likeness


_APART = re.compile(r"\s*[/,，;]\s*")
_AND = re.compile(r"\s*และ\s*")
#: Nearer than this a name is a way of writing another: งานนิติกร and งานนิติการ are 0.95 alike.
_NEAR = 0.86


def find_units(typed: str, known: Sequence[KnownUnit]) -> list[FoundUnit]:
    """Every unit that a piece of text names.

    A unit said together with the one it stands under, in either order, is that unit alone:
    "กองคลัง งานพัสดุ" is งานพัสดุ.
    """
    found = []
    for part in filter(None, map(str.strip, _APART.split(typed))):
        found += _in_a_row(part, known) or _one_or_joined(part, known)
    return _without_parents(found, known)


def _one_or_joined(text: str, known: Sequence[KnownUnit]) -> list[FoundUnit]:
    """A name may have และ in it: it parts two units only where both are known."""
    whole = _nearest(text, known)
    if whole.likeness == Likeness.NEW:
        parts = [_nearest(part, known) for part in filter(None, _AND.split(text))]
        if all(part.likeness != Likeness.NEW for part in parts):
            return parts
    return [whole]


def _in_a_row(text: str, known: Sequence[KnownUnit]) -> list[FoundUnit]:
    """Known names one after the other, whatever spaces stand in or between them; else nothing."""
    names = {_bare(unit.name): unit.name for unit in known}
    # Longest first: กองคลังและพัสดุ is not กองคลัง with something after it.
    pattern = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    bare = _bare(text)
    if not pattern or not re.fullmatch(f"(?:{pattern})+", bare):
        return []
    return [FoundUnit(names[one], names[one], Likeness.EXACT) for one in re.findall(pattern, bare)]


def _nearest(text: str, known: Sequence[KnownUnit]) -> FoundUnit:
    bare = _bare(text)
    near = max(known, key=lambda unit: _alike(bare, unit.name), default=None)
    if near and _alike(bare, near.name) >= _NEAR:
        return FoundUnit(text, near.name, Likeness.SIMILAR)
    return FoundUnit(text, " ".join(text.split()), Likeness.NEW)


def _alike(bare: str, name: str) -> float:
    other = _bare(name)
    # Most pairs are too far apart to be worth comparing letter by letter.
    if 2 * min(len(bare), len(other)) < _NEAR * (len(bare) + len(other)):
        return 0
    return SequenceMatcher(None, bare, other, autojunk=False).ratio()


def _bare(name: str) -> str:
    return re.sub(r"[\s()\u200b]+", "", name)


def _without_parents(found: list[FoundUnit], known: Sequence[KnownUnit]) -> list[FoundUnit]:
    parents = dict(_lines_upward(known))
    spoken = {one.name for one in found}
    above = {parent for name in spoken for parent in parents.get(name, ()) if parent in spoken}
    # A division beside two of its sections is meant itself; beside one it only says whose it is.
    kept = [one for one in found if len(found) != 2 or one.name not in above]
    return list({one.name: one for one in kept}.values())


def _lines_upward(known: Sequence[KnownUnit]) -> Iterator[tuple[str, list[str]]]:
    parent_of = {unit.name: unit.parent for unit in known}
    for name, parent in parent_of.items():
        line, above = [], parent
        while above and above not in line:
            line.append(above)
            above = parent_of.get(above, "")
        yield name, line
