"""Units named with an @ in running text, where Thai puts no space after a name."""

import re
from collections.abc import Iterable

#: An @ inside an address or an account's name mentions nobody.
_MENTION = re.compile(r"(?<![A-Za-z0-9._%+-])@(?=\S)")


def mentioned(text: str, names: Iterable[str]) -> list[str]:
    """The names that follow an @ in the text, each once, in the order they appear.

    Of two names that both fit the longer is meant: @กองคลังและพัสดุ is not @กองคลัง.
    """
    longest_first = sorted(names, key=len, reverse=True)
    found = (
        next((name for name in longest_first if text.startswith(name, at.end())), None)
        for at in _MENTION.finditer(text)
    )
    return list(dict.fromkeys(name for name in found if name))
