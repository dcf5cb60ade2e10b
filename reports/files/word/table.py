"""Tables, built element by element: python-docx looks the whole table through for every cell."""

from docx.document import Document
from docx.oxml import OxmlElement
from docx.text.paragraph import Paragraph
from lxml.etree import _Element

from reports.files.outline import CellLine, Row, Table
from reports.files.word.links import link
from reports.files.word.pictures import draw
from reports.files.word.styles import TABLE_HEAD, TABLE_LIST, TABLE_TEXT
from reports.files.word.xml import element, text_run, twips

#: Twips between the border of a cell and its text.
_PADDING = twips(1.5)


def write_table(document: Document, table: Table, room: int) -> None:
    """A table as wide as the room, in millimetres, its head repeated on every page."""
    total = sum(table.widths)
    widths = [twips(room * width / total) for width in table.widths]
    made = element("w:tbl", _properties(document, sum(widths)))
    made.append(element("w:tblGrid", *(element("w:gridCol", w=width) for width in widths)))
    head = Row(tuple((CellLine(heading),) for heading in table.headings))
    made.append(_row(document, head, widths, TABLE_HEAD, frozenset(), is_head=True))
    for row in table.rows:
        made.append(_row(document, row, widths, TABLE_TEXT, table.centred))
    # Before the section's own properties, which come last.
    document.element.body.insert_element_before(made, "w:sectPr")


def _properties(document: Document, width: int) -> _Element:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    rules = [element(f"w:{side}", val="single", sz=4, space=0, color="000000") for side in sides]
    padding = [element(f"w:{side}", w=_PADDING, type="dxa") for side in ("left", "right")]
    return element(
        "w:tblPr",
        element("w:tblStyle", val=document.styles["Table Grid"].style_id),
        element("w:tblW", w=width, type="dxa"),
        element("w:tblBorders", *rules),
        element("w:tblLayout", type="fixed"),
        element("w:tblCellMar", *padding),
    )


def _row(
    document: Document,
    row: Row,
    widths: list[int],
    style: str,
    centred: frozenset[int],
    *,
    is_head: bool = False,
) -> _Element:
    about = OxmlElement("w:trPr")
    if not row.is_long:
        about.append(element("w:cantSplit"))
    if is_head:
        about.append(element("w:tblHeader"))
    made = element("w:tr", about)
    # One cell alone speaks for the whole row.
    spans = len(widths) if len(row.cells) == 1 else 1
    for place, (lines, width) in enumerate(zip(row.cells, widths, strict=False)):
        cell_properties = element("w:tcPr", element("w:tcW", w=width * spans, type="dxa"))
        if spans > 1:
            cell_properties.append(element("w:gridSpan", val=spans))
        if is_head:
            cell_properties.append(element("w:vAlign", val="center"))
        cell = element("w:tc", cell_properties)
        for line in lines:
            listed = TABLE_LIST if line.is_listed else style
            cell.append(_line(document, line, listed, is_centred=place in centred))
        made.append(cell)
    return made


def _line(document: Document, line: CellLine, style: str, *, is_centred: bool) -> _Element:
    about = element("w:pPr", element("w:pStyle", val=document.styles[style].style_id))
    if is_centred:
        about.append(element("w:jc", val="center"))
    made = element("w:p", about)
    if line.picture:
        draw(Paragraph(made, document), line.picture)
    elif line.url:
        made.append(link(document, line.text, line.url))
    else:
        made.append(text_run(line.text))
    return made
