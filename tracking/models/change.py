from django.core.exceptions import PermissionDenied
from django.db import models
from django.utils import timezone

from organizations.models.kept import Kept, held
from organizations.models.user import User
from organizations.permissions import Permission


class Change(Kept):
    """Who made what of a row into what. Give it the row, and `what` of it.

    Old and new are as a person reads them: they are for reading, not for going back.
    """

    by = models.ForeignKey(User, models.PROTECT, verbose_name="ผู้แก้ไข", related_name="+")
    at = models.DateTimeField("เมื่อ", default=timezone.now, editable=False)
    old = models.TextField("เดิม", blank=True)
    new = models.TextField("เป็น", blank=True)

    class Meta:
        abstract = True
        ordering = ["-pk"]


class StaleWording(Exception):
    """Somebody changed the row in between; `latest` is what she changed last."""

    def __init__(self, latest: Change):
        super().__init__(f"{latest} came first")
        self.latest = latest


class Reworded(models.Model):
    """A row whose words an office may change. Give it `ita_round`, and `changes` of it.

    A form carries the number of the last change that its page was made of.
    """

    #: What it takes.
    to_be_reworded: Permission

    class Meta:
        abstract = True

    def may_be_reworded_by(self, user) -> bool:
        is_theirs = self.ita_round.organization_id == user.organization_id
        return is_theirs and self.ita_round.is_open and user.may(self.to_be_reworded)

    @property
    def changes_of_words(self) -> models.QuerySet:
        """Those that a form about the row can be overtaken by."""
        return self.changes.all()

    @property
    def wording_version(self) -> int:
        return self.changes_of_words.values_list("pk", flat=True).first() or 0

    def _open_to_rewording(self, by: User):
        """The row as it stands now, held until it is written."""
        if not self.may_be_reworded_by(by):
            raise PermissionDenied
        self.ita_round.hold_open()
        return held(self)

    def _require_seen(self, version: int) -> None:
        latest = self.changes_of_words.select_related("by").first()
        if version != (latest.pk if latest else 0):
            raise StaleWording(latest)
