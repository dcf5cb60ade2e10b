"""Progress on a row, shown and recorded: view bodies for O-items and measures alike."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import prefetch_related_objects
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from disclosures.commenting import CommentForm, build_talk
from disclosures.forms import ProgressForm
from disclosures.models import Evidence
from organizations.history import tell_history
from organizations.models import (
    REPORTABLE,
    Entry,
    StaleVersion,
    Status,
    Tracked,
    Unit,
    User,
    latest_by_unit,
)
from organizations.roll_call import call_roll
from organizations.views import way_back

#: The form alone, for a list that opens it in place.
IN_LIST = "progress/_record_in_list.html"


def show_progress(
    request: HttpRequest,
    row: Tracked,
    template: str,
    *,
    comment_form: CommentForm | None = None,
    **more,
) -> HttpResponse:
    """A row's page: what is asked, who answers for it, and all that was said of it.

    With a comment that could not be sent it answers 422.
    """
    request.user.notices.about(row).mark_read(at=timezone.now())
    # Everything below asks for the office's units; they are read once.
    prefetch_related_objects([row.ita_round.organization], "units")
    tree = row.ita_round.organization.units.all().tree()
    history = row.history()
    units = row.units_reportable_by(request.user)
    context = {
        "row": row,
        "ita_round": row.ita_round,
        "roll": call_roll(row, history, request.user, tree),
        "history": history,
        "past": tell_history(history, tree, request.GET.get("unit", "")),
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


def record_progress(request: HttpRequest, row: Tracked, template: str) -> HttpResponse:
    """Show the form for one unit's report on this row, or write it.

    Answers 403 to who may not report here, and 409 with both texts to who was overtaken. A list
    that asks by htmx gets the form alone, and a word to the list instead of a way to go on.
    """
    units = row.units_reportable_by(request.user)
    unit = _chosen(units, request.GET.get("unit"))
    request.user.notices.about(row).mark_read(at=timezone.now())
    latest, last_report = row.latest_of(unit), row.last_report_of(unit)
    context = _form_context(request, row, unit) | {"units": units, "latest": latest}
    template = IN_LIST if context["in_list"] else template

    if request.method != "POST":
        form = ProgressForm(initial=_start_from(latest, last_report))
        return render(request, template, context | {"form": form})

    form = ProgressForm(request.POST)
    if not form.is_valid():
        return render(request, template, context | {"form": form}, status=422)
    try:
        _write(row, unit, request.user, form.cleaned_data, last_report)
    except StaleVersion as overtaken:
        if not _says_the_same(overtaken.latest, request.user, form.cleaned_data):
            # What she typed stays in the form; saving once more means she has seen the other text.
            again = request.POST.copy()
            again["version"] = getattr(overtaken.latest, "version", 0)
            context |= {"latest": overtaken.latest, "overtaken": overtaken}
            context["form"] = ProgressForm(again)
            return render(request, template, context, status=409)
    return _recorded(request, context, form.cleaned_data["status"])


def _form_context(request: HttpRequest, row: Tracked, unit: Unit) -> dict:
    """`draft` names what is typed for this row and unit in the browser that keeps it."""
    return {
        "row": row,
        "ita_round": row.ita_round,
        "unit": unit,
        "asked": f"{row._meta.app_label}/_aside.html",
        "in_list": "HX-Request" in request.headers,
        "draft": f"record/{row._meta.label_lower}/{row.pk}/{unit.pk}",
        "back": way_back(request, row.get_absolute_url()),
    }


def _recorded(request: HttpRequest, context: dict, status: str) -> HttpResponse:
    """The message carries the name of the draft that has served its purpose."""
    said = f"บันทึกความก้าวหน้า {context['row'].code} ในนาม{context['unit']}แล้ว"
    said += f" สถานะ: {Status(status).label}"
    messages.success(request, said, extra_tags=context["draft"])
    if context["latest"] and context["latest"].status == Status.ACCEPTED:
        messages.info(request, "งานส่วนนี้เปิดใหม่หลังตรวจรับแล้ว ฝ่ายเลขานุการต้องตรวจรับอีกครั้ง")
    if context["in_list"]:
        return HttpResponse(status=204, headers={"HX-Trigger": "progress-recorded"})
    return redirect(context["back"])


def _chosen(units: list[Unit], asked: str | None) -> Unit:
    """The unit asked for in the address, or the first she may report for."""
    found = [unit for unit in units if asked in (None, str(unit.pk))]
    if not found:
        raise PermissionDenied
    return found[0]


def _start_from(latest: Entry | None, last_report: Entry | None) -> dict:
    """A form starts from the unit's last words, and from work under way."""
    status = latest.status if latest and latest.status in REPORTABLE else Status.DOING
    return {
        "status": Status.DOING if status == Status.NOT_STARTED else status,
        "note": last_report.note if last_report else "",
        "url": next(iter(_links_of(last_report)), ""),
        "version": latest.version if latest else 0,
    }


def _links_of(entry: Entry | None) -> dict[str, Evidence]:
    evidence = entry.evidence.all() if entry else ()
    return {piece.url: piece for piece in evidence if piece.url}


def _says_the_same(latest: Entry | None, by: User, data: dict) -> bool:
    """A button pressed twice sends one report twice; the second has nothing to add."""
    return (
        latest is not None
        and (latest.by_id, latest.status, latest.note) == (by.pk, data["status"], data["note"])
        and list(_links_of(latest)) == [data["url"]] * bool(data["url"])
    )


@transaction.atomic
def _write(row: Tracked, unit: Unit, by: User, data: dict, last_report: Entry | None) -> Entry:
    return row.record_progress(
        by=by,
        unit=unit,
        status=data["status"],
        note=data["note"],
        version=data["version"],
        evidence=_evidence(row, by, data["url"], last_report),
    )


def _evidence(row: Tracked, by: User, url: str, last_report: Entry | None) -> list[Evidence]:
    """The link she gave; the same one as last time stays the same piece of evidence."""
    if not url:
        return []
    organization = row.ita_round.organization
    known = _links_of(last_report).get(url)
    return [known or Evidence.objects.create(organization=organization, url=url, by=by)]
