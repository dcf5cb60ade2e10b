"""Whether the text of a result says anything that an assessor could look up.

Pure.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from ita_tracker.thai import arabic_digits

#: What may be said of any work at all. Longer words first, for they are taken out in this order.
_OF_ANY_WORK = sorted(
    (
        "ผลการดำเนินการ ผลการดำเนินงาน ดำเนินการ ดำเนินงาน ปฏิบัติงาน ปฏิบัติ จัดทำ กระทำ ทำ ได้ มี การ งาน "
        "แล้ว เสร็จ สิ้น สมบูรณ์ เรียบร้อย ครบถ้วน ถูกต้อง ครบ ทุกประการ ทุกข้อ ทุกรายการ ทุกกิจกรรม ทุกหัวข้อ ทั้งหมด "
        "ทั้งสิ้น ทั้ง ตาม ที่ กำหนด ไว้ แผนงาน แผน มาตรการ เป้าหมาย วัตถุประสงค์ ระยะเวลา ภายใน กำหนดเวลา เวลา "
        "วิธีการ ขั้นตอน กรอบ เป็นไป เป็นที่ เป็น ด้วยดี ด้วย ความ ร้อยละ เปอร์เซ็นต์ 100 % และ โดย ทุกส่วนราชการ "
        "ส่วนราชการ ทุกหน่วยงาน หน่วยงาน ทุกส่วน ทุกกอง ที่เกี่ยวข้อง เกี่ยวข้อง ผู้รับผิดชอบ รับผิดชอบ ของ ใน ปีงบประมาณ "
        "ประจำปี พ.ศ. พศ อยู่ระหว่าง กำลัง ยังไม่ ไม่ ดังกล่าว ข้างต้น ต่อเนื่อง ตลอดปี ตลอด อย่าง เผยแพร่ เปิดเผย ประกาศ "
        "ข้อมูล ลง ขึ้น บน ทาง นำ เว็บไซต์หลัก เว็บไซต์ เว็บไซด์ เวปไซต์ เอกสาร ต่างๆ จริง สำเร็จ ลุล่วง ผล ปกติ "
        "ค่ะ ครับ แห่ง ให้ ถูก บรรลุ เต็ม แต่ละ ส่วน ข้อ"
    ).split(),
    key=len,
    reverse=True,
)
_SAYS_NOTHING = re.compile(rf"{'|'.join(map(re.escape, _OF_ANY_WORK))}|25\d\d")
_BETWEEN = re.compile(r"[\s.,:;…\-–—/*•()“”\"'ฯ\u200b]+")


@lru_cache(maxsize=8192)
def says_nothing(text: str, names: tuple[str, ...] = ()) -> bool:
    """Only that it is done, whoever did it: `names` are of units and of the office."""
    bare = _BETWEEN.sub("", arabic_digits(text))
    for name in sorted(names, key=len, reverse=True):
        bare = bare.replace(_BETWEEN.sub("", name), "")
    return not _SAYS_NOTHING.sub("", bare.replace("พ.ศ", "พศ"))


_PLAN = re.compile(
    r"(?<![ก-๎])จะ|(?:และ|โดย|ว่า|แผน|กำหนด|ซึ่ง|ก็|เพื่อ|ที่|ปลัด|คลัง|ช่าง|ราชการ|งาน|ต่อไป)จะ(?!เห็น)"
    r"|วางแผน|มีแผน|คาดว่า|มีกำหนดการ|มีกำหนดจะ|เตรียม(?:การ|จะ|จัด|ดำเนิน)|อยู่ระหว่างเตรียม|อยู่ในแผน"
)
_DONE = re.compile(
    r"แล้ว|เสร็จ|เรียบร้อย|เมื่อ(?:วันที่|เดือน)|ได้(?:ดำเนิน|จัด|เผยแพร่|นำ|ปรับ|แจ้ง|ประชา|มี|รับ|ประชุม|อบรม|แต่งตั้ง|ประกาศ)"
    r"|ลงวันที่|จำนวน\s*[\d๐-๙]"
)


def is_a_plan(text: str) -> bool:
    """What is going to be done, and nothing that has been."""
    return bool(_PLAN.search(text)) and not _DONE.search(text)


_NOTHING_SAID = re.compile(r"[\s\-–—.]*")


def is_blank(text: str) -> bool:
    """Nothing, or a dash."""
    return _NOTHING_SAID.fullmatch(text) is not None
