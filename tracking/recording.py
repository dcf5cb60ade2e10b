"""Progress on a row, shown and recorded: view bodies for O-items and measures alike."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import prefetch_related_objects
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from organizations.models import Unit, User
from organizations.signed_in import SignedInRequest
from organizations.views import way_back
from thai.digits import arabic_digits
from tracking.commenting import CommentForm, build_talk
from tracking.evidence.attachments import Attachments
from tracking.evidence.pieces import current_evidence, files_of, link_pieces, links_of, same_files
from tracking.forms import ProgressForm
from tracking.history import tell_history
from tracking.models import FINISHED, Entry, Kind, Row, StaleVersion, Status, latest_by_unit
from tracking.roll_call import call_roll

#: The form alone, for a list that opens it in place.
IN_LIST = "tracking/_record_in_list.html"


def show_progress(
    request: SignedInRequest,
    row: Row,
    template: str,
    *,
    comment_form: CommentForm | None = None,
    **more: Any,
) -> HttpResponse:
    """A row's page: what is asked, who answers for it, and all that was said of it.

    With a comment that could not be sent it answers 422.
    """
    request.user.notices.about(row).mark_read(at=timezone.now())
    # Everything below asks for the office's units; they are read once.
    prefetch_related_objects([row.ita_round.organization], "units")
    tree = row.ita_round.unit_tree()
    history = row.history()
    units = row.units_reportable_by(request.user)
    context = {
        "row": row,
        "ita_round": row.ita_round,
        "roll": call_roll(row, history, request.user, tree),
        "history": history,
        "decisions": list(row.decisions.select_related("by", "taken_from", "given_to")),
        "past": tell_history(history, tree, request.GET.get("unit", "")),
        "proofs": current_evidence(history),
        "may_record": bool(units),
        "returned": _sent_back_to(units, history),
        "talk": build_talk(row, request.user, tree, comment_form),
    }
    return render(request, template, context | more, status=422 if comment_form else 200)


def _sent_back_to(units: list[Unit], history: list[Entry]) -> list[Entry]:
    """What still waits for one of these units to mend."""
    latest = latest_by_unit(history)
    return [
        latest[unit.pk]
        for unit in units
        if unit.pk in latest and latest[unit.pk].status == Status.RETURNED
    ]


def record_progress(request: SignedInRequest, row: Row, template: str) -> HttpResponse:
    """Show the form for one unit's report on this row, or write it.

    Answers 403 to anyone who may not report here, and 409 with both texts if somebody of the unit
    reported in between. A list that asks by htmx gets the form alone and, once recorded, an event
    instead of a redirect.
    """
    row.ita_round.require_open()
    units = row.units_reportable_by(request.user)
    unit = chosen_unit(units, request.GET.get("unit"))
    request.user.notices.about(row).mark_read(at=timezone.now())
    latest, last_report = row.latest_of(unit), row.last_report_of(unit)
    context = _form_context(request, row, unit) | {"units": units, "latest": latest}
    template = IN_LIST if context["in_list"] else template

    if request.method != "POST":
        form = ProgressForm(initial=_start_from(latest, last_report))
        context["attachments"] = Attachments(row, unit, request.user, last_report)
        return render(request, template, context | {"form": form})

    # Good files are held whatever becomes of the form, so that nobody sends them twice.
    attachments = Attachments(row, unit, request.user, last_report, request.POST)
    attachments.take(request.FILES)
    form = ProgressForm(request.POST)
    for refusal in attachments.refusals:
        form.add_error("files", refusal)
    if not form.is_valid():
        context |= {"form": form, "attachments": attachments}
        return render(request, template, context, status=507 if attachments.is_disk_full else 422)
    try:
        _write(row, unit, request.user, form.cleaned_data, last_report, attachments)
    except StaleVersion as overtaken:
        if not _says_the_same(overtaken.latest, request.user, form.cleaned_data, attachments):
            # What was typed stays in the form; saving once more means that the other text was seen.
            again = request.POST.copy()
            again["version"] = str(getattr(overtaken.latest, "version", 0))
            context |= {"latest": overtaken.latest, "overtaken": overtaken}
            context["form"] = ProgressForm(again)
            context["attachments"] = attachments.since(row.last_report_of(unit))
            return render(request, template, context, status=409)
        attachments.forget_arrived()
    return _recorded(request, context, form)


def _form_context(request: SignedInRequest, row: Row, unit: Unit) -> dict[str, Any]:
    """`draft` names what is typed for this row and unit in the browser that keeps it."""
    return {
        "row": row,
        "ita_round": row.ita_round,
        "unit": unit,
        "asked": f"{Kind(row.kind).room}/_aside.html",
        "in_list": "HX-Request" in request.headers,
        "draft": f"record/{row.key}/{unit.pk}",
        "back": way_back(request, row.get_absolute_url()),
    }


def _recorded(
    request: SignedInRequest, context: dict[str, Any], form: ProgressForm
) -> HttpResponse:
    """The message names the draft, which the browser may now forget."""
    said = f"บันทึกความก้าวหน้า {context['row'].code} ในนาม{context['unit']}แล้ว"
    said += f" สถานะ: {Status(form.cleaned_data['status']).label}"
    messages.success(request, said, extra_tags=context["draft"])
    if context["latest"] and context["latest"].status == Status.ACCEPTED:
        messages.info(request, "งานส่วนนี้เปิดใหม่หลังตรวจรับแล้ว ฝ่ายเลขานุการต้องตรวจรับอีกครั้ง")
    for note in _notes_on(context["row"], form):
        messages.warning(request, note)
    if context["in_list"]:
        return HttpResponse(status=204, headers={"HX-Trigger": "progress-recorded"})
    return redirect(context["back"])


def chosen_unit(units: list[Unit], asked: str | None) -> Unit:
    """The unit asked for in the address, or the first the user may report for."""
    found = [unit for unit in units if asked in (None, str(unit.pk))]
    if not found:
        raise PermissionDenied
    return found[0]


def _start_from(latest: Entry | None, last_report: Entry | None) -> dict[str, Any]:
    """A form starts from the unit's last words, and from work under way.

    What was finished stays so while its words are mended.
    """
    finished = latest and latest.status in FINISHED
    return {
        "status": Status.REVIEW if finished else Status.DOING,
        "note": last_report.note if last_report else "",
        "url": list(links_of(last_report)),
        "version": latest.version if latest else 0,
    }


def _notes_on(row: Row, form: ProgressForm) -> list[str]:
    """What to look at again, now that it is recorded: none of it was a reason to refuse it."""
    links = [line for line in form.link_lines if line.typed]
    notes = [f"{arabic_digits(link.typed)} {' '.join(link.notes)}" for link in links if link.notes]
    finished = form.cleaned_data["status"] == Status.REVIEW
    if finished and row.is_judged_by_links and not links:
        notes.append(
            f"ข้อ {row.code} ตรวจจากลิงก์บนเว็บไซต์ แต่รายงานนี้ยังไม่มีลิงก์ โปรดบันทึกอีกครั้งพร้อมลิงก์ เมื่อเผยแพร่แล้ว"
        )
    return notes


def _says_the_same(
    latest: Entry | None, by: User, data: dict[str, Any], attachments: Attachments
) -> bool:
    """A button pressed twice sends one report twice; the second has nothing to add."""
    return (
        latest is not None
        and (latest.by_id, latest.status, latest.note) == (by.pk, data["status"], data["note"])
        and list(links_of(latest)) == data["url"]
        and same_files(files_of(latest), attachments.kept)
    )


@transaction.atomic
def _write(
    row: Row,
    unit: Unit,
    by: User,
    data: dict[str, Any],
    last_report: Entry | None,
    attachments: Attachments,
) -> Entry:
    links = link_pieces(data["url"], known=links_of(last_report), by=by)
    return row.record_progress(
        by=by,
        unit=unit,
        status=data["status"],
        note=data["note"],
        version=data["version"],
        evidence=[*links, *attachments.settle()],
    )
