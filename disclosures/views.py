from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from disclosures.groups import by_indicator
from disclosures.item_form import ItemForm
from disclosures.models import DisclosureItem
from organizations.models import User
from organizations.permissions import Permission
from organizations.signed_in import SignedInRequest
from organizations.views import get_round
from tracking.commenting import comment_on
from tracking.evidence.attaching import attach_file
from tracking.filters import narrow
from tracking.recording import record_progress, show_progress
from tracking.reviewing import review_report
from tracking.rewording import reword


def item_list(request: SignedInRequest, year: int) -> HttpResponse:
    ita_round = get_round(request.user, year)
    items = list(DisclosureItem.objects.filter(ita_round=ita_round).with_work())
    tree = ita_round.unit_tree()
    listing = narrow(items, tree, request.GET, timezone.localdate())
    context = {
        "ita_round": ita_round,
        "listing": listing,
        "groups": by_indicator(items, listing.rows),
        "minds_wording": request.user.may(Permission.MIND_WORDING),
    }
    return render(request, "disclosures/list.html", context)


def item(request: SignedInRequest, year: int, number: int) -> HttpResponse:
    return _show(request, _get_item(request.user, year, number))


def item_comment(request: SignedInRequest, year: int, number: int) -> HttpResponse:
    return comment_on(request, _get_item(request.user, year, number), _show)


def item_record(request: SignedInRequest, year: int, number: int) -> HttpResponse:
    return record_progress(
        request, _get_item(request.user, year, number), "disclosures/record.html"
    )


def item_review(request: SignedInRequest, year: int, number: int) -> HttpResponse:
    return review_report(request, _get_item(request.user, year, number), "disclosures/review.html")


@require_POST
def item_attach(request: SignedInRequest, year: int, number: int) -> HttpResponse:
    return attach_file(request, _get_item(request.user, year, number))


def item_edit(request: SignedInRequest, year: int, number: int) -> HttpResponse:
    row = _get_item(request.user, year, number)
    return reword(request, row, lambda posted=None: ItemForm(row, posted), "disclosures/edit.html")


def _show(request: SignedInRequest, row: Any, **more: Any) -> HttpResponse:
    context = {
        "minds_wording": request.user.may(Permission.MIND_WORDING),
        "may_reword": row.may_be_reworded_by(request.user),
        "changes": row.changes.select_related("by"),
    }
    return show_progress(request, row, "disclosures/item.html", **context, **more)


def _get_item(user: User, year: int, number: int) -> DisclosureItem:
    rows = DisclosureItem.objects.visible_to(user).with_work()
    return get_object_or_404(
        rows.select_related("ita_round__organization").prefetch_related("measures__items"),
        ita_round__be_year=year,
        number=number,
    )
