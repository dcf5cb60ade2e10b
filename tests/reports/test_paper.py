"""Which rows of the measures table may be split between pages."""

import re

import pytest
from django.conf import settings

from reports.paper import COLUMNS, is_long_row

SENTENCE = "ดำเนินการแล้วเสร็จตามแผน "


@pytest.mark.parametrize(
    ("sentences", "landscape", "long"),
    [(1, False, False), (12, False, False), (60, False, True), (12, True, False), (60, True, True)],
)
def test_a_row_is_long_when_one_of_its_columns_is(sentences, landscape, long):
    row = ["มาตรการ", "วิธี", "กองคลัง", "ก.พ. ๒๕๖๖", SENTENCE * sentences]

    assert is_long_row(row, landscape=landscape) is long


def test_a_narrow_column_fills_sooner_than_a_wide_one():
    text = SENTENCE * 15

    assert is_long_row(["", "", "", text, ""])
    assert not is_long_row([text, "", "", "", ""])


def test_each_item_of_a_list_takes_a_line():
    assert is_long_row(["", "", "ข้อ O1\n" * 40, "", ""])


@pytest.mark.parametrize(
    ("orientation", "prefix"), [("portrait", ".paper"), ("landscape", ".paper.landscape")]
)
def test_the_columns_are_those_of_the_stylesheet(orientation, prefix):
    sheet = (settings.BASE_DIR / "static" / "css" / "paper.css").read_text()

    widths = re.findall(
        rf"^{re.escape(prefix)} \.measures col\.\w+ {{ width: (\d+)mm }}", sheet, re.M
    )

    assert tuple(map(int, widths)) == COLUMNS[orientation]
