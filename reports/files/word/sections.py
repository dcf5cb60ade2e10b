"""Paper: its size, margins and the numbers of its pages."""

from docx.document import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Mm

from reports.files.word.xml import element, field, text_run
from reports.progress_report import ProgressReport
from thai.digits import thai_digits

#: Top, right, bottom, left in millimetres, as in static/css/paper.css.
_MARGINS = {"portrait": (25, 20, 20, 30), "landscape": (30, 20, 20, 25), "memo": (15, 20, 20, 30)}
_AROUND = {"tilde": "~ {} ~", "dash": "- {} -", "plain": "{}"}
_WIDE, _HIGH = 297, 210


def room_of(report: ProgressReport, part: str) -> int:
    """Millimetres between the margins of a part's paper."""
    sheet = _sheet(report, part)
    _, right, _, left = _MARGINS[sheet]
    return (_WIDE if sheet == "landscape" else _HIGH) - left - right


def begin_part(document: Document, report: ProgressReport, part: str, *, is_first: bool) -> bool:
    """A section of its own where the paper changes; whether it has one, or needs a new page."""
    if is_first:
        _set_up(document.sections[0], report, part)
    elif part == "report":
        _set_up(document.add_section(WD_SECTION.NEW_PAGE), report, part)
    return is_first or part == "report"


def _set_up(section: Section, report: ProgressReport, part: str) -> None:
    sheet = _sheet(report, part)
    is_wide = sheet == "landscape"
    section.orientation = WD_ORIENT.LANDSCAPE if is_wide else WD_ORIENT.PORTRAIT
    width, height = (_WIDE, _HIGH) if is_wide else (_HIGH, _WIDE)
    section.page_width, section.page_height = Mm(width), Mm(height)
    top, right, bottom, left = (Mm(side) for side in _MARGINS[sheet])
    section.top_margin, section.right_margin = top, right
    section.bottom_margin, section.left_margin = bottom, left
    section.header_distance, section.footer_distance = Mm(13), Mm(10)
    if part != "memo":
        _number(section, report)


def _sheet(report: ProgressReport, part: str) -> str:
    if part == "memo":
        return "memo"
    return "landscape" if report.is_landscape else "portrait"


def _number(section: Section, report: ProgressReport) -> None:
    """The first page has none; the report begins with one, whatever stands before it. A memo has
    no numbers at all.
    """
    mark = report.page_mark
    is_thai = mark.digits == "thai"
    digits = element("w:pgNumType", fmt="thaiNumbers" if is_thai else "decimal", start=1)
    section._sectPr.find(qn("w:cols")).addprevious(digits)
    section.different_first_page_header_footer = True
    for place in (section.header, section.footer, section.first_page_header):
        place.is_linked_to_previous = False
    if mark.form not in _AROUND:
        return
    paper_edge = section.footer if mark.place == "foot" else section.header
    paragraph = paper_edge.paragraphs[0]
    is_corner = mark.place == "corner"
    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT if is_corner else WD_ALIGN_PARAGRAPH.CENTER
    before, _, after = _AROUND[mark.form].partition("{}")
    # Word goes by the section, others by the field.
    instruction, shown = (r"PAGE \* THAIARABIC", thai_digits(2)) if is_thai else ("PAGE", "2")
    for piece in (text_run(before), *field(instruction, shown), text_run(after)):
        paragraph._p.append(piece)
