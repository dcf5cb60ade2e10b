"""Which row of one year is which of another."""

from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Any

from disclosures.models import DisclosureItem
from disclosures.succession import succession
from measures.models import Measure

#: Two measures of one number whose titles are this much alike are one, worded anew.
_ALIKE = 0.6


def match_measures(
    olds: Sequence[Measure], news: Sequence[Measure]
) -> list[tuple[Measure | None, Measure | None]]:
    """By title, then by number where the titles are alike: the later year's measures in their
    order, then those that went.
    """
    left = {old.pk: old for old in olds}
    by_title = {_bare(old): old for old in reversed(olds)}
    found: dict[int, Measure] = {}
    for new in news:
        old = by_title.get(_bare(new))
        if old and left.pop(old.pk, None):
            found[new.pk] = old
    by_number = {old.number: old for old in left.values()}
    for new in news:
        old = by_number.get(new.number)
        if old and new.pk not in found and _are_alike(old, new):
            found[new.pk] = left.pop(old.pk)
    return [(found.get(new.pk), new) for new in news] + [(old, None) for old in left.values()]


def _bare(measure: Measure) -> str:
    return "".join(measure.title.split())


def _are_alike(one: Measure, other: Measure) -> bool:
    return SequenceMatcher(None, _bare(one), _bare(other), autojunk=False).ratio() >= _ALIKE


def match_items(
    olds: Sequence[DisclosureItem], news: Sequence[DisclosureItem]
) -> list[tuple[list[DisclosureItem], DisclosureItem | None]]:
    """As their editions say: the later year's items with what they came from, then those that
    went. A year of an older edition than the one before it is matched the other way round.
    """
    if not olds or not news:
        return [([], new) for new in news] + [([old], None) for old in olds]
    from_edition, to_edition = olds[0].ita_round.edition, news[0].ita_round.edition
    if from_edition > to_edition:
        return _backwards(olds, news, succession(to_edition, from_edition).successors)
    successors = succession(from_edition, to_edition).successors
    before: dict[int, list[DisclosureItem]] = {}
    for old in olds:
        before.setdefault(successors.get(old.number) or 0, []).append(old)
    went = [old for old in olds if not successors.get(old.number)]
    return [(before.get(new.number, []), new) for new in news] + [([old], None) for old in went]


def _backwards(olds: Any, news: Any, successors: Any) -> Any:
    """Of an item that several of the later year's became, each came from it."""
    by_number = {old.number: old for old in olds}
    pairs = [
        ([by_number[to]] if (to := successors.get(new.number)) in by_number else [], new)
        for new in news
    ]
    kept = {old.pk for before, _ in pairs for old in before}
    return pairs + [([old], None) for old in olds if old.pk not in kept]
