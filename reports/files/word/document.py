"""The report as a Word document: styles, a real table, links; for an office to go on with."""

from io import BytesIO

import docx
from docx.document import Document
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.shared import Mm
from docx.text.paragraph import Paragraph as TextParagraph

from reports.files.characters import printable
from reports.files.outline import DOTS, Block, Paragraph, Part, Picture, Style, Table, outline
from reports.files.word.links import link
from reports.files.word.pictures import draw
from reports.files.word.sections import begin_part, room_of
from reports.files.word.styles import NAMES, dress
from reports.files.word.table import write_table
from reports.files.word.xml import element, text_run
from reports.progress_report import ProgressReport


def write_word(report: ProgressReport) -> bytes:
    """A .docx that says what the report says."""
    document = docx.Document()
    dress(document)
    _introduce(document, report)
    for place, part in enumerate(outline(report)):
        is_begun = begin_part(document, report, part.name, is_first=place == 0)
        write_part(document, part, room_of(report, part.name), on_new_page=not is_begun)
    held = BytesIO()
    document.save(held)
    return held.getvalue()


def write_part(document: Document, part: Part, room: int, *, on_new_page: bool) -> None:
    """Every part begins with a paragraph; none ends with a table, after which Word wants a line."""
    so_far = len(document.element.body)
    for block in part.blocks:
        write_block(document, block, room)
    if on_new_page:
        first = TextParagraph(document.element.body[so_far - 1], document)
        first.paragraph_format.page_break_before = True
    if isinstance(part.blocks[-1], Table):
        document.add_paragraph()


def write_block(document: Document, block: Block, room: int) -> None:
    match block:
        case Table():
            write_table(document, block, room)
        case Picture():
            paragraph = document.add_paragraph(style=NAMES[Style.CAPTION])
            paragraph.paragraph_format.keep_with_next = True
            draw(paragraph, block)
        case Paragraph():
            _write_paragraph(document, block, room)


def _write_paragraph(document: Document, block: Paragraph, room: int) -> None:
    paragraph = document.add_paragraph(style=NAMES[block.style])
    if DOTS in block.text:
        end = room if block.style == Style.MEMO_LINE else min(room, 125)
        stops = paragraph.paragraph_format.tab_stops
        stops.add_tab_stop(Mm(end), WD_TAB_ALIGNMENT.LEFT, WD_TAB_LEADER.DOTS)
    if block.label:
        label = text_run(f"{block.label}  ")
        label.insert(0, element("w:rPr", element("w:b"), element("w:bCs")))
        paragraph._p.append(label)
    words = link(document, block.text, block.url) if block.url else text_run(block.text)
    paragraph._p.append(words)


def _introduce(document: Document, report: ProgressReport) -> None:
    """The file's properties, and the mark that it is for a current Word."""
    about = document.core_properties
    about.title = printable(report.document_title)[:255]
    about.author = printable(report.organization)[:255]
    about.language, about.comments = "th-TH", ""
    settings = document.settings.element
    setting = {"name": "compatibilityMode", "uri": "http://schemas.microsoft.com/office/word"}
    compat = settings.find(element("w:compat").tag)
    if compat is None:
        compat = element("w:compat")
        settings.append(compat)
    compat.append(element("w:compatSetting", **setting, val=15))
