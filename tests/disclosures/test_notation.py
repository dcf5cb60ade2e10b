from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosures.notation import (
    ItemStyle,
    ParsedItems,
    fold,
    format_item,
    format_items,
    item_range,
    parse_items,
    restyle,
    unfold,
)

HIGHEST = 43
ITEMS = st.sets(st.integers(1, HIGHEST))
STYLES = st.sampled_from(ItemStyle)


def numbers(text):
    found = parse_items(text, HIGHEST)
    assert found.unknown == ()
    return list(found.numbers)


@pytest.mark.parametrize(
    "typed",
    [
        "O42",
        "o42",
        "Ｏ42",
        "ｏ๔๒",
        "042",
        "０４２",
        "๐๔๒",
        "O๔๒",
        "O 42",
        "О42",
        "อ42",
        "๏๔๒",
        "42",
        "๔๒",
        "ข้อ ๐๔๒",
        "ข้อ๐๔๒",
        "ข้อ O42",
        "ข้อที่ 42",
        "ตามข้อ ๐๔๒",
        " (O42) ",
        "O42.",
    ],
)
def test_an_item_is_understood_however_it_is_typed(typed):
    assert numbers(typed) == [42]


@pytest.mark.parametrize(
    ("typed", "meant"), [("๐๑๐", 10), ("010", 10), ("O10", 10), ("10", 10), ("๐๑", 1), ("001", 1)]
)
def test_a_leading_zero_is_the_letter(typed, meant):
    assert numbers(typed) == [meant]


@pytest.mark.parametrize(
    "typed",
    [
        "ข้อ ๐๑ ๐๒ ๐๓",
        "O1,O2, O3",
        "O1/O2/O3",
        "O1 และ O2 กับ O3",
        "ข้อ O1และข้อ O2,ข้อ O3",
        "๐๑\n๐๒\t๐๓",
        "- O1\n- O2\n- O3",
        "• O1\n• O2\n• O3",
        "O1\u200bO2\u00a0O3",
    ],
)
def test_a_list_is_read_item_by_item(typed):
    assert numbers(typed) == [1, 2, 3]


@pytest.mark.parametrize(
    "typed",
    [
        "ข้อ ๐๘ ถึงข้อ ๐๑๐",
        "ข้อ ๐๘ ถึง ข้อ ๐๑๐",
        "ตามข้อ๐๘ถึงข้อ๐๑๐",
        "ตั้งแต่ข้อ O8 จนถึงข้อ O10",
        "๐๘-๐๑๐",
        "O8–O10",
        "O8 — O10",
        "O8\u00a0–\nO10",
        "O8-10",
        "8-10",
    ],
)
def test_a_range_is_read_from_end_to_end(typed):
    assert numbers(typed) == [8, 9, 10]


def test_items_keep_the_order_they_were_named_in():
    assert numbers("O30, O2–O4, O1") == [30, 2, 3, 4, 1]


def test_an_item_named_twice_counts_once():
    assert numbers("O5, ๐๕, O4–O6") == [5, 4, 6]


@pytest.mark.parametrize(
    "typed",
    [
        "O44",
        "O0",
        "0",
        "๐",
        "O",
        "O10–O1",
        "O40–O50",
        "O0–O5",
        "O1–O3–O5",
        "ข้อมูล",
        "ยกเว้น",
        "CO2",
        "O2O",
        "O42a",
        "O1.2",
        "สขร.1",
        "ISO-9001",
        "06-1234-5678",
        "?",
        "9" * 5000,
        "https://example.go.th/O42",
        "O42.pdf",
    ],
)
def test_what_is_no_item_is_named_back_as_typed(typed):
    assert parse_items(typed, HIGHEST) == ParsedItems(numbers=(), unknown=(typed,))


@pytest.mark.parametrize(
    ("typed", "unknown"),
    [
        ("งานธุรการ ข้อ ๐๑", ("งานธุรการ",)),
        ("O1 ยกเว้น ๐๙๙, abc", ("ยกเว้น", "๐๙๙", "abc")),
        ("๖. การเปิดเผยข้อมูล ข้อ ๐๑", ("๖.", "การเปิดเผยข้อมูล")),
        ("ข้อ O1 พ.ศ. 2566", ("พ.ศ.", "2566")),
    ],
)
def test_items_are_found_among_words_that_are_named_back(typed, unknown):
    assert parse_items(typed, HIGHEST) == ParsedItems(numbers=(1,), unknown=unknown)


@pytest.mark.parametrize(("typed", "mark"), [("O1 ถึง", "ถึง"), ("O1 –", "–"), ("ถึงข้อ O1", "ถึงข้อ")])
def test_a_range_with_an_end_missing_is_named_back(typed, mark):
    assert parse_items(typed, HIGHEST) == ParsedItems(numbers=(1,), unknown=(mark,))


