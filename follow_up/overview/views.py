from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from follow_up.dashboard import build_dashboard
from follow_up.overview.excel import write_overview
from follow_up.overview.table import build_overview
from organizations.models import Round
from organizations.permissions import Permission
from organizations.signed_in import SignedInRequest


@require_safe
def overview(request: SignedInRequest) -> HttpResponse:
    if not request.user.may(Permission.SUPERVISE):
        raise PermissionDenied
    table = build_overview(request.user, request.GET, today=timezone.localdate())
    return render(request, "follow_up/overview/table.html", {"overview": table})


@require_safe
def overview_sheet(request: SignedInRequest) -> HttpResponse:
    if not request.user.may(Permission.SUPERVISE):
        raise PermissionDenied
    table = build_overview(request.user, request.GET, today=timezone.localdate())
    name = f"ita-overview-{table.year}.xlsx"
    return HttpResponse(
        write_overview(table),
        content_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


@require_safe
def office(request: SignedInRequest, slug: str, year: int) -> HttpResponse:
    """One office's year, to read: its own pages stay its own."""
    if not request.user.may(Permission.SUPERVISE):
        raise PermissionDenied
    rounds = Round.objects.supervised_by(request.user).select_related("organization")
    supervised = get_object_or_404(rounds, organization__slug=slug, be_year=year)
    context = {
        "supervised": supervised,
        "board": build_dashboard(supervised, now=timezone.localtime()),
        "years": supervised.organization.rounds.values_list("be_year", flat=True),
    }
    return render(request, "follow_up/overview/office.html", context)
