"""Names in the order of a Thai dictionary."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thai.order import dictionary_key

#: As the Royal Institute's dictionary has them, and names of offices.
IN_ORDER = [
    [
        "กก",
        "กรรม",
        "กรรม์",
        "กะ",
        "กัก",
        "กา",
        "กาก",
        "ก้าง",
        "กำ",
        "กิน",
        "เก",
        "เกวียน",
        "เก้า",
        "แก",
        "โก",
        "ใกล้",
        "ไก่",
    ],
    ["ปา", "ป่า", "ป้า", "ป๊า", "ป๋า", "ปาก", "ป่าง"],
    ["เขต", "เข็ม", "แขก", "คน", "เคน"],
    ["รวม", "เรา", "ฤกษ์", "ลม", "เลย", "วัน"],
    ["ทต.ปากน้ำ", "อบต.เกาะแก้ว", "อบต.ถ้ำสิงห์", "อบต.บ้านใหม่", "อบต.ไผ่ใหญ่"],
    ["หมู่ที่ 2", "หมู่ที่ ๙", "หมู่ที่ 10"],
    ["Alpha", "beta", "กา"],
]


@pytest.mark.parametrize("names", IN_ORDER)
def test_names_stand_as_in_a_dictionary(names):
    shuffled = random.Random(2570).sample(names, len(names))

    assert sorted(shuffled, key=dictionary_key) == names


def test_a_vowel_written_first_is_read_after_its_consonant():
    assert dictionary_key("เก") > dictionary_key("กูด")
    assert dictionary_key("เก") < dictionary_key("ขา")


def test_am_in_two_halves_stands_with_am():
    assert sorted(["ถํ้าข", "ถ้ำก"], key=dictionary_key) == ["ถ้ำก", "ถํ้าข"]


@given(st.lists(st.text(alphabet="กขครลวอะาิีูเแโใไ็่้์ำฯ 19๑a.", max_size=8), max_size=8))
def test_whatever_is_typed_can_be_sorted_and_always_the_same_way(names):
    backwards = names[::-1]

    assert sorted(backwards, key=dictionary_key) == sorted(names, key=dictionary_key)
