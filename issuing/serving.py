"""An issued report's files as they are given out: the very bytes, and never as a page of ours."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from issuing.keeping import keep_printed, kept_file, print_to_keep
from issuing.models import FileKind, IssuedFile, IssuedReport
from organizations.signed_in import SignedInRequest
from reports.printing.views import led_to_wait, wait_for

_TYPES = {
    FileKind.HTML: "text/html; charset=utf-8",
    FileKind.PDF: "application/pdf",
    FileKind.ARCHIVE: "application/pdf",
}
_ENDINGS = {FileKind.HTML: ".html", FileKind.PDF: ".pdf", FileKind.ARCHIVE: "-archive.pdf"}
#: The page has its styles, fonts and pictures inside it; it runs nothing and asks for nothing.
_ALONE = (
    "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:; "
    "frame-ancestors 'none'; sandbox"
)


def site_of(request: HttpRequest) -> str:
    """Where people open this system, as it is printed on paper."""
    return settings.SITE_URL or request.build_absolute_uri("/").rstrip("/")


def give_file(request: SignedInRequest, issued: IssuedReport, kind: FileKind) -> HttpResponse:
    """The file; where its PDF is not printed yet, that is done first and kept."""
    if file := kept_file(issued, kind):
        return file_answer(file)
    made, page = print_to_keep(issued, kind)
    if pdf := wait_for(made, page):
        return file_answer(keep_printed(issued, kind, pdf))
    return led_to_wait(request, issued.proposal.ita_round, made)


def file_answer(file: IssuedFile) -> HttpResponse:
    issued, kind = file.report, FileKind(file.kind)
    name = f"ita-report-{issued.number}-{issued.year}{_ENDINGS[kind]}"
    headers = {
        "Content-Disposition": f'inline; filename="{name}"',
        "X-Content-Type-Options": "nosniff",
    }
    if kind == FileKind.HTML:
        headers["Content-Security-Policy"] = _ALONE
    return HttpResponse(file.read(), content_type=_TYPES[kind], headers=headers)
