from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from organizations.permissions import Role, may_assign, may_edit_all
from organizations.views import get_round
from reports.assigning import carry_out
from reports.board import build_board
from reports.board_sheet import write_board
from reports.checking.check import build_check
from reports.dashboard import build_dashboard
from reports.due_notices import notice_dates_once_a_day
from reports.issuing.proposing import may_propose
from reports.layout import paper_html
from reports.models import ReportWording, WordTemplate
from reports.my_work import build_my_work
from reports.outstanding import build_outstanding
from reports.outstanding_text import outstanding_text
from reports.printing.views import print_built
from reports.progress_report import build_progress_report
from reports.review_queue import build_review_queue
from reports.reviewing import accept_chosen


def dashboard(request, year):
    ita_round = get_round(request.user, year)
    notice_dates_once_a_day(ita_round.organization, now=timezone.localtime())
    board = build_dashboard(ita_round, now=timezone.localtime())
    context = {"ita_round": ita_round, "board": board}
    context["may_mend"] = may_assign(request.user) and ita_round.is_open
    return render(request, "reports/dashboard.html", context)


def my_work(request, year):
    ita_round = get_round(request.user, year)
    notice_dates_once_a_day(ita_round.organization, now=timezone.localtime())
    work = build_my_work(ita_round, request.user, today=timezone.localdate(), asked=request.GET)
    return render(request, "reports/my_work.html", {"ita_round": ita_round, "work": work})


def outstanding(request, year):
    ita_round = get_round(request.user, year)
    owed = build_outstanding(
        ita_round, request.user, today=timezone.localdate(), asked=request.GET.get("unit", "")
    )
    context = {"ita_round": ita_round, "owed": owed, "text": outstanding_text(owed)}
    return render(request, "reports/outstanding.html", context)


def review(request, year):
    ita_round = get_round(request.user, year)
    if not may_edit_all(request.user):
        raise PermissionDenied
    if request.method == "POST":
        return accept_chosen(request, ita_round)
    queue = build_review_queue(ita_round, request.user, request.GET)
    return render(request, "reports/review.html", {"ita_round": ita_round, "queue": queue})


def progress(request, year):
    ita_round = get_round(request.user, year)
    report = build_progress_report(ita_round)
    wording = ReportWording.objects.of(ita_round) if may_edit_all(request.user) else None
    context = {
        "ita_round": ita_round,
        "report": report,
        "wording": wording,
        "may_propose": may_propose(request.user, ita_round),
        "has_template": WordTemplate.objects.filter(organization=ita_round.organization).exists(),
    }
    if request.user.role != Role.STAFF:
        context["check"] = build_check(ita_round, today=timezone.localdate())
    return render(request, "reports/progress.html", context)


def progress_pdf(request, year):
    ita_round = get_round(request.user, year)
    return print_built(
        request, ita_round, lambda current: paper_html(build_progress_report(current))
    )


def board(request, year):
    """Who answers for what. A press answers with the rows it changed, or, without a script, with
    the page at the first of them.
    """
    ita_round = get_round(request.user, year)
    if not may_assign(request.user):
        raise PermissionDenied
    context = {"ita_round": ita_round}
    in_place = "HX-Request" in request.headers
    if request.method == "POST":
        ita_round.require_open()
        try:
            done = carry_out(ita_round, request.POST, by=request.user)
        except ValidationError as refused:
            context |= {"refused": refused.message, "typed": request.POST.get("typed_line", "")}
        else:
            if not in_place:
                messages.success(request, f"บันทึกแล้ว {done.said}")
                return redirect(f"{reverse('reports:board', args=[year])}#o{min(done.numbers)}")
            context |= {"done": done}
    template = "reports/_board_changed.html" if in_place else "reports/board.html"
    status = 422 if "refused" in context and not in_place else 200
    context["board"] = built = build_board(ita_round)
    if "done" in context:
        context["touched"] = built.touched(context["done"].numbers)
    return render(request, template, context, status=status)


def board_sheet(request, year):
    ita_round = get_round(request.user, year)
    if not may_assign(request.user):
        raise PermissionDenied
    name = f"ita-assignments-{ita_round.be_year}.xlsx"
    return HttpResponse(
        write_board(build_board(ita_round)),
        content_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )
