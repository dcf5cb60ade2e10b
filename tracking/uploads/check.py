"""One file, from what arrived to what is kept."""

from dataclasses import dataclass
from hashlib import file_digest, sha256
from typing import BinaryIO

from tracking.uploads.documents import check_pdf
from tracking.uploads.kinds import kind_of
from tracking.uploads.limits import MAX_SIZE
from tracking.uploads.names import tidy_name
from tracking.uploads.office import check_office
from tracking.uploads.pictures import redraw
from tracking.uploads.refusal import Refused, too_large


@dataclass(frozen=True)
class Checked:
    """A file to keep: `content` is None where what arrived is kept as it is."""

    title: str
    sha256: str
    size: int
    content: bytes | None = None
    preview: bytes = b""


def check(file: BinaryIO, name: str, size: int) -> Checked:
    """The file as it is to be kept; Refused says why not."""
    title = tidy_name(name)
    kind = kind_of(title)
    if size == 0:
        raise Refused("ไฟล์ว่างเปล่า โปรดเปิดไฟล์ดู แล้วบันทึกใหม่ก่อนแนบ")
    if size > MAX_SIZE:
        raise too_large()
    if kind.picture:
        picture = redraw(file, kind)
        digest = sha256(picture.content).hexdigest()
        return Checked(title, digest, len(picture.content), picture.content, picture.preview)
    (check_office if kind.main else check_pdf)(file, kind)
    file.seek(0)
    return Checked(title, file_digest(file, "sha256").hexdigest(), size)
