"""The row that something is wrong with, and where and by whom it is mended."""

from collections.abc import Callable
from dataclasses import dataclass

from organizations.models import User
from organizations.permissions import may_assign, may_edit_all


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


def assigners(user: User, _place: Place) -> bool:
    return may_assign(user)


def editors(user: User, _place: Place) -> bool:
    return may_edit_all(user)


def reporters(user: User, place: Place) -> bool:
    """Who may report on the row; the same as `is_editable_by` says of an open year."""
    return may_edit_all(user) or bool(user.answering_unit_ids & place.unit_ids)
