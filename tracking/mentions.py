"""Units named with an @ in running text, where Thai puts no space after a name."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

# An @ inside an address or an account's name mentions nobody.
_AT = r"(?<![A-Za-z0-9._%+-])@"
_NOTHING = r"(?!)"


@dataclass(frozen=True)
class Part:
    text: str
    is_mention: bool


def mentioned(text: str, names: Iterable[str]) -> list[str]:
    """The names that follow an @ in the text, each once, in the order they appear.

    Of two names that both fit the longer is meant: @กองคลังและพัสดุ is not @กองคลัง.
    """
    meant = {_spaced(name): name for name in names}
    found = _pattern(meant).finditer(text)
    return list(dict.fromkeys(meant[_spaced(at["name"])] for at in found))


def unknown(text: str, names: Iterable[str]) -> list[str]:
    """What follows an @ and begins with none of the names, up to the next space."""
    names = list(names)
    rest = _pattern(names).sub(" ", text)
    found = (name.rstrip(".,;:!?)]”\"'") for name in re.findall(rf"{_AT}(\S{{1,60}})", rest))
    return list(dict.fromkeys(filter(None, found)))


def parts(text: str, names: Iterable[str]) -> list[Part]:
    """The text in pieces, those that mention one of these names marked."""
    pieces = re.split(f"({_pattern(names, groups=False).pattern})", text)
    return [Part(piece, place % 2 == 1) for place, piece in enumerate(pieces) if piece]


def _pattern(names: Iterable[str], groups: bool = True) -> re.Pattern[str]:
    """An @ and a name, the longest that fits; where a name has a space any will do."""
    spaced = sorted({_spaced(name) for name in names}, key=len, reverse=True)
    either = "|".join(r"\s+".join(map(re.escape, name.split())) for name in spaced)
    return re.compile(f"{_AT}({'?P<name>' if groups else '?:'}{either or _NOTHING})")


def _spaced(name: str) -> str:
    return " ".join(name.split())