def test_an_edition_decides_which_items_there_are():
    assert parse_items("O35 O36", highest=35) == ParsedItems(numbers=(35,), unknown=("O36",))


def test_empty_text_names_nothing():
    assert parse_items("", HIGHEST) == ParsedItems(numbers=(), unknown=())


@given(st.text() | st.text("Oo0๐๑9กข้อถึง-–.,/ \n"))
def test_whatever_is_typed_only_items_of_the_edition_come_out(text):
    found = parse_items(text, HIGHEST)

    assert set(found.numbers) <= set(range(1, HIGHEST + 1))


@given(st.text() | st.text("Oo0๐๑9กข้อถึง-–.,/ \n"))
def test_whatever_is_named_back_stands_in_the_text(text):
    assert all(word in text for word in parse_items(text, HIGHEST).unknown)


@pytest.mark.parametrize(
    ("style", "text"),
    [(ItemStyle.LATIN, "O42"), (ItemStyle.MIXED, "O๔๒"), (ItemStyle.ZERO, "๐๔๒")],
)
def test_an_item_is_written_in_the_style_of_the_report(style, text):
    assert format_item(42, style) == style.sample == text


@pytest.mark.parametrize(
    ("style", "text"),
    [
        (ItemStyle.LATIN, "O1–O3, O5–O10"),
        (ItemStyle.MIXED, "O๑–O๓, O๕–O๑๐"),
        (ItemStyle.ZERO, "๐๑–๐๓, ๐๕–๐๑๐"),
    ],
)
def test_three_in_a_row_are_written_as_a_range(style, text):
    assert format_items([1, 2, 3, 5, 6, 7, 8, 9, 10], style) == text


@pytest.mark.parametrize(
    ("items", "text"),
    [([], ""), ([4], "O4"), ([27, 28], "O27, O28"), ([18, 17, 15, 17], "O15, O17, O18")],
)
def test_fewer_are_named_one_by_one_in_order(items, text):
    assert format_items(items, ItemStyle.LATIN) == text


@pytest.mark.parametrize(
    ("items", "text"),
    [
        (range(1, 11), "ข้อ ๐๑ ถึงข้อ ๐๑๐"),
        ([43, 42], "ข้อ ๐๔๒ ถึงข้อ ๐๔๓"),
        ([30], "ข้อ ๐๓๐"),
        ([27, 28, 30], "ข้อ ๐๒๗, ๐๒๘, ๐๓๐"),
        ([], ""),
    ],
)
def test_a_sentence_names_its_items_from_first_to_last(items, text):
    assert item_range(items, ItemStyle.ZERO) == text


@given(ITEMS, STYLES)
def test_written_items_are_read_back(items, style):
    assert numbers(format_items(items, style)) == sorted(items)


@given(ITEMS, STYLES)
def test_a_sentence_of_items_is_read_back(items, style):
    assert numbers(item_range(items, style)) == sorted(items)


def test_runs_are_folded_to_their_ends():
    assert fold([3, 1, 2, 5]) == ((1, 3), (5, 5))


@given(ITEMS)
def test_folded_items_unfold_to_themselves(items):
    assert unfold(fold(items)) == tuple(sorted(items))


@given(ITEMS)
def test_folded_runs_never_touch(items):
    runs = fold(items)

    assert all(left[1] + 1 < right[0] for left, right in pairwise(runs))


@pytest.mark.parametrize(
    ("style", "text"),
    [
        (ItemStyle.LATIN, "ตามข้อO42และ O1–O3 (O9)"),
        (ItemStyle.MIXED, "ตามข้อO๔๒และ O๑–O๓ (O๙)"),
        (ItemStyle.ZERO, "ตามข้อ๐๔๒และ ๐๑–๐๓ (๐๙)"),
    ],
)
def test_codes_in_a_sentence_take_the_style_of_the_report(style, text):
    assert restyle("ตามข้อO42และ O1–O3 (O9)", style) == text


@pytest.mark.parametrize(
    "text",
    [
        "CO2",
        "O2O",
        "O_2",
        "O100",
        "O0",
        "O1.5",
        "MOIT1",
        "https://example.go.th/O42",
        "example.go.th/O42",
        "O42@example.go.th",
        "รายงาน-O42-2566.pdf",
        "รายงาน-O42-2566.pdfฉบับแก้ไข",
    ],
)
def test_what_only_looks_like_a_code_keeps_its_letters(text):
    assert restyle(text, ItemStyle.ZERO) == text
