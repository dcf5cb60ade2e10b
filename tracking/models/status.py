"""How far work is, and how far many pieces of work are together."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Self

from django.db import models


@dataclass(frozen=True)
class About:
    """What lists, forms, bars and papers know of a status, besides its label.

    `rank` orders it by how far the work is, what was sent back first; `tab` is its place among the
    tabs of a list. An empty text means the label, but for `wanted` and `group`: there it means
    that nothing is wanted any more, or that a person's list has no such group.
    """

    rank: int
    tab: int
    #: In the words of official reports, whose readers know of no review.
    printed: str
    #: As the choice in a form that brings it about.
    chosen: str = ""
    #: On its tab.
    short: str = ""
    #: Over its rows in a person's own list.
    group: str = ""
    #: What is still wanted of it, for whoever closes the year.
    wanted: str = ""
    #: A unit may say it of its own work; else it is the secretary's to say.
    is_reportable: bool = False
    #: Nothing is left for the unit to do.
    is_finished: bool = False
    #: Needs no attention: a tab is there only for people whom a link brought to it.
    is_quiet: bool = False
    #: In bars it is work under way.
    is_drawn_as_doing: bool = False


class Status(models.TextChoices):
    """Its sign is `m-…` in static/img/icons.svg, its colours are `--…` and `.status-…` in CSS."""

    about: About

    # Looked up, a status is named by its value alone.
    def __new__(cls, value: str, about: About = None) -> Self:  # type: ignore[assignment]
        status = str.__new__(cls, value)
        status._value_ = value
        status.about = about
        return status

    NOT_STARTED = (
        "todo",
        About(
            rank=1,
            tab=6,
            printed="ยังไม่ได้ดำเนินการ",
            wanted="ยังไม่ดำเนินการ",
            is_reportable=True,
            is_quiet=True,
        ),
        "ยังไม่ดำเนินการ",
    )
    DOING = (
        "doing",
        About(
            rank=2,
            tab=5,
            printed="อยู่ระหว่างดำเนินการ",
            group="อยู่ในกำหนด",
            wanted="อยู่ระหว่างดำเนินการ",
            is_reportable=True,
            is_quiet=True,
        ),
        "อยู่ระหว่างดำเนินการ",
    )
    REVIEW = (
        "review",
        About(
            rank=3,
            tab=3,
            printed="ดำเนินการแล้วเสร็จ",
            chosen="แล้วเสร็จ ส่งตรวจ",
            short="รอตรวจ",
            group="รอฝ่ายเลขานุการตรวจ",
            wanted="รอตรวจ",
            is_reportable=True,
            is_finished=True,
        ),
        "แล้วเสร็จ รอตรวจ",
    )
    ACCEPTED = (
        "accepted",
        About(
            rank=4,
            tab=4,
            printed="ดำเนินการแล้วเสร็จ",
            chosen="ตรวจรับ",
            group="ตรวจรับแล้ว",
            is_finished=True,
        ),
        "ตรวจรับแล้ว",
    )
    RETURNED = (
        "returned",
        About(
            rank=0,
            tab=0,
            printed="อยู่ระหว่างดำเนินการ",
            chosen="ส่งกลับให้แก้ไข",
            group="ส่งกลับให้แก้ไข",
            wanted="ส่งกลับ รอหน่วยแก้ไข",
            is_drawn_as_doing=True,
        ),
        "ส่งกลับแก้ไข",
    )

    @property
    def drawn(self) -> "Status":
        """What a bar shows it as."""
        return Status.DOING if self.about.is_drawn_as_doing else self


#: By how far the work is, what was sent back first.
BY_RANK = tuple(sorted(Status, key=lambda status: status.about.rank))
#: In the order of the tabs: what wants attention comes first.
BY_TAB = tuple(sorted(Status, key=lambda status: status.about.tab))
#: What a unit may say of its own work; the others are the secretary's.
REPORTABLE = tuple(status for status in BY_RANK if status.about.is_reportable)
FINISHED = tuple(status for status in BY_RANK if status.about.is_finished)
#: What the secretary may say of it.
JUDGEMENTS = tuple(status for status in Status if not status.about.is_reportable)


def fold(statuses: Iterable[str]) -> Status:
    """One status for many: sent back if any is, else only as far as the one furthest behind."""
    found = set(statuses)
    if Status.RETURNED in found:
        return Status.RETURNED
    if found <= {Status.NOT_STARTED}:
        return Status.NOT_STARTED
    if found == {Status.ACCEPTED}:
        return Status.ACCEPTED
    return Status.REVIEW if found <= set(FINISHED) else Status.DOING


#: From how many days before its due date a piece of work asks for attention.
SOON = 7
#: What a date brings about, whatever the status; a list shows it after what was sent back.
DATED = {"late": "เกินกำหนด", "soon": "ใกล้ครบกำหนด"}


def kinds(named: Iterable[tuple[Status, str]]) -> dict[str, str]:
    """What a list may be narrowed to or grouped by: these, and the dated ones after the first."""
    (first, its_label), *rest = named
    return {first.value: its_label, **DATED, **{status.value: label for status, label in rest}}


class Due:
    """Work with a day to be done by."""

    @property
    def standing(self) -> str:
        raise NotImplementedError

    @property
    def due_on(self) -> date | None:
        raise NotImplementedError

    @property
    def closed_on(self) -> date | None:
        """The day its year was closed."""
        raise NotImplementedError

    def days_left(self, today: date) -> int | None:
        """Days until it is due, negative once late; None where nothing is due any more.

        In a closed year the days are counted to its closing: nobody can be later than that.
        """
        if self.due_on is None or self.standing in FINISHED:
            return None
        return (self.due_on - (self.closed_on or today)).days

    def is_late(self, today: date) -> bool:
        return (days := self.days_left(today)) is not None and days < 0

    def is_due_soon(self, today: date) -> bool:
        return (days := self.days_left(today)) is not None and 0 <= days <= SOON

    def is_among(self, kind: str, today: date) -> bool:
        """Whether a list of this kind shows it: a status, or "late" or "soon"."""
        if kind == "late":
            return self.is_late(today)
        if kind == "soon":
            return self.is_due_soon(today)
        return self.standing == kind
