"""What a check finds: a rule, the row it is about, why, and the way to mend it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from django.db import models

from organizations.models import User
from organizations.permissions import Permission
from tracking.differences import Piece

if TYPE_CHECKING:
    from checking.facts import Facts


class Severity(models.TextChoices):
    """How much it matters, worst first. No point is lost by a note."""

    ERROR = "error", "ต้องแก้"
    WARNING = "warning", "ควรแก้"
    NOTE = "note", "หมายเหตุ"


@dataclass(frozen=True)
class Place:
    """The row that a finding is about: a measure, an item, or the report as a whole."""

    kind: str
    number: int
    code: str
    title: str
    url: str
    unit_ids: frozenset[int] = frozenset()

    @property
    def order(self) -> tuple[int, int]:
        return ("measure", "item", "report").index(self.kind), self.number


@dataclass(frozen=True)
class Way:
    """Where it is mended, what the button there says, and whose to press it is.

    `unit_id` is of the unit whose report it is, where a report is what mends it.
    """

    label: str
    url: str
    may: Callable[[User, Place], bool]
    unit_id: int | None = None
    comes_back: bool = False


def anybody(_user: User, _place: Place) -> bool:
    return True


@cache
def who_may(permission: Permission) -> Callable[[User, Place], bool]:
    """Kept, so that two ways for the same people are equal."""
    return lambda user, _place: user.may(permission)


def reporters(user: User, place: Place) -> bool:
    """Who may report on the row; the same as `is_editable_by` says of an open year."""
    return user.may(Permission.REPORT_ALL) or bool(user.answering_unit_ids & place.unit_ids)


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
    """`name` is what is wrong in a few words; `find` looks for it, and asks nobody else."""

    key: str
    name: str
    severity: Severity
    find: Callable[["Facts"], Iterable[Flaw]]


@dataclass(frozen=True, kw_only=True)
class Finding(Flaw):
    rule: Rule

    @property
    def severity(self) -> Severity:
        return self.rule.severity
