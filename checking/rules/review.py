"""What the secretary has not taken yet."""

from collections.abc import Iterator

from checking.facts import Facts
from checking.finding import Flaw, Rule, Severity
from checking.language.fault import plain
from tracking.models import Status


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


RULES = (
    Rule("sent-back", "ส่งกลับแล้วยังไม่แก้", Severity.ERROR, sent_back_unanswered),
    Rule("unjudged", "งานที่ยังไม่ตรวจรับ", Severity.WARNING, reports_unjudged),
)
