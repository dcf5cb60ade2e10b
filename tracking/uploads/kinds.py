"""The kinds of file that are taken, and what to do about those that are not."""

from dataclasses import dataclass

from tracking.uploads.limits import MAX_SIZE_WORDS
from tracking.uploads.names import extension
from tracking.uploads.refusal import Refused

#: For `accept`: what a browser or a phone offers to choose from.
TAKEN_WORDS = f"PDF, PNG, JPG, WebP, Word, Excel หรือ PowerPoint ไฟล์ละไม่เกิน {MAX_SIZE_WORDS}"

_OOXML = "application/vnd.openxmlformats-officedocument"


@dataclass(frozen=True)
class Kind:
    """`picture` is Pillow's name of the format; `main` the type of an Office file's main part."""

    word: str
    content_type: str
    picture: str = ""
    main: str = ""


_JPEG = Kind("ภาพ JPG", "image/jpeg", picture="JPEG")
KINDS = {
    ".pdf": Kind("PDF", "application/pdf"),
    ".png": Kind("ภาพ PNG", "image/png", picture="PNG"),
    ".jpg": _JPEG,
    ".jpeg": _JPEG,
    ".webp": Kind("ภาพ WebP", "image/webp", picture="WEBP"),
    ".docx": Kind(
        "Word",
        f"{_OOXML}.wordprocessingml.document",
        main=f"{_OOXML}.wordprocessingml.document.main+xml",
    ),
    ".xlsx": Kind(
        "Excel",
        f"{_OOXML}.spreadsheetml.sheet",
        main=f"{_OOXML}.spreadsheetml.sheet.main+xml",
    ),
    ".pptx": Kind(
        "PowerPoint",
        f"{_OOXML}.presentationml.presentation",
        main=f"{_OOXML}.presentationml.presentation.main+xml",
    ),
}
ACCEPT = ",".join(KINDS)

_HEIC = "ภาพแบบ HEIC เปิดไม่ได้ในคอมพิวเตอร์หลายเครื่อง โปรดบันทึกภาพเป็น JPG ก่อนแนบ หรือกด “ถ่ายภาพ” ในหน้านี้"
_MACROS = "ไฟล์ที่มีมาโครรับไม่ได้ โปรดบันทึกเป็นแบบไม่มีมาโคร (.docx .xlsx หรือ .pptx) ก่อนแนบ"
_PACKED = "ไฟล์บีบอัดรับไม่ได้ เพราะตรวจสิ่งที่อยู่ข้างในไม่ได้ โปรดแตกไฟล์แล้วแนบทีละไฟล์"
_INSTEAD = {
    ".heic": _HEIC,
    ".heif": _HEIC,
    ".doc": "Word รุ่นเก่า (.doc) รับไม่ได้ โปรดเปิดใน Word แล้วบันทึกเป็น .docx หรือ .pdf ก่อนแนบ",
    ".xls": "Excel รุ่นเก่า (.xls) รับไม่ได้ โปรดเปิดใน Excel แล้วบันทึกเป็น .xlsx หรือ .pdf ก่อนแนบ",
    ".ppt": "PowerPoint รุ่นเก่า (.ppt) รับไม่ได้ โปรดเปิดใน PowerPoint แล้วบันทึกเป็น .pptx หรือ .pdf ก่อนแนบ",
    ".docm": _MACROS,
    ".xlsm": _MACROS,
    ".pptm": _MACROS,
    ".zip": _PACKED,
    ".rar": _PACKED,
    ".7z": _PACKED,
    ".svg": "ภาพแบบ SVG รับไม่ได้ เพราะอาจมีชุดคำสั่งซ่อนอยู่ โปรดบันทึกเป็น PNG หรือ PDF ก่อนแนบ",
    ".html": "หน้าเว็บรับไม่ได้ โปรดใส่เป็นลิงก์ หรือพิมพ์หน้านั้นเป็น PDF ก่อนแนบ",
    ".htm": "หน้าเว็บรับไม่ได้ โปรดใส่เป็นลิงก์ หรือพิมพ์หน้านั้นเป็น PDF ก่อนแนบ",
}


def kind_of(name: str) -> Kind:
    """By the name's extension; Refused, with what to do instead, for one that is not taken."""
    suffix = extension(name).lower()
    if suffix in KINDS:
        return KINDS[suffix]
    called = f"ไฟล์แบบ {suffix} " if suffix else "ไฟล์ที่ไม่มีนามสกุล"
    unknown = f"{called}รับไม่ได้ โปรดแนบเป็น PDF, PNG, JPG, WebP, Word, Excel หรือ PowerPoint"
    raise Refused(_INSTEAD.get(suffix, unknown))
