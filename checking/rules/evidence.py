"""What shows that an item is published, and that an assessor can open it."""

import re
from collections.abc import Iterator

from checking.facts import CheckedRow, Facts, Reported
from checking.finding import Flaw, Rule, Severity
from checking.language.fault import plain
from checking.language.results import is_blank
from checking.language.years import other_years
from disclosures.notation import ItemStyle, format_items
from thai.digits import arabic_digits
from tracking.evidence.links import DIGITS_CHANGED, link_notes
from tracking.models import Evidence

_WHERE = "หลักฐาน"
#: Items whose catalogue accepts “there is none”, which must then be written.
_NONE_IS_AN_ANSWER = re.compile(r"ไม่มีให้ระบุ")
_ASKS_FOR_A_RESULT = re.compile(r"รายงาน|สรุปผล|ข้อมูลเชิงสถิติ|การดำเนินการตาม")
_IS_A_PLAN = re.compile(r"แผน(?!ก|ผัง|ที่)")


def items_unpublished(facts: Facts) -> Iterator[Flaw]:
    """The day for answering has passed. All in one: each is followed up in its own list."""
    late = [
        item for item in facts.items if item.units and facts.is_past(item) and not item.is_finished
    ]
    if late:
        codes = format_items([item.place.number for item in late], ItemStyle.LATIN)
        yield Flaw(
            place=facts.book,
            where="ข้อ O",
            reason=f"พ้นกำหนดตอบแล้ว {len(late)} ข้อ ได้แก่ {codes}",
            way=facts.to_late_items,
        )


def no_evidence(facts: Facts) -> Iterator[Flaw]:
    for item in facts.items:
        done = [report for report in item.reports if report.is_finished]
        if item.is_finished and done and not any(report.evidence for report in done):
            yield _flaw(item, "รายงานว่าเผยแพร่แล้ว แต่ไม่มีลิงก์หรือไฟล์ให้ตรวจ", done[0])


def no_link(facts: Facts) -> Iterator[Flaw]:
    """An item is looked up on the website: a file alone is kept, and seen by nobody."""
    for item in facts.items:
        done = [report for report in item.reports if report.is_finished]
        pieces = [piece for report in done for piece in report.evidence]
        if item.is_finished and pieces and not any(piece.url for piece in pieces):
            yield _flaw(item, "มีไฟล์ แต่ไม่มีลิงก์บนเว็บไซต์ ผู้ตรวจเปิดดูจากลิงก์เท่านั้น", done[0])


def thai_digits_in_a_link(facts: Facts) -> Iterator[Flaw]:
    for row, report, piece in _links(facts):
        if arabic_digits(piece.url) != piece.url:
            reason = "ลิงก์ของหลักฐานมีเลขไทย จึงเปิดไม่ได้"
            yield _flaw(row, reason, report, piece.url)


def link_hard_to_open(facts: Facts) -> Iterator[Flaw]:
    for row, report, piece in _links(facts):
        for note in link_notes(piece.url):
            if note != DIGITS_CHANGED:
                yield _flaw(row, note, report, piece.url)


def evidence_of_another_year(facts: Facts) -> Iterator[Flaw]:
    """Where the catalogue names the years an item is about, the evidence names others."""
    for item in facts.items:
        right = item.data_years
        for report in item.reports if right else ():
            for text in (report.text, *(piece.title for piece in report.evidence)):
                if years := other_years(text, right | {facts.year.be}):
                    said = " และ ".join(map(str, years))
                    asked = " หรือ ".join(map(str, sorted(right)))
                    yield _flaw(item, f"เป็นของปี {said} ข้อนี้ถามของปี {asked}", report, text)
                    break


def plan_for_a_report(facts: Facts) -> Iterator[Flaw]:
    """An item that asks what came of it is answered with the plan."""
    for item in facts.items:
        asks = _ASKS_FOR_A_RESULT.match(item.place.title)
        for report in item.reports if asks else ():
            titles = [piece.title for piece in report.evidence if piece.title]
            if titles and all(_IS_A_PLAN.match(title) for title in titles):
                yield _flaw(item, "ข้อนี้ถามผล แต่หลักฐานที่แนบเป็นแผน", report, *titles)


def none_left_unsaid(facts: Facts) -> Iterator[Flaw]:
    for item in facts.items:
        counts = _NONE_IS_AN_ANSWER.search(item.requirement)
        for report in item.reports if counts else ():
            if report.is_finished and is_blank(report.text):
                yield _flaw(item, "ช่องผลว่างอยู่ ถ้าปีนี้ไม่มีรายการ ให้เขียนว่าไม่มี", report)


def _links(facts: Facts) -> Iterator[tuple[CheckedRow, Reported, Evidence]]:
    for row in facts.rows:
        for report in row.reports:
            for piece in report.evidence:
                if piece.url:
                    yield row, report, piece


def _flaw(row: CheckedRow, reason: str, report: Reported | None = None, *texts: str) -> Flaw:
    return Flaw(
        place=row.place,
        where=_WHERE,
        reason=reason,
        way=report.way if report else row.to_record,
        quotations=tuple(plain(text) for text in texts),
    )


RULES = (
    Rule("items-unpublished", "ข้อ O ที่ยังไม่เผยแพร่", Severity.ERROR, items_unpublished),
    Rule("no-evidence", "ไม่มีหลักฐาน", Severity.ERROR, no_evidence),
    Rule("no-link", "ไม่มีลิงก์บนเว็บไซต์", Severity.ERROR, no_link),
    Rule("link-digits", "เลขไทยในลิงก์ของหลักฐาน", Severity.ERROR, thai_digits_in_a_link),
    Rule("evidence-year", "หลักฐานเป็นของปีอื่น", Severity.ERROR, evidence_of_another_year),
    Rule("plan-for-report", "แนบแผนในข้อที่ถามผล", Severity.ERROR, plan_for_a_report),
    Rule("none-unsaid", "ไม่ได้บอกว่าไม่มี", Severity.ERROR, none_left_unsaid),
    Rule("link-access", "ลิงก์ที่ผู้ตรวจอาจเปิดไม่ได้", Severity.WARNING, link_hard_to_open),
)
