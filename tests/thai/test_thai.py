from datetime import UTC, date, datetime, time, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thai.dates import (
    MONTH_ABBREVIATIONS,
    MONTHS,
    RANGE_DASH,
    be_year,
    clock,
    long_date,
    long_month_range,
    month_range,
    parse_date,
    short_date,
    since,
    weekday_date,
)
from thai.digits import arabic_digits, composed, printed, thai_digits
from thai.names import initials

BANGKOK = timezone(timedelta(hours=7))
THURSDAY = date(2027, 3, 25)
NOW = datetime(2027, 3, 25, 16, 0, tzinfo=BANGKOK)

DAYS = st.dates(date(1857, 1, 1), date(2399, 12, 31))


def test_digits_become_thai():
    assert thai_digits("ข้อ 10 จาก 43") == "ข้อ ๑๐ จาก ๔๓"


def test_a_number_becomes_thai_digits():
    assert thai_digits(2566) == "๒๕๖๖"


@given(st.text(st.characters(exclude_characters="๐๑๒๓๔๕๖๗๘๙")))
def test_thai_digits_come_back_as_they_were(text):
    assert arabic_digits(thai_digits(text)) == text


@pytest.mark.parametrize(
    ("typed", "on_paper"),
    [
        ("ปี2566", "ปี๒๕๖๖"),
        ("ปีงบประมาณ พ.ศ. 2566", "ปีงบประมาณ พ.ศ. ๒๕๖๖"),
        ("06-1234-5678", "๐๖-๑๒๓๔-๕๖๗๘"),
        ("โทร.0-7750-1234", "โทร.๐-๗๗๕๐-๑๒๓๔"),
        ("5.5%", "๕.๕%"),
        ("1,234.50 บาท", "๑,๒๓๔.๕๐ บาท"),
        ("31/3/2570", "๓๑/๓/๒๕๗๐"),
        ("สขร.1", "สขร.๑"),
        ("1. การปรับปรุง", "๑. การปรับปรุง"),
    ],
)
def test_paper_shows_numbers_in_thai_digits(typed, on_paper):
    assert printed(typed) == on_paper


@pytest.mark.parametrize(
    "typed",
    [
        "O42",
        "O1, O2",
        "O5–O10",
        "O1-3",
        "IIT2",
        "ISO-9001",
        "E-Service2",
        "Ｏ42",
        "https://a.b/c?x=1",
        "HTTPS://A.B/1",
        "https://itas.nacc.go.th/go/eit/7x1?ปี=2566",
        "www.example2.go.th",
        "example.go.th/2566?page=3&size=10",
        "somchai_01@example.go.th",
        "report-2566.pdf",
        "รายงาน2566(1).PDF",
    ],
)
def test_what_a_reader_would_type_again_stays_latin_on_paper(typed):
    assert printed(typed) == typed


@pytest.mark.parametrize(
    ("typed", "on_paper"),
    [
        ("ข้อ O42ปี2566", "ข้อ O42ปี๒๕๖๖"),
        ("(O1–O3) 5 ข้อ", "(O1–O3) ๕ ข้อ"),
        ("ดูที่https://a.b/c1/2566 ภายใน 30 วัน", "ดูที่https://a.b/c1/2566 ภายใน ๓๐ วัน"),
        ("รายงาน2566.pdfของปี2567", "รายงาน2566.pdfของปี๒๕๖๗"),
    ],
)
def test_only_the_codes_in_a_sentence_stay_latin(typed, on_paper):
    assert printed(typed) == on_paper


@given(st.text("O42๔ก./-@: pdf"))
def test_printing_twice_changes_nothing_more(text):
    once = printed(text)

    assert printed(once) == once


@given(st.text("O42๔ก./-@: pdf"))
def test_printing_changes_digits_alone(text):
    assert arabic_digits(printed(text)) == arabic_digits(text)


def test_years_are_counted_from_the_buddhist_era():
    assert be_year(THURSDAY) == 2570


@pytest.mark.parametrize(
    ("write", "text"),
    [
        (long_date, "25 มีนาคม 2570"),
        (short_date, "25 มี.ค. 2570"),
        (weekday_date, "วันพฤหัสบดีที่ 25 มีนาคม 2570"),
    ],
)
def test_a_date_reads_as_an_official_writes_it(write, text):
    assert write(THURSDAY) == text


@pytest.mark.parametrize("moment", [time(9, 45), datetime(2027, 3, 25, 9, 45, tzinfo=BANGKOK)])
def test_the_clock_keeps_its_unit_on_the_same_line(moment):
    assert clock(moment) == "09.45\u00a0น."


def test_a_range_says_a_shared_year_once():
    assert month_range(date(2023, 2, 1), date(2023, 4, 1)) == "ก.พ.\u00a0– เม.ย. 2566"


def test_a_range_over_new_year_says_both_years():
    assert month_range(date(2022, 10, 1), date(2023, 1, 1)) == "ต.ค. 2565\u00a0– ม.ค. 2566"


def test_a_year_from_january_to_january_is_no_single_month():
    assert month_range(date(2022, 1, 1), date(2023, 1, 1)) == "ม.ค. 2565\u00a0– ม.ค. 2566"


def test_a_single_month_is_no_range():
    assert month_range(date(2023, 2, 1), date(2023, 2, 28)) == "ก.พ. 2566"


def test_a_long_range_has_its_months_in_full():
    text = long_month_range(date(2023, 2, 1), date(2023, 4, 1))

    assert text == f"กุมภาพันธ์{RANGE_DASH}เมษายน 2566"


