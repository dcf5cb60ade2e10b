"""The page on which the secretary words and lays out the report, and sees it change."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render

from organizations.signed_in import SignedInRequest
from organizations.views import get_round
from reports.editing.fields import moved
from reports.editing.forms import WordingForm
from reports.editing.preview import build_preview
from reports.models import ReportWording, WordingChange
from reports.models.wording import wording_fields
from reports.wording import MARKS
from tracking.models import StaleWording
from tracking.rewording import Apart


def wording(request: SignedInRequest, year: int) -> HttpResponse:
    """Show the form with its preview, or save it.

    `preview` in what was posted draws the report as it would be, saving nothing; by htmx alone.
    Answers 409 with both texts if somebody else saved in between.
    """
    ita_round = get_round(request.user, year)
    ita_round.require_open()
    saved = ReportWording.objects.of(ita_round)
    if not saved.may_be_reworded_by(request.user):
        raise PermissionDenied
    if request.method != "POST":
        return _show(request, saved, WordingForm(saved))
    form = WordingForm(saved, moved(request.POST))
    is_valid = form.is_valid()
    if {"preview", "move"} & request.POST.keys():
        return _show(request, saved, form)
    if not is_valid:
        return _show(request, saved, form, status=422)
    try:
        changes = saved.revise(form.instance, by=request.user, version=form.cleaned_data["version"])
    except StaleWording as stale:
        both = _both(form)
        again = WordingForm(form.instance, version=stale.latest.pk if stale.latest else 0)
        return _show(request, saved, again, status=409, overtaken=stale, **both)
    messages.success(request, _said(changes))
    return redirect("reports:wording", year)


def _show(
    request: SignedInRequest,
    saved: ReportWording,
    form: WordingForm,
    status: int = 200,
    **more: Any,
) -> HttpResponse:
    in_place = "HX-Request" in request.headers
    context = more | {
        "ita_round": saved.ita_round,
        "form": form,
        "preview": build_preview(form),
        "may_be_reworded": True,
    }
    if in_place:
        return render(request, "follow_up/_desk.html", context)
    context |= {"marks": MARKS.items(), "changes": _changes(saved)}
    return render(request, "reports/wording.html", context, status=status)


def _changes(saved: ReportWording) -> list[WordingChange]:
    return list(saved.changes.select_related("by")[:30]) if saved.pk else []


def _said(changes: list[WordingChange]) -> str:
    if not changes:
        return "ไม่มีสิ่งที่เปลี่ยนแปลง"
    return f"บันทึกแล้ว: {', '.join(change.get_what_display() for change in changes)}"


def _both(form: WordingForm) -> dict:
    """What only the other changed is taken into the form; what both changed stays as typed."""
    hers = form.instance
    now = ReportWording.objects.of(hers.ita_round)
    since = now.changes_of_words.filter(pk__gt=form.cleaned_data["version"]).order_by("-pk")
    before = {change.what: change.old for change in since}
    labels, theirs, typed = dict(wording_fields()), now.shown, hers.shown
    untouched = [name for name, old in before.items() if typed[name] == old]
    for name in untouched:
        setattr(hers, name, getattr(now, name))
    return {
        "taken_over": [labels[name] for name in untouched],
        "apart": [
            Apart(labels[name], theirs[name], typed[name])
            for name in before
            if name not in untouched and theirs[name] != typed[name]
        ],
    }
