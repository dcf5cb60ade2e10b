"""The report outside its table: its columns, its marks, its signatories and the EIT link."""

import re
from collections.abc import Iterator

from checking.facts import Facts
from checking.finding import Flaw, Rule, Severity
from reports.eit import link_faults
from reports.models import Duty
from reports.wording import unknown_marks
from thai.digits import arabic_digits
from tracking.differences import Kind, Piece


def eit_missing(facts: Facts) -> Iterator[Flaw]:
    if facts.shows_eit and not facts.eit_url:
        yield Flaw(
            place=facts.eit,
            reason="รายงานจะพิมพ์ว่ายังไม่ได้แสดง QR code แบบวัด EIT",
            way=facts.to_eit,
        )


def eit_unusable(facts: Facts) -> Iterator[Flaw]:
    """One link, for all the reasons there are; its Thai digits are shown as Arabic ones."""
    if facts.shows_eit and facts.eit_url and (reasons := link_faults(facts.eit_url)):
        yield Flaw(
            place=facts.eit,
            reason=" และ".join(reasons),
            way=facts.to_eit,
            quotations=(tuple(_with_digits_mended(facts.eit_url)),),
        )


def _with_digits_mended(url: str) -> Iterator[Piece]:
    for part in re.split("([๐-๙]+)", url):
        if arabic_digits(part) != part:
            yield Piece(Kind.REMOVED, part)
            yield Piece(Kind.ADDED, arabic_digits(part))
        elif part:
            yield Piece(Kind.SAME, part)


def column_missing(facts: Facts) -> Iterator[Flaw]:
    if facts.missing_columns:
        yield Flaw(
            place=facts.book,
            where="คอลัมน์",
            reason=f"ตารางไม่มีช่อง{' และ'.join(facts.missing_columns)}",
            way=facts.to_columns,
        )


def unknown_mark(facts: Facts) -> Iterator[Flaw]:
    """Braces that stand for nothing print as they are."""
    for written in facts.wording:
        if marks := unknown_marks(written.text):
            yield Flaw(
                place=written.place,
                where=written.where,
                reason=f"{' '.join(marks)} จะพิมพ์ตามตัวอักษร ไม่มีข้อมูลใดมาแทน",
                way=written.way,
            )


def signatories_amiss(facts: Facts) -> Iterator[Flaw]:
    """Of a report that is to be signed; one without signatories ends with the committee."""
    for reason in _amiss(facts) if facts.signatories else ():
        yield Flaw(place=facts.book, where="ผู้ลงนาม", reason=reason, way=facts.to_signatories)


def _amiss(facts: Facts) -> Iterator[str]:
    if unnamed := [one.duty.label for one in facts.signatories if not one.name.strip()]:
        yield f"{' '.join(unnamed)}ยังไม่มีชื่อ"
    if all(one.duty != Duty.APPROVED for one in facts.signatories):
        yield "ยังไม่มีผู้อนุมัติ"
    if both := _names(facts, Duty.PREPARED) & _names(facts, Duty.APPROVED):
        yield f"{' '.join(sorted(both))}เป็นทั้งผู้จัดทำและผู้อนุมัติ"


def _names(facts: Facts, duty: Duty) -> set[str]:
    return {" ".join(one.name.split()) for one in facts.signatories if one.duty == duty} - {""}


RULES = (
    Rule("column-missing", "รายงานไม่มีช่องที่ต้องมี", Severity.ERROR, column_missing),
    Rule("eit-missing", "ไม่มีลิงก์แบบวัด EIT", Severity.ERROR, eit_missing),
    Rule("eit-link", "ลิงก์แบบวัด EIT ใช้ไม่ได้", Severity.ERROR, eit_unusable),
    Rule("signatories", "ผู้ลงนามไม่ครบ", Severity.WARNING, signatories_amiss),
    Rule("unknown-mark", "เครื่องหมายที่ไม่มีข้อมูลมาแทน", Severity.WARNING, unknown_mark),
)
