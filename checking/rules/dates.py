"""When a measure is done."""

from collections.abc import Iterator

from checking.facts import Facts
from checking.finding import Flaw, Rule, Severity
from thai.dates import month_range


def no_timeframe(facts: Facts) -> Iterator[Flaw]:
    for measure in facts.measures:
        if measure.first_month is None:
            yield Flaw(
                place=measure.place,
                where="ระยะเวลา",
                reason="ผู้ตรวจไม่เห็นว่าดำเนินการเมื่อใด",
                way=measure.to_edit,
            )


def timeframe_outside_the_year(facts: Facts) -> Iterator[Flaw]:
    for measure in facts.measures:
        first, last = measure.first_month, measure.last_month
        if first and last and not (first in facts.year and last in facts.year):
            months = month_range(facts.year.first_day, facts.year.last_day)
            yield Flaw(
                place=measure.place,
                where="ระยะเวลา",
                reason=f"{month_range(first, last)} ไม่อยู่ในปีงบประมาณ {facts.year.be} ({months})",
                way=measure.to_edit,
            )


RULES = (
    Rule("no-timeframe", "ไม่มีระยะเวลา", Severity.ERROR, no_timeframe),
    Rule("timeframe-year", "ระยะเวลาอยู่นอกปีงบประมาณ", Severity.ERROR, timeframe_outside_the_year),
)
