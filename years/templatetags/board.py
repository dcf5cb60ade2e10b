"""The board's cells. In Python, since forty units times forty items are two thousand of them."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from disclosures.models import Capacity, DisclosureItem
from years.board.board import Cell

register = template.Library()

SHOWN = {
    Capacity.NONE: SafeString(),
    Capacity.LEAD: mark_safe('<span class="lead">หลัก</span>'),
    Capacity.SUPPORT: mark_safe('<span class="support">ร่วม</span>'),
}


@register.simple_tag
def board_cell(item: DisclosureItem, cell: Cell, is_open: bool) -> SafeString:
    """One cell: a button that makes of its capacity the next one, or only the sign."""
    place = cell.column
    classes = "first" if place.starts_group else "board-all" if place.is_root else ""
    if not is_open:
        return format_html('<td class="{}">{}</td>', classes, SHOWN[cell.capacity])
    return format_html(
        '<td class="{}"><button class="cell" type="submit" name="cell" value="{}:{}:{}"'
        ' aria-pressed="{}" aria-label="{} {}: {}">{}</button></td>',
        classes,
        item.number,
        place.unit.pk,
        cell.next.value,
        "false" if cell.capacity == Capacity.NONE else "true",
        item.code,
        place.name,
        cell.capacity.label,
        SHOWN[cell.capacity],
    )
