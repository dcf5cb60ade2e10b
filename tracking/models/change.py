from typing import Any, Self

from django.core.exceptions import PermissionDenied
from django.db import models
from django.utils import timezone

from organizations.models.kept import Kept, held
from organizations.models.round import Round
from organizations.models.user import User
from organizations.permissions import Permission
from tracking.models.kind import Kind


class ChangeOfWords(Kept):
    """Who changed which words, and from what to what.

    A subclass adds the thing that was changed, and `what` part of it.

    Old and new are as a person reads them: they are for reading, not for going back.
    """

    by = models.ForeignKey(User, models.PROTECT, verbose_name="ผู้แก้ไข", related_name="+")
    at = models.DateTimeField("เมื่อ", default=timezone.now, editable=False)
    old = models.TextField("เดิม", blank=True)
    new = models.TextField("เป็น", blank=True)

    class Meta:
        abstract = True
        ordering = ["-pk"]


class Change(ChangeOfWords):
    """It outlives its row: a measure may be taken away while nobody has worked on it."""

    ita_round = models.ForeignKey(
        Round, models.CASCADE, verbose_name="ปีงบประมาณ", related_name="row_changes"
    )
    row = models.ForeignKey(
        "tracking.Row",
        models.SET_NULL,
        verbose_name="รายการที่ติดตาม",
        related_name="changes",
        null=True,
    )
    kind = models.CharField("ประเภท", max_length=10, choices=Kind)
    number = models.PositiveSmallIntegerField("ลำดับขณะนั้น")
    what = models.CharField("เรื่อง", max_length=12)

    class Meta(ChangeOfWords.Meta):
        verbose_name = verbose_name_plural = "ประวัติการแก้ไขรายการ"

    def __str__(self) -> str:
        return f"{Kind(self.kind).code(self.number)} {self.get_what_display()}"

    def get_what_display(self) -> str:
        """In the words of its kind: two kinds have a title each."""
        return Kind(self.kind).what(self.what).label


class StaleWording(Exception):
    """Somebody changed the row in between; `latest` is what they changed last."""

    def __init__(self, latest: ChangeOfWords | None) -> None:
        super().__init__(f"{latest} came first")
        self.latest = latest


class Reworded(models.Model):
    """What has words that an office may change. A subclass has `ita_round` and `changes`.

    A form carries the number of the last change that its page was made of.
    """

    ita_round: "models.ForeignKey[Any, Round]"
    changes: "models.Manager[Any]"
    #: The permission that it takes.
    to_be_reworded: Permission

    class Meta:
        abstract = True

    def may_be_reworded_by(self, user: User) -> bool:
        is_theirs = self.ita_round.organization_id == user.organization_id
        return is_theirs and self.ita_round.is_open and user.may(self.to_be_reworded)

    @property
    def changes_of_words(self) -> models.QuerySet[Any]:
        """The changes that make an older form about the row stale."""
        return self.changes.all()

    @property
    def wording_version(self) -> int:
        last: int | None = self.changes_of_words.values_list("pk", flat=True).first()
        return last or 0

    def _open_to_rewording(self, by: User) -> Self:
        """The row as it stands now, held until it is written."""
        if not self.may_be_reworded_by(by):
            raise PermissionDenied
        self.ita_round.hold_open()
        return held(self)

    def _require_seen(self, version: int) -> None:
        latest = self.changes_of_words.select_related("by").first()
        if version != (latest.pk if latest else 0):
            raise StaleWording(latest)
