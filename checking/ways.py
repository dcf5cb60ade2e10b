"""Where each kind of thing is mended."""

from dataclasses import replace
from typing import TypedDict

from django.urls import reverse

from checking.place import Way, anybody, reporters, who_may
from organizations.models import Round
from organizations.permissions import Permission
from tracking.models import Row


def to_record(row: Row) -> Way:
    return Way("เพิ่มผล", row.url_of("record"), reporters, comes_back=True)


def to_mend(record: Way, unit_id: int) -> Way:
    """The same form, of the unit that wrote the report, where it may still report."""
    return replace(record, label="แก้ผล", unit_id=unit_id)


def to_assign(row: Row) -> Way:
    if not row.is_item:
        set_up = who_may(Permission.SET_UP_MEASURES)
        return Way("มอบหมาย", row.url_of("edit"), set_up, comes_back=True)
    board = reverse("years:board", args=[row.ita_round.be_year])
    return Way("มอบหมาย", f"{board}#o{row.number}", who_may(Permission.ASSIGN))


def to_edit(row: Row) -> Way:
    reword = who_may(Permission.REWORD_MEASURES)
    return Way("แก้มาตรการ", row.url_of("edit"), reword, comes_back=True)


def to_measures(ita_round: Round) -> Way:
    """Whichever of the measures is to serve an item."""
    url = reverse("measures:arrange", args=[ita_round.be_year])
    return Way("เลือกมาตรการ", url, who_may(Permission.REORDER_MEASURES))


def to_people() -> Way:
    return Way("ดูส่วนราชการ", reverse("office:units"), who_may(Permission.KEEP_PEOPLE))


class WaysOfTheRound(TypedDict):
    to_review: Way
    to_late_items: Way
    to_measures: Way
    to_people: Way


def of_the_round(ita_round: Round) -> WaysOfTheRound:
    """Those that are the same for every row, by their names in the facts."""
    return {
        "to_review": to_review(ita_round),
        "to_late_items": to_late_items(ita_round),
        "to_measures": to_measures(ita_round),
        "to_people": to_people(),
    }


def to_report(ita_round: Round) -> str:
    """Where everybody may read it."""
    return reverse("issuing:progress", args=[ita_round.be_year])


def to_wording(ita_round: Round, field: str, label: str = "แก้ถ้อยคำ") -> Way:
    url = reverse("reports:wording", args=[ita_round.be_year])
    return Way(label, f"{url}#id_{field}", who_may(Permission.REWORD_REPORT))


def to_remark(measure: Row) -> Way:
    place = [measure.ita_round.be_year, measure.number]
    return Way("แก้ข้อความ", reverse("reports:remark", args=place), who_may(Permission.REWORD_REPORT))


def to_review(ita_round: Round) -> Way:
    url = reverse("follow_up:review", args=[ita_round.be_year])
    return Way("ไปตรวจ", url, who_may(Permission.REVIEW))


def to_late_items(ita_round: Round) -> Way:
    url = reverse("disclosures:list", args=[ita_round.be_year])
    return Way("ดูข้อที่ค้าง", f"{url}?show=late", anybody)
