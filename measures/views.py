from django.shortcuts import get_object_or_404, render

from disclosures.recording import record_progress
from measures.models import Measure
from organizations.models import Round


def measure_list(request, year):
    ita_round = get_object_or_404(Round.objects.visible_to(request.user), be_year=year)
    measures = Measure.objects.filter(ita_round=ita_round).with_work()
    return render(request, "measures/list.html", {"ita_round": ita_round, "measures": measures})


def measure(request, year, number):
    row = _get_measure(request.user, year, number)
    return render(
        request,
        "measures/measure.html",
        {
            "row": row,
            "ita_round": row.ita_round,
            "standings": row.standings(),
            "history": row.history(),
            "may_record": bool(row.units_reportable_by(request.user)),
        },
    )


def measure_record(request, year, number):
    row = _get_measure(request.user, year, number)
    return record_progress(request, row, "measures/record.html")


def _get_measure(user, year, number) -> Measure:
    rows = Measure.objects.visible_to(user).with_work().select_related("ita_round__organization")
    return get_object_or_404(rows, ita_round__be_year=year, number=number)
