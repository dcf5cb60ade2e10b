"""A stretch of a text that is wrong, and what should stand there."""

import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from thai.shortening import shortened
from tracking.differences import Kind, Piece


class FaultKind(StrEnum):
    SLIP = "slip"
    TORN = "torn"
    DOUBLED = "doubled"
    ERA = "era"
    DASH = "dash"
    URL_DIGITS = "url-digits"
    AUTHORITY = "authority"
    UNIT_NAME = "unit-name"


@dataclass(frozen=True)
class Fault:
    """`found` stands at `start`; `instead` is proposed, empty where it should go."""

    kind: FaultKind
    start: int
    found: str
    instead: str = ""

    @property
    def end(self) -> int:
        return self.start + len(self.found)


#: So many characters of the text around a fault let the reader know the place.
_AROUND = 24
_LONGEST = 160


def quoted(text: str, fault: Fault) -> tuple[Piece, ...]:
    """The fault with what stands around it, cut between letters, never before a mark."""
    start, end = _cut(text, max(0, fault.start - _AROUND)), min(len(text), fault.end + _AROUND)
    while end < len(text) and _goes_on(text[end]):
        end += 1
    pieces = (
        (Kind.SAME, ("…" if start else "") + text[start : fault.start]),
        (Kind.REMOVED, fault.found),
        (Kind.ADDED, fault.instead),
        (Kind.SAME, text[fault.end : end] + ("…" if end < len(text) else "")),
    )
    return tuple(Piece(kind, words) for kind, words in pieces if words)


def _cut(text: str, start: int) -> int:
    while start and (_goes_on(text[start]) or text[start - 1] in "เแโใไ"):
        start -= 1
    return start


def _goes_on(letter: str) -> bool:
    """A mark or vowel that stands on the letter before it."""
    return letter in "ะาำๅ" or unicodedata.category(letter) == "Mn"


def plain(text: str) -> tuple[Piece, ...]:
    """A text as a quotation without a fault marked in it, in one line and not too long."""
    return (Piece(Kind.SAME, shortened(text, _LONGEST)),)
