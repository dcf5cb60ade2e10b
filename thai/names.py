"""People's names: title, first name, surname.

Pure.
"""

import re

_RANK = (
    r"ว่าที่|(?:พันจ่า|จ่าสิบ|จ่า|สิบ|ร้อย|พัน)(?:ตำรวจ)?(?:ตรี|โท|เอก)(?:\s*\(?หญิง\)?)?"
    r"|จ่าสิบตำรวจ|ดาบตำรวจ|(?:[รพจส]\.)+(?:[ตทอ]\.)+\s*\(?หญิง\)?|(?:[ก-ฮ]{1,3}\.)+"
)
# A title ends where a syllable can begin: นางสาวิตรี is นาง + สาวิตรี.
_TITLE = re.compile(
    rf"\s*(?:(?:{_RANK})\s*)*"
    r"(?:(?:นายแพทย์|แพทย์หญิง|นางสาว|นาง|นาย)\s*(?=[ก-ฮเแโใไ]))?"
    rf"(?:(?:{_RANK})\s*)*"
)


def name_parts(name: str) -> tuple[str, str, str]:
    """Title, first name and surname, "" for what there is not: นาย สมชาย ณ อยุธยา."""
    title = found[0] if (found := _TITLE.match(name)) else ""
    first, _, last = name[len(title) :].strip().partition(" ")
    return title.strip(), first, last.strip()


def initials(name: str) -> str:
    """The first consonants of first name and surname, titles left out: นายธนากร บุญมา → "ธบ".

    A leading vowel is passed over: เกษม → "ก". Latin names give capitals; no name gives "".
    """
    letters = (re.search("[ก-ฮA-Za-z]", word) for word in name_parts(name)[1:])
    return "".join(letter[0].upper() for letter in letters if letter)
