"""Drawing bars. In Python, since a dashboard has two hundred pieces of them."""

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from follow_up.charts import Bar

register = template.Library()

#: What keeps a number readable on its colour: dark on the outline, boxed on the hatching.
LABELS = {"todo": " bar-label-dark", "review": " bar-label-boxed"}


@register.simple_tag
def drawn(bar: Bar, tall: bool = False) -> SafeString:
    """`{% drawn bar %}`: an svg of the bar, its numbers in it and its words beside it."""
    height, baseline = (34, 23.2) if tall else (20, 16)
    segments = format_html_join(
        "",
        '<rect class="seg seg-{}" x="{}%" y="1" width="{}%" height="{}" rx="3"></rect>'
        '<text class="bar-label{}" x="{}%" y="{}">{}</text>',
        (
            (
                segment.status,
                segment.start,
                segment.width,
                height,
                LABELS.get(segment.status, ""),
                segment.middle,
                baseline,
                segment.count,
            )
            for segment in bar.segments
        ),
    )
    return format_html(
        '<svg class="bar{}" role="img" aria-label="{}">{}</svg>',
        " bar-tall" if tall else "",
        bar.in_words,
        segments,
    )
