"""Memo, signatures, appendix and page marks on paper: where they stand and what they say."""

from collections import Counter
from io import BytesIO

import pytest
import zxingcpp
from PIL import Image

from disclosures.models import DisclosureItem
from measures.models import Measure
from reports.columns import COLUMNS
from tests.reports.paper.conftest import NINE, PEOPLE, letters, page_with, sheets_of, text_of

pytestmark = pytest.mark.slow

MM = 72 / 25.4


def test_the_memo_goes_before_the_report_and_has_no_number(rendered, whole):
    memo, first, second, *_ = (sheet.get_text() for sheet in sheets_of(rendered(whole)))

    assert "บันทึกข้อความ" in memo
    assert "ตราครุฑ" not in memo
    assert "~" not in memo
    assert "~" not in first
    assert "~ ๒ ~" in second


def test_the_memo_is_upright_before_a_report_that_lies(rendered, whole):
    memo, first, *_ = sheets_of(rendered(whole))

    assert memo.rect.width < memo.rect.height
    assert first.rect.width > first.rect.height


def test_parts_follow_each_other_each_on_a_page_of_its_own(rendered, whole):
    texts = [sheet.get_text() for sheet in sheets_of(rendered(whole))]
    heads = ["บันทึกข้อความ", "๑. ความก้าวหน้า", "๒. การแสดง QR", "ลงชื่อ", "ภาคผนวก รายการข้อมูล"]

    found = [next(at for at, text in enumerate(texts) if head in text) for head in heads]

    assert found == sorted(found)
    assert len(set(found)) == 5


def test_three_people_sign_with_room_for_name_and_date(rendered, whole):
    (sheet,) = (one for one in sheets_of(rendered(whole)) if "ลงชื่อ" in one.get_text())

    text = sheet.get_text()
    assert [text.count(word) for word in ("ลงชื่อ", "ผู้จัดทำ", "ผู้ตรวจสอบ", "ผู้อนุมัติ")] == [3, 1, 1, 1]
    assert "(นางสาวศิริพร แก้วมณี)" in text
    assert "จัดทำ ตรวจสอบ และอนุมัติโดย" in text
    assert "นายกองค์การบริหารส่วนตำบลถ้ำสิงห์" in text


def test_every_link_of_the_appendix_is_read_back_from_its_code(rendered, page):
    pdf = rendered(page(parts=["items"]))

    read = {
        code.text
        for sheet in sheets_of(pdf)
        for code in zxingcpp.read_barcodes(
            Image.open(BytesIO(sheet.get_pixmap(dpi=200).tobytes("png")))
        )
    }

    assert read == {f"https://thamsing.example/ita/2566/o{number}" for number in range(1, 44)}


def test_an_item_that_does_not_apply_says_why_in_the_appendix(this_year):
    DisclosureItem.objects.of(this_year).filter(number=18).update(
        is_applicable=False, not_applicable_reason="ไม่มีบริการออนไลน์"
    )

    assert "ไม่ใช้กับหน่วยงานนี้ เพราะไม่มีบริการออนไลน์" in page_with(this_year, parts=["items"])


@pytest.mark.parametrize(
    ("form", "digits", "mark"),
    [
        ("tilde", "thai", "~ ๒ ~"),
        ("dash", "thai", "- ๒ -"),
        ("plain", "thai", "๒"),
        ("tilde", "arabic", "~ 2 ~"),
        ("dash", "arabic", "- 2 -"),
    ],
)
@pytest.mark.parametrize("place", ["top", "corner", "foot"])
def test_the_page_mark_is_written_and_stands_as_chosen(rendered, page, form, digits, mark, place):
    _, sheet, *_ = sheets_of(rendered(page(mark_form=form, mark_place=place, digits=digits)))

    (found,) = (block for block in sheet.get_text("blocks") if block[4].strip() == mark)
    left, top, right, bottom = (edge / MM for edge in found[:4])
    assert (bottom < 25) if place != "foot" else (top > 277)
    assert (right > 185) if place == "corner" else abs((left + right) / 2 - 110) < 3


def test_a_report_without_page_marks_has_none(rendered, page):
    assert all("~" not in sheet.get_text() for sheet in sheets_of(rendered(page(mark_form="none"))))


def test_arabic_digits_are_printed_throughout(rendered, page):
    text = "".join(sheet.get_text() for sheet in sheets_of(rendered(page(digits="arabic"))))

    assert "พ.ศ. 2566" in text
    assert not set(text) & set("๐๑๒๓๔๕๖๗๘๙")


@pytest.mark.parametrize(
    ("orientation", "columns"),
    [("landscape", NINE), ("landscape", COLUMNS.keys), ("portrait", NINE[:7])],
    ids=["nine", "all", "seven upright"],
)
def test_nothing_runs_over_the_margin_and_the_header_repeats(rendered, page, orientation, columns):
    made = page(orientation=orientation, columns=columns, parts=["items"])
    sheets = sheets_of(rendered(made))

    rights = [word[2] / MM for sheet in sheets for word in sheet.get_text("words")]
    tables = [sheet.get_text() for sheet in sheets if "ผู้รับผิดชอบ" in sheet.get_text()]
    assert max(rights) <= sheets[0].rect.width / MM - 20 + 0.5
    assert len(tables) >= len(sheets) - 2


@pytest.mark.parametrize("columns", [NINE, COLUMNS.keys], ids=["nine", "all"])
def test_no_letter_is_lost_however_many_columns(read, rendered, page, columns):
    made = page(
        orientation="landscape", columns=columns, parts=["memo", "eit", "items"], signatories=PEOPLE
    )

    copied = letters(read(rendered(made)))

    hidden = letters("ที่ว่างสำหรับตราครุฑ")
    missing = Counter(letters(text_of(made))) - Counter(copied)
    # A dash at a line's end is taken for hyphenation.
    missing.pop("-", None)
    assert not missing - Counter(hidden)


def test_a_result_of_three_pages_breaks_under_a_repeated_header(rendered, source_year):
    measure = Measure.objects.of(source_year).get(number=1)
    entry = measure.entries.filter(status="review").first()
    long = "ดำเนินการตามแผนแล้วเสร็จฯ " * 150
    measure.entries.create(
        by=entry.by,
        unit=entry.unit,
        at=entry.at,
        version=99,
        old_status="review",
        status="review",
        note=long,
    )

    sheets = sheets_of(
        rendered(page_with(source_year, orientation="landscape", columns=NINE, parts=[]))
    )

    full = [sheet.get_text() for sheet in sheets if sheet.get_text().count("แผนแล้ว") > 5]
    assert len(full) >= 3
    assert all("ผลการดำเนินการ" in text for text in full)


def test_a_year_without_measures_still_makes_a_report(rendered, this_year):
    wording = {"orientation": "landscape", "columns": NINE, "parts": ["memo", "eit"]}
    empty = this_year.organization.rounds.create(be_year=2580, edition=2569)

    memo, sheet, *_ = sheets_of(rendered(page_with(empty, **wording)))

    assert "จำนวน ๐ มาตรการ" in memo.get_text()
    assert "ยังไม่มีมาตรการในปีงบประมาณนี้" in sheet.get_text()
