"""What came of a measure, as the report prints it."""

from collections.abc import Iterator

from checking.facts import CheckedMeasure, Facts
from checking.finding import Flaw, Rule, Severity
from checking.language.aims import missed_aims
from checking.language.fault import plain
from checking.language.results import is_a_plan, is_blank, says_nothing
from checking.language.years import days_of_another_year, other_years
from tracking.models import Status

_WHERE = "ผลการดำเนินการ"


def result_missing(facts: Facts) -> Iterator[Flaw]:
    """Its time is over and no unit has written anything, though not everything is done."""
    for measure in facts.measures:
        if facts.is_past(measure) and _is_silent(measure):
            yield _flaw(measure, f"รายงานจะพิมพ์เพียง “{_printed(measure)}” แม้พ้นกำหนดแล้ว")


def result_awaited(facts: Facts) -> Iterator[Flaw]:
    """Its months have come, nobody has written, and it is not due yet."""
    for measure in facts.measures:
        begun = measure.first_month is not None and measure.first_month <= facts.today
        if begun and not facts.is_past(measure) and _is_silent(measure):
            yield _flaw(measure, f"รายงานจะพิมพ์เพียง “{_printed(measure)}” หากพิมพ์ในวันนี้")


def result_generic(facts: Facts) -> Iterator[Flaw]:
    """Done, and no word of what, when or where."""
    names = facts.vocabulary.names
    for measure in facts.measures:
        told = measure.is_finished or facts.is_past(measure)
        texts = [text for text in measure.result if not is_blank(text)]
        if texts and told and all(says_nothing(text, names) for text in texts):
            yield _flaw(measure, "ควรบอกว่าทำอะไร เมื่อใด และดูได้ที่ไหน", *texts)
        elif measure.is_finished and not texts:
            yield _flaw(measure, "ไม่มีหน่วยใดเขียนผลไว้ รายงานจะพิมพ์เพียง “ดำเนินการแล้วเสร็จ”")


def aim_without_result(facts: Facts) -> Iterator[Flaw]:
    names = facts.vocabulary.names
    for measure in facts.measures:
        if measure.is_finished or facts.is_past(measure):
            for place in missed_aims(measure.aims, measure.result, names):
                yield Flaw(
                    place=measure.place,
                    where=f"เป้าหมายที่ {place + 1}",
                    reason=f"ผลที่เขียนไว้ไม่ได้กล่าวถึงเป้าหมายที่ {place + 1}",
                    way=measure.to_record,
                    quotations=(plain(measure.aims[place]),),
                )


def result_of_another_year(facts: Facts) -> Iterator[Flaw]:
    """It names a fiscal year, or days, and none of them is of this one."""
    for measure in facts.measures:
        right = measure.data_years | {facts.year.be}
        for report in measure.reports:
            said = [f"ปี {year}" for year in other_years(report.text, right)]
            said += [f"วันที่ {day}" for day in days_of_another_year(report.text, facts.year)]
            if said:
                reason = f"กล่าวถึง{' และ'.join(said)} รายงานนี้เป็นของปีงบประมาณ {facts.year.be}"
                yield _flaw(measure, reason, report.text)


def plan_for_a_result(facts: Facts) -> Iterator[Flaw]:
    for row in facts.rows:
        for report in row.reports:
            if facts.is_told(row, report) and is_a_plan(report.text):
                yield Flaw(
                    place=row.place,
                    where=_WHERE,
                    reason="ช่องนี้ถามผลที่ทำแล้ว แต่ข้อความบอกสิ่งที่จะทำ",
                    way=report.way,
                    quotations=(plain(report.text),),
                )


def _is_silent(measure: CheckedMeasure) -> bool:
    """Nothing is written. For items under way the report prints how many are published."""
    counts = measure.serves_items and measure.standing != Status.NOT_STARTED
    return not measure.is_finished and not counts and all(map(is_blank, measure.result))


def _printed(measure: CheckedMeasure) -> str:
    return Status(measure.standing).about.printed


def _flaw(measure: CheckedMeasure, reason: str, *texts: str) -> Flaw:
    ways = [report.way for report in measure.reports if report.text in texts]
    return Flaw(
        place=measure.place,
        where=_WHERE,
        reason=reason,
        way=ways[0] if ways else measure.to_record,
        quotations=tuple(plain(text) for text in texts),
    )


RULES = (
    Rule("result-missing", "ไม่มีผลการดำเนินการ", Severity.ERROR, result_missing),
    Rule("result-generic", "ผลระบุเพียงว่าแล้วเสร็จ", Severity.ERROR, result_generic),
    Rule("aim-without-result", "เป้าหมายไม่มีผลการดำเนินการ", Severity.ERROR, aim_without_result),
    Rule("result-year", "ผลเป็นของปีอื่น", Severity.ERROR, result_of_another_year),
    Rule("plan-for-result", "เขียนแผนในช่องที่ถามผล", Severity.ERROR, plan_for_a_result),
    Rule("result-awaited", "ยังไม่มีผลการดำเนินการ", Severity.WARNING, result_awaited),
)
