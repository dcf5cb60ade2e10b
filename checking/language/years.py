"""Years and days that a text speaks of, told apart from those that only name something.

Pure. ระเบียบ … พ.ศ. 2560, ลงวันที่ 3 มกราคม 2562 and แผนพัฒนา (พ.ศ. 2566 – 2570) are names.
"""

import re
from collections.abc import Collection
from datetime import date, timedelta

from thai.dates import MONTH_ABBREVIATIONS, MONTHS, FiscalYear, parse_date
from thai.digits import arabic_digits

_OF_A_YEAR = re.compile(
    r"(?:ปีงบประมาณ|ประจำปี|ของปี|รอบปี|(?<![ก-๎])ปี)\s*(?:พ\.?\s?ศ\.?)?\s*(?P<year>25\d\d)(?!\d)"
    r"(?!\s*(?:[-–—]|ถึง)\s*(?:พ\.?\s?ศ\.?)?\s*(?:25)?\d\d)"
)
_RANGE_BEFORE = re.compile(r"25\d\d\s*(?:[-–—]|ถึง|และ)\s*(?:ปีงบประมาณ|ปี)?\s*(?:พ\.?\s?ศ\.?)?\s*$")
#: Another year is spoken of on purpose: what came of it led to this year's work.
_LOOKS_BACK = re.compile(
    r"ผลการประเมิน|คะแนน|เปรียบเทียบ|เทียบกับ|วิเคราะห์|ปีที่ผ่านมา|ปีที่แล้ว|ปีก่อน|ต่อเนื่องจาก|ข้อบกพร่อง|จากปี"
)


def other_years(text: str, right: Collection[int]) -> tuple[int, ...]:
    """The years it is about, where none of them is right."""
    plain = arabic_digits(text)
    said = [
        int(found["year"])
        for found in _OF_A_YEAR.finditer(plain)
        if not _RANGE_BEFORE.search(plain[: found.start("year")])
    ]
    if not said or set(said) & set(right) or _LOOKS_BACK.search(plain):
        return ()
    return tuple(dict.fromkeys(said))


_MONTH = "|".join(re.escape(name) for name in (*MONTHS, *MONTH_ABBREVIATIONS))
_DAY = re.compile(
    rf"(?:\d{{1,2}}|เดือน)\s*(?:{_MONTH})\s*(?:พ\.?\s?ศ\.?)?\s*25\d\d(?!\d)"
    r"|(?<![\d/])\d{1,2}/\d{1,2}/25\d\d(?!\d)"
)
#: The day of a document, which says when the document was signed and not when the work was done.
_OF_A_DOCUMENT = re.compile(
    r"(?:ลงวันที่|ลง|ประกาศ\s*(?:ณ\s*)?วันที่|มติ[^.]{0,60}วันที่|บังคับ[^\s]*\s*วันที่)\s*$"
)
#: A year's report is published in the months after it.
_AFTER = timedelta(days=183)


def days_of_another_year(text: str, year: FiscalYear) -> tuple[str, ...]:
    """The days of work it names, where none of them falls in the year or soon after it."""
    plain = arabic_digits(text)
    outside = []
    for found in _DAY.finditer(plain):
        if _OF_A_DOCUMENT.search(plain[: found.start()]):
            continue
        day = _day(found[0])
        if day is None:
            continue
        if year.first_day <= day <= year.last_day + _AFTER:
            return ()
        outside.append(found[0])
    return tuple(dict.fromkeys(outside))


def _day(typed: str) -> date | None:
    """Of a month alone its first day."""
    try:
        return parse_date(typed.replace("เดือน", "1 "))
    except ValueError:
        return None


def years_named(*texts: str) -> frozenset[int]:
    """Every B.E. year written in them."""
    return frozenset(
        int(year) for text in texts for year in re.findall(r"(?<!\d)25\d\d(?!\d)", text)
    )
