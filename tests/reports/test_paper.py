"""The margins of the paper, and which rows of the measures table may be split between pages."""

import re

import pytest
from django.conf import settings

from reports.columns import USUAL, lay_out
from reports.paper import PAPERS, is_long_row

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


def test_the_screen_shows_the_margins_of_the_paper():
    sheet = (settings.BASE_DIR / "static" / "css" / "paper.css").read_text()

    shown = re.findall(r"--margins: (\d+)mm (\d+)mm (\d+)mm (\d+)mm", sheet)

    margins = [(one.top, one.right, one.bottom, one.left) for one in PAPERS.values()]
    assert [tuple(map(int, one)) for one in shown] == margins


def test_the_screen_has_the_room_of_the_paper():
    sheet = (settings.BASE_DIR / "static" / "css" / "paper.css").read_text()

    shown = re.findall(r"--room: calc\((\d+)mm - (\d+)mm - (\d+)mm\)", sheet)

    rooms = [int(width) - int(right) - int(left) for width, right, left in shown]
    assert rooms == [PAPERS["portrait"].room, PAPERS["landscape"].room]
