"""Assignments as an admin types them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosures.typed_assignments import TypedAssignment, parse_assignments

UNITS = ["งานพัสดุ", "กองช่าง", "กองคลัง", "สำนักปลัด อบต."]


def understood(text):
    parsed = parse_assignments(text, UNITS, 43)
    assert parsed.unknown == ()
    return [(one.unit, one.items, one.is_lead) for one in parsed.understood]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("งานพัสดุ: ๐๑๙-๐๒๒", [("งานพัสดุ", (19, 20, 21, 22), True)]),
        ("งานพัสดุ:O19", [("งานพัสดุ", (19,), True)]),
        ("กองช่าง (ร่วม): O30", [("กองช่าง", (30,), False)]),
        ("กองช่าง ร่วม : ข้อ ๐๓๐", [("กองช่าง", (30,), False)]),
        ("สำนักปลัด อบต.: O1", [("สำนักปลัด อบต.", (1,), True)]),
        ("กองช่าง, กองคลัง: O1", [("กองช่าง", (1,), True), ("กองคลัง", (1,), True)]),
        ("กองช่าง: O1; กองคลัง: O2", [("กองช่าง", (1,), True), ("กองคลัง", (2,), True)]),
    ],
)
def test_units_and_items_are_understood(typed, meant):
    assert understood(typed) == meant


@pytest.mark.parametrize(
    ("typed", "named"),
    [
        ("งานพัสดุ: O44", "O44"),
        ("งานพัสดุ: xx", "xx"),
        ("งานใหม่: O1", "งานใหม่"),
        ("งานพัสดุ O1", "งานพัสดุ O1"),
        ("งานพัสดุ:", "งานพัสดุ:"),
    ],
)
def test_what_is_not_understood_is_named(typed, named):
    parsed = parse_assignments(typed, UNITS, 43)

    assert named in (*parsed.unknown, *parsed.nobody)
    assert parsed.understood == ()


def test_one_slip_does_not_hide_the_line_that_was_right():
    parsed = parse_assignments("กองช่าง: O1; อะไร: O2", UNITS, 43)

    assert parsed.understood == (TypedAssignment("กองช่าง", (1,), True),)
    assert parsed.nobody == ("อะไร",)


@given(st.text(alphabet="กองช่าง:;O๐1-, (ร่วม)\n"))
def test_nothing_typed_makes_it_fail(typed):
    parse_assignments(typed, UNITS, 43)
