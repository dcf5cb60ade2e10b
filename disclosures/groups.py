"""The items of a list under their indicators."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from disclosures.models import DisclosureItem, Indicator
from tracking.models import Status


@dataclass(frozen=True)
class Group:
    """One indicator: the rows a list shows of it, and how many of all its items are accepted."""

    indicator: Indicator
    rows: tuple[DisclosureItem, ...]
    accepted: int
    total: int


def by_indicator(
    items: Sequence[DisclosureItem], shown: Sequence[DisclosureItem]
) -> tuple[Group, ...]:
    """Indicators of which something is shown, in their own order; `items` have theirs loaded."""
    groups: dict[Indicator, list[DisclosureItem]] = {}
    for item in shown:
        groups.setdefault(item.indicator, []).append(item)
    return tuple(
        _group(indicator, groups[indicator], items)
        for indicator in sorted(groups, key=lambda indicator: indicator.position)
    )


def _group(indicator: Indicator, rows: Any, items: Any) -> Group:
    counted = [item for item in items if item.is_applicable and item.indicator == indicator]
    accepted = sum(item.status == Status.ACCEPTED for item in counted)
    return Group(indicator, tuple(rows), accepted, len(counted))
