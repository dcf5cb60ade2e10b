"""A unit's name spelled a little otherwise than the office's own: งานนิติกร for งานนิติการ.

Pure. Thai says nowhere where a name ends, so a near name counts only before a space, a digit or a
word that cannot go on a name.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from checking.language.fault import Fault, FaultKind

_BEGINS = re.compile(r"หน่วย|งาน|กอง|สำนัก|ฝ่าย|ศูนย์")
_LETTERS = re.compile(r"[เ-ไ]?[ก-ฮ][\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]*[ะาำๅ]*")
_ENDS = re.compile(r"$|[^ก-๎]|ได้|ดำเนิน|และ|ร่วม|เป็น|ข้อ|จัด|นำ|ที่|ใน|ของ|ปรับ|ส่ง|แจ้ง|รับ|เพื่อ|ให้|เผยแพร่")
#: A shorter name is near too many words.
_SHORTEST = 5


def misspelled_units(text: str, names: Sequence[str]) -> Iterator[Fault]:
    for begin in _BEGINS.finditer(text):
        after = text[begin.start() : begin.start() + 60]
        near = None if after.startswith(tuple(names)) else _near(after, names)
        if near:
            yield Fault(FaultKind.UNIT_NAME, begin.start(), *near)


def _near(after: str, names: Sequence[str]) -> tuple[str, str] | None:
    ends = [found.end() for found in _LETTERS.finditer(_one_word(after))]
    for name in names:
        other = _otherwise_headed(name)
        if after.startswith(other):
            return other, name
        wanted = _letters(name)
        for size in (len(wanted), len(wanted) - 1, len(wanted) + 1):
            if len(wanted) < _SHORTEST or not 0 < size <= len(ends):
                continue
            found = after[: ends[size - 1]]
            if _ENDS.match(after, len(found)) and _one_letter_apart(_letters(found), wanted):
                return found, name
    return None


def _otherwise_headed(name: str) -> str:
    """หน่วยงานตรวจสอบภายใน for หน่วยตรวจสอบภายใน, and the other way round."""
    head, other = ("หน่วยงาน", "หน่วย") if name.startswith("หน่วยงาน") else ("หน่วย", "หน่วยงาน")
    return name.replace(head, other, 1)


def _one_word(text: str) -> str:
    return found[0] if (found := re.match("[ก-๎]+", text)) else ""


@lru_cache(maxsize=4096)
def _letters(text: str) -> tuple[str, ...]:
    """Consonants, each with its marks and vowels."""
    return tuple(_LETTERS.findall(text))


def _one_letter_apart(some: Sequence[str], others: Sequence[str]) -> bool:
    """One letter changed, left out or put in, the first being the same."""
    same = 0
    while same < min(len(some), len(others)) and some[same] == others[same]:
        same += 1
    if not same or (same == len(some) == len(others)):
        return False
    rest, other = some[same:], others[same:]
    return rest[1:] == other[1:] or rest[1:] == other or rest == other[1:]
