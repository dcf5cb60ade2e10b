"""How far many offices are, counted by the database: two queries, however many there are."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, DateField, Exists, OuterRef, Q, Value
from django.db.models.functions import Coalesce, TruncMonth

from disclosures.models import DisclosureItem, ItemAssignment
from measures.models import Measure
from tracking.models import FINISHED, Status


@dataclass(frozen=True)
class Tally:
    """Rows of one kind by their status; `late` and `of_nobody` (of items only) are some of them."""

    accepted: int = 0
    review: int = 0
    doing: int = 0
    returned: int = 0
    todo: int = 0
    late: int = 0
    of_nobody: int = 0

    @classmethod
    def total_of(cls, tallies: Iterable["Tally"]) -> "Tally":
        columns = zip(*(vars(one).values() for one in tallies), strict=True)
        return cls(*(sum(column) for column in columns))

    @property
    def finished(self) -> int:
        """Nothing is left for the units to do."""
        return self.accepted + self.review

    @property
    def under_way(self) -> int:
        """What was sent back is work under way."""
        return self.doing + self.returned

    @property
    def total(self) -> int:
        return self.finished + self.under_way + self.todo

    @property
    def share(self) -> float:
        """Finished of all, from 0 to 1; nothing at all is none of it."""
        return self.finished / self.total if self.total else 0


def tally_items(round_ids: Collection[int], today: date) -> dict[int, Tally]:
    """Of the items that apply, by the round's id."""
    nobody = ~Exists(ItemAssignment.objects.filter(item=OuterRef("pk")))
    past = _is_past(Q(ita_round__disclosure_due__lt=_day(today)), today)
    counted = (
        DisclosureItem.objects.filter(ita_round__in=round_ids)
        .applicable()
        .order_by()
        .values_list("ita_round_id")
        .annotate(
            **{status: Count("pk", filter=Q(status=status)) for status in Status.values},
            of_nobody=Count("pk", filter=nobody),
            late=Count("pk", filter=~Q(status__in=FINISHED) & past),
        )
    )
    names = [*Status.values, "of_nobody", "late"]
    return {
        round_id: Tally(**dict(zip(names, numbers, strict=True))) for round_id, *numbers in counted
    }


def tally_measures(round_ids: Collection[int], today: date) -> dict[int, Tally]:
    """By the round's id. A measure is late from the first day after its last month."""
    closed_on = "ita_round__closed_on"
    # SQLite calls back into Python for a month, row by row: it is asked of closed years alone.
    usual = Q(**{closed_on: None}, last_month__lt=today.replace(day=1))
    usual |= Q(**{f"{closed_on}__isnull": False}, last_month__lt=TruncMonth(closed_on))
    past = _is_past(usual, today)
    counted = (
        Measure.objects.filter(ita_round__in=round_ids)
        .with_standing()
        .order_by()
        .values_list("ita_round_id", "stands")
        .annotate(number=Count("pk"), past=Count("pk", filter=past))
    )
    tallies: dict[int, dict[str, int]] = {}
    for round_id, stands, number, late in counted:
        counts = tallies.setdefault(round_id, {"late": 0})
        counts[stands] = number
        counts["late"] += 0 if stands in FINISHED else late
    return {round_id: Tally(**counts) for round_id, counts in tallies.items()}


def _day(today: date) -> Coalesce:
    """To which lateness is counted, as `Due.days_left` has it: in a closed year to its closing."""
    return Coalesce("ita_round__closed_on", Value(today), output_field=DateField())


def _is_past(usual: Q, today: date) -> Q:
    """The day that a meeting agreed on stands instead of the usual one."""
    return Q(agreed_due__lt=_day(today)) | Q(agreed_due=None) & usual
