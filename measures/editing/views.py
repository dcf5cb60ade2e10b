"""Changing, adding, ordering and taking away the measures of a year."""

from functools import partial
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render

from measures.actions import Reordered, add_measure, arrange_measures, remove_measure
from measures.editing.arranging import Arrangement
from measures.editing.forms import SetUpForm, WordsForm
from measures.views import get_measure
from organizations.models import Round
from organizations.permissions import Permission
from organizations.signed_in import SignedInRequest
from organizations.views import get_round
from tracking.rewording import reword


def edit(request: SignedInRequest, year: int, number: int) -> HttpResponse:
    measure = get_measure(request, year, number)
    form = SetUpForm if measure.may_be_set_up_by(request.user) else WordsForm
    make_form = partial(form, measure.ita_round, measure)
    return reword(request, measure, lambda posted=None: make_form(posted), "measures/edit.html")


def add(request: SignedInRequest, year: int) -> HttpResponse:
    ita_round = _get_round(request, year, Permission.SET_UP_MEASURES)
    form = SetUpForm(ita_round, posted=request.POST if request.method == "POST" else None)
    if form.is_valid():
        measure = add_measure(ita_round, form.wanted, by=request.user)
        messages.success(request, f"เพิ่ม{measure.code} แล้ว")
        for remark in form.remarks:
            messages.warning(request, remark)
        return redirect(measure)
    context = {"ita_round": ita_round, "form": form}
    return render(request, "measures/add.html", context, status=422 if form.is_bound else 200)


def arrange(request: SignedInRequest, year: int) -> HttpResponse:
    """Every measure with its number to change, or one step up or down at a press."""
    ita_round = _get_round(request, year, Permission.REORDER_MEASURES)
    if request.method != "POST":
        return _show_order(request, Arrangement(ita_round))
    arrangement = Arrangement(ita_round, request.POST)
    if arrangement.refusal:
        return _show_order(request, arrangement, status=422)
    try:
        changes = arrange_measures(
            ita_round, arrangement.wanted, seen=arrangement.seen, by=request.user
        )
    except Reordered:
        return _show_order(request, arrangement.since(), status=409)
    moved = f"จัดลำดับแล้ว เปลี่ยน {len(changes)} มาตรการ" if changes else "ลำดับยังเหมือนเดิม"
    messages.success(request, moved)
    return redirect("measures:arrange", year)


def remove(request: SignedInRequest, year: int, number: int) -> HttpResponse:
    measure = get_measure(request, year, number)
    measure.ita_round.require_open()
    if not measure.may_be_set_up_by(request.user):
        raise PermissionDenied
    context: dict[str, Any] = {"row": measure, "ita_round": measure.ita_round}
    if request.method != "POST":
        return render(request, "measures/remove.html", context)
    said = f"ลบ{measure.code} {measure.title} แล้ว"
    try:
        remove_measure(measure, by=request.user)
    except ValidationError as refused:
        context |= {"refused": refused.message}
        return render(request, "measures/remove.html", context, status=422)
    messages.success(request, said)
    return redirect("measures:arrange", year)


def _show_order(
    request: SignedInRequest, arrangement: Arrangement, status: int = 200
) -> HttpResponse:
    context = {"ita_round": arrangement.ita_round, "arrangement": arrangement}
    return render(request, "measures/arrange.html", context, status=status)


def _get_round(request: SignedInRequest, year: int, permission: Permission) -> Round:
    """The year, open, for anyone who may change its list of measures."""
    ita_round = get_round(request.user, year)
    if not request.user.may(permission):
        raise PermissionDenied
    ita_round.require_open()
    return ita_round
