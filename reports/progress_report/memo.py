"""The cover memo (บันทึกข้อความ), form 29 of the rules on correspondence."""

from dataclasses import dataclass

from reports.progress_report.typesetting import Typesetting
from reports.wording import Filling


@dataclass(frozen=True)
class Memo:
    """An empty text prints a dotted line to write on."""

    sender: str
    number: str
    date: str
    subject: str
    to: str
    body: tuple[str, ...]
    signer: str
    post: tuple[str, ...]


def build_memo(filling: Filling, set_in: Typesetting) -> Memo:
    wording = filling.wording

    def one_line(field: str) -> str:
        return set_in.text(" ".join(filling.lines(field)))

    def typed(text: str) -> str:
        return set_in.text(filling.filled(text).strip())

    return Memo(
        sender=one_line("memo_from"),
        number=typed(wording.memo_number),
        date=typed(wording.memo_date),
        subject=one_line("memo_subject"),
        to=one_line("memo_to"),
        body=tuple(map(set_in.text, filling.lines("memo_body"))),
        signer=typed(wording.memo_signer),
        post=tuple(map(set_in.text, filling.lines("memo_post"))),
    )
