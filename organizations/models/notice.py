from collections.abc import Iterable
from datetime import datetime
from typing import Protocol, Self

from django.db import models
from django.urls import Resolver404, resolve

from organizations.models.round import Round
from organizations.models.unit import Unit
from organizations.models.user import User


class NoticeKind(models.TextChoices):
    """What a person is told of, in the order of how much it presses.

    `icon` is one of static/img/icons.svg; where it is empty the kind has a sign of its own there.
    """

    icon: str

    def __new__(cls, value: str, icon: str = "") -> Self:
        kind = str.__new__(cls, value)
        kind._value_ = value
        kind.icon = icon
        return kind

    RETURNED = "returned", "", "ส่งกลับแก้ไข"
    LATE = "late", "", "เกินกำหนด"
    SOON = "soon", "", "ใกล้ครบกำหนด"
    DECIDED = "decided", "stamp", "มติที่ประชุม"
    MENTION = "mention", "message-square", "มีผู้กล่าวถึง"
    ASSIGNED = "assigned", "clipboard-list", "ได้รับมอบหมาย"
    PROPOSED = "proposed", "stamp", "รออนุมัติ"
    JUDGED = "judged", "stamp", "ผลการพิจารณารายงาน"


class HasPage(Protocol):
    def get_absolute_url(self) -> str: ...


class OfAYear(HasPage, Protocol):
    @property
    def ita_round(self) -> Round: ...


class NoticeQuerySet(models.QuerySet):
    def unread(self) -> Self:
        return self.filter(read_at=None)

    def about(self, row: HasPage) -> Self:
        """The notices about a row: those that lead to its page."""
        return self.filter(path=row.get_absolute_url())

    def mark_read(self, *, at: datetime) -> None:
        """Writes only where something is unread, so that reading a page waits for no writer."""
        unread = self.unread()
        if unread.exists():
            unread.update(read_at=at)


class Notice(models.Model):
    """One event told to one person, once: `event` names it, however often it is looked for.

    It carries its own words and the path of the page it is about, since it says what was so when
    it was told.
    """

    user = models.ForeignKey(User, models.CASCADE, verbose_name="ผู้รับ", related_name="notices")
    kind = models.CharField("เรื่อง", max_length=10, choices=NoticeKind)
    event = models.CharField("เหตุการณ์", max_length=120)
    title = models.TextField("หัวข้อ")
    text = models.TextField("ข้อความ", blank=True)
    path = models.CharField("หน้า", max_length=200)
    at = models.DateTimeField("เมื่อ")
    read_at = models.DateTimeField("อ่านเมื่อ", null=True, blank=True)
    mailed_on = models.DateField("ส่งอีเมลเมื่อ", null=True, blank=True)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "การแจ้งเตือน"
        ordering = ["-at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["user", "event"], name="event_told_once_a_person")
        ]
        indexes = [
            models.Index(
                fields=["user"], condition=models.Q(read_at=None), name="notices_not_read_yet"
            )
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def icon(self) -> str:
        return NoticeKind(self.kind).icon

    @property
    def be_year(self) -> int | None:
        """The year its page belongs to; None where the page is no more."""
        try:
            return resolve(self.path).kwargs.get("year")
        except Resolver404:
            return None


def tell(
    unit: Unit,
    *,
    kind: NoticeKind,
    about: OfAYear,
    event: models.Model,
    title: str,
    text: str = "",
    at: datetime,
    but: User,
) -> None:
    """Tell the people who answer for a unit's work, except whoever did it.

    `about` is the row whose page shows it, `event` the entry that makes it one event: told twice,
    it is still one. Of a year that is only being prepared nobody is told.
    """
    if not about.ita_round.is_started:
        return
    # What is said of a unit that was merged since concerns those who do its work now.
    below = unit.organization.units.all().tree().downward((unit.heir or unit).pk)
    people = User.objects.filter(units__in=below, is_active=True).exclude(pk=but.pk).distinct()
    tell_people(people, kind=kind, about=about, event=event, title=title, text=text, at=at)


def tell_people(
    people: Iterable[User],
    *,
    kind: NoticeKind,
    about: HasPage,
    event: models.Model,
    title: str,
    text: str = "",
    at: datetime,
) -> None:
    """Tell each of these people, as `tell` does."""
    Notice.objects.bulk_create(
        [
            Notice(
                user=person,
                kind=kind,
                event=f"{kind}/{event._meta.label_lower}/{event.pk}",
                title=title,
                text=text,
                path=about.get_absolute_url(),
                at=at,
            )
            for person in people
        ],
        ignore_conflicts=True,
    )
