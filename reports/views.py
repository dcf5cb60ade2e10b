from django.http import HttpResponse

from organizations.signed_in import SignedInRequest
from organizations.views import get_round
from reports.page import paper_html
from reports.printing.views import print_out
from reports.progress_report import build_progress_report


def progress_pdf(request: SignedInRequest, year: int) -> HttpResponse:
    ita_round = get_round(request.user, year)
    return print_out(request, ita_round, paper_html(build_progress_report(ita_round)))
