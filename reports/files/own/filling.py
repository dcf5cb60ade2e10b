"""Filling an office's own document in: the only module that knows docxtpl."""

from io import BytesIO

from docx.opc.exceptions import OpcError
from docx.shared import Mm
from docxtpl import DocxTemplate, InlineImage
from jinja2 import TemplateError
from lxml.etree import LxmlError

from organizations.models import Round
from reports.files.outline import EIT_MM, qr_picture
from reports.files.own.blanks import QR, fields_of, report_for_fields
from reports.files.own.safety import BadTemplate, FieldsOnly


def fill_in(content: bytes, ita_round: Round) -> bytes:
    """The document with what the report says in its fields. Raises BadTemplate."""
    try:
        return _filled(content, ita_round)
    except (LxmlError, OpcError, KeyError, ValueError) as error:
        raise BadTemplate("อ่านแบบไม่ได้ โปรดเปิดใน Word แล้วบันทึกใหม่เป็น .docx ก่อนส่ง") from error


def _filled(content: bytes, ita_round: Round) -> bytes:
    template = DocxTemplate(BytesIO(content))
    report = report_for_fields(ita_round)
    picture = qr_picture(report.eit.url, EIT_MM, QR) if report.eit else None
    fields = fields_of(report, ita_round.be_year)
    # The body is not opened before it is asked for, and a picture has to know its document.
    template.init_docx()
    fields[QR] = (
        InlineImage(template, BytesIO(picture.content), width=Mm(EIT_MM)) if picture else ""
    )
    try:
        template.render(fields, FieldsOnly(), autoescape=True)
    except TemplateError as error:
        where = " ".join("".join(getattr(error, "docx_context", ())).split())[:80]
        raise BadTemplate(
            f"ช่องในแบบเขียนไม่ถูกรูปแบบ ใกล้ข้อความ “{where}” โปรดเทียบกับแบบตัวอย่าง"
        ) from error
    held = BytesIO()
    template.save(held)
    return held.getvalue()
