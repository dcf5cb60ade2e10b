"""HTML to PDF: the only module that knows WeasyPrint."""

import gc
import os
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin
from urllib.request import DataHandler, Request

import pydyf
from django.conf import settings
from weasyprint import CSS, HTML, Document
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

# A host that cannot exist (RFC 2606): what a page names by path alone is looked up among ours.
OWN_HOST = "https://paper.invalid/"
OWN_TYPES = {
    ".css": "text/css",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".ttf": "font/ttf",
}
#: What may be written into a page: pictures, the fonts of one that is kept, and its own data.
INSIDE = tuple(
    f"data:{kind}"
    for kind in (
        "image/png;",
        "image/jpeg;base64,",
        "image/svg+xml;",
        "image/svg+xml,",
        "font/ttf;base64,",
        "application/json;base64,",
    )
)


#: From so many pages on memory is worth the time to look for what nobody needs any more.
LONG = 50


class ForeignResourceError(Exception):
    """The page asks for what is not ours, or not there, so its PDF would be incomplete."""


def render_pdf(html: str, variant: str = "pdf/ua-1") -> bytes:
    """Lay out a page with static/css/paper.css, which it need not link, and write it as PDF/UA-1.
    One that brings styles in its head is kept as it was, and laid out by those alone.

    Title, author and language come from the page: <title>, <meta name="author">, <html lang="th">.
    The same page gives the same bytes. Raises ForeignResourceError.
    """
    use_our_words()
    # @font-face is ignored in silence unless stylesheet and layout share one configuration. It is
    # not kept for the next page: that would save 5 %, but it is not safe between threads, and its
    # folder in /tmp may be cleaned away under a server that runs for weeks.
    fonts = FontConfiguration()
    fetcher = OwnFilesOnly()
    sheets = []
    head, has_head, _body = html.partition("</head>")
    if not (has_head and "<style>" in head):
        stylesheet = urljoin(static_prefix(), "css/paper.css")
        sheets.append(CSS(url=stylesheet, url_fetcher=fetcher, font_config=fonts))
    page = HTML(string=html, base_url=OWN_HOST, url_fetcher=fetcher)
    document = page.render(stylesheets=sheets, font_config=fonts, pdf_variant=variant)
    pack_when_painted(document)
    for data in document.metadata.attachments:
        data.name, data.relationship = "report.json", "Data"
    pdf = document.write_pdf(pdf_variant=variant, finisher=let_pages_go)
    if fetcher.refused:
        raise ForeignResourceError(", ".join(fetcher.refused))
    return pdf


def pack_when_painted(document: Document) -> None:
    """Pages wait in memory until the last is painted: compressed as the PDF will have them, not as
    thousands of operators each.
    """
    for page in document.pages:
        page.paint = packing(page.paint)


def packing(paint: Callable) -> Callable:
    def paint_and_pack(stream: pydyf.Stream, scale: float = 1) -> None:
        paint(stream, scale)
        whole = pydyf.Stream(stream.stream, compress=True).data
        stream.stream[:] = [whole.partition(b"stream\n")[2].removesuffix(b"\nendstream")]
        stream.extra["Filter"], stream.compress = "/FlateDecode", False

    return paint_and_pack


def let_pages_go(document: Document, _pdf: pydyf.PDF) -> None:
    """All that is laid out is in the PDF by now, which needs the room while it is put together.

    A page holds the styles of the whole document, and is held by itself.
    """
    is_long = len(document.pages) > LONG
    document.pages.clear()
    if is_long:
        gc.collect()


class OwnFilesOnly(URLFetcher):
    """Knows our stylesheets, fonts and images, and pictures written into the page; nothing else.

    WeasyPrint's own reads file:// and any host. With either, WeasyPrint leaves out what it does not
    get and goes on; what was refused is kept, as no official paper may lack its font.
    """

    def __init__(self) -> None:
        super().__init__()
        self.refused: list[str] = []

    def fetch(self, url: str, headers: Any = None) -> URLFetcherResponse:
        if url.lower().startswith(INSIDE):
            data = DataHandler().data_open(Request(url))  # noqa: S310 (its scheme is data:)
            return URLFetcherResponse(url, data.read(), data.headers)
        if path := own_file(url):
            content_type = {"Content-Type": OWN_TYPES[path.suffix]}
            return URLFetcherResponse(url, path.read_bytes(), content_type)
        self.refused.append(url)
        raise LookupError("not ours")


def own_file(url: str) -> Path | None:
    """The static file of ours that a URL names, as written or, with a hash in it, as collected."""
    if not url.startswith(static_prefix()):
        return None
    name = unquote(url.removeprefix(static_prefix()))
    for root in [*settings.STATICFILES_DIRS, settings.STATIC_ROOT]:
        path = Path(root, name).resolve()
        if (
            path.is_relative_to(Path(root).resolve())
            and path.suffix in OWN_TYPES
            and path.is_file()
        ):
            return path
    return None


def static_prefix() -> str:
    return urljoin(OWN_HOST, settings.STATIC_URL)


@cache
def use_our_words() -> None:
    """Break lines by the dictionary of script/build_words. libthai reads it once, at first use."""
    words = settings.DATA_DIR / "libthai"
    if words.is_dir():
        os.environ["LIBTHAI_DICTDIR"] = str(words)
