"""Changing the words of a row: one view body for O-items and measures."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import TextChoices
from django.http import HttpResponse
from django.shortcuts import redirect, render

from organizations.signed_in import SignedInRequest
from organizations.views import way_back
from tracking.models import Change, Row, StaleWording


@dataclass(frozen=True)
class Apart:
    """One part of the row that stands there in other words than were typed."""

    label: str
    theirs: str
    hers: str


class Rewords(Protocol):
    """A form of a row's words: `wanted` is what they are to be, `apart` what differs from it."""

    cleaned_data: dict[str, Any]

    def is_valid(self) -> bool: ...
    @property
    def wanted(self) -> Any: ...
    @property
    def remarks(self) -> list[str]: ...
    @property
    def apart(self) -> list[Apart]: ...


def reword(
    request: SignedInRequest, row: Row, make_form: Callable[..., Rewords], template: str
) -> HttpResponse:
    """Show the form of a row's words, or write them.

    `make_form` takes what was posted; a valid form has `wanted` and `remarks`. Answers 403 to
    anyone who may not change the row and in a closed year, and 409 with both texts if somebody
    changed it in between.
    """
    row.ita_round.require_open()
    if not row.may_be_reworded_by(request.user):
        raise PermissionDenied
    back = way_back(request, row.get_absolute_url())
    context = {"row": row, "ita_round": row.ita_round, "back": back}
    if request.method != "POST":
        return render(request, template, context | {"form": make_form()})
    form = make_form(request.POST)
    if not form.is_valid():
        return render(request, template, context | {"form": form}, status=422)
    try:
        changes = row.reword(form.wanted, by=request.user, version=form.cleaned_data["version"])
    except StaleWording as overtaken:
        # What was typed stays in the form; saving once more means that the other text was seen.
        again = request.POST.copy()
        again["version"] = str(overtaken.latest.pk if overtaken.latest else 0)
        seen_now = make_form(again)
        seen_now.is_valid()
        context |= {"form": seen_now, "overtaken": overtaken, "apart": seen_now.apart}
        return render(request, template, context, status=409)
    messages.success(request, _said(row, changes))
    for remark in form.remarks:
        messages.warning(request, remark)
    return redirect(back)


def _said(row: Row, changes: list[Change]) -> str:
    if not changes:
        return f"{row.code} ไม่มีสิ่งที่เปลี่ยนแปลง"
    return f"แก้ไข {row.code} แล้ว: {', '.join(one.get_what_display() for one in changes)}"


def apart(what: type[TextChoices], theirs: dict[str, str], hers: dict[str, str]) -> list[Apart]:
    """Where two wordings, as they are shown, differ; `what` has the words for each part."""
    return [
        Apart(what(name).label, theirs[name], hers[name])
        for name in theirs
        if theirs[name] != hers[name]
    ]
