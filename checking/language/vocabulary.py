"""The words a text is read with: those no space may divide, the office's own names, its kind."""

import re
from dataclasses import dataclass
from enum import StrEnum


class Authority(StrEnum):
    """The kinds of local authority, each with words of its own."""

    SUBDISTRICT = "อบต."
    MUNICIPALITY = "เทศบาล"
    PROVINCE = "อบจ."
    OTHER = ""


@dataclass(frozen=True)
class Vocabulary:
    whole_words: frozenset[str] = frozenset()
    unit_names: tuple[str, ...] = ()
    office: str = ""
    short_name: str = ""
    authority: Authority = Authority.OTHER

    @property
    def names(self) -> tuple[str, ...]:
        """Of the office and its units: naming who did it says nothing of what was done."""
        return (*self.unit_names, self.office, self.short_name)


_KINDS = [
    (r"องค์การบริหารส่วนตำบล|อบต\.?", Authority.SUBDISTRICT),
    (r"เทศบาล|ทต\.|ทม\.|ทน\.", Authority.MUNICIPALITY),
    (r"องค์การบริหารส่วนจังหวัด|อบจ\.?", Authority.PROVINCE),
]


def authority_of(name: str) -> Authority:
    """By the words its name begins with."""
    bare = name.strip()
    return next((kind for words, kind in _KINDS if re.match(words, bare)), Authority.OTHER)
