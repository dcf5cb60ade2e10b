"""Real files, made on the spot: sound ones, and those somebody might try."""

import struct
import zipfile
import zlib
from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

OFFICE = {
    "docx": ("word/document.xml", "wordprocessingml.document"),
    "xlsx": ("xl/workbook.xml", "spreadsheetml.sheet"),
    "pptx": ("ppt/presentation.xml", "presentationml.presentation"),
}
HTML = b"<!doctype html><html><script>alert(1)</script></html>"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


def named(name: str, content: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def pdf(text: bytes = b"scanned", after: bytes = b"") -> bytes:
    return b"%PDF-1.7\n1 0 obj <<>> endobj\n" + text + b"\n%%EOF\n" + after


def archive(members: dict[str, bytes], **options) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, **options) as packed:
        for name, content in members.items():
            packed.writestr(name, content)
    return out.getvalue()


def office(kind: str = "docx", types: str | None = None, **members: bytes) -> bytes:
    """`members` besides the main part; `__` in a name stands for a slash."""
    part, family = OFFICE[kind]
    main = types or f"application/vnd.openxmlformats-officedocument.{family}.main+xml"
    contents = (
        f'<?xml version="1.0"?><Types><Override PartName="/{part}" ContentType="{main}"/></Types>'
    )
    return archive(
        {"[Content_Types].xml": contents.encode(), part: b"<w/>"}
        | {name.replace("__", "/"): content for name, content in members.items()}
    )


def picture(kind: str = "JPEG", size=(60, 40), mode="RGB", **options) -> bytes:
    """Red at its upper left, so that one can tell which way is up."""
    image = Image.new(mode, size, "white")
    image.paste("red", (0, 0, size[0] // 2, size[1] // 2))
    out = BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def photograph(orientation: int = 6) -> bytes:
    """As a phone takes it: lying on its side, with the place and the phone in it."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010F] = "PhoneMaker"
    exif.get_ifd(0x8825).update({1: "N", 2: (13.0, 45.0, 30.0), 3: "E", 4: (100.0, 30.0, 1.0)})
    return picture(exif=exif, comment=b"PhoneMaker at home")


def giant(width: int = 10_000, height: int = 10_000) -> bytes:
    """A PNG that says it is of a hundred megapixels; nobody needs to look further."""
    small = picture("PNG")
    header = struct.pack(">4sLLBBBBB", b"IHDR", width, height, 8, 2, 0, 0, 0)
    checksum = struct.pack(">L", zlib.crc32(header))
    return small[:12] + header + checksum + small[33:]


def bomb() -> bytes:
    """A Word file of some hundred kilobytes that unpacks to a hundred and fifty megabytes."""
    return office(word__media__image1=b"\0" * (150 * 1024 * 1024))


def encrypted() -> bytes:
    """As office(), each member marked as encrypted."""
    packed = bytearray(office())
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = packed.find(mark)
        while at >= 0:
            packed[at + place] |= 1
            at = packed.find(mark, at + 4)
    return bytes(packed)


def overlapping() -> bytes:
    """Two entries of the list lead to the same bytes."""
    packed = bytearray(office(word__a=b"a" * 100, word__b=b"b" * 100))
    listed = [at for at in range(len(packed)) if packed.startswith(b"PK\x01\x02", at)]
    packed[listed[3] + 42 : listed[3] + 46] = packed[listed[2] + 42 : listed[2] + 46]
    return bytes(packed)


def spoilt() -> bytes:
    """A sound list, but the bytes of one member are not what its sum says."""
    packed = bytearray(office(word__a=bytes(range(256)) * 40))
    at = packed.find(b"word/a") + 40
    packed[at] ^= 0xFF
    return bytes(packed)
