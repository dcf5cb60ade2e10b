"""O-items as people type them and as reports print them.

Pure. The letter O of an item is often typed as a zero: "ข้อ ๐๔๒" is O42 and "๐๑๐" is O10. A
leading zero changes nothing in a number, so `int` alone reads both.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from thai.digits import ADDRESS, thai_digits


@dataclass(frozen=True)
class ParsedItems:
    """What was understood, in order of appearance, and what was not, as it was typed."""

    numbers: tuple[int, ...]
    unknown: tuple[str, ...]


# Latin, full-width, Cyrillic and Greek O, and what stands for it on a Thai keyboard.
_LETTER_O = "OoＯｏОоΟοอ๏"
_FILLER = "ตาม|ข้อ|ที่|และ|กับ|ตั้งแต่|จน"
_THAI = "[ก-๎]"
_LATIN = rf"(?:(?!{_THAI})\w)"

# Groups name what counts; text matched outside them (fillers, punctuation) is passed over.
_TOKEN = re.compile(
    rf"""
    (?P<address>{ADDRESS})
    | ^[^\S\n]*[-–—•*]+                                     # the bullet of a list, no range
    | (?P<heading>[1-9๑-๙]\d*\.(?=\s+\S))                   # "๖. การเปิดเผย…" is not O6
    | (?:[{_LETTER_O}][^\S\n]?)?(?P<code>\d{{1,4}})(?!{_LATIN}|\.{_LATIN})
    | (?P<to>[-‐‑–—−]+|(?:{_FILLER})*ถึง(?:{_FILLER})*(?!\.?{_THAI}))
    | (?:{_FILLER})+(?!\.?{_THAI})
    | (?P<word>{_THAI}+(?:\.[ก-๎\w]+)*\.?|{_LATIN}+(?:[-.@]{_LATIN}+)*)
    | [\s\u200b\ufeff,，;:/|&+.…·()\[\]"'“”‘’]+
    | (?P<sign>.)
    """,
    re.VERBOSE | re.MULTILINE | re.IGNORECASE,
)
_KINDS = {"code": "O", "to": "-"}
_ITEMS_OR_OTHER = re.compile("O(?:-O)*|.")


def parse_items(text: str, highest: int) -> ParsedItems:
    """The items named in `text`, of an edition whose last item is `highest`.

    Never raises. A number outside 1..highest, a range that runs backwards or on, a range mark
    with an end missing, and every other word is named back in `unknown`.
    """
    tokens = [token for token in _TOKEN.finditer(text) if token.lastgroup]
    kinds = "".join(_KINDS.get(token.lastgroup or "", "?") for token in tokens)
    numbers: list[int] = []
    unknown: list[str] = []
    for found in _ITEMS_OR_OTHER.finditer(kinds):
        part = tokens[found.start() : found.end()]
        if items := _items(part, highest):
            numbers += items
        else:
            unknown.append(text[part[0].start() : part[-1].end()])
    return ParsedItems(tuple(dict.fromkeys(numbers)), tuple(dict.fromkeys(unknown)))


def _items(part: list[re.Match[str]], highest: int) -> range:
    ends = [int(token["code"]) for token in part if token["code"]]
    if len(ends) in (1, 2) and 0 < ends[0] <= ends[-1] <= highest:
        return range(ends[0], ends[-1] + 1)
    return range(0)


class ItemStyle(StrEnum):
    """How a report writes an item; `sample` shows it."""

    LATIN = "latin"
    MIXED = "mixed"
    ZERO = "zero"

    @property
    def sample(self) -> str:
        return format_item(42, self)


def format_item(number: int, style: ItemStyle) -> str:
    """One item: "O42", "O๔๒" or "๐๔๒"."""
    match style:
        case ItemStyle.LATIN:
            return f"O{number}"
        case ItemStyle.MIXED:
            return f"O{thai_digits(number)}"
        case ItemStyle.ZERO:
            return f"๐{thai_digits(number)}"


def format_items(numbers: Iterable[int], style: ItemStyle) -> str:
    """In order, three or more in a row as a range: "O1–O3, O5, O6"."""
    return ", ".join(_format_run(first, last, style) for first, last in fold(numbers))


def _format_run(first: int, last: int, style: ItemStyle) -> str:
    joint = "–" if last - first >= 2 else ", "
    return joint.join(format_item(number, style) for number in dict.fromkeys((first, last)))


def item_range(numbers: Iterable[int], style: ItemStyle) -> str:
    """As a sentence names them: "ข้อ O1 ถึงข้อ O10", or "ข้อ O1, O3" with gaps; none gives ""."""
    match fold(numbers):
        case ():
            return ""
        case ((first, last),) if first < last:
            return f"ข้อ {format_item(first, style)} ถึงข้อ {format_item(last, style)}"
        case runs:
            return f"ข้อ {format_items(unfold(runs), style)}"


def fold(numbers: Iterable[int]) -> tuple[tuple[int, int], ...]:
    """The unbroken runs, in order, each as (first, last): 3 1 2 5 → ((1, 3), (5, 5))."""
    ordered = enumerate(sorted(set(numbers)))
    # Along a run, number and place grow together: their difference names the run.
    runs = [[n for _, n in run] for _, run in groupby(ordered, lambda pair: pair[1] - pair[0])]
    return tuple((run[0], run[-1]) for run in runs)


def unfold(runs: Iterable[tuple[int, int]]) -> tuple[int, ...]:
    """Every number of the runs: ((1, 3), (5, 5)) → 1 2 3 5."""
    return tuple(number for first, last in runs for number in range(first, last + 1))


_CODE_LETTER = "[A-Za-z0-9๐-๙_]"
_LATIN_CODE = re.compile(
    rf"(?i:{ADDRESS})|(?<!{_CODE_LETTER})O(?P<number>[1-9][0-9]?)(?!{_CODE_LETTER}|\.[0-9])"
)


def restyle(text: str, style: ItemStyle) -> str:
    """Running text with its codes O1…O99 in `style`; "CO2", links and file names are let be."""
    return _LATIN_CODE.sub(
        lambda found: format_item(int(found["number"]), style) if found["number"] else found[0],
        text,
    )
