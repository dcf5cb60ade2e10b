"""Units named with an @, in text that puts no space after a name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracking.mentions import mentioned, parts, unknown

NAMES = ["กองคลัง", "กองคลังและพัสดุ", "กองช่าง", "งาน นิติการ", "C++ (ทดสอบ)"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ขอให้ @กองช่าง รายงาน", ["กองช่าง"]),
        ("ขอให้@กองช่างรายงาน", ["กองช่าง"]),
        ("@กองคลังและพัสดุ โปรดดู", ["กองคลังและพัสดุ"]),
        ("@กองคลัง และพัสดุ", ["กองคลัง"]),
        ("@กองช่าง @กองคลัง @กองช่าง", ["กองช่าง", "กองคลัง"]),
        ("@งาน  นิติการ และ @งาน\nนิติการ", ["งาน นิติการ"]),
        ("@C++ (ทดสอบ)", ["C++ (ทดสอบ)"]),
        ("@@กองช่าง", ["กองช่าง"]),
        ("saraban@กองช่าง", []),
        ("@ กองช่าง", []),
        ("กองช่าง", []),
        ("@", []),
        ("", []),
    ],
)
def test_the_unit_that_is_meant_is_found(text, expected):
    assert mentioned(text, NAMES) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("@กองช้าง โปรดดู", ["กองช้าง"]),
        ("@กองช้าง, @กองช้าง.", ["กองช้าง"]),
        ("@กองคลัง โปรดดู", []),
        ("@กองคลังโปรดดู", []),
        ("saraban@thamsing.example", []),
        ("@ เวลา 09.00 น.", []),
        ("@", []),
        ("@,", []),
    ],
)
def test_a_name_that_nobody_has_is_found_too(text, expected):
    assert unknown(text, NAMES) == expected


@given(st.text("@กองคลังช่า \nab", max_size=40))
def test_the_parts_together_are_the_text(text):
    assert "".join(part.text for part in parts(text, NAMES)) == text


def test_only_the_mention_is_marked():
    marked = [part.text for part in parts("ขอ @กองช่างและกองคลัง", NAMES) if part.is_mention]

    assert marked == ["@กองช่าง"]


def test_without_units_nothing_is_marked():
    assert [part.is_mention for part in parts("ขอ @กองช่าง", [])] == [False]
