"""Word, Excel and PowerPoint files: one sound ZIP, small enough to unpack, without macros.

Everything is judged by what the archive declares, before any of it is unpacked; unpacking to
check the sums then stops at the declared sizes.
"""

import re
import struct
import zipfile
from typing import BinaryIO

from tracking.uploads.kinds import Kind
from tracking.uploads.refusal import Refused
from tracking.uploads.signatures import UNSOUND_ZIP, head_of, is_ole, mismatch

MAX_UNPACKED = 200 * 1024 * 1024
#: An office's largest tables pack 50 to 1; a bomb packs 1,000 to 1.
_MAX_RATIO = 200
_SMALL_ENOUGH = 10 * 1024 * 1024
_MAX_MEMBERS = 5000
_CONTENTS = "[Content_Types].xml"
_END = struct.Struct("<4s4H2LH")
_LOCAL_HEADER = 30

_DAMAGED = "ไฟล์เสียหายหรือไม่ครบ โปรดเปิดใน Office แล้วบันทึกใหม่ก่อนแนบ"
_DISGUISED = "โครงสร้างภายในไฟล์ผิดปกติ รับไม่ได้ โปรดเปิดใน Office แล้วบันทึกใหม่ก่อนแนบ"
_BOMB = "ไฟล์นี้ขยายออกแล้วใหญ่ผิดปกติ รับไม่ได้ โปรดลดรูปหรือข้อมูลในไฟล์ หรือแนบเป็น PDF"
_MACROS = "ไฟล์นี้มีมาโคร รับไม่ได้ โปรดบันทึกเป็นแบบไม่มีมาโครก่อนแนบ"
_LOCKED = "ไฟล์นี้ใส่รหัสผ่านไว้ หรือเป็น Office รุ่นเก่าที่เปลี่ยนนามสกุล โปรดเอารหัสผ่านออกหรือบันทึกเป็น {} ใหม่ก่อนแนบ"


def check_office(file: BinaryIO, kind: Kind) -> None:
    head = head_of(file)
    if is_ole(head):
        raise Refused(_LOCKED.format(kind.word))
    if not head.startswith(b"PK\x03\x04"):
        raise mismatch(kind.word, head)
    _require_one_archive(file)
    try:
        with zipfile.ZipFile(file) as archive:
            _check_members(archive.infolist())
            _check_main_part(archive, kind)
            if archive.testzip() is not None:
                raise Refused(_DAMAGED)
    except UNSOUND_ZIP as error:
        raise Refused(_DAMAGED) from error


def _require_one_archive(file: BinaryIO) -> None:
    """The first member at the very beginning, the list of members at the very end."""
    length = file.seek(0, 2)
    file.seek(max(0, length - _END.size))
    end = file.read()
    if len(end) < _END.size or not end.startswith(b"PK\x05\x06"):
        raise Refused(_DAMAGED)
    *_, list_size, list_start, comment = _END.unpack(end)
    if comment or list_start + list_size != length - _END.size:
        raise Refused(_DISGUISED)


def _check_members(members: list[zipfile.ZipInfo]) -> None:
    if any(member.flag_bits & 0x1 for member in members):
        raise Refused(_LOCKED.format("แบบไม่มีรหัสผ่าน"))
    if len(members) > _MAX_MEMBERS or len({member.filename for member in members}) < len(members):
        raise Refused(_DISGUISED)
    for member in members:
        _check_name(member.orig_filename)
        if member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise Refused(_DISGUISED)
    unpacked = sum(member.file_size for member in members)
    packed = sum(member.compress_size for member in members)
    if unpacked > MAX_UNPACKED or unpacked > max(_SMALL_ENOUGH, packed * _MAX_RATIO):
        raise Refused(_BOMB)
    _refuse_overlaps(members)


def _check_name(name: str) -> None:
    if name.lower().endswith("vbaproject.bin"):
        raise Refused(_MACROS)
    if name.startswith("/") or re.search(r"[\\:\0]", name) or ".." in name.split("/"):
        raise Refused(_DISGUISED)


def _refuse_overlaps(members: list[zipfile.ZipInfo]) -> None:
    """Members that share their bytes unpack to far more than what was counted."""
    end = 0
    for member in sorted(members, key=lambda member: member.header_offset):
        if member.header_offset < end:
            raise Refused(_BOMB)
        end = member.header_offset + _LOCAL_HEADER + member.compress_size


def _check_main_part(archive: zipfile.ZipFile, kind: Kind) -> None:
    """What the archive says of itself agrees with the file's extension."""
    names = set(archive.namelist())
    if _CONTENTS not in names or archive.getinfo(_CONTENTS).file_size > _SMALL_ENOUGH:
        raise Refused(_not_the(kind))
    contents = archive.read(_CONTENTS).decode("utf-8", errors="replace")
    if "macroenabled" in contents.lower():
        raise Refused(_MACROS)
    mains = [
        part.removeprefix("/")
        for declared in re.findall(r"<Override\s[^>]*>", contents)
        if kind.main == _attribute("ContentType", declared)
        if (part := _attribute("PartName", declared))
    ]
    if not set(mains) & names:
        raise Refused(_not_the(kind))


def _attribute(name: str, element: str) -> str:
    found = re.search(rf"""\s{name}\s*=\s*["']([^"']*)["']""", element)
    return found[1] if found else ""


def _not_the(kind: Kind) -> str:
    return f"เนื้อไฟล์ไม่ใช่ {kind.word} ตามนามสกุล โปรดเปิดใน {kind.word} แล้วบันทึกใหม่ก่อนแนบ"
