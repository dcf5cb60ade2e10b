"""The Word file: real styles, a real table, Thai as Word sets it; and nothing in it acts."""

import io
import zipfile

import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Mm

from measures.models import Measure
from reports.columns import USUAL
from reports.files.word import write_word
from reports.models import Part
from tests.follow_up.waiting import report as record

NINE = ["number", *USUAL, "status", "evidence", "remark"]


@pytest.fixture
def word_of(report_of):
    def write(*columns, **wording):
        content = write_word(report_of(*columns, **wording))
        return docx.Document(io.BytesIO(content))

    return write


def texts(document, style):
    return [one.text for one in document.paragraphs if one.style.name == style]


def test_titles_and_headings_have_words_own_styles(word_of):
    document = word_of(*USUAL)

    assert texts(document, "Title")[0].startswith("รายงานผลการดำเนินการ")
    assert [text[:2] for text in texts(document, "Heading 1")] == ["๑.", "๒."]
    assert len(texts(document, "Body Text")) >= 3


def test_thai_has_its_font_and_size_as_a_complex_script(word_of):
    document = word_of(*USUAL)

    for name in ("Normal", "Title", "Heading 1", "Body Text", "ข้อความในตาราง"):
        style = document.styles[name]
        own = style.element.find(qn("w:rPr"))
        if own is None:
            own = document.styles.element.xpath("w:docDefaults/w:rPrDefault/w:rPr")[0]
        assert own.find(qn("w:rFonts")).get(qn("w:cs")) == "TH Sarabun New"
        assert own.find(qn("w:szCs")).get(qn("w:val")) == own.find(qn("w:sz")).get(qn("w:val"))
    language = document.styles.element.xpath("w:docDefaults/w:rPrDefault/w:rPr/w:lang")[0]
    assert language.get(qn("w:bidi")) == "th-TH"


def test_the_head_of_the_table_is_repeated_and_rows_are_kept_whole(word_of):
    head, *rows = word_of(*USUAL).tables[0].rows

    assert head._tr.xpath("w:trPr/w:tblHeader")
    assert all(row._tr.xpath("w:trPr/w:cantSplit") for row in rows)


def test_a_row_that_is_long_may_be_split(word_of, this_year, other_staff, office):
    long = "\n".join(["ดำเนินการแล้วเสร็จ"] * 300)
    record(
        Measure.objects.of(this_year).get(number=3),
        other_staff,
        office.units.get(name="กองคลัง"),
        note=long,
    )

    rows = word_of(*USUAL).tables[0].rows

    assert not rows[3]._tr.xpath("w:trPr/w:cantSplit")
    assert rows[2]._tr.xpath("w:trPr/w:cantSplit")


def test_the_columns_are_as_wide_as_the_reports(report_of):
    report = report_of(*NINE)

    table = docx.Document(io.BytesIO(write_word(report))).tables[0]

    widths = [round(column.width / Mm(1)) for column in table.columns]
    assert widths == [column.width for column in report.columns]


@pytest.mark.parametrize(("orientation", "wide"), [("portrait", False), ("landscape", True)])
def test_the_paper_is_a4_turned_as_the_report_is(word_of, orientation, wide):
    section = word_of(*USUAL, orientation=orientation).sections[0]

    sides = (section.page_width / Mm(1), section.page_height / Mm(1))
    assert tuple(map(round, sides)) == ((297, 210) if wide else (210, 297))


def test_pages_are_numbered_in_thai_but_the_first(word_of):
    section = word_of(*USUAL).sections[0]

    numbering = section._sectPr.find(qn("w:pgNumType"))
    assert numbering.get(qn("w:fmt")) == "thaiNumbers"
    assert section.different_first_page_header_footer
    assert section.header.paragraphs[0].text == "~ ๒ ~"
    assert section.first_page_header.paragraphs[0].text == ""


@pytest.mark.parametrize(
    ("mark", "header", "footer"),
    [
        ({"mark_form": "dash", "mark_place": "foot"}, "", "- ๒ -"),
        ({"mark_form": "plain", "digits": "arabic"}, "2", ""),
        ({"mark_form": "none"}, "", ""),
    ],
)
def test_the_page_mark_is_the_reports_own(word_of, mark, header, footer):
    section = word_of(*USUAL, **mark).sections[0]

    assert section.header.paragraphs[0].text == header
    assert section.footer.paragraphs[0].text == footer


def test_a_memo_goes_before_on_upright_paper_without_numbers(word_of):
    document = word_of(*USUAL, orientation="landscape", parts=[Part.MEMO, Part.EIT])

    memo, report = document.sections
    assert memo.page_width < memo.page_height
    assert report.page_width > report.page_height
    assert memo.header.paragraphs[0].text == ""
    assert report.header.paragraphs[0].text == "~ ๒ ~"
    assert document.paragraphs[0].text == "บันทึกข้อความ"


def test_the_questionnaire_has_its_code_and_its_link(word_of):
    document = word_of(*USUAL)

    assert len(document.inline_shapes) == 1
    assert round(document.inline_shapes[0].width / Mm(1)) == 30
    links = [link.address for one in document.paragraphs for link in one.hyperlinks]
    assert links == ["https://itas.nacc.go.th/go/eit/thamsing"]


def test_each_part_begins_on_a_page_of_its_own(word_of):
    signed = [{"duty": "prepared", "name": "ก", "post": ""}]
    document = word_of(*USUAL, parts=[Part.ITEMS], signatories=signed)

    begun = [one.text for one in document.paragraphs if one.paragraph_format.page_break_before]
    assert [text[:5] for text in begun] == ["การจั", "ภาคผน"]


def test_what_units_wrote_makes_no_field_and_no_link(word_of, this_year, other_staff, office):
    hostile = 'javascript:alert(1) file:///etc/passwd { INCLUDETEXT "c:\\\\x" } =1+1'
    finance = office.units.get(name="กองคลัง")
    record(Measure.objects.of(this_year).get(number=3), other_staff, finance, note=hostile)

    document = word_of(*NINE)

    fields = [one.text.strip() for one in document.element.iter(qn("w:instrText"))]
    assert fields == []
    outside = [rel.target_ref for rel in document.part.rels.values() if rel.is_external]
    assert all(target.startswith(("http://", "https://")) for target in outside)


def test_nothing_is_fetched_or_run_when_it_is_opened(report_of):
    content = write_word(report_of(*NINE, parts=[*Part]))

    names = zipfile.ZipFile(io.BytesIO(content)).namelist()
    assert not [name for name in names if "vba" in name.lower() or "embed" in name.lower()]


def test_a_file_says_whose_it_is(word_of):
    about = word_of(*USUAL).core_properties

    assert about.author == "องค์การบริหารส่วนตำบลถ้ำสิงห์"
    assert about.title.startswith("รายงานผล")
