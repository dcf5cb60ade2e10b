"""The years of an office: listed, opened, closed and opened again."""

from collections.abc import Callable

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from disclosures.actions import open_round
from organizations.models import Round, RoundState, User
from organizations.permissions import Permission
from organizations.signed_in import SignedInRequest
from organizations.views import get_round
from years.comparing import build_comparison
from years.forms import OpenYearForm, ReasonForm, likely
from years.listing import build_years
from years.opening import open_from
from years.unfinished import find_unfinished


def years(request: SignedInRequest) -> HttpResponse:
    if request.user.organization_id is None:
        raise Http404
    may_run = request.user.may(Permission.RUN_YEARS)
    context = {"lines": build_years(request.user), "may_run": may_run}
    return render(request, "years/list.html", context)


def open_year(request: SignedInRequest) -> HttpResponse:
    if request.user.organization_id is None or not request.user.may(Permission.RUN_YEARS):
        raise PermissionDenied
    rounds = request.user.visible_rounds
    form = OpenYearForm(rounds, *_sent(request), initial=likely(rounds, timezone.localdate()))
    if form.is_valid():
        try:
            ita_round = _open(request.user, rounds, **form.cleaned_data)
        except ValidationError as refused:
            form.add_error(None, refused)
        else:
            messages.success(
                request, f"เปิดปีงบประมาณ {ita_round.be_year} ไว้เตรียมแล้ว ส่วนราชการยังไม่เห็นจนกว่าจะเริ่มปี"
            )
            return redirect("years:setup", ita_round.be_year)
    return render(request, "years/open.html", {"form": form}, status=422 if form.errors else 200)


def _open(user: User, rounds: list[Round], *, be_year: int, edition: int, source: int) -> Round:
    previous = next((one for one in rounds if one.be_year == source), None)
    if previous:
        return open_from(previous, be_year=be_year, edition=edition, by=user)
    office = user.office
    return open_round(
        organization=office, be_year=be_year, edition=edition, by=user, is_started=False
    )


def year(request: SignedInRequest, year: int) -> HttpResponse:
    """A year as a whole: its state, who opened and closed it and why, and what can be done."""
    ita_round = get_round(request.user, year)
    context = {
        "ita_round": ita_round,
        "others": [one for one in request.user.visible_rounds if one != ita_round],
        "source": ita_round.opened_from,
        "changes": ita_round.changes.select_related("by"),
        "may_run": request.user.may(Permission.RUN_YEARS),
    }
    return render(request, "years/year.html", context)


def compare(request: SignedInRequest, year: int, other: int) -> HttpResponse:
    """Two years beside each other, whichever is named first."""
    one, another = get_round(request.user, year), get_round(request.user, other)
    comparison = build_comparison(one, another, request.GET)
    others = [one for one in request.user.visible_rounds if one.be_year != year]
    context = {"comparison": comparison, "ita_round": comparison.newer, "others": others}
    return render(request, "years/compare.html", context | {"year": year, "other": other})


def close_year(request: SignedInRequest, year: int) -> HttpResponse:
    ita_round = get_round_to_run(request, year)
    ita_round.require_open()
    if ita_round.state == RoundState.PREPARING:
        messages.warning(request, f"ปีงบประมาณ {year} ยังไม่เริ่ม จึงปิดไม่ได้")
        return redirect("years:year", year)
    wanting = find_unfinished(ita_round)
    form = ReasonForm(
        *_sent(request),
        required=bool(wanting),
        help_text="ยังมีงานค้าง โปรดระบุว่าเหตุใดจึงปิด" if wanting else "เช่น ส่งรายงานผลแล้ว จะเว้นว่างไว้ก็ได้",
    )
    context = {"ita_round": ita_round, "form": form, "wanting": wanting}
    return _ask_why(
        request, ita_round.close, "years/close.html", context, f"ปิดปีงบประมาณ {year} แล้ว"
    )


def reopen_year(request: SignedInRequest, year: int) -> HttpResponse:
    ita_round = get_round_to_run(request, year)
    if ita_round.is_open:
        messages.warning(request, f"ปีงบประมาณ {year} เปิดอยู่แล้ว")
        return redirect("years:year", year)
    help_text = "เช่น สำนักงาน ป.ป.ช. ขอให้แก้ไขข้อมูล เหตุผลนี้เก็บไว้ในประวัติของปี"
    form = ReasonForm(*_sent(request), required=True, help_text=help_text)
    context = {"ita_round": ita_round, "form": form}
    said = f"เปิดปีงบประมาณ {year} อีกครั้งแล้ว"
    return _ask_why(request, ita_round.reopen, "years/reopen.html", context, said)


def _ask_why(
    request: SignedInRequest, take: Callable[..., None], template: str, context: dict, said: str
) -> HttpResponse:
    """Show the form, or take the step for the reason given and say so on the year's page."""
    form = context["form"]
    if form.is_valid():
        try:
            take(by=request.user, reason=form.cleaned_data["reason"], at=timezone.now())
        except ValidationError as refused:
            form.add_error(None, refused)
        else:
            messages.success(request, said)
            return redirect("years:year", context["ita_round"].be_year)
    return render(request, template, context, status=422 if form.errors else 200)


def get_round_to_run(request: SignedInRequest, year: int) -> Round:
    ita_round = get_round(request.user, year)
    if not request.user.may(Permission.RUN_YEARS):
        raise PermissionDenied
    return ita_round


def _sent(request: SignedInRequest) -> tuple:
    """What was posted, also where it is nothing; a page only asked for has no mistakes in it."""
    return (request.POST,) if request.method == "POST" else ()
