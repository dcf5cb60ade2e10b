"""Thai dictionary order: which of two names comes first in a list.

Pure. As in the Royal Institute's dictionary, a vowel written before its consonant is read after
it, and what stands above the line to mark a tone, a short vowel or a silent letter decides only
between names that are otherwise the same.
"""

import re

from thai.digits import arabic_digits, composed

_LEADING_VOWEL = re.compile("([เ-ไ])([ก-ฮ])")
#: ็ ่ ้ ๊ ๋ ์, in the order of the dictionary, which is that of their codes.
_LETTER_AND_MARKS = re.compile("([^\u0e47-\u0e4c])([\u0e47-\u0e4c]*)")
_NUMBER = re.compile("([0-9]+)")


def dictionary_key(name: str) -> tuple[object, ...]:
    """To sort by: `sorted(names, key=dictionary_key)`. Numbers count: หมู่ที่ 2 before หมู่ที่ 10."""
    read = _LEADING_VOWEL.sub(r"\2\1", arabic_digits(composed(name)).casefold().strip())
    pairs = _LETTER_AND_MARKS.findall(read)
    letters = "".join(letter for letter, _ in pairs)
    return _with_numbers(letters), tuple(marks for _, marks in pairs), name


def _with_numbers(letters: str) -> tuple[int | str, ...]:
    """Text and numbers by turns, text first, so that like is compared with like."""
    parts = _NUMBER.split(letters)
    return tuple(int(part) if place % 2 else part for place, part in enumerate(parts))
