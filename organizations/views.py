from typing import Never

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_safe

from organizations.inbox import build_inbox
from organizations.models import Round, User
from organizations.permissions import Permission
from organizations.signed_in import SignedInRequest


def get_round(user: User, be_year: int) -> Round:
    """The year of this person's office, with the office; 404 for any other."""
    for ita_round in user.visible_rounds:
        if ita_round.be_year == be_year:
            return ita_round
    raise Http404


def way_back(request: HttpRequest, otherwise: str) -> str:
    """The page of ours that the user came from, where its address is given as `?back=`."""
    back = request.GET.get("back", "")
    is_ours = back.startswith("/") and url_has_allowed_host_and_scheme(back, allowed_hosts=None)
    return back if is_ours else otherwise


def home(request: SignedInRequest) -> HttpResponse:
    """The first page: staff's own work, the others' overview, of the year at work or the latest."""
    if request.user.is_superuser and request.user.organization_id is None:
        return redirect("admin:index")
    if request.user.may(Permission.SUPERVISE):
        return redirect("overview:table")
    ita_round = Round.objects.visible_to(request.user).at_work_first().first()
    if ita_round is None:
        return render(request, "organizations/no_round.html")
    if request.user.may(Permission.REPORT_OWN):
        return redirect("follow_up:my_work", ita_round.be_year)
    return redirect(ita_round)


def notices(request: SignedInRequest) -> HttpResponse:
    """What the user was told; a POST marks it all as read. Only people of an office are told."""
    if request.user.organization_id is None:
        raise Http404
    if request.method == "POST":
        request.user.notices.mark_read(at=timezone.now())
        messages.success(request, "ทำเครื่องหมายว่าอ่านแล้วทั้งหมด")
        return redirect("notices")
    inbox = build_inbox(request.user, request.GET)
    return render(request, "notices/list.html", {"inbox": inbox})


@login_not_required
def no_such_page(_request: HttpRequest) -> Never:
    raise Http404


@login_not_required
@require_safe
def favicon(_request: HttpRequest) -> FileResponse:
    """Browsers ask for it beside what is no page of ours: a PDF, a workbook."""
    return FileResponse((settings.BASE_DIR / "static/img/favicon.svg").open("rb"))
