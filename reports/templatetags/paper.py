"""What only paper needs."""

import re

from django import template
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe

register = template.Library()

# E-Service and O1–O3 are torn at their dash; the no-break hyphen is not in the font.
_JOINED = re.compile(r"([A-Za-z]\w*[-–]\w+|๐[๐-๙]+–๐[๐-๙]+)")


@register.filter
def kept(text: str) -> SafeString:
    """The text with its dashed words kept on one line."""
    parts = _JOINED.split(text)
    return mark_safe(  # noqa: S308 (every part is escaped)
        "".join(
            format_html('<span class="keep">{}</span>', part)
            if place % 2
            else conditional_escape(part)
            for place, part in enumerate(parts)
        )
    )
