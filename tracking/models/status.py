"""How far work is, and how far many pieces of work are together."""

from collections.abc import Iterable
from datetime import date

from django.db import models


class Status(models.TextChoices):
    NOT_STARTED = "todo", "ยังไม่ดำเนินการ"
    DOING = "doing", "อยู่ระหว่างดำเนินการ"
    REVIEW = "review", "แล้วเสร็จ รอตรวจ"
    ACCEPTED = "accepted", "ตรวจรับแล้ว"
    RETURNED = "returned", "ส่งกลับแก้ไข"


#: What a unit may say of its own work; the other two are the secretary's.
REPORTABLE = (Status.NOT_STARTED, Status.DOING, Status.REVIEW)
#: Nothing is left for the unit to do.
FINISHED = (Status.REVIEW, Status.ACCEPTED)


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


class Due:
    """Work with a `standing`, a day it is `due_on`, or None, and the day its year was `closed_on`,
    or None.
    """

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
