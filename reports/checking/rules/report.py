"""The report outside its table: the EIT link, and what nobody has judged yet."""

import re
from collections.abc import Iterator

from ita_tracker.thai import arabic_digits
from organizations.differences import Kind, Piece
from organizations.models import Status
from reports.checking.facts import Facts
from reports.checking.finding import Flaw
from reports.checking.language.fault import plain
from reports.eit import link_faults


def eit_missing(facts: Facts) -> Iterator[Flaw]:
    if not facts.eit_url:
        yield Flaw(
            place=facts.eit,
            reason="รายงานจะพิมพ์ว่ายังไม่ได้แสดง QR code แบบวัด EIT",
            way=facts.to_wording,
        )


def eit_unusable(facts: Facts) -> Iterator[Flaw]:
    """One link, for all the reasons there are; its Thai digits are shown as Arabic ones."""
    if facts.eit_url and (reasons := link_faults(facts.eit_url)):
        yield Flaw(
            place=facts.eit,
            reason=" และ".join(reasons),
            way=facts.to_wording,
            quotations=(tuple(_with_digits_mended(facts.eit_url)),),
        )


def _with_digits_mended(url: str) -> Iterator[Piece]:
    for part in re.split("([๐-๙]+)", url):
        if arabic_digits(part) != part:
            yield Piece(Kind.REMOVED, part)
            yield Piece(Kind.ADDED, arabic_digits(part))
        elif part:
            yield Piece(Kind.SAME, part)


def sent_back_unanswered(facts: Facts) -> Iterator[Flaw]:
    for row in facts.rows:
        for report in row.reports:
            if report.status == Status.RETURNED:
                yield Flaw(
                    place=row.place,
                    where="เหตุผล",
                    reason=f"รายงานจะพิมพ์ข้อความเดิมของ{report.unit}",
                    way=report.way,
                    quotations=(plain(report.returned_because),),
                )


def reports_unjudged(facts: Facts) -> Iterator[Flaw]:
    if facts.waiting and facts.is_open:
        yield Flaw(
            place=facts.book,
            reason=f"ยังมี {facts.waiting} รายการรอตรวจ ผลที่ยังไม่ตรวจรับจะพิมพ์ตามที่ส่วนราชการรายงาน",
            way=facts.to_review,
        )
