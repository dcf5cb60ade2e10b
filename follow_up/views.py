from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from follow_up.dashboard import build_dashboard
from follow_up.due_notices import notice_dates_once_a_day
from follow_up.my_work import build_my_work
from follow_up.outstanding import build_outstanding
from follow_up.outstanding_text import outstanding_text
from follow_up.review_queue import build_review_queue
from follow_up.reviewing import accept_chosen
from organizations.permissions import Permission
from organizations.signed_in import SignedInRequest
from organizations.views import get_round


def dashboard(request: SignedInRequest, year: int) -> HttpResponse:
    ita_round = get_round(request.user, year)
    notice_dates_once_a_day(ita_round.organization, now=timezone.localtime())
    board = build_dashboard(ita_round, now=timezone.localtime())
    context = {"ita_round": ita_round, "board": board}
    context["may_mend"] = request.user.may(Permission.ASSIGN) and ita_round.is_open
    return render(request, "follow_up/dashboard.html", context)


def my_work(request: SignedInRequest, year: int) -> HttpResponse:
    ita_round = get_round(request.user, year)
    notice_dates_once_a_day(ita_round.organization, now=timezone.localtime())
    work = build_my_work(ita_round, request.user, today=timezone.localdate(), asked=request.GET)
    return render(request, "follow_up/my_work.html", {"ita_round": ita_round, "work": work})


def outstanding(request: SignedInRequest, year: int) -> HttpResponse:
    ita_round = get_round(request.user, year)
    owed = build_outstanding(
        ita_round, request.user, today=timezone.localdate(), asked=request.GET.get("unit", "")
    )
    context = {"ita_round": ita_round, "owed": owed, "text": outstanding_text(owed)}
    return render(request, "follow_up/outstanding.html", context)


def review(request: SignedInRequest, year: int) -> HttpResponse:
    ita_round = get_round(request.user, year)
    if not request.user.may(Permission.REVIEW):
        raise PermissionDenied
    if request.method == "POST":
        return accept_chosen(request, ita_round)
    queue = build_review_queue(ita_round, request.user, request.GET)
    return render(request, "follow_up/review.html", {"ita_round": ita_round, "queue": queue})
