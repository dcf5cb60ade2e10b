"""A document with every usual field in its place, to start an own one from."""

from io import BytesIO

import docx
from docx.document import Document

from reports.columns import COLUMNS, USUAL
from reports.files.outline import Style
from reports.files.own.blanks import OPENING, QR, ROWS, SIGNED
from reports.files.word.sections import set_paper
from reports.files.word.styles import NAMES, TABLE_HEAD, TABLE_TEXT, dress
from reports.files.word.xml import element
from reports.paper import PAPERS

_FIELDS = [
    (Style.TITLE, "{{ ชื่อรายงาน }}"),
    (Style.BODY, "{%p for ย่อหน้า in " + OPENING + " %}"),
    (Style.BODY, "{{ ย่อหน้า }}"),
    (Style.BODY, "{%p endfor %}"),
    (Style.HEADING, "{{ หัวข้อมาตรการ }}"),
]
_AFTER = [
    (Style.HEADING, "{{ หัวข้อแบบวัด }}"),
    (Style.BODY, "{{ ข้อความแบบวัด }}"),
    (Style.CAPTION, "{{ " + QR + " }}"),
    (Style.CAPTION, "{{ ลิงก์แบบวัด }}"),
    (Style.CLOSING, "{{ ท้ายรายงาน }}"),
    (Style.SIGNED, "{%p for ผู้ลง in " + SIGNED + " %}"),
    (Style.SIGNED, "ลงชื่อ ........................................ {{ ผู้ลง.หน้าที่ }}"),
    (Style.SIGNED, "({{ ผู้ลง.ชื่อ }})"),
    (Style.SIGNED, "{{ ผู้ลง.ตำแหน่ง }}"),
    (Style.SIGNED, "{%p endfor %}"),
]


def write_sample() -> bytes:
    document = docx.Document()
    dress(document)
    set_paper(document.sections[0], PAPERS["portrait"])
    _write(document, _FIELDS)
    table = document.add_table(rows=4, cols=len(USUAL), style="Table Grid")
    head, begin, row, end = (line.cells for line in table.rows)
    for place, key in enumerate(USUAL):
        head[place].paragraphs[0].text = COLUMNS[key].heading
        head[place].paragraphs[0].style = TABLE_HEAD
        row[place].paragraphs[0].text = "{{ ม." + COLUMNS[key].field + " }}"
        row[place].paragraphs[0].style = TABLE_TEXT
    table.rows[0]._tr.get_or_add_trPr().append(element("w:tblHeader"))
    begin[0].text = "{%tr for ม in " + ROWS + " %}"
    end[0].text = "{%tr endfor %}"
    _write(document, _AFTER)
    held = BytesIO()
    document.save(held)
    return held.getvalue()


def _write(document: Document, lines: list[tuple[Style, str]]) -> None:
    for style, text in lines:
        document.add_paragraph(text, style=NAMES[style])
