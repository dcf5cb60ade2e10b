"""What each column of an office's table holds, told by its heading.

Pure. Headings differ from office to office; a column that none of the words fits is kept as text.
"""

import re
from collections.abc import Sequence
from enum import StrEnum

from measures.importing.tables import Row


class Column(StrEnum):
    NUMBER = "ที่"
    TITLE = "มาตรการ"
    AIMS = "เป้าหมาย"
    METHOD = "วิธีการดำเนินการ"
    RESPONSIBLE = "ผู้รับผิดชอบ"
    TIMEFRAME = "ระยะเวลา"
    ITEMS = "ข้อ O"
    RESULT = "ผลการดำเนินการ"


#: Tried in this order on a heading without its spaces: the first that is found in it decides.
_WORDS = [
    (Column.TITLE, r"^มาตรการ"),
    (Column.NUMBER, r"^(ที่|ลำดับ(ที่)?|ข้อ(ที่)?|no\.?)$"),
    (Column.RESPONSIBLE, r"รับผิดชอบ|เจ้าภาพ|ผู้ดำเนินการ"),
    (Column.TIMEFRAME, r"ระยะเวลา|ห้วงเวลา|กำหนดเวลา|กำหนดการ|กำหนดแล้วเสร็จ|ช่วงเวลา|^เวลา|วันที่ดำเนิน"),
    (Column.RESULT, r"^(การ)?(รายงาน)?ผล|ความก้าวหน้า|ผลการ(ดำเนิน|ปฏิบัติ)|ผลสัมฤทธิ์|ผลลัพธ์"),
    (Column.METHOD, r"วิธี|แนวทาง|ขั้นตอน|การดำเนินการ$|การดำเนินงาน$|^การปฏิบัติ"),
    (Column.ITEMS, r"^(ข้อ)?(oit|o)$|ข้อoit|ข้อo|^ตัวชี้วัดoit"),
    (Column.AIMS, r"เป้าหมาย|วัตถุประสงค์"),
    (Column.TITLE, r"มาตรการ"),
]
#: Names the measures where no column says มาตรการ.
_INSTEAD = r"กิจกรรม|โครงการ|ประเด็น"
#: A row with fewer known headings than this is no heading row.
_ENOUGH = 3
_LONGEST = 60


def recognise(row: Row) -> dict[int, Column] | None:
    """The column at each place of a heading row; None when the row is not one.

    Of two places for one column the first is taken.
    """
    bare = [re.sub(r"\s+", "", cell).lower() for cell in row]
    found: dict[int, Column] = {}
    for place, heading in enumerate(bare):
        column = _column(heading)
        if column and column not in found.values():
            found[place] = column
    if Column.TITLE not in found.values():
        other = (i for i, heading in enumerate(bare) if i not in found and _says(heading, _INSTEAD))
        found |= dict.fromkeys([*other][:1], Column.TITLE)
    if len(found) < _ENOUGH or Column.TITLE not in found.values():
        return None
    return found


def _column(heading: str) -> Column | None:
    return next((column for column, words in _WORDS if _says(heading, words)), None)


def _says(heading: str, words: str) -> bool:
    """A heading is short; a sentence that has the word in it is not one."""
    return 0 < len(heading) <= _LONGEST and re.search(words, heading) is not None


def is_heading(row: Sequence[str], columns: dict[int, Column]) -> bool:
    """Whether the row only repeats the heading, as it does on each page or at each table."""
    again = recognise(tuple(row))
    return again is not None and set(again.values()) <= set(columns.values())
