"""The document's styles, so that an office changes a font or a size once for all of it."""

from typing import Any

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt, RGBColor

from reports.files.outline import Style
from reports.files.word.xml import element

FONT = "TH Sarabun New"
TABLE_TEXT, TABLE_LIST = "ข้อความในตาราง", "รายการในตาราง"
TABLE_HEAD = "หัวตาราง"
LINK = "Hyperlink"

#: The name of each style in Word: its own where it has one, so that its navigation knows it.
NAMES = {
    Style.TITLE: "Title",
    Style.CENTRED: "ข้อความกลางหน้า",
    Style.BODY: "Body Text",
    Style.HEADING: "Heading 1",
    Style.CLOSING: "ท้ายรายงาน",
    Style.CAPTION: "Caption",
    Style.MEMO_TITLE: "หัวบันทึกข้อความ",
    Style.MEMO_LINE: "บรรทัดบันทึกข้อความ",
    Style.SIGN: "ลงชื่อ",
    Style.SIGNED: "ชื่อและตำแหน่ง",
}
_CENTRED = {Style.TITLE, Style.CENTRED, Style.CLOSING, Style.CAPTION, Style.SIGNED}
_SIZES = {Style.TITLE: 18, Style.MEMO_TITLE: 29, Style.CAPTION: 14}
_BOLD = {Style.TITLE, Style.HEADING, Style.MEMO_TITLE}
_SIGN_INDENT = Mm(65)


def dress(document: Document) -> None:
    """Thai is a complex script to Word: each style names its font and size for that too."""
    _set_defaults(document)
    for style, name in NAMES.items():
        made = _paragraph_style(document, name, _SIZES.get(style, 16), is_bold=style in _BOLD)
        if style in _CENTRED:
            made.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for name in (TABLE_TEXT, TABLE_LIST, TABLE_HEAD, "Header", "Footer"):
        size = 16 if name in ("Header", "Footer") else 14
        _paragraph_style(document, name, size, is_bold=name == TABLE_HEAD)
    _place(document)
    link = document.styles.add_style(LINK, WD_STYLE_TYPE.CHARACTER)
    link.font.color.rgb, link.font.underline = RGBColor(0x0B, 0x5C, 0x75), True


def _set_defaults(document: Document) -> None:
    defaults = document.styles.element.xpath("w:docDefaults/w:rPrDefault/w:rPr")[0]
    defaults.clear()
    defaults.append(_fonts())
    _set_size(defaults, 16)
    defaults.append(element("w:lang", val="th-TH", eastAsia="en-US", bidi="th-TH"))


def _paragraph_style(document: Document, name: str, size: int, *, is_bold: bool) -> Any:
    styles = document.styles
    known = name in [style.name for style in styles]
    style = styles[name] if known else styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.quick_style = True
    properties = style.element.get_or_add_rPr()
    properties.clear()
    properties.append(_fonts())
    if is_bold:
        properties.extend([element("w:b"), element("w:bCs")])
    properties.append(element("w:color", val="000000"))
    _set_size(properties, size)
    paragraph = style.element.get_or_add_pPr()
    for border in paragraph.xpath("w:pBdr | w:contextualSpacing"):
        paragraph.remove(border)
    style.paragraph_format.space_before = style.paragraph_format.space_after = Pt(0)
    style.paragraph_format.line_spacing = 1.0
    return style


def _fonts() -> Any:
    return element("w:rFonts", ascii=FONT, hAnsi=FONT, eastAsia=FONT, cs=FONT)


def _set_size(properties: Any, points: int) -> None:
    properties.extend([element("w:sz", val=points * 2), element("w:szCs", val=points * 2)])


def _place(document: Document) -> None:
    """Spaces and indents, as in static/css/paper.css."""
    form = {name: document.styles[name].paragraph_format for name in NAMES.values()}
    form[NAMES[Style.BODY]].first_line_indent = Mm(25)
    form[NAMES[Style.BODY]].space_before = Pt(6)
    form[NAMES[Style.HEADING]].space_before = Mm(4)
    form[NAMES[Style.HEADING]].space_after = Mm(2)
    form[NAMES[Style.HEADING]].keep_with_next = True
    form[NAMES[Style.SIGN]].space_before = Mm(14)
    for style in (Style.SIGN, Style.SIGNED):
        form[NAMES[style]].left_indent = _SIGN_INDENT
        form[NAMES[style]].keep_with_next = True
    listed = document.styles[TABLE_LIST].paragraph_format
    listed.left_indent, listed.first_line_indent = Mm(2.8), Mm(-2.8)
    document.styles[TABLE_HEAD].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
