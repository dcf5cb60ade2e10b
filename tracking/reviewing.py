"""Accepting a unit's finished work or sending it back: one view body for O-items and measures."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render

from organizations.models import User
from organizations.permissions import Permission
from organizations.signed_in import SignedInRequest
from organizations.views import way_back
from tracking.forms import ReviewForm
from tracking.history import Told, tell_all
from tracking.models import Entry, Row, StaleVersion, Status
from tracking.roll_call import call_roll


def review_report(request: SignedInRequest, row: Row, template: str) -> HttpResponse:
    """Show one unit's report with the form to judge it, or write the judgement.

    Answers 403 to anyone who may not review, and 409 with the newer report to anyone who read an
    older one; goes back to where the user came from when nothing of this unit waits any more.
    """
    row.ita_round.require_open()
    if not (request.user.may(Permission.REVIEW) and row.is_editable_by(request.user)):
        raise PermissionDenied
    back = way_back(request, row.get_absolute_url())
    history = row.history()
    waiting = {str(entry.unit_id): entry for entry in row.reviewable_by(request.user, history)}
    report = waiting.get(request.GET.get("unit", next(iter(waiting), "")))
    if report is None:
        messages.info(request, f"ไม่มีรายงานของ {row.code} ที่รอให้ท่านตรวจ อาจมีผู้ตรวจไปแล้ว")
        return redirect(back)
    context = _page(request, row, history, report) | {"back": back}

    if request.method != "POST":
        asked = {"version": report.version, "decision": request.GET.get("decision")}
        return render(request, template, context | {"form": ReviewForm(initial=asked)})

    form = ReviewForm(request.POST)
    if not form.is_valid():
        return render(request, template, context | {"form": form}, status=422)
    try:
        judged = _judge(row, report, request.user, form.cleaned_data)
    except StaleVersion:
        again = request.POST.copy()
        again["version"] = str(report.version)
        context |= {"form": ReviewForm(again), "overtaken": True}
        return render(request, template, context, status=409)
    # The message names the draft, which the browser may now forget.
    said = f"{judged.get_status_display()}: {row.code} ของ{report.unit}"
    messages.success(request, said, extra_tags=context["draft"])
    return redirect(back)


def _page(
    request: SignedInRequest, row: Row, history: Sequence[Entry], report: Entry
) -> dict[str, Any]:
    tree = row.ita_round.unit_tree()
    return {
        "row": row,
        "ita_round": row.ita_round,
        "told": _told(history, report),
        "report": report,
        "roll": call_roll(row, history, request.user, tree),
        "draft": f"review/{row.key}/{report.unit_id}",
    }


def _told(history: Sequence[Entry], report: Entry) -> Told:
    """What the report changed; it is opened again if any before it was accepted."""
    told = next(one for one in tell_all(history) if one.entry == report)
    statuses = {entry.status for entry in history if entry.unit_id == report.unit_id}
    return replace(told, is_reopened=Status.ACCEPTED in statuses)


def _judge(row: Row, report: Entry, by: User, data: dict[str, Any]) -> Entry:
    seen = {"by": by, "unit": report.unit, "version": data["version"]}
    if data["decision"] == Status.ACCEPTED:
        return row.accept(**seen)
    return row.send_back(note=data["reason"], **seen)
