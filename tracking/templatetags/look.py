"""The look's small parts: icons, signs, statuses, form controls, and where in the shell we are."""

from functools import cache

from django import template
from django.forms import widgets
from django.templatetags.static import static
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from organizations.models import RoundState
from thai.dates import short_date
from tracking.models import Row, Status

register = template.Library()

#: The signs of static/img/icons.svg: the statuses, and the two that a date brings about.
SIGNS = frozenset([*Status.values, "late", "soon"])

#: Pages that belong to a place of another name.
WITHIN = {
    "follow_up:meeting": "follow_up:follow_up",
    "issuing:propose": "issuing:issued_list",
    "issuing:proposal": "issuing:issued_list",
    "issuing:issued": "issuing:issued_list",
    "issuing:issued_changes": "issuing:issued_list",
}
PLACES = {
    "measures": "measures:list",
    "disclosures": "disclosures:list",
    "overview": "overview:table",
}
#: The other pages of reports are reached through the progress report.
OWN_PLACES = frozenset(
    [
        "follow_up:dashboard",
        "follow_up:my_work",
        "follow_up:outstanding",
        "follow_up:review",
        "years:board",
        "checking:check",
        "years:book",
        "follow_up:follow_up",
        "reports:itas",
        "reports:word_template",
        "issuing:issued_list",
    ]
)
#: Pages of a year as a whole, reached through the list of years.
YEAR_PAGES = frozenset(
    f"years:{name}"
    for name in (
        *("list", "open", "year", "close", "reopen"),
        *("setup", "carried", "start", "discard", "compare"),
    )
)
#: The rooms whose pages stand under the progress report, unless they have a place of their own.
UNDER_THE_REPORT = frozenset(["reports", "follow_up", "issuing", "checking", "years"])


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
    if days is None:
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
def control(field) -> SafeString:
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


@register.simple_tag(takes_context=True)
def place(context) -> str:
    """The view the current page belongs to: marked in the menus, kept when the year changes.

    Empty for a page outside the years, such as the password's.
    """
    match = getattr(context.get("request"), "resolver_match", None)
    if match is None:
        return ""
    if match.view_name in YEAR_PAGES:
        return "years:year"
    if match.app_name in UNDER_THE_REPORT:
        name = WITHIN.get(match.view_name, match.view_name)
        return name if name in OWN_PLACES else "issuing:progress"
    return PLACES.get(match.app_name, "")


@register.simple_tag(takes_context=True)
def shown_round(context):
    """The year the shell speaks of: the page's own, or the one at work.

    None before the first, and for who belongs to no office.
    """
    rounds = context.get("rounds", ())
    at_work = (one for one in rounds if one.state == RoundState.OPEN)
    return context.get("ita_round") or next(at_work, next(iter(rounds), None))
