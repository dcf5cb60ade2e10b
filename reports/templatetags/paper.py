"""Pictures of the report: inside the page on paper, served to the office alone on a screen."""

import base64

from django import template
from django.core.files.storage import default_storage
from django.template import Context
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from reports.progress_report import Photo

register = template.Library()


@register.simple_tag(takes_context=True)
def picture(context: Context, photo: Photo) -> SafeString:
    """The PDF engine cannot sign in: with `on_paper` the page itself carries the picture."""
    if not context.get("on_paper"):
        source = reverse("tracking:evidence_preview", args=[photo.evidence])
    elif not (source := _data_uri(photo.file)):
        return format_html("<p>{}</p>", "ไม่พบไฟล์ภาพ")
    return format_html('<img src="{}" alt="{}">', source, photo.caption or "ภาพกิจกรรม")


def _data_uri(name: str) -> str:
    try:
        with default_storage.open(name) as file:
            return f"data:image/jpeg;base64,{base64.b64encode(file.read()).decode()}"
    except FileNotFoundError:
        return ""
