from django.core.exceptions import PermissionDenied
from django.db import models, transaction
from django.utils import timezone

from disclosures.models import DisclosureItem
from organizations.models import User
from organizations.permissions import Permission


class TypedInQuerySet(models.QuerySet):
    @transaction.atomic
    def mark(self, item: DisclosureItem, *, by: User, answer: str) -> "TypedIn":
        """Two people who mark one item have both typed it; the later stands."""
        _require(item, by)
        given = {"by": by, "at": timezone.now(), "answer": answer}
        return self.update_or_create(item=item, defaults=given)[0]

    @transaction.atomic
    def unmark(self, item: DisclosureItem, *, by: User) -> None:
        _require(item, by)
        self.filter(item=item).delete()


class TypedIn(models.Model):
    """An item whose answer somebody has typed into the NACC's system.

    `answer` names what was typed, so that an answer that has changed since is known.
    """

    item = models.OneToOneField(
        DisclosureItem, models.CASCADE, verbose_name="ข้อ O", related_name="typed_in"
    )
    by = models.ForeignKey(User, models.PROTECT, verbose_name="ผู้กรอก", related_name="+")
    at = models.DateTimeField("เมื่อ")
    answer = models.CharField("คำตอบที่กรอก", max_length=64)

    objects = TypedInQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "ข้อที่กรอกในระบบ ITAS แล้ว"

    def __str__(self) -> str:
        return f"{self.item.code} {self.by}"


def _require(item: DisclosureItem, by: User) -> None:
    if not (by.may(Permission.MARK_ITAS) and item.is_editable_by(by)):
        raise PermissionDenied
    item.ita_round.hold_open()
