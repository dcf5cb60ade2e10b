"""Thai for templates: one-line wrappers of `ita_tracker.thai`. Screens keep Arabic digits."""

from datetime import date, datetime

from django import template
from django.utils import timezone

from ita_tracker import thai

register = template.Library()

register.filter("thai_digits", thai.thai_digits)
register.filter("long_date", thai.long_date)
register.filter("short_date", thai.short_date)


@register.filter
def weekday_moment(moment: datetime) -> str:
    """วันพฤหัสบดีที่ 25 มีนาคม 2570 เวลา 09.45 น."""
    local = timezone.localtime(moment)
    return f"{thai.weekday_date(local.date())} เวลา {thai.clock(local)}"


@register.filter
def long_moment(moment: datetime) -> str:
    """25 มีนาคม 2570 09.45 น."""
    local = timezone.localtime(moment)
    return f"{thai.long_date(local.date())} {thai.clock(local)}"


@register.filter
def short_day(moment: datetime) -> str:
    """25 มี.ค. 2570"""
    return thai.short_date(timezone.localdate(moment))


@register.filter
def since(moment: datetime) -> str:
    """(3 วันก่อน), or nothing for what is long past."""
    words = thai.since(moment, timezone.localtime())
    return f"({words})" if words else ""


@register.filter
def days_from_today(day: date) -> int:
    return (day - timezone.localdate()).days
