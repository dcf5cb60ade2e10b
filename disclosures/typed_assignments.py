"""Assignments as an admin types them: "งานพัสดุ: ๐๑๙-๐๒๒", "กองช่าง กองคลัง (ร่วม): O30".

Pure.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from disclosures.notation import parse_items


@dataclass(frozen=True)
class TypedAssignment:
    unit: str
    items: tuple[int, ...]
    is_lead: bool


@dataclass(frozen=True)
class TypedAssignments:
    """What was understood, and what was not, as it was typed; `nobody` stands where units do."""

    understood: tuple[TypedAssignment, ...]
    unknown: tuple[str, ...]
    nobody: tuple[str, ...]


_SUPPORT = re.compile(r"\s*\(?\s*ร่วม\s*\)?\s*$")
_APART = re.compile(r"[,/\s]+(?:และ)?\s*")


def parse_assignments(text: str, unit_names: Iterable[str], highest: int) -> TypedAssignments:
    """Each line, or part between semicolons, is units, a colon, items. Never raises."""
    names = {_bare(name): name for name in unit_names}
    understood, unknown, nobody = [], [], []
    for line in filter(str.strip, re.split(r"[;\n]", text)):
        who, colon, what = line.partition(":")
        is_lead = not _SUPPORT.search(who)
        if not colon:
            unknown.append(line.strip())
            continue
        units, strange = _units(_SUPPORT.sub("", who), names)
        parsed = parse_items(what, highest)
        unknown += parsed.unknown
        nobody += strange
        if not parsed.numbers and not strange:
            unknown.append(line.strip())
        elif not strange and not parsed.unknown:
            understood += [TypedAssignment(unit, parsed.numbers, is_lead) for unit in units]
    once = (tuple(dict.fromkeys(parts)) for parts in (unknown, nobody))
    return TypedAssignments(tuple(understood), *once)


def _units(who: str, names: dict[str, str]) -> tuple[list[str], list[str]]:
    """A name may have spaces in it, so the whole is tried first."""
    if whole := names.get(_bare(who)):
        return [whole], []
    parts = [part for part in _APART.split(who.strip()) if part]
    found = [names[_bare(part)] for part in parts if _bare(part) in names]
    return found, [part for part in parts if _bare(part) not in names]


def _bare(name: str) -> str:
    return re.sub(r"\s+", "", name)
