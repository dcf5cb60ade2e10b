"""The outstanding list as plain text, which is all a chat takes."""

from datetime import date

from follow_up.outstanding import Outstanding
from follow_up.work import Work
from thai.dates import long_date, short_date
from thai.shortening import shortened
from tracking.models import Status

#: A reason is there to be recognised; the whole of it stands in งานของฉัน.
REASON_LENGTH = 120


def outstanding_text(outstanding: Outstanding) -> str:
    """A heading, then a line a row, under each unit."""
    ita_round = outstanding.ita_round
    parts = [
        f"งาน ITA ที่ค้างอยู่ {ita_round.organization.short_name} ปีงบประมาณ {ita_round.be_year}\n"
        f"ณ วันที่ {long_date(outstanding.today)}"
    ]
    for section in outstanding.sections:
        lines = [f"• {line_of(work, outstanding.today)}" for work in section.works]
        parts.append("\n".join([f"{section.heading} {len(lines)} รายการ", *lines]))
    return "\n\n".join(parts)


def line_of(work: Work, today: date) -> str:
    """As in O18 E–Service - ส่งกลับแก้ไข: ลิงก์เปิดไม่ได้."""
    said = [work.standing.label] if work.standing == Status.RETURNED else []
    said.append(_due(work, today) or ("" if said else work.standing.label))
    line = f"{work.row.code} {work.row.title} - {' '.join(filter(None, said))}"
    return f"{line}: {shortened(work.reason.note, REASON_LENGTH)}" if work.reason else line


def _due(work: Work, today: date) -> str:
    days = work.days_left(today)
    if days is None or work.due_on is None:
        return ""
    if days < 0:
        return f"เกินกำหนด {-days} วัน"
    if work.is_due_soon(today):
        return f"เหลือ {days} วัน" if days else "ครบกำหนดวันนี้"
    return f"ภายใน {short_date(work.due_on)}"
