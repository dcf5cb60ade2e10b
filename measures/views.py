from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from measures.models import Measure
from organizations.signed_in import SignedInRequest
from organizations.views import get_round
from tracking.commenting import comment_on
from tracking.evidence.attaching import attach_file
from tracking.filters import narrow
from tracking.recording import record_progress, show_progress
from tracking.reviewing import review_report


def measure_list(request: SignedInRequest, year: int) -> HttpResponse:
    ita_round = get_round(request.user, year)
    measures = list(Measure.objects.filter(ita_round=ita_round).with_work())
    tree = ita_round.unit_tree()
    listing = narrow(measures, tree, request.GET, timezone.localdate())
    context = {"ita_round": ita_round, "listing": listing}
    return render(request, "measures/list.html", context)


def measure(request: SignedInRequest, year: int, number: int) -> HttpResponse:
    return _show(request, get_measure(request, year, number))


def measure_comment(request: SignedInRequest, year: int, number: int) -> HttpResponse:
    return comment_on(request, get_measure(request, year, number), _show)


def measure_record(request: SignedInRequest, year: int, number: int) -> HttpResponse:
    return record_progress(request, get_measure(request, year, number), "measures/record.html")


def measure_review(request: SignedInRequest, year: int, number: int) -> HttpResponse:
    return review_report(request, get_measure(request, year, number), "measures/review.html")


@require_POST
def measure_attach(request: SignedInRequest, year: int, number: int) -> HttpResponse:
    return attach_file(request, get_measure(request, year, number))


def _show(request: SignedInRequest, row: Any, **more: Any) -> HttpResponse:
    context = {
        "may_reword": row.may_be_reworded_by(request.user),
        "changes": row.changes.select_related("by"),
    }
    return show_progress(request, row, "measures/measure.html", **context, **more)


def get_measure(request: SignedInRequest, year: int, number: int) -> Measure:
    """The measure of this number or, of a form that was sent, the one it was made for.

    Numbers change hands while somebody types: a report must not end up with another measure.
    """
    visible = Measure.objects.visible_to(request.user)
    rows = visible.with_work().select_related("ita_round__organization")
    return get_object_or_404(rows, ita_round__be_year=year, **meant(request, number))


def meant(request: SignedInRequest, number: int) -> dict[str, int]:
    """How to find that measure; `row` is its id in the form."""
    row = request.POST.get("row", "")
    is_id = row.isascii() and row.isdecimal() and len(row) < 19
    return {"pk": int(row)} if is_id else {"number": number}
