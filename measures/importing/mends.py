"""Slips of typing and of text recognition that a document of this kind is known for.

Pure. A mend is proposed, never made unasked; applying one may uncover the next.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from thai.dates import MONTH_ABBREVIATIONS, MONTHS
from thai.digits import arabic_digits


@dataclass(frozen=True)
class Mend:
    """`found` stands at `start` of the text; `instead` is proposed, for `reason`."""

    start: int
    found: str
    instead: str
    reason: str

    @property
    def end(self) -> int:
        return self.start + len(self.found)


_MONTH = "|".join(re.escape(name) for name in (*MONTHS, *MONTH_ABBREVIATIONS))
_SLIP = "พิมพ์ผิด"
#: What is found, what is proposed, and why; tried in this order, so that no two overlap.
_RULES: list[tuple[str, str | Callable[[re.Match[str]], str], str]] = [
    (r"https?://\S*[๐-๙]\S*", lambda found: arabic_digits(found[0]), "เลขไทยในลิงก์ทำให้เปิดไม่ได้"),
    (r"ยื่นใช้(?=\s*(?:ทรัพย์สิน|พัสดุ|ครุภัณฑ์))", "ยืมใช้", _SLIP),
    (r"(?:จุ|รุ)รการ", "ธุรการ", _SLIP),
    (r"องค์กรประกอบ", "องค์ประกอบ", _SLIP),
    (r"องค์กร(?:\s*การ)?(?=\s*บริหาร\s*ส่วน)", "องค์การ", _SLIP),
    (r"ชั้นต่ำ", "ขั้นต่ำ", _SLIP),
    (r"(?<=\bE)-\s+(?:s|S)ervice", "-Service", "มีช่องว่างในคำ"),
    (r"พ\.ศ\.(?=[\d๐-๙])", "พ.ศ. ", "หลัง พ.ศ. เว้นหนึ่งวรรค"),
    (rf"(?<=[ก-์.])\s*[-−]\s*(?=(?:{_MONTH})(?:\s|\d|[๐-๙]|$))", " – ", "ระหว่างเดือนใช้ขีดยาว"),
]
_DONE = "แล้วเสร็จ"
#: A word this long is itself wherever it begins; a shorter one may be a part of two others.
_LONG = 12
#: "รายงาน แผนงาน" is no งานแผน torn apart: what stands before it in its own word says so.
_SPACES = re.compile(r"[ \t\u00a0\u200b]")


def propose(text: str, words: Iterable[str]) -> list[Mend]:
    """What could be mended in the text, in its order; `words` are those no space may divide."""
    found: list[Mend] = []
    for mend in (*_slips(text), *_doubled(text), *_torn(text, words)):
        if all(mend.end <= other.start or other.end <= mend.start for other in found):
            found.append(mend)
    return sorted(found, key=lambda mend: mend.start)


def apply(text: str, mends: Iterable[Mend]) -> str:
    """The text with these mends made; raises ValueError for a mend of some other text."""
    for mend in sorted(mends, key=lambda mend: mend.start, reverse=True):
        if text[mend.start : mend.end] != mend.found:
            raise ValueError(f"{mend.found!r} is not at {mend.start}")
        text = text[: mend.start] + mend.instead + text[mend.end :]
    return text


def apply_all(text: str, words: Iterable[str]) -> str:
    """The text mended until nothing more is proposed."""
    words = tuple(words)
    while mends := propose(text, words):
        text = apply(text, mends)
    return text


def _slips(text: str) -> Iterator[Mend]:
    for pattern, instead, reason in _RULES:
        for found in re.finditer(pattern, text):
            proposed = instead(found) if callable(instead) else instead
            if proposed != found[0]:
                yield Mend(found.start(), found[0], proposed, reason)


def _doubled(text: str) -> Iterator[Mend]:
    """A result that begins as done and ends as done."""
    said = text.rstrip()
    if said.startswith(f"ดำเนินการ{_DONE}") and said.endswith(_DONE) and said.count(_DONE) > 1:
        bare = said.removesuffix(_DONE).rstrip()
        yield Mend(len(bare), text[len(bare) :], "", "มีคำว่า แล้วเสร็จ ซ้ำ")


def _torn(text: str, words: Iterable[str]) -> Iterator[Mend]:
    """Words with spaces inside them."""
    letters = [(place, letter) for place, letter in enumerate(text) if not _SPACES.match(letter)]
    closed = "".join(letter for _, letter in letters)
    known = "|".join(map(re.escape, sorted(set(words), key=len, reverse=True)))
    for found in re.finditer(known, closed) if known else ():
        begin, end = letters[found.start()][0], letters[found.end() - 1][0] + 1
        is_torn = end - begin > len(found[0])
        at_a_start = begin == 0 or not re.match(r"[ก-๎A-Za-z]", text[begin - 1])
        if is_torn and (at_a_start or len(found[0]) >= _LONG):
            yield Mend(begin, text[begin:end], found[0], "มีช่องว่างในคำ")
