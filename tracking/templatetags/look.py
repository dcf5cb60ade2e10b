"""The look's small parts: icons, signs, statuses, form controls."""

from functools import cache

from django import template
from django.forms import BoundField, widgets
from django.templatetags.static import static
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from thai.dates import short_date
from tracking.models import DATED, Row, Status

register = template.Library()

#: The signs of static/img/icons.svg: the statuses, and the two that a date brings about.
SIGNS = frozenset([*Status.values, *DATED])


@cache
def sprite() -> str:
    """A list asks for hundreds of icons; the address is looked up once."""
    return static("img/icons.svg")


@register.simple_tag
def icon(name: str, size: str = "") -> SafeString:
    """`{% icon "bell" %}`, `{% icon "bell" "s" %}`. The word beside it is what is read out."""
    return format_html(
        '<svg class="icon{}" aria-hidden="true"><use href="{}#i-{}"></use></svg>',
        f" icon-{size}" if size else "",
        sprite(),
        name,
    )


@register.simple_tag
def sign(name: str, tone: bool = False) -> SafeString:
    """`{% sign "late" %}`; with `tone=True` in its colour. Nothing for a name that has no sign."""
    if name not in SIGNS:
        return SafeString()
    return format_html(
        '<svg class="sign{}" aria-hidden="true"><use href="{}#m-{}"></use></svg>',
        f" tone-{name}" if tone else "",
        sprite(),
        name,
    )


@register.simple_tag
def status(value: str, bare: bool = False) -> SafeString:
    """`{% status measure.status %}`: sign, word, colour; `bare=True` without the box."""
    return format_html(
        '<span class="status status-{}{}">{}{}</span>',
        value,
        " status-bare" if bare else "",
        sign(value),
        Status(value).label,
    )


@register.simple_tag
def due(row: Row, count: bool = False) -> SafeString:
    """`{% due measure %}`: how late, how soon, or by when; nothing where nothing is due.

    With `count=True` the days left are counted however many they are.
    """
    today = timezone.localdate()
    days = row.days_left(today)
    if days is None or row.due_on is None:
        return SafeString()
    if days < 0:
        return format_html('<span class="due due-late">{}เกิน {} วัน</span>', sign("late"), -days)
    left = f"เหลือ {days} วัน" if days else "ครบกำหนดวันนี้"
    if row.is_due_soon(today):
        return format_html('<span class="due due-soon">{}{}</span>', sign("soon"), left)
    return format_html(
        '<span class="due">{}</span>', left if count else f"ภายใน {short_date(row.due_on)}"
    )


@register.simple_tag
def control(field: BoundField) -> SafeString:
    """The field's own widget in the look's classes, marked when what was typed is wrong."""
    widget = field.field.widget
    if isinstance(widget, widgets.CheckboxInput):
        own = "form-check-input"
    elif isinstance(widget, widgets.Select):
        own = "form-select"
    else:
        own = "form-control"
    classes = [widget.attrs.get("class", ""), own, "is-invalid" if field.errors else ""]
    return field.as_widget(attrs={"class": " ".join(filter(None, classes))})
