"""How far many offices are, counted by the database: two queries, however many there are."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, OuterRef, Q

from disclosures.models import DisclosureItem, ItemAssignment
from measures.models import Measure
from organizations.models import FINISHED, Status


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


def tally_items(due: Mapping[int, date], today: date) -> dict[int, Tally]:
    """Of the items that apply, by the round's id; `due` has each round's id with its day."""
    nobody = ~Exists(ItemAssignment.objects.filter(item=OuterRef("pk")))
    counted = (
        DisclosureItem.objects.filter(ita_round__in=list(due))
        .applicable()
        .order_by()
        .values_list("ita_round_id")
        .annotate(
            **{status: Count("pk", filter=Q(status=status)) for status in Status.values},
            of_nobody=Count("pk", filter=nobody),
        )
    )
    tallies = {}
    for round_id, *numbers, of_nobody in counted:
        counts = dict(zip(Status.values, numbers, strict=True))
        unfinished = sum(number for status, number in counts.items() if status not in FINISHED)
        late = unfinished if due[round_id] < today else 0
        tallies[round_id] = Tally(**counts, late=late, of_nobody=of_nobody)
    return tallies


def tally_measures(round_ids: Iterable[int], today: date) -> dict[int, Tally]:
    """By the round's id. A measure is late from the first day after its last month."""
    past = Q(last_month__lt=today.replace(day=1))
    counted = (
        Measure.objects.filter(ita_round__in=list(round_ids))
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
