from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from follow_up.meetings.excel import write_follow_up
from follow_up.meetings.forms import DecisionForm
from follow_up.meetings.meeting import Meeting, build_meeting
from follow_up.meetings.table import build_follow_up
from organizations.permissions import Permission
from organizations.signed_in import SignedInRequest
from organizations.views import get_round


def follow_up(request: SignedInRequest, year: int) -> HttpResponse:
    ita_round = get_round(request.user, year)
    sheet = build_follow_up(ita_round, today=timezone.localdate(), asked=request.GET)
    return render(
        request, "follow_up/meetings/sheet.html", {"ita_round": ita_round, "sheet": sheet}
    )


def follow_up_sheet(request: SignedInRequest, year: int) -> HttpResponse:
    ita_round = get_round(request.user, year)
    sheet = build_follow_up(ita_round, today=timezone.localdate(), asked=request.GET)
    name = f"ita-follow-up-{ita_round.be_year}.xlsx"
    return HttpResponse(
        write_follow_up(sheet),
        content_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def meeting(request: SignedInRequest, year: int) -> HttpResponse:
    """What is open or wrong, a row at a time; a POST notes what was decided of the row."""
    ita_round = get_round(request.user, year)
    agenda = build_meeting(ita_round, today=timezone.localdate(), asked=request.GET)
    if request.method == "POST":
        return note_decision(request, agenda)
    return _show(request, agenda)


def note_decision(request: SignedInRequest, agenda: Meeting) -> HttpResponse:
    """Note it, and stay at the row or go on to the next."""
    agenda.ita_round.require_open()
    if not request.user.may(Permission.DECIDE):
        raise PermissionDenied
    if agenda.line is None or "at" not in request.GET:
        messages.error(request, "ไม่พบรายการที่จะลงมติ โปรดเลือกรายการแล้วบันทึกอีกครั้ง")
        return _show(request, agenda, status=422)
    form = DecisionForm(request.POST, agenda, agenda.line)
    if not form.is_valid():
        return _show(request, agenda, form, status=422)
    try:
        decision = agenda.line.row.decide(by=request.user, **form.decided)
    except ValidationError as refused:
        form.add_error(None, refused)
        return _show(request, agenda, form, status=422)
    messages.success(request, f"บันทึกมติ {agenda.line.row.code} แล้ว")
    if "next" in request.POST and agenda.next:
        return redirect(f"{request.path}{agenda.next_address}")
    return redirect(f"{request.path}{agenda.staying_with(decision.given_to or agenda.line.unit)}")


def _show(
    request: SignedInRequest, agenda: Meeting, form: DecisionForm | None = None, status: int = 200
) -> HttpResponse:
    line = agenda.line
    may = line is not None and line.row.may_be_decided_by(request.user)
    if line and may and form is None:
        form = DecisionForm(None, agenda, line)
    context = {"ita_round": agenda.ita_round, "meeting": agenda, "form": form if may else None}
    return render(request, "follow_up/meetings/meeting.html", context, status=status)
