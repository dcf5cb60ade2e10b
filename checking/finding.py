"""What a check finds: a rule, the row it is about, why, and the way to mend it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.db import models

from checking.facts import Facts
from checking.place import Place, Way
from tracking.differences import Piece


class Severity(models.TextChoices):
    """How much it matters, worst first. No point is lost by a note."""

    ERROR = "error", "ต้องแก้"
    WARNING = "warning", "ควรแก้"
    NOTE = "note", "หมายเหตุ"


@dataclass(frozen=True, kw_only=True)
class Flaw:
    """What a rule yields: one sentence why, where in the row, and the words, each a quotation."""

    place: Place
    reason: str
    way: Way
    where: str = ""
    quotations: tuple[tuple[Piece, ...], ...] = ()


@dataclass(frozen=True)
class Rule:
    """`name` is what is wrong in a few words; `find` looks for it in the facts alone."""

    key: str
    name: str
    severity: Severity
    find: Callable[[Facts], Iterable[Flaw]]


@dataclass(frozen=True, kw_only=True)
class Finding(Flaw):
    rule: Rule

    @property
    def severity(self) -> Severity:
        return self.rule.severity
