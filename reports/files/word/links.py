"""Links of a document; an address that is none stays words."""

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from lxml.etree import _Element

from reports.files.word.styles import LINK
from reports.files.word.xml import element, text_run


def link(document: Document, text: str, url: str) -> _Element:
    run = text_run(text)
    if not url.lower().startswith(("http://", "https://")):
        return run
    style = element("w:rStyle", val=document.styles[LINK].style_id)
    run.insert(0, element("w:rPr", style))
    made = OxmlElement("w:hyperlink")
    related = document.part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    made.set(qn("r:id"), related)
    made.append(run)
    return made
