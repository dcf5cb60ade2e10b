"""Recording progress: one view body for O-items and measures alike."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from disclosures.forms import ProgressForm
from disclosures.models import Evidence
from organizations.models import REPORTABLE, StaleVersion, Status, Tracked, Unit, User


def record_progress(request: HttpRequest, row: Tracked, template: str) -> HttpResponse:
    """Show the form for one unit's report on this row, or write it.

    Answers 403 to who may not report here, and 409 with both texts to who was overtaken.
    """
    units = row.units_reportable_by(request.user)
    unit = _chosen(units, request.GET.get("unit"))
    latest = row.latest_of(unit)
    context = {
        "row": row,
        "ita_round": row.ita_round,
        "unit": unit,
        "units": units,
        "latest": latest,
    }

    if request.method != "POST":
        form = ProgressForm(initial=_start_from(latest, row.last_report_of(unit)))
        return render(request, template, context | {"form": form})

    form = ProgressForm(request.POST)
    if not form.is_valid():
        return render(request, template, context | {"form": form}, status=422)
    try:
        entry = _write(row, unit, request.user, form.cleaned_data)
    except StaleVersion as overtaken:
        # What she typed stays in the form; saving once more means she has seen the other text.
        again = request.POST.copy()
        again["version"] = getattr(overtaken.latest, "version", 0)
        context |= {"form": ProgressForm(again), "overtaken": overtaken.latest}
        return render(request, template, context, status=409)
    messages.success(request, f"บันทึก{row.code}ในนาม{unit}แล้ว: {entry.get_status_display()}")
    return redirect(row)


def _chosen(units: list[Unit], asked: str | None) -> Unit:
    """The unit asked for in the address, or the first she may report for."""
    found = [unit for unit in units if asked in (None, str(unit.pk))]
    if not found:
        raise PermissionDenied
    return found[0]


def _start_from(latest, last_report) -> dict:
    """A form starts from the unit's last words, and from work under way."""
    status = latest.status if latest and latest.status in REPORTABLE else Status.DOING
    return {
        "status": Status.DOING if status == Status.TODO else status,
        "note": last_report.note if last_report else "",
        "version": latest.version if latest else 0,
    }


@transaction.atomic
def _write(row: Tracked, unit: Unit, by: User, data: dict):
    evidence = []
    if data["url"]:
        organization = row.ita_round.organization
        evidence = [Evidence.objects.create(organization=organization, url=data["url"], by=by)]
    return row.record_progress(
        by=by,
        unit=unit,
        status=data["status"],
        note=data["note"],
        version=data["version"],
        evidence=evidence,
    )
