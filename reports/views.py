from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from organizations.permissions import may_edit_all
from organizations.views import get_round
from reports.dashboard import build_dashboard
from reports.due_notices import notice_dates_once_a_day
from reports.layout import paper_html
from reports.my_work import build_my_work
from reports.outstanding import build_outstanding
from reports.outstanding_text import outstanding_text
from reports.pdf import render_pdf
from reports.progress_report import build_progress_report
from reports.review_queue import build_review_queue
from reports.reviewing import accept_chosen


def dashboard(request, year):
    ita_round = get_round(request.user, year)
    notice_dates_once_a_day(ita_round.organization, now=timezone.localtime())
    board = build_dashboard(ita_round, now=timezone.localtime())
    return render(request, "reports/dashboard.html", {"ita_round": ita_round, "board": board})


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
    wording = getattr(ita_round, "wording", None) if may_edit_all(request.user) else None
    return render(
        request,
        "reports/progress.html",
        {"ita_round": ita_round, "report": report, "wording": wording},
    )


def progress_pdf(request, year):
    ita_round = get_round(request.user, year)
    pdf = render_pdf(paper_html(build_progress_report(ita_round)))
    name = f"ita-report-{ita_round.be_year}.pdf"
    return HttpResponse(
        pdf,
        content_type="application/pdf",
        headers={"Content-Disposition": f'inline; filename="{name}"'},
    )
