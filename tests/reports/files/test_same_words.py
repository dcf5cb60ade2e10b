"""One report in four forms: whoever reads any of them reads the same words in the same order."""

from collections import Counter

import pytest

from disclosures.models import DisclosureItem
from measures.models import Measure
from reports.columns import COLUMNS, USUAL
from reports.files.excel import write_excel
from reports.files.word import write_word
from reports.models import Part
from reports.page import paper_html
from reports.pdf import render_pdf
from reports.progress_report import build_progress_report
from tests.factories import multiply_measures
from tests.follow_up.waiting import report as record
from tests.reports.files.conftest import words_of_excel, words_of_html, words_of_pdf, words_of_word
from tracking.models import Evidence

pytestmark = pytest.mark.slow

NINE = ["number", *USUAL, "status", "evidence", "remark"]
SETS = {"usual": USUAL, "nine": NINE, "all": COLUMNS.keys} | {key: [key] for key in COLUMNS.keys}
EVERYTHING = {
    "parts": [*Part],
    "as_of": None,
    "memo_number": "จบ 72301/1",
    "memo_signer": "นายสมชาย ใจดี",
    "signatories": [
        {"duty": "prepared", "name": "นางสาวศิริพร แก้วมณี", "post": "นักวิเคราะห์นโยบาย\nชำนาญการ"},
        {"duty": "approved", "name": "", "post": "นายก{หน่วยงาน}"},
    ],
}
HOSTILE = [
    "<b>ตัวหนา</b><script>alert(1)</script>",
    "</w:t></w:r><w:r><w:br/>",
    "=1+1",
    '=HYPERLINK("http://evil.example","กด")',
    "+SUM(A1:A9)",
    "-2+3",
    "@cmd|' /C calc'!A0",
    "{{ 7*7 }} {% include 'x' %} {# ไม่มี #}",
    "{หน่วยงาน} {ปี}",
    "]]> <!-- & &amp; &#x41; %s %(x)s ${y}",
    'PAGE \\* MERGEFORMAT " INCLUDETEXT file:///etc/passwd',
    "file:///etc/passwd <img src=x onerror=alert(1)>",
    "\u202eกลับหลัง\u202c \u2066ก\u2069 \u200bข\ufeff",
    "ก\x00ข\x07ค\x1bง\ufffeจ\x7f",
    "่้๊๋ ์ ํ ำ ัิ เเแโใไ",
    "ก" * 10_000,
    "W" * 10_000,
    "https://a.example/" + "ก" * 300,
    "http://[::1 ไม่ใช่ลิงก์",
    "😀👩‍👩‍👧‍👦𝒜𠀀",
    "a\u0301\u0301\u0301\u0301 é \u2028ต่อ\u2029ไป",
    "\t\t ช่องว่าง \u00a0\u2003 มาก \t",
    "'; DROP TABLE measures; --",
    "_x0041_ _x005F_",
]
#: Eight texts a report, for the report is what takes long.
LOTS = [HOSTILE[lot::3] for lot in range(3)]


@pytest.mark.parametrize("name", SETS)
def test_word_and_excel_say_what_the_page_says(report_of, name):
    report = report_of(*SETS[name], **EVERYTHING)

    words = words_of_html(report)
    assert words_of_word(write_word(report)) == words
    assert words_of_excel(write_excel(report)) == words


@pytest.mark.parametrize(
    ("name", "orientation"), [("usual", "portrait"), ("nine", "landscape"), ("all", "landscape")]
)
def test_the_pdf_has_the_same_letters_and_beside_them_heads_and_numbers(
    report_of, name, orientation
):
    report = report_of(*SETS[name], orientation=orientation, **EVERYTHING)

    page, paper = (
        Counter(words_of_html(report)),
        Counter(words_of_pdf(render_pdf(paper_html(report)))),
    )
    heads = (
        "".join(column.heading for column in report.columns)
        + "ข้อรายการข้อมูลผู้รับผิดชอบลิงก์ที่เผยแพร่QRcode"
    )
    assert not page - paper
    assert set(paper - page) <= set(heads) | set("~๐๑๒๓๔๕๖๗๘๙")


@pytest.mark.parametrize("texts", LOTS)
def test_hostile_results_are_shown_as_typed_in_all_of_them(
    report_of, this_year, other_staff, office, texts
):
    measure = Measure.objects.of(this_year).get(number=3)
    note = "\n".join(f"ผล {text} จบ" for text in texts)
    record(measure, other_staff, office.units.get(name="กองคลัง"), note=note)
    report = report_of(*NINE)

    words = words_of_html(report)
    for text in texts:
        assert "".join(text.split())[:8].replace("\x00", "")[:1] in words
    assert words_of_word(write_word(report)) == words
    assert words_of_excel(write_excel(report)) == words


@pytest.mark.parametrize("texts", LOTS)
def test_hostile_wording_is_shown_as_typed_in_all_of_them(report_of, texts):
    fields = (
        "title",
        "opening",
        "closing",
        "eit_statement",
        "memo_body",
        "memo_subject",
        "memo_to",
    )
    signed = [{"duty": "checked", "name": text[:300], "post": text[:300]} for text in texts]
    wording = EVERYTHING | dict.fromkeys(fields, "\n".join(texts)) | {"signatories": signed}
    report = report_of(*USUAL, **wording)

    words = words_of_html(report)
    assert words_of_word(write_word(report)) == words
    assert words_of_excel(write_excel(report)) == words


def test_a_result_of_three_pages_goes_through_whole(report_of, this_year, other_staff, office):
    long = "\n".join(f"ครั้งที่ {number} ดำเนินการแล้วเสร็จตามแผน" for number in range(200))
    record(
        Measure.objects.of(this_year).get(number=3),
        other_staff,
        office.units.get(name="กองคลัง"),
        note=long,
    )
    report = report_of(*NINE)

    assert any(row.is_long for row in report.rows)
    assert words_of_word(write_word(report)) == words_of_html(report)
    assert words_of_excel(write_excel(report)) == words_of_html(report)


def test_an_empty_year_has_its_sentence_in_all_of_them(office):
    empty = office.rounds.create(be_year=2571, edition=2569)
    report = build_progress_report(empty)

    words = words_of_html(report)
    assert "ยังไม่มีมาตรการในปีงบประมาณนี้" in words
    assert words_of_word(write_word(report)) == words
    assert words_of_excel(write_excel(report)) == words


def test_three_hundred_measures_go_through(report_of, this_year):
    multiply_measures(this_year, 28)
    report = report_of(*USUAL)

    assert len(report.rows) > 300
    assert words_of_word(write_word(report)) == words_of_html(report)
    assert words_of_excel(write_excel(report)) == words_of_html(report)


def test_a_picture_that_is_gone_is_said_in_all_of_them(
    report_of, this_year, staff, office, settings, tmp_path
):
    settings.MEDIA_ROOT = tmp_path
    entry = record(
        DisclosureItem.objects.of(this_year).get(number=17),
        staff,
        office.units.get(name="งานธุรการ"),
    )
    piece = Evidence.objects.create(
        organization=office, by=staff, title="ภาพ.jpg", file="a.jpg", preview="a-small.jpg"
    )
    entry.evidence.add(piece)
    photos = [{"evidence": piece.pk, "caption": "ประชุมคณะกรรมการ"}]
    report = report_of(*USUAL, parts=[Part.PHOTOS], photos=photos)

    words = words_of_html(report)
    assert "ไม่พบไฟล์ภาพ" in words
    assert words_of_word(write_word(report)) == words
    assert words_of_excel(write_excel(report)) == words
