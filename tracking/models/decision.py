"""What a meeting decides of a row: in words, by when, and which unit answers for it."""

from datetime import date, datetime, timedelta

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models, transaction
from django.utils import timezone

from organizations.models.kept import Kept, held
from organizations.models.notice import NoticeKind, tell
from organizations.models.unit import Unit
from organizations.models.user import User
from organizations.permissions import Permission
from thai.dates import short_date
from tracking.models.assignable import Assignable

PRESSED_TWICE = timedelta(minutes=1)


class Decision(Kept):
    """One decision. Dates are as they stood for the row, agreed or usual."""

    row = models.ForeignKey(
        "tracking.Row", models.PROTECT, verbose_name="รายการที่ติดตาม", related_name="decisions"
    )
    by = models.ForeignKey(User, models.PROTECT, verbose_name="ผู้บันทึก", related_name="+")
    at = models.DateTimeField("เมื่อ")
    text = models.TextField("มติ", blank=True)
    old_due = models.DateField("กำหนดส่งเดิม", null=True, blank=True)
    new_due = models.DateField("กำหนดส่งที่ตกลง", null=True, blank=True)
    taken_from = models.ForeignKey(
        Unit, models.PROTECT, verbose_name="รับจาก", related_name="+", null=True, blank=True
    )
    given_to = models.ForeignKey(
        Unit, models.PROTECT, verbose_name="มอบให้", related_name="+", null=True, blank=True
    )

    class Meta:
        verbose_name = verbose_name_plural = "มติที่ประชุม"
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.by} {self.text[:40]}"

    @property
    def changes(self) -> list[str]:
        """What it changed besides what it says: the date, the unit."""
        said = []
        if self.new_due != self.old_due:
            now = short_date(self.new_due) if self.new_due else "ไม่มี"
            before = f" (เดิม {short_date(self.old_due)})" if self.old_due else ""
            said.append(f"กำหนดส่ง {now}{before}")
        if self.given_to:
            instead = f"แทน{self.taken_from}" if self.taken_from else ""
            said.append(f"มอบให้{self.given_to}{instead}")
        return said

    @property
    def words(self) -> str:
        return "\n".join(filter(None, [self.text, *self.changes]))


class Decided(Assignable):
    """A row that meetings decide on. It needs `usual_due_on`, `decisions` and what `Row` has.

    The day agreed in a meeting stands instead of the usual one until another is agreed.
    """

    agreed_due = models.DateField("กำหนดส่งที่ตกลง", null=True, blank=True, editable=False)

    decisions: "models.Manager[Decision]"

    class Meta:
        abstract = True

    @property
    def usual_due_on(self) -> date | None:
        """When it is due unless a meeting agreed on another day."""
        raise NotImplementedError

    @property
    def due_on(self) -> date | None:
        return self.agreed_due or self.usual_due_on

    def may_be_decided_by(self, user: User) -> bool:
        return user.may(Permission.DECIDE) and self.is_editable_by(user)

    @transaction.atomic
    def decide(
        self,
        *,
        by: User,
        text: str = "",
        agreed_due: date | None,
        taken_from: Unit | None = None,
        given_to: Unit | None = None,
        at: datetime | None = None,
    ) -> Decision:
        """Note what the meeting decided, and do it. `agreed_due` None leaves the usual day.

        Raises ValidationError where nothing is decided or the unit named is not the row's any
        more. The same words within a minute are a button pressed twice.
        """
        if not self.may_be_decided_by(by):
            raise PermissionDenied
        text, at = text.strip(), at or timezone.now()
        self.ita_round.hold_open()
        # As it stands now, without what a list had loaded with it.
        row = held(self)
        row.ita_round = self.ita_round
        just_said = row.decisions.filter(
            by=by, text=text, given_to=given_to, at__range=(at - PRESSED_TWICE, at)
        ).first()
        if just_said and row.agreed_due == agreed_due:
            return just_said
        if not text and agreed_due == row.agreed_due and given_to is None:
            raise ValidationError("ยังไม่มีมติ โปรดพิมพ์มติ หรือเปลี่ยนกำหนดส่งหรือผู้รับผิดชอบ")
        decision = row._decide(by, text, agreed_due, taken_from, given_to, at)
        self.agreed_due, self.status = row.agreed_due, row.status
        return decision

    def _decide(
        self,
        by: User,
        text: str,
        agreed_due: date | None,
        taken_from: Unit | None,
        given_to: Unit | None,
        at: datetime,
    ) -> Decision:
        old_due, self.agreed_due = self.due_on, agreed_due
        self.save(update_fields=["agreed_due"])
        if given_to is not None:
            self.hand_over(taken_from=taken_from, given_to=given_to, by=by)
        decision = self.decisions.create(
            by=by,
            at=at,
            text=text,
            old_due=old_due,
            new_due=self.due_on,
            taken_from=taken_from,
            given_to=given_to,
        )
        units = self.ita_round.organization.units.filter(pk__in=self.responsible_unit_ids())
        for unit in units:
            tell(
                unit,
                kind=NoticeKind.DECIDED,
                about=self,
                event=decision,
                title=f"มติที่ประชุม {self.code} {self.title}",
                text=decision.words,
                at=at,
                but=by,
            )
        return decision
