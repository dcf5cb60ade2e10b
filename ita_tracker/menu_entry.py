"""What an entry of the menu is, and the links it becomes on a page."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.template import Context
from django.urls import reverse

from organizations.models import Round, RoundState, User
from organizations.permissions import Permission


@dataclass(frozen=True)
class Shell:
    """What the menu is drawn for. `shown` is the year it speaks of, None before the first.

    `page` is what the page's own template is given: some numbers are known there already.
    """

    user: User
    rounds: Sequence[Round]
    shown: Round | None
    page: Context


#: The years that an entry leads to, None for a page of no year.
Years = Callable[[Shell], Sequence[Round | None]]


def of_no_year(_shell: Shell) -> Sequence[None]:
    return (None,)


def of_shown(shell: Shell) -> Sequence[Round]:
    return (shell.shown,) if shell.shown else ()


def of_shown_if_open(shell: Shell) -> Sequence[Round]:
    return [one for one in of_shown(shell) if one.is_open]


def of_each_prepared(shell: Shell) -> Sequence[Round]:
    return [one for one in shell.rounds if one.state == RoundState.PREPARING]


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A page that the menu leads to.

    `pages` are views, or whole namespaces, that belong to it besides its own: on them it is marked,
    and from them another year leads to it (or to `in_another_year`). A view named by one entry
    belongs to that one, whichever has its namespace.
    """

    view: str
    icon: str = ""
    label: str
    tab_label: str = ""
    may: Permission | None = None
    years: Years = of_shown
    pages: tuple[str, ...] = ()
    in_another_year: str = ""
    count: Callable[[Shell], int] | None = None

    def links(self, shell: Shell, here: "Entry | None") -> "list[Link]":
        if self.may and not shell.user.may(self.may):
            return []
        return [self._link(shell, one, here) for one in self.years(shell)]

    def _link(self, shell: Shell, ita_round: Round | None, here: "Entry | None") -> "Link":
        year = [ita_round.be_year] if ita_round else []
        return Link(
            href=reverse(self.view, args=year),
            icon=self.icon,
            label=self.label.format(*year),
            tab_label=self.tab_label or self.label,
            is_current=here is not None and self.view == here.view,
            count=self.count(shell) if self.count else 0,
        )


@dataclass(frozen=True)
class Link:
    href: str
    icon: str
    label: str
    tab_label: str
    is_current: bool
    count: int
