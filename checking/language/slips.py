"""Slips of typing: those an import proposes to mend, and some that only a reader's eye would.

Pure. Each text is read once and remembered, since a round is checked far oftener than written.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from checking.language.authority import foreign_words
from checking.language.fault import Fault, FaultKind
from checking.language.unit_names import misspelled_units
from checking.language.vocabulary import Vocabulary
from measures.importing.mends import propose

_KIND_OF = {
    "พิมพ์ผิด": FaultKind.SLIP,
    "มีช่องว่างในคำ": FaultKind.TORN,
    "มีคำว่า แล้วเสร็จ ซ้ำ": FaultKind.DOUBLED,
    "หลัง พ.ศ. เว้นหนึ่งวรรค": FaultKind.ERA,
    "ระหว่างเดือนใช้ขีดยาว": FaultKind.DASH,
    "เลขไทยในลิงก์ทำให้เปิดไม่ได้": FaultKind.URL_DIGITS,
}
#: The same letters again at once, or the same word after a space. Not so long that a forged text
#: would keep the reader busy.
_TWICE = re.compile(
    r"(?P<word>[ก-๎]{5,60})(?P=word)"
    r"|(?<!\S)(?P<whole>[ก-๎]{4,60})[ \u00a0]+(?P=whole)(?!\S)"
    r"|(?P<done>แล้วเสร็จ|เรียบร้อยแล้ว)\s+(?P=done)"
)
#: Words that are wrong wherever they stand, each with the right one; and เ typed twice for แ.
_COMMON = dict(
    line.split()
    for line in Path(__file__)
    .with_name("common_slips.txt")
    .read_text(encoding="utf-8")
    .splitlines()
) | {"เเ": "แ"}
_WRONG = re.compile("|".join(map(re.escape, _COMMON)))
_ERA_WITHOUT_DOT = re.compile(r"พ\.ศ(?!\.)\s*(?=25\d\d|๒๕[๐-๙]{2})")


@lru_cache(maxsize=8192)
def faults_of(text: str, vocabulary: Vocabulary) -> tuple[Fault, ...]:
    """Everything wrong with the words of a text, in its order; no two overlap."""
    found, taken = [], bytearray(len(text))
    for fault in _all(text, vocabulary):
        if not any(taken[fault.start : fault.end]):
            taken[fault.start : fault.end] = b"\1" * len(fault.found)
            found.append(fault)
    return tuple(sorted(found, key=lambda fault: fault.start))


def _all(text: str, vocabulary: Vocabulary) -> Iterator[Fault]:
    for mend in propose(text, vocabulary.whole_words):
        yield Fault(_KIND_OF[mend.reason], mend.start, mend.found, mend.instead)
    yield from _doubled(text)
    for found in _WRONG.finditer(text):
        yield Fault(FaultKind.SLIP, found.start(), found[0], _COMMON[found[0]])
    for found in _ERA_WITHOUT_DOT.finditer(text):
        yield Fault(FaultKind.ERA, found.start(), found[0], "พ.ศ. ")
    yield from foreign_words(text, vocabulary)
    yield from misspelled_units(text, vocabulary.unit_names)


def _doubled(text: str) -> Iterator[Fault]:
    for found in _TWICE.finditer(text):
        word = found["word"] or found["whole"] or found["done"]
        yield Fault(FaultKind.DOUBLED, found.end() - len(word), word)
