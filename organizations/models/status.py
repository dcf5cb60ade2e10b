"""How far work is, and how far many pieces of work are together."""

from collections.abc import Iterable

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
