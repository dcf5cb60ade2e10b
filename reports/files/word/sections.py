"""Paper: its size, margins and the numbers of its pages."""

from docx.document import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Mm

from reports.files.word.xml import element, field, text_run
from reports.paper import Paper, paper_of
from reports.progress_report import ProgressReport
from thai.digits import thai_digits

_AROUND = {"tilde": "~ {} ~", "dash": "- {} -", "plain": "{}"}


def room_of(report: ProgressReport, part: str) -> int:
    """Millimetres between the margins of a part's paper."""
    return paper_of(part, is_landscape=report.is_landscape).room


def begin_part(document: Document, report: ProgressReport, part: str, *, is_first: bool) -> bool:
    """A section of its own where the paper changes; whether it has one, or needs a new page."""
    if is_first:
        _set_up(document.sections[0], report, part)
    elif part == "report":
        _set_up(document.add_section(WD_SECTION.NEW_PAGE), report, part)
    return is_first or part == "report"


def _set_up(section: Section, report: ProgressReport, part: str) -> None:
    set_paper(section, paper_of(part, is_landscape=report.is_landscape))
    section.header_distance, section.footer_distance = Mm(13), Mm(10)
    if part != "memo":
        _number(section, report)


def set_paper(section: Section, paper: Paper) -> None:
    section.orientation = WD_ORIENT.LANDSCAPE if paper.is_wide else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(paper.width), Mm(paper.height)
    section.top_margin, section.right_margin = Mm(paper.top), Mm(paper.right)
    section.bottom_margin, section.left_margin = Mm(paper.bottom), Mm(paper.left)


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
