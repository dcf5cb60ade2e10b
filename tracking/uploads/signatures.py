"""What a file is by its content, whatever it is called."""

import struct
import zipfile
import zlib
from typing import BinaryIO

from tracking.uploads.refusal import Refused

#: Where a browser, or a careless reader, would look for a page in disguise.
_EDGE = 4096
_MARKUP = (b"<!doctype html", b"<html", b"<script", b"<iframe", b"<body", b"<svg")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
#: What reading an archive that is none, or a broken one, comes to.
UNSOUND_ZIP: tuple[type[Exception], ...] = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    RuntimeError,
    ValueError,
)
UNSOUND_ZIP += (OverflowError, IndexError, OSError)
_STARTS = (
    (b"%PDF-", "PDF"),
    (b"PK\x03\x04", "ไฟล์ ZIP หรือ Office"),
    (_OLE, "Office รุ่นเก่า หรือ Office ที่ใส่รหัสผ่าน"),
    (b"\xff\xd8\xff", "ภาพ JPG"),
    (b"\x89PNG\r\n\x1a\n", "ภาพ PNG"),
    (b"GIF8", "ภาพ GIF"),
    (b"BM", "ภาพ BMP"),
    (b"MZ", "โปรแกรม"),
    (b"\x7fELF", "โปรแกรม"),
    (b"{\\rtf", "RTF"),
)


def head_of(file: BinaryIO) -> bytes:
    file.seek(0)
    return file.read(_EDGE)


def tail_of(file: BinaryIO) -> bytes:
    length = file.seek(0, 2)
    file.seek(max(0, length - _EDGE))
    return file.read()


def looks_like(head: bytes) -> str:
    """What it really is, in a Thai word or two; empty where one cannot say."""
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "ภาพ WebP"
    if head[4:8] == b"ftyp" and head[8:11] in (b"hei", b"hev", b"mif"):
        return "ภาพ HEIC"
    for start, word in _STARTS:
        if head.startswith(start):
            return word
    text = head.lower()
    if b"<svg" in text:
        return "ภาพ SVG"
    return "หน้าเว็บ (HTML)" if any(mark in text for mark in _MARKUP) else ""


def is_ole(head: bytes) -> bool:
    return head.startswith(_OLE)


def mismatch(word: str, head: bytes) -> Refused:
    """For a file whose content is not what its name says."""
    real = looks_like(head)
    named = f"ไม่ใช่{_beside(word)}ตามนามสกุล"
    found = f"เนื้อไฟล์เป็น{_beside(real)}{named}" if real else f"ไฟล์เสียหาย หรือเนื้อไฟล์{named}"
    return Refused(f"{found} โปรดเปิดไฟล์ดู แล้วบันทึกเป็น{_beside(word)}ใหม่ก่อนแนบ")


def _beside(word: str) -> str:
    """As Thai is written: a space before a Latin word, none before a Thai one."""
    return f" {word} " if word[0].isascii() else f"{word} "


def refuse_polyglot(file: BinaryIO) -> None:
    """Refuse a file of two kinds at once: other programs would read it otherwise than we do."""
    edges = (head_of(file) + tail_of(file)).lower()
    if any(mark in edges for mark in _MARKUP):
        raise Refused("มีหน้าเว็บ (HTML) ซ้อนอยู่ในไฟล์ รับไม่ได้ โปรดบันทึกหรือสแกนเอกสารใหม่ก่อนแนบ")
    if _opens_as_zip(file):
        raise Refused("มีไฟล์ ZIP ซ้อนอยู่ในไฟล์ รับไม่ได้ โปรดบันทึกหรือสแกนเอกสารใหม่ก่อนแนบ")


def _opens_as_zip(file: BinaryIO) -> bool:
    try:
        with zipfile.ZipFile(file):
            return True
    except UNSOUND_ZIP:
        return False
