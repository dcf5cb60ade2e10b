"""One file, from what arrived to what is kept."""

from dataclasses import dataclass
from hashlib import file_digest, sha256
from typing import BinaryIO

from tracking.uploads.kinds import Kind, kind_of
from tracking.uploads.limits import MAX_SIZE
from tracking.uploads.names import tidy_name
from tracking.uploads.office import check_office
from tracking.uploads.pictures import redraw
from tracking.uploads.refusal import Refused, too_large
from tracking.uploads.signatures import head_of, mismatch, refuse_polyglot, tail_of


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
    summed = file_digest(file, "sha256")  # type: ignore[arg-type] # it can fill a buffer
    return Checked(title, summed.hexdigest(), size)


#: Scanners write some bytes after the last word of a PDF.
_AFTER_THE_END = 1024


def check_pdf(file: BinaryIO, kind: Kind) -> None:
    head = head_of(file)
    if not head.startswith(b"%PDF-"):
        raise mismatch(kind.word, head)
    refuse_polyglot(file)
    if b"%%EOF" not in tail_of(file)[-_AFTER_THE_END:]:
        raise Refused("ไฟล์ PDF ไม่ครบ อาจคัดลอกหรือดาวน์โหลดมาไม่หมด โปรดเปิดดูและบันทึกใหม่ก่อนแนบ")
