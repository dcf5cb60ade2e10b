"""Thai for templates: one-line wrappers of the room `thai`. Screens keep Arabic digits."""

import re
from datetime import datetime

from django import template
from django.utils import timezone
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe

from thai import dates, digits

register = template.Library()

register.filter("thai_digits", digits.thai_digits)
register.filter("long_date", dates.long_date)
register.filter("short_date", dates.short_date)


@register.filter
def weekday_moment(moment: datetime) -> str:
    """วันพฤหัสบดีที่ 25 มีนาคม 2570 เวลา 09.45 น."""
    local = timezone.localtime(moment)
    return f"{dates.weekday_date(local.date())} เวลา {dates.clock(local)}"


@register.filter
def long_moment(moment: datetime) -> str:
    """25 มีนาคม 2570 09.45 น."""
    local = timezone.localtime(moment)
    return f"{dates.long_date(local.date())} {dates.clock(local)}"


@register.filter
def short_day(moment: datetime) -> str:
    """25 มี.ค. 2570"""
    return dates.short_date(timezone.localdate(moment))


@register.filter
def since(moment: datetime) -> str:
    """(3 วันก่อน), or nothing for what is long past."""
    words = dates.since(moment, timezone.localtime())
    return f"({words})" if words else ""


@register.filter
def one_line(text: str) -> str:
    """The text with every run of space, new lines too, as one space."""
    return " ".join(text.split())


@register.filter
def ago(moment: datetime) -> str:
    """To follow a verb: ส่งเมื่อวาน, ส่ง 3 วันก่อน, ส่งเมื่อ 2 ต.ค. 2570."""
    words = dates.since(moment, timezone.localtime())
    if not words:
        return f"เมื่อ {short_day(moment)}"
    return f" {words}" if words[0].isdigit() else words


# E-Service and O1–O3 are torn at their dash; the no-break hyphen is not in the report's font.
_JOINED = re.compile(r"([A-Za-z]\w*[-–]\w+|๐[๐-๙]+–๐[๐-๙]+)")


@register.filter
def kept(text: str) -> SafeString:
    """The text with its dashed words kept on one line."""
    parts = _JOINED.split(text)
    return mark_safe(  # noqa: S308 (every part is escaped)
        "".join(
            format_html('<span class="nowrap">{}</span>', part)
            if place % 2
            else conditional_escape(part)
            for place, part in enumerate(parts)
        )
    )
