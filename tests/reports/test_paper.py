"""Which rows of the measures table may be split between pages."""

import pytest

from reports.columns import USUAL, lay_out
from reports.paper import is_long_row

SENTENCE = "ดำเนินการแล้วเสร็จตามแผน "


def is_long(row, orientation="portrait"):
    widths = [column.width for column in lay_out(USUAL, orientation)]
    return is_long_row(row, widths, landscape=orientation == "landscape")


@pytest.mark.parametrize(
    ("sentences", "orientation", "long"),
    [
        (1, "portrait", False),
        (12, "portrait", False),
        (60, "portrait", True),
        (12, "landscape", False),
        (60, "landscape", True),
    ],
)
def test_a_row_is_long_when_one_of_its_columns_is(sentences, orientation, long):
    row = ["มาตรการ", "วิธี", "กองคลัง", "ก.พ. ๒๕๖๖", SENTENCE * sentences]

    assert is_long(row, orientation) is long


def test_a_narrow_column_fills_sooner_than_a_wide_one():
    text = SENTENCE * 15

    assert is_long(["", "", "", text, ""])
    assert not is_long([text, "", "", "", ""])


def test_each_item_of_a_list_takes_a_line():
    assert is_long(["", "", "ข้อ O1\n" * 40, "", ""])
