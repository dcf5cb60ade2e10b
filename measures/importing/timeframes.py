"""The months a document names, as offices write them: "ก.พ. – เม.ย. ๒๕๖๖", "ตลอดปีงบประมาณ".

Pure. A year may be missing, have two digits, or stand once for both ends.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from thai.dates import MONTH_ABBREVIATIONS, MONTHS, FiscalYear, be_year, month_range
from thai.digits import arabic_digits


@dataclass(frozen=True)
class Timeframe:
    """First days of the first and last month, both or neither; `remark` says what was assumed.

    `text` is what was read.
    """

    first: date | None = None
    last: date | None = None
    remark: str = ""
    text: str = field(default="", compare=False)

    @property
    def is_understood(self) -> bool:
        return self.first is not None


_NUMBER_OF = {
    name.replace(".", ""): number
    for names in (MONTHS, MONTH_ABBREVIATIONS)
    for number, name in enumerate(names, start=1)
}
_NAMES = "|".join(
    sorted(
        [*MONTHS, *(re.escape(name).replace(r"\.", r"\s?\.?\s?") for name in MONTH_ABBREVIATIONS)],
        key=len,
        reverse=True,
    )
)
_YEAR = r"(?:\s*(?:พ\.?\s?ศ\.?)?\s*(?P<year>2[05]\d\d|\d\d)(?!\d))?"
_MONTH = rf"(?P<month>{_NAMES})(?![ก-๎])" + _YEAR
_DAY = r"\d{1,2}(?P<mark>[/.-])(?P<nmonth>\d{1,2})(?P=mark)(?P<nyear>2[05]\d\d|\d\d)(?!\d)"
_POINT = re.compile(rf"(?:{_MONTH})|(?:{_DAY})")
_WHOLE_YEAR = re.compile(
    r"ตลอด\s*(?:ทั้ง)?\s*ปี|ทั้งปี|(?:^|\s)(?:ประจำ)?ปีงบประมาณ\s*(?:พ\.?\s?ศ\.?)?\s*25\d\d\s*$|ทุกเดือน"
)
_QUARTERS = re.compile(
    r"ไตรมาส\s*(?:ที่)?\s*(?P<first>[1-4])(?:\s*(?:[-–—,]|ถึง|และ)\s*(?:ไตรมาส\s*(?:ที่)?\s*)?(?P<last>[1-4])(?!\d))?"
)
_HALF = re.compile(r"(?:รอบ|ครึ่งปี|6\s*เดือน)[^0-9]*?(?:6\s*เดือน)?\s*(?P<which>แรก|หลัง|ที่\s*[12])")
_BY = re.compile(r"ภายใน|ไม่เกิน|ก่อน")
_THIS_CENTURY = 2500


def moved(timeframe: Timeframe, years: int) -> Timeframe:
    """The same months so many years later; one that was not understood stays as it is."""
    if timeframe.first is None or timeframe.last is None:
        return timeframe
    first, last = (day.replace(year=day.year + years) for day in (timeframe.first, timeframe.last))
    return Timeframe(first, last, f"เลื่อนมาจาก {timeframe.text}", month_range(first, last))


def parse_timeframe(text: str, year: FiscalYear) -> Timeframe:
    """The months meant, in the fiscal year of the document where it names none.

    Never raises; what is not understood has no months and says so.
    """
    return replace(_read(text, year), text=" ".join(text.split()))


def _read(text: str, year: FiscalYear) -> Timeframe:
    plain = arabic_digits(" ".join(text.split()))
    if not plain:
        return Timeframe(remark="ไม่ได้ระบุระยะเวลา")
    months = year.months
    if points := list(_points(plain, year)):
        return _between(plain, points, year)
    if found := _QUARTERS.search(plain):
        first, last = int(found["first"]), int(found["last"] or found["first"])
        if first <= last:
            return Timeframe(months[3 * first - 3], months[3 * last - 1])
    if found := _HALF.search(plain):
        start = 0 if found["which"] == "แรก" or found["which"].endswith("1") else 6
        return Timeframe(months[start], months[start + 5])
    if _WHOLE_YEAR.search(plain):
        return Timeframe(months[0], months[-1])
    return Timeframe(remark=f"ไม่เข้าใจระยะเวลา “{text.strip()}”")


def _points(plain: str, year: FiscalYear) -> Iterator[tuple[int, int | None]]:
    """Each month named, with its B.E. year or None."""
    for found in _POINT.finditer(plain):
        month = int(found["nmonth"]) if found["nmonth"] else _NUMBER_OF[_bare(found["month"])]
        typed = found["nyear"] or found["year"]
        if 1 <= month <= 12:
            yield month, _be(typed) if typed else None


def _be(typed: str) -> int:
    """65 and 2565 are B.E., 2023 is not."""
    if len(typed) == 2:
        return int(typed) + _THIS_CENTURY
    return int(typed) if typed.startswith("25") else be_year(date(int(typed), 1, 1))


def _bare(name: str) -> str:
    return re.sub(r"[\s.]", "", name)


def _between(plain: str, points: list[tuple[int, int | None]], year: FiscalYear) -> Timeframe:
    (first_month, first_year), (last_month, last_year) = points[0], points[-1]
    last = _month(last_month, last_year, year)
    if len(points) == 1 and _BY.search(plain):
        if last < year.first_day:
            return Timeframe(last, last, _outside(last, last, year))
        return Timeframe(year.first_day, last, "ระบุเพียงกำหนดเสร็จ จึงนับตั้งแต่ต้นปีงบประมาณ")
    first = _month(first_month, first_year, year)
    if first_year is None and last_year is not None:
        # "ต.ค. – มี.ค. ๒๕๖๖": the year said once is that of the end.
        first = last.replace(month=first_month)
        if first > last:
            first = first.replace(year=first.year - 1)
    if first > last:
        return Timeframe(remark=f"เดือนแรกอยู่หลังเดือนสุดท้าย “{plain}”")
    return Timeframe(first, last, _outside(first, last, year))


def _month(month: int, typed: int | None, year: FiscalYear) -> date:
    if typed is None:
        return next(day for day in year.months if day.month == month)
    # A fiscal year has the months of its own B.E. year up to September.
    return FiscalYear(typed).last_day.replace(month=month, day=1)


def _outside(first: date, last: date, year: FiscalYear) -> str:
    if first in year and last in year:
        return ""
    return f"ระยะเวลา {month_range(first, last)} อยู่นอกปีงบประมาณ {year.be}"
