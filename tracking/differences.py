"""What changed from one text to the next, cut where a Thai reader would cut it.

Pure. Thai puts no spaces between words, so the smallest piece here is what is written as one: a
consonant with its marks and vowels, or a whole run of digits and Latin letters (2570, E–Service).
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise

_MARKS = (
    "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"  # Thai, above and below the line
    "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
    "\u200c\u200d\ufe00-\ufe0f\U0001f3fb-\U0001f3ff"  # joined and coloured emoji
)
_RUN = "0-9๐-๙A-Za-zÀ-ÖØ-öø-ɏ"
_WRITTEN_AS_ONE = re.compile(
    rf"[{_RUN}][{_RUN}{_MARKS}]*(?:[-–—_.,:/@#&+=?%~]+[{_RUN}][{_RUN}{_MARKS}]*)*"
    r"|\r?\n"
    # A vowel before its consonant, marks, and the vowels that follow: เพื่, ร้า, ทำ, จะ.
    rf"|[เ-ไ]?[^\n][{_MARKS}]*(?:\u200d[^\n][{_MARKS}]*)*[ะาำๅ]*[{_MARKS}]*"
)
#: Fewer equal pieces than this between two changes are not worth the reader's jump.
_ISLAND = 4
#: So many equal pieces are worth it, however long the changes around them.
_LONG_ISLAND = 12
#: How many pairs of equal pieces are looked at before the rest is called rewritten: a tenth of a
#: second. It is reached by 10,000 characters with hardly a sentence left, or by a forged text.
_MOST_WORK = 1_500_000


#: A stretch that stayed the same: its place in the old pieces, in the new ones, and its length.
Island = tuple[int, int, int]


class Kind(StrEnum):
    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True)
class Piece:
    kind: Kind
    text: str


@lru_cache(maxsize=512)
def differences(old: str, new: str) -> tuple[Piece, ...]:
    """The pieces of both texts in reading order, what was removed before what replaced it.

    The same and the removed pieces together are `old`, the same and the added ones are `new`.
    """
    before, after = _WRITTEN_AS_ONE.findall(old), _WRITTEN_AS_ONE.findall(new)
    head = _same_at_start(before, after)
    tail = _same_at_start(before[head:][::-1], after[head:][::-1])
    olds, news = before[head : len(before) - tail], after[head : len(after) - tail]
    pieces = [
        (Kind.SAME, before[:head]),
        *_middle(olds, news),
        (Kind.SAME, before[len(before) - tail :]),
    ]
    return tuple(Piece(kind, "".join(text)) for kind, text in pieces if text)


def _same_at_start(one: Sequence[str], other: Sequence[str]) -> int:
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(one), len(other)))


def _middle(olds: list[str], news: list[str]) -> Iterator[tuple[Kind, list[str]]]:
    """Removed and added in turn, with what stayed the same between them."""
    done_old = done_new = 0
    ends = (0, 0, 0), (len(olds), len(news), 0)
    for at_old, at_new, size in [*_worth_reading(_islands(olds, news), *ends), ends[1]]:
        yield Kind.REMOVED, olds[done_old:at_old]
        yield Kind.ADDED, news[done_new:at_new]
        yield Kind.SAME, olds[at_old : at_old + size]
        done_old, done_new = at_old + size, at_new + size


def _worth_reading(islands: list[Island], start: Island, end: Island) -> Iterator[Island]:
    """Leave out those shorter than a change beside them: they are the same by chance."""
    for island, before, after in zip(islands, [start, *islands], [*islands[1:], end], strict=False):
        changes = [
            max(at_old - left_old - size, at_new - left_new - size)
            for (left_old, left_new, size), (at_old, at_new, _) in pairwise([before, island, after])
        ]
        if island[2] >= min(_LONG_ISLAND, *changes):
            yield island


def _islands(olds: list[str], news: list[str]) -> list[Island]:
    """Where long enough a stretch stayed the same."""
    matcher, places = SequenceMatcher(None, olds, news, autojunk=False), Counter(news)
    found, left_to_search, work = [], [(0, len(olds), 0, len(news))], 0
    while left_to_search:
        start, end, low, high = left_to_search.pop()
        work += sum(places[piece] for piece in olds[start:end])
        if work > _MOST_WORK:
            break
        at_old, at_new, size = matcher.find_longest_match(start, end, low, high)
        if size >= _ISLAND:
            found.append((at_old, at_new, size))
            left_to_search += [
                (start, at_old, low, at_new),
                (at_old + size, end, at_new + size, high),
            ]
    return sorted(found)
