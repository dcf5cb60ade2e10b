"""The PDFs of an issued report: printed once from the page that was kept, then kept themselves."""

import base64
import json

from django.utils import timezone

from issuing.models import FileKind, IssuedFile, IssuedReport
from reports.printing.prints import ARCHIVE, USUAL, Print, print_of
from reports.printing.views import start_print

_VARIANTS = {FileKind.PDF: USUAL, FileKind.ARCHIVE: ARCHIVE}


def kept_file(issued: IssuedReport, kind: FileKind) -> IssuedFile | None:
    return issued.files.filter(kind=kind).first()


def print_to_keep(issued: IssuedReport, kind: FileKind) -> tuple[Print, str]:
    """What has to be printed for it, and the page it is printed from."""
    page = issued.files.get(kind=FileKind.HTML).read().decode()
    if kind == FileKind.ARCHIVE:
        page = page.replace("</head>", f"{_attached(issued.proposal.value)}</head>", 1)
    keeper = str(issued.organization_id)
    return print_of(page, keeper=keeper, variant=_VARIANTS[kind]), page


def keep_printed(issued: IssuedReport, kind: FileKind, pdf: bytes) -> IssuedFile:
    """Two people who waited for it keep one: the same page gives the same bytes."""
    return issued.keep(kind, pdf, at=timezone.now())


def hasten(issued: IssuedReport) -> None:
    """Have the PDF printed while the page is read; keep it if it is there. Nobody waits here."""
    if kept_file(issued, FileKind.PDF):
        return
    made, page = print_to_keep(issued, FileKind.PDF)
    if pdf := start_print(made, page):
        keep_printed(issued, FileKind.PDF, pdf)


def _attached(value: dict) -> str:
    """What the report says, cell by cell, for a machine to read years later."""
    data = base64.b64encode(json.dumps(value, ensure_ascii=False).encode()).decode()
    return (
        f'<link rel="attachment" href="data:application/json;base64,{data}" title="ข้อมูลในรายงาน">'
    )
