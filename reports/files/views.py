"""The report as a file to go on working with."""

from collections.abc import Callable

from django.http import HttpResponse

from organizations.signed_in import SignedInRequest
from organizations.views import get_round
from reports.files.excel import write_excel
from reports.files.word import write_word
from reports.progress_report import ProgressReport, build_progress_report

_OFFICE = "application/vnd.openxmlformats-officedocument"


def progress_word(request: SignedInRequest, year: int) -> HttpResponse:
    return _file(request, year, write_word, "docx", "wordprocessingml.document")


def progress_excel(request: SignedInRequest, year: int) -> HttpResponse:
    return _file(request, year, write_excel, "xlsx", "spreadsheetml.sheet")


def _file(
    request: SignedInRequest,
    year: int,
    write: Callable[[ProgressReport], bytes],
    ending: str,
    kind: str,
) -> HttpResponse:
    ita_round = get_round(request.user, year)
    name = f"ita-report-{ita_round.be_year}.{ending}"
    return HttpResponse(
        write(build_progress_report(ita_round)),
        content_type=f"{_OFFICE}.{kind}",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )
