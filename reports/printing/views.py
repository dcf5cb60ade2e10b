"""A print as it is given out, and the page that waits for it."""

import logging
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from organizations.models import Round
from organizations.signed_in import SignedInRequest
from organizations.views import get_round, way_back
from reports.printing.prints import Print, known_print, print_of

log = logging.getLogger(__name__)


def print_out(request: SignedInRequest, ita_round: Round, page: str) -> HttpResponse:
    """The PDF of a page, from the store where it is; else the page that waits, for long ones."""
    made = print_of(page, keeper=keeper_of(ita_round))
    pdf = wait_for(made, page)
    return pdf_answer(pdf, ita_round) if pdf else led_to_wait(request, ita_round, made)


def start_print(made: Print, page: str) -> bytes | None:
    """The PDF if it is printed already; else None, and printing is under way."""
    if pdf := made.read():
        return pdf
    try:
        made.start(page)
    except OSError:
        log.exception("No print could be started in %s", made.folder)
    return None


def wait_for(made: Print, page: str) -> bytes | None:
    """What is printed, or None where that takes longer than a page should."""
    if pdf := start_print(made, page):
        return pdf
    made.wait(settings.PRINT_PATIENCE)
    return made.read()


def led_to_wait(request: SignedInRequest, ita_round: Round, made: Print) -> HttpResponse:
    """To the page that waits, and from there back to where the print was asked for."""
    back = urlencode({"back": request.get_full_path()})
    return redirect(f"{reverse('reports:print', args=[ita_round.be_year, made.key])}?{back}")


def print_progress(request: SignedInRequest, year: int, key: str) -> HttpResponse:
    """How far a print is; a POST is another attempt at one that came to nothing."""
    ita_round = get_round(request.user, year)
    made = known_print(key, keeper=keeper_of(ita_round))
    asked = way_back(request, reverse("reports:progress_pdf", args=[year]))
    if request.method == "POST":
        made.forget_trouble()
        return redirect(asked)
    if made.is_ready:
        return _led_to(request, asked)
    context = {"ita_round": ita_round, "print": made, "limit": settings.PRINT_SECONDS}
    return render(request, _template(request), context)


def keeper_of(ita_round: Round) -> str:
    return str(ita_round.organization_id)


def _template(request: SignedInRequest) -> str:
    return "reports/_printing.html" if "HX-Request" in request.headers else "reports/printing.html"


def _led_to(request: SignedInRequest, address: str) -> HttpResponse:
    if "HX-Request" in request.headers:
        return HttpResponse(status=204, headers={"HX-Redirect": address})
    return redirect(address)


def pdf_answer(pdf: bytes, ita_round: Round) -> HttpResponse:
    name = f"ita-report-{ita_round.be_year}.pdf"
    return HttpResponse(
        pdf,
        content_type="application/pdf",
        headers={"Content-Disposition": f'inline; filename="{name}"'},
    )
