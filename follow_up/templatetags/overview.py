"""Drawing the numbers of many offices. In Python, since a table of a hundred has a thousand."""

from functools import cache

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from follow_up.overview.row import ReportState, Row
from tracking.templatetags.look import sign

register = template.Library()

# What stands over a number in the table stands beside it on a phone: `data-label`. Only numbers
# are put in, by %d, so there is nothing to escape.
_PROGRESS = (
    '<td class="num" data-label="{kind} แล้วเสร็จ">%d <small>จาก %d</small>'
    '<progress max="%d" value="%d" aria-hidden="true"></progress></td>'
    '<td class="num" data-label="{kind} กำลังทำ">%d</td>'
    '<td class="num" data-label="{kind} ยังไม่เริ่ม">%d</td>'
)
_NUMBERS = (
    _PROGRESS.format(kind="ข้อ O")
    + _PROGRESS.format(kind="มาตรการ")
    + '<td class="num" data-late="%d" data-label="ข้อ O ไม่มีผู้รับผิดชอบ">%d</td>'
    '<td class="num" data-late="%d" data-label="เกินกำหนด">%d</td>'
    '<td class="num" data-returned="%d" data-label="ส่งกลับ">%d</td>'
    '<td class="num" data-label="รอตรวจ">%d</td>'
)


@register.simple_tag
def overview_cells(row: Row) -> SafeString:
    """`{% overview_cells row %}`: every cell after the office's name."""
    if row.ita_round is None:
        return SafeString('<td colspan="10"></td>') + _report(row.report)
    return overview_numbers(row) + _report(row.report)


@register.simple_tag
def overview_numbers(row: Row) -> SafeString:
    """The numbers alone: of the totals, which have no report."""
    numbers = []
    for tally in (row.items, row.measures):
        finished, total = tally.finished, tally.total
        numbers += [finished, total, total, finished, tally.under_way, tally.todo]
    for trouble in (row.of_nobody, row.late, row.returned):
        numbers += [trouble > 0, trouble]
    return SafeString(_NUMBERS % (*numbers, row.waiting))


@cache
def _report(state: ReportState) -> SafeString:
    return format_html(
        '<td data-label="รายงานของปี"><span class="status status-bare status-{}">{}{}</span></td>',
        state.value,
        sign(state.value),
        state.label,
    )
