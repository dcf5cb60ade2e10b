"""The row that something is wrong with, and where and by whom it is mended."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from organizations.models import User
from organizations.permissions import Permission


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
    """Whether they may report on the row; the same as `is_editable_by` says of an open year."""
    return user.may(Permission.REPORT_ALL) or bool(user.answering_unit_ids & place.unit_ids)