@pytest.mark.parametrize(
    "typed",
    [
        "25 มีนาคม 2570",
        "  25  มีนาคม\u00a0พ.ศ. 2570 ",
        "วันที่ 25 มีนาคม 2570",
        "25มีนาคม2570",
        "25 มี.ค. 70",
        "25 มีค 70",
        "๒๕ มี.ค. ๒๕๗๐",
        "๒๕/๐๓/๒๕๗๐",
        "25/3/2570",
        "25-3-70",
        "25.3.2570",
        "25/3/2027",
        "2027-03-25",
        "2570-03-25",
    ],
)
def test_a_date_is_understood_however_it_is_typed(typed):
    assert parse_date(typed) == THURSDAY


@pytest.mark.parametrize(
    "typed", ["", "พรุ่งนี้", "25", "25 มี.น. 2570", "25/3-2570", "25/3/257", "25/3/0570", "25/0/2570"]
)
def test_who_types_no_date_is_told_what_was_not_understood(typed):
    with pytest.raises(ValueError, match=f"^ไม่เข้าใจวันที่ “{typed}” กรุณา"):
        parse_date(typed)


@pytest.mark.parametrize("typed", ["31/2/2570", "29 ก.พ. 2570", "2027-13-01", "0/3/2570"])
def test_who_types_a_day_that_never_was_is_told_so(typed):
    with pytest.raises(ValueError, match=f"^ไม่มีวันที่ “{typed}” ในปฏิทิน กรุณา"):
        parse_date(typed)


@given(DAYS, st.sampled_from([long_date, short_date, date.isoformat]), st.booleans())
def test_a_written_date_is_read_back_as_the_same_day(day, write, in_thai_digits):
    text = thai_digits(write(day)) if in_thai_digits else write(day)

    assert parse_date(text) == day


@pytest.mark.parametrize(
    ("ago", "words"),
    [
        (timedelta(seconds=-30), "เมื่อสักครู่"),
        (timedelta(seconds=59), "เมื่อสักครู่"),
        (timedelta(minutes=1), "1 นาทีก่อน"),
        (timedelta(minutes=59), "59 นาทีก่อน"),
        (timedelta(hours=1), "1 ชั่วโมงก่อน"),
        (timedelta(hours=5, minutes=59), "5 ชั่วโมงก่อน"),
        (timedelta(hours=6), "วันนี้"),
        (timedelta(hours=16), "วันนี้"),
        (timedelta(hours=16, seconds=1), "เมื่อวาน"),
        (timedelta(days=1), "เมื่อวาน"),
        (timedelta(days=2), "2 วันก่อน"),
        (timedelta(days=30), "30 วันก่อน"),
        (timedelta(days=31), ""),
        (timedelta(minutes=-2), ""),
    ],
)
def test_how_long_ago_is_said_in_words(ago, words):
    assert since(NOW - ago, NOW) == words


def test_a_few_minutes_over_midnight_are_still_minutes():
    after_midnight = datetime(2027, 3, 25, 0, 10, tzinfo=BANGKOK)

    assert since(after_midnight - timedelta(minutes=20), after_midnight) == "20 นาทีก่อน"


def test_yesterday_is_the_readers_yesterday():
    stored = datetime(2027, 3, 24, 16, 59, tzinfo=UTC)

    assert since(stored, NOW) == "เมื่อวาน"


def test_the_same_utc_day_can_be_the_readers_today():
    stored = datetime(2027, 3, 24, 17, 0, tzinfo=UTC)

    assert since(stored, NOW) == "วันนี้"


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("นางสาวศิริพร แก้วมณี", "ศก"),
        ("นายธนากร บุญมา", "ธบ"),
        ("นางอรุณี พูนผล", "อพ"),
        ("น.ส. เอมอร ใจดี", "อจ"),
        ("ว่าที่ร้อยตรี เกษม ไชยา", "กช"),
        ("ว่าที่ร้อยตรีหญิง ดร.สุดา โพธิ์งาม", "สพ"),
        ("พันจ่าเอกโอภาส ศรีทอง", "อศ"),
        ("จ.ส.อ.ไพศาล ธรรมดี", "พธ"),
        ("นายแพทย์สมชาย แสนดี", "สส"),
        ("ผศ.ดร.สมชาย ณ อยุธยา", "สณ"),
        ("ศิริพร", "ศ"),
        ("john smith", "JS"),
        ("", ""),
        ("- 1", ""),
    ],
)
def test_initials_leave_titles_and_leading_vowels_out(name, letters):
    assert initials(name) == letters


@pytest.mark.parametrize(("name", "letters"), [("นางสาวิตรี งามตา", "สง"), ("นายิกา มีสุข", "นม")])
def test_a_name_that_begins_like_a_title_keeps_its_letter(name, letters):
    assert initials(name) == letters


def test_every_abbreviation_opens_like_its_month():
    pairs = zip(MONTHS, MONTH_ABBREVIATIONS, strict=True)

    assert all(name[0] == short[0] for name, short in pairs)


@pytest.mark.parametrize(
    ("typed", "one_letter"),
    [
        ("ด\u0e4d\u0e32", "ดำ"),
        ("น\u0e4d\u0e49\u0e32", "น้ำ"),
        ("น\u0e49\u0e4d\u0e32", "น้ำ"),
        ("ดา", "ดา"),
    ],
)
def test_sara_am_typed_in_halves_becomes_one_letter(typed, one_letter):
    assert composed(typed) == one_letter
