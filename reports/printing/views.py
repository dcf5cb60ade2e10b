"""A print as it is given out, and the page that waits for it."""

import logging
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET

from organizations.models import Round
from organizations.views import get_round, way_back
from reports.printing.prints import known_print, print_of

log = logging.getLogger(__name__)


def print_out(request, ita_round: Round, page: str):
    """The PDF of a page, from the store where it is; else the page that waits, for long ones."""
    made = print_of(page, keeper=_keeper(ita_round))
    if pdf := made.read():
        return _pdf(pdf, ita_round)
    try:
        made.start(page)
    except OSError:
        log.exception("No print could be started in %s", made.folder)
    made.wait(settings.PRINT_PATIENCE)
    if pdf := made.read():
        return _pdf(pdf, ita_round)
    back = urlencode({"back": request.get_full_path()})
    return redirect(f"{reverse('reports:print', args=[ita_round.be_year, made.key])}?{back}")


def print_progress(request, year, key):
    """How far a print is; a POST is another attempt at one that came to nothing."""
    ita_round = get_round(request.user, year)
    made = known_print(key, keeper=_keeper(ita_round))
    again = way_back(request, reverse("reports:progress_pdf", args=[year]))
    if request.method == "POST":
        made.forget_trouble()
        return redirect(again)
    if made.is_ready:
        return _led_to(request, reverse("reports:print_file", args=[year, key]))
    context = {"ita_round": ita_round, "print": made, "limit": settings.PRINT_SECONDS}
    return render(request, _template(request), context)


@require_GET
def print_file(request, year, key):
    ita_round = get_round(request.user, year)
    made = known_print(key, keeper=_keeper(ita_round))
    if pdf := made.read():
        return _pdf(pdf, ita_round)
    return redirect("reports:progress_pdf", year)


def _keeper(ita_round: Round) -> str:
    return str(ita_round.organization_id)


def _template(request) -> str:
    return "reports/_printing.html" if "HX-Request" in request.headers else "reports/printing.html"


def _led_to(request, address: str):
    if "HX-Request" in request.headers:
        return HttpResponse(status=204, headers={"HX-Redirect": address})
    return redirect(address)


def _pdf(pdf: bytes, ita_round: Round) -> HttpResponse:
    name = f"ita-report-{ita_round.be_year}.pdf"
    return HttpResponse(
        pdf,
        content_type="application/pdf",
        headers={"Content-Disposition": f'inline; filename="{name}"'},
    )
