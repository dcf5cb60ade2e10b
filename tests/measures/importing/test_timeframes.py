"""The months an office means, however it writes them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from measures.importing.timeframes import parse_timeframe
from thai.dates import FiscalYear, month_range
from thai.digits import thai_digits

YEAR = FiscalYear(2566)


def months(text: str) -> str:
    found = parse_timeframe(text, YEAR)
    if not found.is_understood:
        return "ไม่เข้าใจ"
    return month_range(found.first, found.last).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ก.พ. – เม.ย. ๒๕๖๖", "ก.พ. – เม.ย. 2566"),
        ("ก.พ. - มี.ค. ๒๕๖๖", "ก.พ. – มี.ค. 2566"),
        ("ก.พ.๖๖-เม.ย.๖๖", "ก.พ. – เม.ย. 2566"),
        ("ต.ค. 65 – ก.ย. 66", "ต.ค. 2565 – ก.ย. 2566"),
        ("ต.ค. – มี.ค. ๒๕๖๖", "ต.ค. 2565 – มี.ค. 2566"),
        ("กุมภาพันธ์ ถึง เมษายน พ.ศ. 2566", "ก.พ. – เม.ย. 2566"),
        ("ม.ค.-มี.ค.", "ม.ค. – มี.ค. 2566"),
        ("เม.ย", "เม.ย. 2566"),
        ("เมษายน 2023", "เม.ย. 2566"),
        ("1 ก.พ. 2566 - 30 เม.ย. 2566", "ก.พ. – เม.ย. 2566"),
        ("1/2/2566 – 30/4/66", "ก.พ. – เม.ย. 2566"),
        ("ภายใน เม.ย. ๒๕๖๖", "ต.ค. 2565 – เม.ย. 2566"),
        ("ตลอดปีงบประมาณ", "ต.ค. 2565 – ก.ย. 2566"),
        ("ตลอดทั้งปี", "ต.ค. 2565 – ก.ย. 2566"),
        ("ปีงบประมาณ พ.ศ. ๒๕๖๖", "ต.ค. 2565 – ก.ย. 2566"),
        ("ไตรมาส 2", "ม.ค. – มี.ค. 2566"),
        ("ไตรมาสที่ ๑ - ๒", "ต.ค. 2565 – มี.ค. 2566"),
        ("ไตรมาส 3-4/2566", "เม.ย. – ก.ย. 2566"),
        ("รอบ 6 เดือนแรก", "ต.ค. 2565 – มี.ค. 2566"),
        ("รอบ ๖ เดือนหลัง", "เม.ย. – ก.ย. 2566"),
        ("ครึ่งปีแรก", "ต.ค. 2565 – มี.ค. 2566"),
        ("ตามที่เห็นสมควร", "ไม่เข้าใจ"),
        ("เดือนละครั้ง", "ไม่เข้าใจ"),
        ("", "ไม่เข้าใจ"),
    ],
)
def test_a_timeframe_is_read_as_it_is_meant(typed, meant):
    assert months(typed) == meant


def test_what_is_not_understood_is_named():
    assert "ตามที่เห็นสมควร" in parse_timeframe("ตามที่เห็นสมควร", YEAR).remark


def test_months_of_another_year_are_kept_and_marked():
    assert "นอกปีงบประมาณ 2566" in parse_timeframe("มี.ค. 2567", YEAR).remark


def test_a_first_month_after_the_last_is_not_guessed():
    assert months("เม.ย. 2566 – ก.พ. 2566") == "ไม่เข้าใจ"


@given(st.data(), st.booleans())
def test_what_we_print_we_read_back(data, thai):
    first = data.draw(st.sampled_from(YEAR.months))
    last = data.draw(st.sampled_from([month for month in YEAR.months if month >= first]))
    text = month_range(first, last)

    found = parse_timeframe(thai_digits(text) if thai else text, YEAR)

    assert (found.first, found.last, found.remark) == (first, last, "")


@given(st.text(alphabet="ก.พ–-ต๒๕๖ 0129/ภายในเม.ย.ไตรมาส"))
def test_nothing_typed_makes_it_fail(typed):
    parse_timeframe(typed, YEAR)
