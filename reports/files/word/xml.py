"""The few elements of WordprocessingML that python-docx has no words for."""

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from lxml.etree import _Element

TWIPS_A_MM = 1440 / 25.4


def element(name: str, /, *children: _Element, **attributes: object) -> _Element:
    """`element("w:tab", val="right", pos=9000)`: attributes are of the w: namespace too."""
    made = OxmlElement(name)
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), str(value))
    made.extend(children)
    return made


def twips(millimetres: float) -> int:
    return round(millimetres * TWIPS_A_MM)


def text_run(text: str) -> _Element:
    """A run; a tab in the text is a tab of the paragraph's."""
    run = OxmlElement("w:r")
    for place, piece in enumerate(text.split("\t")):
        if place:
            run.append(OxmlElement("w:tab"))
        if piece:
            words = OxmlElement("w:t")
            words.text = piece
            words.set(qn("xml:space"), "preserve")
            run.append(words)
    return run


def field(instruction: str, shown: str) -> list[_Element]:
    """A field that Word reckons anew; `shown` stands there until it does."""
    kinds = ("begin", "separate", "end")
    begin, separate, end = (
        element("w:r", element("w:fldChar", fldCharType=kind)) for kind in kinds
    )
    code = OxmlElement("w:instrText")
    code.text = f" {instruction} "
    code.set(qn("xml:space"), "preserve")
    return [begin, element("w:r", code), separate, text_run(shown), end]
