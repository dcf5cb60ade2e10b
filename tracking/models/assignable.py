from datetime import datetime
from typing import Any, Self

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models, transaction
from django.utils import timezone

from organizations.models.kept import held
from organizations.models.notice import NoticeKind, tell
from organizations.models.unit import Unit
from organizations.models.user import User
from organizations.permissions import Permission
from thai.dates import long_date
from tracking.models.part import PartOfRow


class Assignable(PartOfRow):
    """A row that units answer for. A subclass has `due_on`, `links` and what `Row` has."""

    class Meta:
        abstract = True

    @property
    def links(self) -> models.Manager[Any]:
        """The rows that each tie a unit to this one."""
        raise NotImplementedError

    def unassign(self, unit: Unit, *, by: User) -> None:
        self._unassign(unit, by)

    @transaction.atomic
    def hand_over(self, *, taken_from: Unit | None, given_to: Unit, by: User) -> None:
        """In a meeting: one unit answers in another's place, in its capacity.

        Raises ValidationError where the one does not answer for the row any more, or the other
        does already.
        """
        link = self.links.filter(unit=taken_from).first()
        if taken_from is not None and link is None:
            raise ValidationError(f"{taken_from}ไม่ได้รับผิดชอบรายการนี้แล้ว โปรดดูรายการนี้อีกครั้ง")
        if self.links.filter(unit=given_to).exists():
            raise ValidationError(f"{given_to}รับผิดชอบรายการนี้อยู่แล้ว โปรดเลือกส่วนราชการอื่น")
        if taken_from is not None:
            self._unassign(taken_from, by, Permission.DECIDE)
        self._assign(given_to, by, None, link.how if link else {}, Permission.DECIDE)

    @transaction.atomic
    def _unassign(self, unit: Unit, by: User, may: Permission = Permission.ASSIGN) -> None:
        row = self._open_to_assigning(unit, by, may)
        row.links.filter(unit=unit).delete()
        self._take_status_of(row)

    @transaction.atomic
    def _assign(
        self,
        unit: Unit,
        by: User,
        at: datetime | None,
        how: dict[str, Any],
        may: Permission = Permission.ASSIGN,
        *,
        quietly: bool = False,
    ) -> None:
        """A unit that newly answers for the row is told; how it answers changes in silence.

        Quietly where many rows come at once, and the unit is told of all together.
        """
        if not unit.is_at_work:
            raise ValidationError(f"{unit}ปิดแล้ว จึงรับงานไม่ได้ โปรดเลือกส่วนราชการอื่น")
        row = self._open_to_assigning(unit, by, may)
        link, is_new = row.links.update_or_create(unit=unit, defaults=how)
        self._take_status_of(row)
        if is_new and not quietly:
            tell(
                unit,
                kind=NoticeKind.ASSIGNED,
                about=self,
                event=link,
                title=f"มอบหมายให้{unit}รับผิดชอบ {self.code} {self.title}",
                text=f"ครบกำหนดวันที่ {long_date(self.due_on)}" if self.due_on else "",
                at=at or timezone.now(),
                but=by,
            )

    def _open_to_assigning(self, unit: Unit, by: User, may: Permission) -> Self:
        """The row as it stands now, held until it is written."""
        is_hers = self.is_editable_by(by) and unit.organization_id == by.organization_id
        if not (by.may(may) and is_hers):
            raise PermissionDenied
        self.ita_round.hold_open()
        row = held(self)
        row.ita_round = self.ita_round
        return row

    def _take_status_of(self, row: Self) -> None:
        self.status = row.refresh_status()
        # A cached property that was computed from the status of before.
        self.__dict__.pop("standing", None)
