"""The report laid out: one template for the screen, for paper and for a file of its own."""

import base64
import mimetypes
import re
from pathlib import Path

from django.contrib.staticfiles import finders
from django.template.loader import render_to_string

from reports.progress_report import ProgressReport

STYLESHEET = "css/paper.css"
_FONT = re.compile(r"url\((?P<path>\.\./fonts/[\w-]+\.ttf)\)")


def paper_html(report: ProgressReport) -> str:
    """The page that becomes the PDF; `render_pdf` brings the stylesheet."""
    return render_to_string("reports/progress_print.html", {"report": report, "on_paper": True})


def standalone_html(report: ProgressReport) -> str:
    """The same page as one file that looks right anywhere: styles and fonts are inside it."""
    return with_styles(paper_html(report))


def with_styles(page: str, *more: str) -> str:
    """A page that needs no other file: the paper's stylesheet, and `more` of ours, inside it."""
    styles = "".join(_styles(name) for name in (STYLESHEET, *more))
    return page.replace("</head>", f"<style>{styles}</style></head>", 1)


def _styles(name: str) -> str:
    css = Path(str(finders.find(name)))
    return _FONT.sub(
        lambda found: f"url({_data_uri(css.parent / found['path'])})", css.read_text("utf-8")
    )


def _data_uri(path: Path) -> str:
    kind = mimetypes.guess_type(path)[0] or "font/ttf"
    return f"data:{kind};base64,{base64.b64encode(path.read_bytes()).decode()}"
