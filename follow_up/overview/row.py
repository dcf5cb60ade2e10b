"""One office's year among others: what its row says, and what rows are sorted and narrowed by."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db import models

from follow_up.overview.tallies import Tally
from organizations.models import Organization, Round
from thai.order import dictionary_key
from tracking.models import Status


class ReportState(models.TextChoices):
    """How far an office is with the report of its year, from the least; each has a status' sign."""

    UNOPENED = Status.NOT_STARTED.value, "ยังไม่เปิดปี"
    UNDER_WAY = Status.DOING.value, "ยังไม่พร้อม"
    READY = Status.REVIEW.value, "พร้อมออกรายงาน"
    CLOSED = Status.ACCEPTED.value, "ปิดปีแล้ว"


@dataclass(frozen=True)
class Row:
    """`ita_round` is None where the office has not opened the year."""

    organization: Organization
    ita_round: Round | None
    items: Tally
    measures: Tally

    @property
    def of_nobody(self) -> int:
        return self.items.of_nobody

    @property
    def late(self) -> int:
        return self.items.late + self.measures.late

    @property
    def returned(self) -> int:
        return self.items.returned + self.measures.returned

    @property
    def waiting(self) -> int:
        return self.items.review + self.measures.review

    @property
    def report(self) -> ReportState:
        """Ready once the secretary has accepted everything and nothing is without somebody."""
        if self.ita_round is None:
            return ReportState.UNOPENED
        if not self.ita_round.is_open:
            return ReportState.CLOSED
        total = self.items.total + self.measures.total
        accepted = self.items.accepted + self.measures.accepted
        is_ready = total > 0 and accepted == total and not self.of_nobody
        return ReportState.READY if is_ready else ReportState.UNDER_WAY


@dataclass(frozen=True)
class Column:
    """What rows are sorted by. `group` stands over it in the table, before it elsewhere."""

    name: str
    group: str
    label: str
    value: Callable[[Row], int | str]
    #: Sorts as the value does, where this is not given.
    key: Callable[[Row], Any] | None = None

    @property
    def full_label(self) -> str:
        return f"{self.group} {self.label}".strip()

    @property
    def is_name(self) -> bool:
        return self.name == "name"

    def sort_key(self, row: Row) -> Any:
        return (self.key or self.value)(row)


OIT, MEASURES, TO_FOLLOW = "ข้อ O", "มาตรการ", "ที่ต้องติดตาม"
_STATES = list(ReportState)

#: In the order of the page, of the sheet and of the choice "เรียงตาม".
COLUMNS = (
    Column(
        "name",
        "",
        "หน่วยงาน",
        lambda row: row.organization.name,
        lambda row: dictionary_key(row.organization.short_name),
    ),
    Column("items", OIT, "แล้วเสร็จ", lambda row: row.items.finished, lambda row: row.items.share),
    Column("items-doing", OIT, "กำลังทำ", lambda row: row.items.under_way),
    Column("items-todo", OIT, "ยังไม่เริ่ม", lambda row: row.items.todo),
    Column(
        "measures",
        MEASURES,
        "แล้วเสร็จ",
        lambda row: row.measures.finished,
        lambda row: row.measures.share,
    ),
    Column("measures-doing", MEASURES, "กำลังทำ", lambda row: row.measures.under_way),
    Column("measures-todo", MEASURES, "ยังไม่เริ่ม", lambda row: row.measures.todo),
    Column("gaps", TO_FOLLOW, "ข้อ O ไม่มีผู้รับผิดชอบ", lambda row: row.of_nobody),
    Column("late", TO_FOLLOW, "เกินกำหนด", lambda row: row.late),
    Column("returned", TO_FOLLOW, "ส่งกลับ", lambda row: row.returned),
    Column("waiting", TO_FOLLOW, "รอตรวจ", lambda row: row.waiting),
    Column(
        "report",
        "",
        "รายงานของปี",
        lambda row: row.report.label,
        lambda row: _STATES.index(row.report),
    ),
)

#: What `?show=` narrows to.
KINDS: dict[str, tuple[str, Callable[[Row], bool]]] = {
    "late": ("มีงานเกินกำหนด", lambda row: row.late > 0),
    "gaps": ("มีข้อ O ไม่มีผู้รับผิดชอบ", lambda row: row.of_nobody > 0),
    "unopened": (
        ReportState.UNOPENED.label,
        lambda row: row.report == ReportState.UNOPENED,
    ),
}
