"""What changed between two texts, as a reader sees it."""

import time
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracking.differences import Kind, differences

WORDS = [
    "รายงาน",
    "เผยแพร่",
    "ร้องเรียน",
    "น้ำ",
    "ที่",
    "E–Service",
    "2570",
    "๒๕๗๐",
    " ",
    "\n",
    "🎉",
    "e\u0301",
]
TEXTS = st.one_of(
    st.lists(st.sampled_from(WORDS), max_size=20).map("".join),
    st.text("กเาำ้ั1a๑– \n", max_size=40),
    st.text(max_size=30),
)


def marked(old: str, new: str) -> str:
    """As in "ปี [-2569-]{+2570+}"."""
    signs = {Kind.SAME: "{}", Kind.REMOVED: "[-{}-]", Kind.ADDED: "{{+{}+}}"}
    return "".join(signs[piece.kind].format(piece.text) for piece in differences(old, new))


@given(TEXTS, TEXTS)
def test_both_texts_can_be_read_from_the_pieces(old, new):
    pieces = differences(old, new)

    assert "".join(piece.text for piece in pieces if piece.kind != Kind.ADDED) == old
    assert "".join(piece.text for piece in pieces if piece.kind != Kind.REMOVED) == new


@given(TEXTS, TEXTS)
def test_no_mark_is_torn_from_its_letter(old, new):
    starts = [piece.text[0] for piece in differences(old, new)[1:]]

    torn = [letter for letter in starts if is_mark(letter) and is_thai_or_latin(letter)]
    assert [letter for letter in torn if not starts_a_line(letter, old, new)] == []


def is_mark(letter: str) -> bool:
    return unicodedata.category(letter) == "Mn" or letter == "ำ"


def is_thai_or_latin(letter: str) -> bool:
    return "\u0e00" <= letter <= "\u0e7f" or "\u0300" <= letter <= "\u036f"


def starts_a_line(letter: str, *texts: str) -> bool:
    """A mark typed with nothing to stand on."""
    return any(text.startswith(letter) or f"\n{letter}" in text for text in texts)


@given(TEXTS, TEXTS)
def test_numbers_and_latin_words_stay_whole(old, new):
    pieces = differences(old, new)

    for kinds in ({Kind.SAME, Kind.REMOVED}, {Kind.SAME, Kind.ADDED}):
        texts = [piece.text for piece in pieces if piece.kind in kinds]
        assert not [1 for left, right in pairwise(texts) if is_run(left[-1]) and is_run(right[0])]


def is_run(letter: str) -> bool:
    return letter in "0123456789๐๑๒๓๔๕๖๗๘๙" or (letter.isascii() and letter.isalpha())


def test_the_same_text_has_no_changes():
    assert [piece.kind for piece in differences("เผยแพร่แล้ว", "เผยแพร่แล้ว")] == [Kind.SAME]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("", "เผยแพร่แล้ว", "{+เผยแพร่แล้ว+}"),
        ("เผยแพร่แล้ว", "", "[-เผยแพร่แล้ว-]"),
        ("รายงานปี 2569 แล้ว", "รายงานปี 2570 แล้ว", "รายงานปี [-2569-]{+2570+} แล้ว"),
        ("ผ่าน E-Service", "ผ่าน E–Service แล้ว", "ผ่าน [-E-Service-]{+E–Service แล้ว+}"),
        ("ทำแล้ว", "ทั้งแล้ว", "[-ทำ-]{+ทั้ง+}แล้ว"),
        ("ก่อน\nหลัง", "ก่อน\nกลาง\nหลัง", "ก่อน\n{+กลาง\n+}หลัง"),
    ],
)
def test_a_change_is_cut_where_a_reader_would(old, new, expected):
    assert marked(old, new) == expected


def test_few_equal_letters_between_two_changes_are_not_left_standing():
    old = "ปรับปรุงช่องทาง E–Service และระบบร้องเรียน"
    new = "ปรับปรุงหน้า E–Service ให้ยื่นคำร้องได้ 3 เรื่อง และระบบร้องเรียน"

    assert marked(old, new) == (
        "ปรับปรุง[-ช่องทาง E–Service-]{+หน้า E–Service ให้ยื่นคำร้องได้ 3 เรื่อง+} และระบบร้องเรียน"
    )


def test_a_word_that_two_other_sentences_share_by_chance_is_not_left_standing():
    old = "เผยแพร่แผนดำเนินงานประจำปีพร้อมวงเงินและระยะเวลา"
    new = "บันทึกพร้อมกันทุกคนในวันเดียวกัน"

    assert marked(old, new) == f"[-{old}-]{{+{new}+}}"


def test_what_stands_between_two_distant_changes_is_kept():
    old = "ส่งแบบสำรวจให้ผู้รับบริการ 100 คนแล้ว อยู่ระหว่างประมวลผลปี 2569"
    new = "ส่งแบบสำรวจให้ผู้รับบริการ 120 คนแล้ว อยู่ระหว่างประมวลผลปี 2570"

    assert marked(old, new) == (
        "ส่งแบบสำรวจให้ผู้รับบริการ [-100-]{+120+} คนแล้ว อยู่ระหว่างประมวลผลปี [-2569-]{+2570+}"
    )


NASTY = {
    "shifted": ("ก" * 9_999 + "ข", "ค" + "ก" * 9_999),
    "periodic": ("กข" * 5_000 + "ค", "ข" + "กค" * 5_000),
    "much alike": ("กขคงจ" * 2_000, "กขคงฉ" * 2_000),
    "a little alike": ("กขคงจ" * 90, "กขคงฉ" * 90),
    "swapped": ("ก ข " * 2_500, "ข ก " * 2_500),
    "never the same": ("".join(map(chr, range(0x4E00, 0x7510))), "ก" * 10_000),
    "one run": ("a" * 10_000, "a" * 9_999 + "–"),
    "marks": ("ก้" * 5_000, "้ก" * 5_000),
    "dashes": ("a-" * 5_000 + "ก", "-a" * 5_000),
}


@pytest.mark.parametrize(("old", "new"), NASTY.values(), ids=NASTY)
def test_the_worst_texts_cost_no_more_than_a_moment(old, new):
    began = time.process_time()

    differences(old, new)

    assert time.process_time() - began < 1
