"""The report outside its table: the EIT link, and what nobody has judged yet."""

from collections.abc import Iterator

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
    """Each reason by itself: each is mended by itself."""
    for reason in link_faults(facts.eit_url) if facts.eit_url else ():
        yield Flaw(
            place=facts.eit,
            reason=reason,
            way=facts.to_wording,
            quotations=(plain(facts.eit_url),),
        )


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
