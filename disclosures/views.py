from django.shortcuts import get_object_or_404, render

from disclosures.models import DisclosureItem, Indicator
from disclosures.recording import record_progress
from organizations.models import Round


def item_list(request, year):
    ita_round = get_object_or_404(Round.objects.visible_to(request.user), be_year=year)
    indicators = Indicator.objects.filter(ita_round=ita_round).prefetch_related(
        "items__assignments__unit"
    )
    return render(
        request, "disclosures/list.html", {"ita_round": ita_round, "indicators": indicators}
    )


def item(request, year, number):
    row = _get_item(request.user, year, number)
    return render(
        request,
        "disclosures/item.html",
        {
            "row": row,
            "ita_round": row.ita_round,
            "standings": row.standings(),
            "history": row.history(),
            "may_record": bool(row.units_reportable_by(request.user)),
        },
    )


def item_record(request, year, number):
    row = _get_item(request.user, year, number)
    return record_progress(request, row, "disclosures/record.html")


def _get_item(user, year, number) -> DisclosureItem:
    rows = DisclosureItem.objects.visible_to(user).select_related(
        "ita_round__organization", "indicator"
    )
    return get_object_or_404(
        rows.prefetch_related("assignments__unit", "measures"),
        ita_round__be_year=year,
        number=number,
    )
