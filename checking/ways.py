"""Where each kind of thing is mended."""

from dataclasses import replace

from django.urls import reverse

from checking.finding import Way, anybody, assigners, editors, reporters
from organizations.models import Round
from tracking.models import Row


def to_record(row: Row) -> Way:
    return Way("เพิ่มผล", row.url_of("record"), reporters, comes_back=True)


def to_mend(record: Way, unit_id: int) -> Way:
    """The same form, of the unit that wrote the report, where that may still report."""
    return replace(record, label="แก้ผล", unit_id=unit_id)


def to_assign(row: Row) -> Way:
    if not row.is_item:
        return Way("มอบหมาย", row.url_of("edit"), assigners, comes_back=True)
    board = reverse("years:board", args=[row.ita_round.be_year])
    return Way("มอบหมาย", f"{board}#o{row.number}", assigners)


def to_edit(row: Row) -> Way:
    return Way("แก้มาตรการ", row.url_of("edit"), editors, comes_back=True)


def to_measures(ita_round: Round) -> Way:
    """Whichever of the measures is to serve an item."""
    return Way("เลือกมาตรการ", reverse("measures:arrange", args=[ita_round.be_year]), assigners)


def to_people() -> Way:
    return Way("ดูส่วนราชการ", reverse("office:units"), assigners)


def of_the_round(ita_round: Round) -> dict[str, Way]:
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
    return Way(label, f"{url}#id_{field}", editors)


def to_remark(measure: Row) -> Way:
    place = [measure.ita_round.be_year, measure.number]
    return Way("แก้ข้อความ", reverse("reports:remark", args=place), editors)


def to_review(ita_round: Round) -> Way:
    return Way("ไปตรวจ", reverse("follow_up:review", args=[ita_round.be_year]), editors)


def to_late_items(ita_round: Round) -> Way:
    url = reverse("disclosures:list", args=[ita_round.be_year])
    return Way("ดูข้อที่ค้าง", f"{url}?show=late", anybody)
