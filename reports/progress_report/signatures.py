"""Who prepared, checked and approved the report, on a sheet to sign."""

from dataclasses import dataclass

from reports.progress_report.typesetting import Typesetting
from reports.wording import Filling

_DID = {"prepared": "จัดทำ", "checked": "ตรวจสอบ", "approved": "อนุมัติ"}


@dataclass(frozen=True)
class Signature:
    """`duty` stands behind the dotted line, `post` below the name, a line each."""

    duty: str
    name: str
    post: tuple[str, ...]


@dataclass(frozen=True)
class Signatures:
    """`did` says what they did in all: "จัดทำ ตรวจสอบ และอนุมัติ"."""

    did: str
    signed: tuple[Signature, ...]


def build_signatures(filling: Filling, set_in: Typesetting) -> Signatures | None:
    signed = filling.wording.signed_by
    if not signed:
        return None
    *others, last = (did for duty, did in _DID.items() if duty in {one.duty for one in signed})
    return Signatures(
        f"{' '.join(others)} และ{last}" if others else last,
        tuple(
            Signature(
                one.duty.label,
                set_in.text(one.name),
                set_in.lines(filling.filled(one.post)),
            )
            for one in signed
        ),
    )
