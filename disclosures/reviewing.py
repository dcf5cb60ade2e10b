"""Accepting a unit's finished work or sending it back: one view body for O-items and measures."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from disclosures.forms import ReviewForm
from organizations.models import Entry, StaleVersion, Status, Tracked, User
from organizations.permissions import may_edit_all


def review_report(request: HttpRequest, row: Tracked, template: str) -> HttpResponse:
    """Show one unit's report with the form to judge it, or write the judgement.

    Answers 403 to who may not review, 409 with the newer report to who read an older one, and goes
    back to the row where nothing of this unit waits any more.
    """
    if not (may_edit_all(request.user) and row.is_editable_by(request.user)):
        raise PermissionDenied
    waiting = {
        str(entry.unit_id): entry for entry in row.reviewable_by(request.user, row.history())
    }
    report = waiting.get(request.GET.get("unit", next(iter(waiting), "")))
    if report is None:
        messages.info(request, f"ไม่มีรายงานของ {row.code} ที่รอให้ท่านตรวจ อาจมีผู้ตรวจไปแล้ว")
        return redirect(row)
    context = {"row": row, "ita_round": row.ita_round, "report": report}

    if request.method != "POST":
        form = ReviewForm(initial={"version": report.version})
        return render(request, template, context | {"form": form})

    form = ReviewForm(request.POST)
    if not form.is_valid():
        return render(request, template, context | {"form": form}, status=422)
    try:
        judged = _judge(row, report, request.user, form.cleaned_data)
    except StaleVersion:
        again = request.POST.copy()
        again["version"] = report.version
        context |= {"form": ReviewForm(again), "overtaken": True}
        return render(request, template, context, status=409)
    messages.success(request, f"{judged.get_status_display()}: {row.code} ของ{report.unit}")
    return redirect(row)


def _judge(row: Tracked, report: Entry, by: User, data: dict) -> Entry:
    seen = {"by": by, "unit": report.unit, "version": data["version"]}
    if data["decision"] == Status.ACCEPTED:
        return row.accept(**seen)
    return row.send_back(note=data["reason"], **seen)
