from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from checking.check import build_check
from issuing.proposing import may_propose
from organizations.permissions import Permission
from organizations.signed_in import SignedInRequest
from organizations.views import get_round
from reports.models import ReportWording, WordTemplate
from reports.progress_report import build_progress_report


def progress(request: SignedInRequest, year: int) -> HttpResponse:
    ita_round = get_round(request.user, year)
    report = build_progress_report(ita_round)
    may_reword = request.user.may(Permission.REWORD_REPORT)
    context = {
        "ita_round": ita_round,
        "report": report,
        "wording": ReportWording.objects.of(ita_round) if may_reword else None,
        "may_propose": may_propose(request.user, ita_round),
        "has_template": WordTemplate.objects.filter(organization=ita_round.organization).exists(),
    }
    if request.user.may(Permission.OVERSEE):
        context["check"] = build_check(ita_round, today=timezone.localdate())
    return render(request, "issuing/progress.html", context)
