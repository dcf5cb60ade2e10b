"""Days as Thai writes and reads them: months, Buddhist-Era years, the fiscal year, how long ago.

Pure. Everything here returns Arabic digits.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from thai.digits import NO_BREAK_SPACE

_BE_AHEAD = 543

# A line may end after the dash of a range, never before it.
RANGE_DASH = f"{NO_BREAK_SPACE}– "

MONTHS = (
    "มกราคม",
    "กุมภาพันธ์",
    "มีนาคม",
    "เมษายน",
    "พฤษภาคม",
    "มิถุนายน",
    "กรกฎาคม",
    "สิงหาคม",
    "กันยายน",
    "ตุลาคม",
    "พฤศจิกายน",
    "ธันวาคม",
)
MONTH_ABBREVIATIONS = (
    "ม.ค.",
    "ก.พ.",
    "มี.ค.",
    "เม.ย.",
    "พ.ค.",
    "มิ.ย.",
    "ก.ค.",
    "ส.ค.",
    "ก.ย.",
    "ต.ค.",
    "พ.ย.",
    "ธ.ค.",
)
# In the order of `date.weekday()`.
WEEKDAYS = ("จันทร์", "อังคาร", "พุธ", "พฤหัสบดี", "ศุกร์", "เสาร์", "อาทิตย์")


def be_year(day: date) -> int:
    """The Buddhist-Era calendar year; for the fiscal year see `FiscalYear.of`."""
    return day.year + _BE_AHEAD


def long_date(day: date) -> str:
    """As in 25 มีนาคม 2570."""
    return f"{day.day} {MONTHS[day.month - 1]} {be_year(day)}"


def short_date(day: date) -> str:
    """As in 25 มี.ค. 2570."""
    return f"{day.day} {MONTH_ABBREVIATIONS[day.month - 1]} {be_year(day)}"


def weekday_date(day: date) -> str:
    """As in วันพฤหัสบดีที่ 25 มีนาคม 2570."""
    return f"วัน{WEEKDAYS[day.weekday()]}ที่ {long_date(day)}"


def clock(moment: time | datetime) -> str:
    """As in 09.45 น., in the moment's own time zone; the space is a no-break one."""
    return f"{moment:%H.%M}{NO_BREAK_SPACE}น."


def month_range(first: date, last: date) -> str:
    """As in ก.พ. – เม.ย. 2566; both years when they differ; one month alone is ก.พ. 2566.

    The space before the dash is a no-break one (`RANGE_DASH`).
    """
    return _month_range(first, last, MONTH_ABBREVIATIONS)


def long_month_range(first: date, last: date) -> str:
    """As `month_range`, with the months in full: กุมภาพันธ์ – เมษายน 2566."""
    return _month_range(first, last, MONTHS)


def _month_range(first: date, last: date, names: tuple[str, ...]) -> str:
    begin, end = names[first.month - 1], f"{names[last.month - 1]} {be_year(last)}"
    if be_year(first) != be_year(last):
        return f"{begin} {be_year(first)}{RANGE_DASH}{end}"
    return end if first.month == last.month else f"{begin}{RANGE_DASH}{end}"


_OLDEST_BE = 2400
# Thai digits need no turning here: `\d` and `int` read them.
_DATE_FORMS = (
    re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})"),
    re.compile(r"(?P<day>\d{1,2})(?P<mark>[/.-])(?P<month>\d{1,2})(?P=mark)(?P<year>\d{4}|\d{2})"),
    re.compile(
        r"(?:วันที่ ?)?(?P<day>\d{1,2}) ?(?P<month>[ก-๎.]+?)"
        r"(?: ?พ\.? ?ศ\.?)? ?(?P<year>\d{4}|\d{2})"
    ),
)
_MONTH_NUMBERS = {
    name.replace(".", ""): number
    for names in (MONTHS, MONTH_ABBREVIATIONS)
    for number, name in enumerate(names, start=1)
}


