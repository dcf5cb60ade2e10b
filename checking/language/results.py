"""Whether the text of a result says anything that an assessor could look up.

Pure.
"""

import re
from functools import lru_cache
from pathlib import Path

from thai.digits import arabic_digits

#: What may be said of any work at all.
_OF_ANY_WORK = Path(__file__).with_name("of_any_work.txt").read_text(encoding="utf-8").split()
#: Longer words first, for each is taken out where it is found.
_WORDS = "|".join(map(re.escape, sorted(_OF_ANY_WORK, key=len, reverse=True)))
_SAYS_NOTHING = re.compile(rf"{_WORDS}|25\d\d")
_BETWEEN = re.compile(r"[\s.,:;…\-–—/*•()“”\"'ฯ\u200b]+")


@lru_cache(maxsize=8192)
def says_nothing(text: str, names: tuple[str, ...] = ()) -> bool:
    """Only that it is done, whoever did it: `names` are of units and of the office."""
    bare = _BETWEEN.sub("", arabic_digits(text))
    for name in sorted(names, key=len, reverse=True):
        bare = bare.replace(_BETWEEN.sub("", name), "")
    return not _SAYS_NOTHING.sub("", bare.replace("พ.ศ", "พศ"))


_PLAN = re.compile(
    r"(?<![ก-๎])จะ|(?:และ|โดย|ว่า|แผน|กำหนด|ซึ่ง|ก็|เพื่อ|ปลัด|คลัง|ช่าง|ราชการ|งาน|ต่อไป)จะ(?!เห็น)"
    r"|วางแผน|มีแผน|คาดว่า|มีกำหนดการ|มีกำหนดจะ|(?<!ที่)กำหนด(?:จัด|ดำเนิน|เผยแพร่|ประชุม)|เตรียม(?:การ|จะ|จัด|ดำเนิน)|อยู่ระหว่าง(?:การ)?(?:จัด)?เตรียม|อยู่ในแผน"
)
_DONE = re.compile(
    r"แล้ว|เสร็จ|เรียบร้อย|เมื่อ(?:วันที่|เดือน)|ได้(?:ดำเนิน|จัด|เผยแพร่|นำ|ปรับ|แจ้ง|ประชา|มี|รับ|ประชุม|อบรม|แต่งตั้ง|ประกาศ)"
    r"|ลงวันที่|[\d๐-๙]\s*(?:คน|ราย|ครั้ง|ฉบับ|แห่ง|จุด|รุ่น|เรื่อง|โครงการ)|จำนวน\s*[\d๐-๙]"
)


def is_a_plan(text: str) -> bool:
    """What is going to be done, and nothing that has been."""
    return bool(_PLAN.search(text)) and not _DONE.search(text)


_NOTHING_SAID = re.compile(r"[\s\-–—.]*")


def is_blank(text: str) -> bool:
    """Nothing, or a dash."""
    return _NOTHING_SAID.fullmatch(text) is not None
