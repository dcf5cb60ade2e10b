from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import models, transaction
from django.utils import timezone

from ita_tracker.thai import long_date
from organizations.models.kept import held
from organizations.models.notice import NoticeKind, tell
from organizations.models.unit import Unit
from organizations.models.user import User
from organizations.permissions import may_assign


class Assignable(models.Model):
    """A row that units answer for. Give it `due_on`, what `Tracked` has, and `links`."""

    class Meta:
        abstract = True

    @property
    def links(self) -> models.Manager:
        """The rows that each tie a unit to this one."""
        raise NotImplementedError

    @transaction.atomic
    def unassign(self, unit: Unit, *, by: User) -> None:
        row = self._open_to_assigning(unit, by)
        row.links.filter(unit=unit).delete()
        self._take_status_of(row)

    @transaction.atomic
    def _assign(self, unit: Unit, by: User, at: datetime | None, how: dict) -> None:
        """A unit that newly answers for the row is told; how it answers changes in silence."""
        row = self._open_to_assigning(unit, by)
        link, is_new = row.links.update_or_create(unit=unit, defaults=how)
        self._take_status_of(row)
        if is_new:
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

    def _open_to_assigning(self, unit: Unit, by: User):
        """The row as it stands now, held until it is written."""
        is_hers = self.is_editable_by(by) and unit.organization_id == by.organization_id
        if not (may_assign(by) and is_hers):
            raise PermissionDenied
        row = held(self)
        row.ita_round = self.ita_round
        return row

    def _take_status_of(self, row) -> None:
        self.status = row.refresh_status()
        # Reckoned from the status, and kept while a page asks for it again and again.
        self.__dict__.pop("standing", None)