def parse_date(text: str) -> date:
    """The day meant by "25 มีนาคม 2570", "25 มี.ค. 70", "๒๕/๐๓/๒๕๗๐" or "2027-03-25".

    Years: two digits are B.E. 25xx, 2400 and above are B.E., below that C.E.
    Raises ValueError with a sentence for the person who typed it.
    """
    typed = " ".join(text.split())
    form = next(filter(None, (pattern.fullmatch(typed) for pattern in _DATE_FORMS)), None)
    month = form and _month_number(form["month"])
    year = form and _ce_year(form["year"])
    if not (form and month and year):
        raise ValueError(
            f"ไม่เข้าใจวันที่ “{text}” กรุณาพิมพ์วัน เดือน และปี พ.ศ. เช่น 25 มีนาคม 2570 หรือ 25/3/2570"
        )
    try:
        return date(year, month, int(form["day"]))
    except ValueError:
        raise ValueError(f"ไม่มีวันที่ “{text}” ในปฏิทิน กรุณาตรวจสอบวันและเดือนอีกครั้ง") from None


def _month_number(typed: str) -> int | None:
    return int(typed) if typed.isdecimal() else _MONTH_NUMBERS.get(typed.replace(".", ""))


def _ce_year(typed: str) -> int | None:
    """None when the year is too old in either era to be meant."""
    year = int(typed) + (2500 if len(typed) == 2 else 0)
    if year >= _OLDEST_BE:
        return year - _BE_AHEAD
    return year if year + _BE_AHEAD >= _OLDEST_BE else None


_HOURS_COUNTED = 6
_DAYS_COUNTED = 30


def since(moment: datetime, now: datetime) -> str:
    """How long ago, in words: "5 นาทีก่อน", "เมื่อวาน"; "" beyond 30 days and for the future.

    Both aware. Days are calendar days in the time zone of `now`; after six hours today is
    only "วันนี้". A minute ahead counts as just now: clocks differ.
    """
    minutes = (now - moment) // timedelta(minutes=1)
    days = (now.date() - moment.astimezone(now.tzinfo).date()).days
    if -1 <= minutes < 1:
        return "เมื่อสักครู่"
    if minutes < 0 or days > _DAYS_COUNTED:
        return ""
    if minutes < 60:
        return f"{minutes} นาทีก่อน"
    if days == 0:
        hours = minutes // 60
        return f"{hours} ชั่วโมงก่อน" if hours < _HOURS_COUNTED else "วันนี้"
    return "เมื่อวาน" if days == 1 else f"{days} วันก่อน"


@dataclass(frozen=True, order=True)
class FiscalYear:
    """The government's year, known by the B.E. year it ends in: 1 October to 30 September.

    Raises ValueError, in Thai, when `be` is not a B.E. year from 2500 to 2800.
    """

    be: int

    def __post_init__(self) -> None:
        if not 2500 <= self.be <= 2800:
            raise ValueError(f"ปีงบประมาณต้องเป็นปี พ.ศ. ตั้งแต่ 2500 ถึง 2800 ไม่ใช่ {self.be}")

    @classmethod
    def of(cls, day: date) -> "FiscalYear":
        return cls(be_year(day) + (day.month >= 10))

    def __contains__(self, day: date) -> bool:
        return self.first_day <= day <= self.last_day

    @property
    def first_day(self) -> date:
        return date(self.be - _BE_AHEAD - 1, 10, 1)

    @property
    def last_day(self) -> date:
        return date(self.be - _BE_AHEAD, 9, 30)

    @property
    def months(self) -> tuple[date, ...]:
        """The first day of each of its twelve months, October first."""
        autumn, rest = self.first_day.year, self.last_day.year
        return tuple(
            date(autumn if month >= 10 else rest, month, 1)
            for month in (10, 11, 12, 1, 2, 3, 4, 5, 6, 7, 8, 9)
        )

    def half(self, number: int) -> tuple[date, date]:
        """First and last day of a half: 1 is October–March, 2 is April–September."""
        match number:
            case 1:
                return self.first_day, date(self.last_day.year, 3, 31)
            case 2:
                return date(self.last_day.year, 4, 1), self.last_day
        raise ValueError(f"ปีงบประมาณมีครึ่งปีที่ 1 และ 2 เท่านั้น ไม่ใช่ {number}")

    @property
    def next(self) -> "FiscalYear":
        return FiscalYear(self.be + 1)

    @property
    def previous(self) -> "FiscalYear":
        return FiscalYear(self.be - 1)
