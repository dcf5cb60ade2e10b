"""User names for Thai people: Latin, readable, near the royal romanization. Pure.

A surname is of no use here: people of one office know each other by the first name.
"""

import re
from collections.abc import Collection

LONGEST = 20

_INITIALS = {
    "ก": "k", "ขฃคฅฆ": "kh", "ง": "ng", "จ": "ch", "ฉชฌ": "ch", "ซศษส": "s", "ญย": "y",
    "ฎด": "d", "ฏต": "t", "ฐฑฒถทธ": "th", "ณน": "n", "บ": "b", "ป": "p", "ผพภ": "ph",
    "ฝฟ": "f", "ม": "m", "ร": "r", "ลฬฦ": "l", "ว": "w", "หฮ": "h", "อ": "",
}  # fmt: skip
_FINALS = {
    "กขคฆ": "k", "ง": "ng", "จฉชซฎฏฐฑฒดตถทธศษส": "t", "ญณนรลฬ": "n", "บปผฝพฟภ": "p", "ม": "m",
    "ย": "i", "ว": "o", "ห": "", "ฮ": "", "อ": "",
}  # fmt: skip
_INITIAL = {letter: latin for letters, latin in _INITIALS.items() for letter in letters}
_FINAL = {letter: latin for letters, latin in _FINALS.items() for letter in letters}

_C = "[ก-ฮ]"
_V = "[ะาำิีึืุูั]"
#: Two consonants said as one, and the first consonant of a syllable, or those two.
_PAIR = "ทร|[กขคตปพผ][รลว]|ห[งญนมยรลว]"
_ONSET = f"(?P<on>(?:{_PAIR})(?={_C}|{_V})|{_C})"
#: A last consonant: one that no vowel, and no lone consonant at the end, makes a first one.
_OFF = f"(?P<off>(?:[กขคตปพผ](?![รลว]?{_V})|(?![กขคตปพผ]){_C}(?!{_V}|รร))(?!{_C}$))"
_CODA = f"{_OFF}?"
_SIGNS = {"า": "a", "ำ": "am", "ิ": "i", "ี": "i", "ึ": "ue", "ื": "ue", "ุ": "u", "ู": "u"}
#: Each vowel as it is written around its consonants, the longer ones first.
_SYLLABLES = {
    re.compile(pattern): latin
    for pattern, latin in (
        (rf"เ{_ONSET}ียว", "iao"),
        (rf"เ{_ONSET}ีย{_CODA}", "ia"),
        (rf"เ{_ONSET}ือ{_CODA}", "uea"),
        (rf"เ{_ONSET}าะ", "o"),
        (rf"เ{_ONSET}า", "ao"),
        (rf"เ{_ONSET}อ{_CODA}", "oe"),
        (rf"เ{_ONSET}ิ{_CODA}", "oe"),
        (rf"เ{_ONSET}ย(?!์)", "oei"),
        (rf"เ{_ONSET}[ะ็]?{_CODA}", "e"),
        (rf"แ{_ONSET}[ะ็]?{_CODA}", "ae"),
        (rf"โ{_ONSET}ะ?{_CODA}", "o"),
        (rf"[ไใ](?P<on>{_PAIR}|{_C})ย?", "ai"),
        (rf"{_ONSET}ัว{_CODA}", "ua"),
        (rf"{_ONSET}ัย", "ai"),
        (rf"{_ONSET}ั{_CODA}", "a"),
        (rf"{_ONSET}รร(?P<off>{_C}(?!{_V}))", "a"),
        (rf"{_ONSET}รร", "an"),
        (rf"{_ONSET}ะ", "a"),
        (rf"{_ONSET}ือ", "ue"),
        (rf"{_ONSET}(?P<sign>[าำิีึืุู])ะ?{_CODA}", ""),
        (rf"{_ONSET}วย", "uai"),
        (rf"{_ONSET}ว(?P<off>[กขงจดตทนบปมร])(?!{_V})", "ua"),
        (rf"{_ONSET}อ{_CODA}", "o"),
        (rf"(?P<on>{_PAIR}){_OFF}", "o"),
        (rf"(?P<on>{_C}){_OFF}", "o"),
        (rf"(?P<on>{_C})", "a"),
    )
}
#: What is written and not said, with its mark, and the tones.
_SILENT = re.compile(rf"(?:[ทตด]ร|ษณ|{_C})[\u0e34\u0e38]?\u0e4c|[\u0e3a\u0e48-\u0e4b\u0e46\u0e2f]")


def romanized(name: str) -> str:
    """In a–z, as near as a few rules come: "สมชาย" → "somchai"; "" where nothing can be read."""
    text, latin = _SILENT.sub("", name.lower().replace("ฤ", "ริ")), ""
    while text:
        found = next(filter(None, (syllable.match(text) for syllable in _SYLLABLES)), None)
        if found:
            latin += _spelt(found)
        elif "a" <= text[0] <= "z":
            latin += text[0]
        text = text[found.end() if found else 1 :]
    return latin


def _spelt(found: re.Match[str]) -> str:
    parts = found.groupdict()
    vowel = _SYLLABLES[found.re] or _SIGNS[parts["sign"]]
    onset = parts["on"]
    if onset == "ทร":
        first = "s"
    else:
        said = onset[1:] if onset[0] == "ห" else ""
        first = "".join(_INITIAL[letter] for letter in said or onset)
    return first + vowel + _FINAL.get(parts.get("off") or "", "")


def propose(first_name: str, last_name: str, taken: Collection[str]) -> str:
    """A name not among those taken: somchai, somchai.j, then somchai2, somchai3 …

    The first name comes without its title.
    """
    first = romanized(first_name)[:LONGEST] or "user"
    surname = romanized(last_name)
    for name in filter(
        None, (first if len(first) > 2 else "", surname and f"{first}.{surname[0]}")
    ):
        if name not in taken:
            return name
    number = 2
    while f"{first}{number}" in taken:
        number += 1
    return f"{first}{number}"
