"""The order of a year's measures, as a form without scripts changes it."""

from dataclasses import dataclass
from functools import cached_property

from django.http import QueryDict

from measures.models import Measure
from organizations.models import Round
from thai.digits import arabic_digits
from tracking.models import Change, Kind

RECENT = 10
UP, DOWN = "up", "down"


@dataclass(frozen=True)
class Place:
    """A measure and the number typed for it; `is_first` and `is_last` cannot go further."""

    measure: Measure
    typed: str
    is_first: bool
    is_last: bool


class Arrangement:
    """`posted` is the form as sent: `seen`, the ids in the order its page showed, and either
    `move`, a measure and a direction, or a number typed for each.
    """

    def __init__(self, ita_round: Round, posted: QueryDict | None = None) -> None:
        self.ita_round, self.posted = ita_round, posted
        self.is_overtaken = False

    def since(self) -> "Arrangement":
        """The same numbers typed, over the order that stands by now."""
        overtaken = Arrangement(self.ita_round, self.posted)
        overtaken.is_overtaken = True
        return overtaken

    @cached_property
    def measures(self) -> list[Measure]:
        measures = list(Measure.objects.filter(ita_round=self.ita_round).with_work())
        for measure in measures:
            measure.ita_round = self.ita_round
        return measures

    @property
    def order(self) -> str:
        return ",".join(str(measure.pk) for measure in self.measures)

    @property
    def places(self) -> list[Place]:
        last = len(self.measures) - 1
        return [
            Place(measure, self._typed(measure.pk), place == 0, place == last)
            for place, measure in enumerate(self.measures)
        ]

    @property
    def changes(self) -> list[Change]:
        """The latest changes of the list as a whole."""
        of_list = self.ita_round.row_changes.filter(
            kind=Kind.MEASURE, what__in=["added", "removed", "number"]
        )
        return list(of_list.select_related("by", "row")[:RECENT])

    @property
    def seen(self) -> list[int]:
        parts = self._asked("seen").split(",")
        return [int(part) for part in parts if part.isdecimal() and len(part) < 19]

    @property
    def refusal(self) -> str:
        """What was typed for a number and is none."""
        wrong = [f"“{self._typed(pk)}”" for pk in self.seen if not self._number(pk)]
        return f"ลำดับต้องเป็นตัวเลข ไม่ใช่ {' '.join(wrong)} โปรดแก้แล้วบันทึกอีกครั้ง" if wrong else ""

    @property
    def wanted(self) -> list[int]:
        """The ids in the order asked for. A measure moved up goes before the one it meets, one
        moved down behind it, so that each stands at the number typed for it.
        """
        pk, _, way = self._asked("move").partition(":")
        if way in (UP, DOWN):
            step = {pk: -1.5 if way == UP else 1.5}
            places = {one: place + step.get(str(one), 0) for place, one in enumerate(self.seen)}
            return sorted(places, key=places.__getitem__)
        return sorted(self.seen, key=self._rank)

    def _asked(self, name: str) -> str:
        return self.posted.get(name, "") if self.posted else ""

    def _rank(self, pk: int) -> tuple[int, int, int]:
        typed, standing = self._number(pk), self._standing.get(pk, 0)
        return typed, (typed > standing) - (typed < standing), standing

    @cached_property
    def _standing(self) -> dict[int, int]:
        return {measure.pk: measure.number for measure in self.measures}

    def _typed(self, pk: int) -> str:
        standing = str(self._standing.get(pk, ""))
        return self.posted.get(f"place_{pk}", standing) if self.posted else standing

    def _number(self, pk: int) -> int:
        """0 for what is no number."""
        typed = arabic_digits(self._typed(pk)).strip()
        return int(typed) if typed.isascii() and typed.isdecimal() and len(typed) < 5 else 0
