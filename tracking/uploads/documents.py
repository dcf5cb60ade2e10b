"""PDF files: begin and end as one, and are nothing else besides."""

from typing import BinaryIO

from tracking.uploads.kinds import Kind
from tracking.uploads.refusal import Refused
from tracking.uploads.signatures import head_of, mismatch, refuse_polyglot, tail_of

#: Scanners write some bytes after the last word of a PDF.
_AFTER_THE_END = 1024


def check_pdf(file: BinaryIO, kind: Kind) -> None:
    head = head_of(file)
    if not head.startswith(b"%PDF-"):
        raise mismatch(kind.word, head)
    refuse_polyglot(file)
    if b"%%EOF" not in tail_of(file)[-_AFTER_THE_END:]:
        raise Refused("ไฟล์ PDF ไม่ครบ อาจคัดลอกหรือดาวน์โหลดมาไม่หมด โปรดเปิดดูและบันทึกใหม่ก่อนแนบ")
