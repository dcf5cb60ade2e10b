"""Whether a document is harmless: no outside references, and nothing that is executed."""

import re
import zipfile
from typing import BinaryIO

from lxml import etree

from reports.files.own.safety import BadTemplate
from tracking.uploads.check import check
from tracking.uploads.names import extension
from tracking.uploads.refusal import Refused

LARGEST = 2 * 1024 * 1024
_PARTS = re.compile(r"(^|/)(embeddings|activeX|ctrlProps|customUI|attachedToolbars)(/|\.)", re.I)
_EXTERNAL = re.compile(
    rb"<(?:[\w.-]+:)?Relationship\b[^>]*TargetMode\s*=\s*[\"']External[\"'][^>]*>", re.I
)
_HYPERLINK = re.compile(rb"Type\s*=\s*[\"'][^\"']*/hyperlink[\"']", re.I)
_WEB = re.compile(rb"Target\s*=\s*[\"'](https?|mailto):", re.I)
_ENTITIES = re.compile(rb"<!\s*(DOCTYPE|ENTITY)", re.I)
#: Fields of Word's own that fetch, run or ask for something.
_ACTING = re.compile(
    r"\b(INCLUDETEXT|INCLUDEPICTURE|DDE|DDEAUTO|LINK|MACROBUTTON|GOTOBUTTON|IMPORT|DATABASE|FILLIN"
    r"|ASK|AUTOTEXT|MERGEFIELD|RD|EMBED)\b"
)
_FIELD = re.compile(
    r"<(?:[\w.-]+:)?instrText[^>]*>(.*?)</(?:[\w.-]+:)?instrText>|[\w.-]+:instr\s*=\s*[\"']([^\"']*)",
    re.S,
)
_CHUNK = re.compile(rb"<(?:[\w.-]+:)?altChunk\b")
_AFAR = "แบบชี้ไปยังไฟล์หรือภาพภายนอก รับไม่ได้ โปรดฝังภาพไว้ในเอกสาร และถอดแม่แบบที่แนบไว้ก่อนส่ง"
_ACTS = "แบบมีวัตถุฝัง ฟิลด์ที่ดึงข้อมูล หรือส่วนที่ทำงานได้เอง รับไม่ได้ โปรดเอาออกก่อนส่ง"


def check_archive(file: BinaryIO, name: str, size: int) -> None:
    """Raises BadTemplate, saying what to do, for a document that an office must not print by."""
    if extension(name).lower() != ".docx":
        raise BadTemplate("โปรดเลือกไฟล์ Word แบบไม่มีมาโคร (.docx)")
    if size > LARGEST:
        raise BadTemplate("ไฟล์ใหญ่เกิน 2 MB โปรดลดขนาดภาพในแบบ แล้วส่งใหม่")
    try:
        check(file, name, size)
    except Refused as refused:
        raise BadTemplate(str(refused)) from refused
    file.seek(0)
    with zipfile.ZipFile(file) as archive:
        if any(_PARTS.search(member) for member in archive.namelist()):
            raise BadTemplate(_ACTS)
        for member in archive.namelist():
            if member.lower().endswith((".xml", ".rels")):
                _check_part(archive.read(member))
    file.seek(0)


def _check_part(content: bytes) -> None:
    if content[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\x00" in content or _ENTITIES.search(content):
        raise BadTemplate(_ACTS)
    content = _as_word_reads(content)
    for relation in _EXTERNAL.findall(content):
        if not (_HYPERLINK.search(relation) and _WEB.search(relation)):
            raise BadTemplate(_AFAR)
    # A field may be typed in pieces, each in an element of its own.
    fields = "".join(one or two for one, two in _FIELD.findall(content.decode(errors="replace")))
    if _ACTING.search(fields.upper()) or _CHUNK.search(content):
        raise BadTemplate(_ACTS)


def _as_word_reads(content: bytes) -> bytes:
    """In one manner of writing: "&#69;xternal" is External to whoever opens the document."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        return etree.tostring(etree.fromstring(content, parser), encoding="utf-8")
    except (etree.XMLSyntaxError, ValueError, LookupError) as broken:
        raise BadTemplate(_ACTS) from broken
