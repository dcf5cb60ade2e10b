from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from checking.check import build_check
from checking.page import build_check_page
from organizations.signed_in import SignedInRequest
from organizations.views import get_round


def check(request: SignedInRequest, year: int) -> HttpResponse:
    """Everybody of the office may read it; each line leads to what its reader may mend."""
    ita_round = get_round(request.user, year)
    result = build_check(ita_round, today=timezone.localdate())
    page = build_check_page(result, ita_round, request.user, request.GET, request.get_full_path())
    context = {"ita_round": ita_round, "check": result, "page": page, "now": timezone.now()}
    return render(request, "checking/check.html", context)
