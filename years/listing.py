"""The years of an office, each with its state and how far it is."""

from dataclasses import dataclass

from django.db.models import Count

from disclosures.models import DisclosureItem
from follow_up.charts import Bar, bar
from measures.models import Measure
from organizations.models import Round, RoundChange, User


@dataclass(frozen=True)
class YearLine:
    """`before` is the year it is compared with: the one before it, if there is one."""

    ita_round: Round
    items: Bar
    measures: int
    last_change: RoundChange | None
    before: Round | None


def build_years(user: User) -> tuple[YearLine, ...]:
    """The years this person sees, newest first, in four queries."""
    rounds = list(Round.objects.visible_to(user).select_related("opened_from"))
    statuses = _statuses(rounds)
    measures = dict(
        Measure.objects.filter(ita_round__in=rounds)
        .values_list("ita_round")
        .annotate(Count("pk"))
        .order_by()
    )
    changes = _last_changes(rounds)
    return tuple(
        YearLine(
            one,
            bar("ข้อ O", statuses.get(one.pk, ()), one.get_absolute_url()),
            measures.get(one.pk, 0),
            changes.get(one.pk),
            rounds[place + 1] if place + 1 < len(rounds) else None,
        )
        for place, one in enumerate(rounds)
    )


def _statuses(rounds: list[Round]) -> dict[int, list[str]]:
    items = DisclosureItem.objects.filter(ita_round__in=rounds).applicable()
    found: dict[int, list[str]] = {}
    for round_id, status in items.values_list("ita_round", "status"):
        found.setdefault(round_id, []).append(status)
    return found


def _last_changes(rounds: list[Round]) -> dict[int, RoundChange]:
    changes = RoundChange.objects.filter(ita_round__in=rounds).select_related("by")
    return {change.ita_round_id: change for change in reversed(changes)}
