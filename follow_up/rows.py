"""The items and measures of a round with who answers for them, in five queries."""

from collections.abc import Sequence
from typing import Any

from disclosures.models import DisclosureItem, ItemAssignment
from measures.models import Measure, Responsibility
from organizations.models import Round, UnitTree
from tracking.models import Decision, Row

#: Where Django keeps what of a row is loaded already.
_LOADED = "_prefetched_objects_cache"


def read_items(
    ita_round: Round, tree: UnitTree, *, with_inapplicable: bool = False
) -> list[DisclosureItem]:
    """Those that apply, or all, each with its assignments, leads first."""
    links = ItemAssignment.objects.filter(item__ita_round=ita_round).order_by("-is_lead", "pk")
    by_item: dict[int, list[ItemAssignment]] = {}
    for link in links:
        link.unit = tree.by_id[link.unit_id]
        by_item.setdefault(link.item_id, []).append(link)
    found = DisclosureItem.objects.filter(ita_round=ita_round)
    if not with_inapplicable:
        found = found.applicable()
    items = list(found.select_related("indicator"))
    for item in items:
        item.ita_round = ita_round
        _hand(item, assignments=by_item.get(item.pk, []), measures=[])
    return items


def read_measures(ita_round: Round, items: Sequence[DisclosureItem]) -> list[Measure]:
    """The round's measures, serving the very items that are already here, and known to them."""
    measures = list(Measure.objects.filter(ita_round=ita_round))
    by_id = {measure.pk: measure for measure in measures}
    items_by_id = {item.pk: item for item in items}
    for measure in measures:
        measure.ita_round = ita_round
        _hand(measure, items=[], responsibilities=[])
    links = Measure.items.through.objects.filter(measure__ita_round=ita_round)
    for measure_id, item_id in links.values_list("measure_id", "disclosureitem_id"):
        if item := items_by_id.get(item_id):
            _handed(by_id[measure_id], "items").append(item)
            _handed(item, "measures").append(by_id[measure_id])
    for link in Responsibility.objects.filter(measure__ita_round=ita_round).order_by("pk"):
        _handed(by_id[link.measure_id], "responsibilities").append(link)
    return measures


def read_decisions(rows: Sequence[Row]) -> None:
    """What meetings decided of each, newest first, for the pages that show it; one query."""
    by_id = {row.pk: row for row in rows}
    for row in rows:
        vars(row)[_LOADED]["decisions"] = []
    found = Decision.objects.filter(row__in=by_id)
    for decision in found.select_related("by", "given_to", "taken_from"):
        _handed(by_id[decision.row_id], "decisions").append(decision)


def _hand(row: Row, **related: list) -> None:
    """Related rows that are already here, as if prefetched: prefetching costs three times as much,
    and would make an item that two measures serve into two objects.
    """
    vars(row)[_LOADED] = related


def _handed(row: Row, name: str) -> list:
    loaded: list[Any] = vars(row)[_LOADED][name]
    return loaded
