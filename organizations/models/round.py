from datetime import date, datetime
from typing import Any, Self

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models, transaction
from django.urls import reverse
from django.utils import timezone

from organizations.models.organization import Organization
from organizations.models.unit import UnitTree
from organizations.models.user import User
from organizations.permissions import Permission
from thai.dates import FiscalYear

#: Of the Buddhist era: another number is a year of another era, or a slip.
FIRST_YEAR, LAST_YEAR = 2550, 2700


class RoundState(models.TextChoices):
    PREPARING = "preparing", "กำลังเตรียม"
    OPEN = "open", "กำลังดำเนินการ"
    CLOSED = "closed", "ปิดแล้ว"

    @property
    def sign(self) -> str:
        """The status whose sign and colour it bears."""
        return {"preparing": "todo", "open": "doing", "closed": "accepted"}[self]


class RoundStep(models.TextChoices):
    """What is done to a year as a whole."""

    OPENED = "opened", "เปิดปี"
    STARTED = "started", "เริ่มปี"
    CLOSED = "closed", "ปิดปี"
    REOPENED = "reopened", "เปิดปีอีกครั้ง"


class RoundQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> Self:
        """Twin of `Round.is_visible_to`."""
        rounds = self.filter(organization=user.organization_id)
        return rounds if user.may(Permission.SEE_PREPARATION) else rounds.filter(is_started=True)

    def at_work_first(self) -> Self:
        """The year at work, then one being prepared, then the closed ones, each newest first."""
        return self.order_by("-is_open", "-is_started", "-be_year")

    def supervised_by(self, user: User) -> Self:
        """Of the offices chosen for this person: to read, nothing more."""
        return self.filter(organization__supervisors=user, is_started=True)


class Round(models.Model):
    """One organization's fiscal year, following one edition of the O-items."""

    organization = models.ForeignKey(
        Organization, models.CASCADE, verbose_name="หน่วยงาน", related_name="rounds"
    )
    be_year = models.PositiveSmallIntegerField(
        "ปีงบประมาณ (พ.ศ.)", validators=[MinValueValidator(FIRST_YEAR), MaxValueValidator(LAST_YEAR)]
    )
    edition = models.PositiveSmallIntegerField(
        "ฉบับของข้อ O (พ.ศ.)",
        help_text="ปกติตรงกับปีงบประมาณ หรือฉบับล่าสุดที่มีจนกว่าจะมีฉบับของปีนั้น",
    )
    is_open = models.BooleanField("เปิดให้บันทึก", default=True)
    is_started = models.BooleanField(
        "เริ่มแล้ว", default=True, help_text="ปีที่กำลังเตรียม ส่วนราชการยังไม่เห็นและไม่ได้รับแจ้ง"
    )
    opened_from = models.ForeignKey(
        "self", models.SET_NULL, verbose_name="ยกมาจาก", related_name="+", null=True, blank=True
    )
    disclosure_due = models.DateField(
        "กำหนดตอบ OIT", blank=True, help_text="เว้นว่างไว้เพื่อใช้วันที่ 30 เมษายนของปีงบประมาณ"
    )
    closed_on = models.DateField("ปิดเมื่อวันที่", null=True, blank=True, editable=False)
    #: Written down when the office is first reorganized after the year was closed.
    kept_chart = models.JSONField("ผังส่วนราชการเมื่อปิดปี", null=True, editable=False)

    objects = RoundQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "ปีงบประมาณ"
        ordering = ["-be_year"]
        constraints = [
            models.UniqueConstraint(
                fields=["organization", "be_year"],
                name="one_round_a_year",
                violation_error_message="หน่วยงานนี้มีปีงบประมาณนี้อยู่แล้ว",
            ),
            models.CheckConstraint(
                condition=models.Q(be_year__range=(FIRST_YEAR, LAST_YEAR)),
                name="round_year_is_buddhist",
            ),
            models.CheckConstraint(
                condition=models.Q(is_open=True) | models.Q(is_started=True),
                name="closed_round_was_started",
            ),
            models.CheckConstraint(
                condition=models.Q(is_open=False) | models.Q(closed_on=None),
                name="open_round_has_no_closing_day",
            ),
        ]

    def __str__(self) -> str:
        return f"ปีงบประมาณ {self.be_year} {self.organization}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.disclosure_due = self.disclosure_due or self.usual_disclosure_due
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        return reverse("follow_up:dashboard", args=[self.be_year])

    @property
    def fiscal_year(self) -> FiscalYear:
        return FiscalYear(self.be_year)

    def unit_tree(self, *, with_people: bool = False) -> UnitTree:
        """The office's chart; in a closed year as it was, whatever has moved since."""
        units = self.organization.units.all()
        units = units.with_people() if with_people else units
        return units.tree(None if self.is_open else self.kept_chart)

    @property
    def usual_disclosure_due(self) -> date:
        """OIT answers are due at the end of April."""
        return self.fiscal_year.last_day.replace(month=4)

    @property
    def state(self) -> RoundState:
        if not self.is_open:
            return RoundState.CLOSED
        return RoundState.OPEN if self.is_started else RoundState.PREPARING

    def is_visible_to(self, user: User) -> bool:
        """Twin of `RoundQuerySet.visible_to`: before it starts only its preparers see it."""
        is_hers = self.organization_id == user.organization_id
        return is_hers and (self.is_started or user.may(Permission.SEE_PREPARATION))

    def start(self, *, by: User, at: datetime | None = None) -> None:
        """From now on it is everybody's year. ValidationError where it is started already."""
        self._take(RoundStep.STARTED, by, "", at)

    def close(self, *, by: User, reason: str = "", at: datetime | None = None) -> None:
        """From now on it is only read, by everybody. Waits for what is being written."""
        self._take(RoundStep.CLOSED, by, reason, at)

    def reopen(self, *, by: User, reason: str, at: datetime | None = None) -> None:
        """Let it be written in again, for a reason that history keeps."""
        if not reason.strip():
            raise ValidationError("โปรดระบุเหตุผลที่เปิดปีอีกครั้ง")
        self._take(RoundStep.REOPENED, by, reason, at)

    @transaction.atomic
    def _take(self, step: RoundStep, by: User, reason: str, at: datetime | None) -> None:
        if not by.may(Permission.RUN_YEARS) or by.organization_id != self.organization_id:
            raise PermissionDenied
        held = Round.objects.select_for_update(no_key=True).get(pk=self.pk)
        came_from, change = _STEPS[step]
        if held.state != came_from:
            raise ValidationError(
                f"ปีงบประมาณ {self.be_year} {held.state.label}อยู่ก่อนแล้ว จึง{step.label}ไม่ได้ "
                "อาจมีผู้ดำเนินการไปก่อน โปรดดูประวัติของปี"
            )
        at = at or timezone.now()
        closed_on = timezone.localdate(at) if step == RoundStep.CLOSED else None
        change = change | {"closed_on": closed_on}
        Round.objects.filter(pk=self.pk).update(**change)
        self.changes.create(step=step, by=by, reason=reason.strip(), at=at)
        self.is_open, self.is_started = True, True
        vars(self).update(change)

    @transaction.atomic
    def discard(self, *, by: User) -> None:
        """Take away a year opened by mistake: never started, and nothing recorded in it.

        Raises ValidationError, in Thai, for any other.
        """
        if not by.may(Permission.RUN_YEARS) or by.organization_id != self.organization_id:
            raise PermissionDenied
        held = Round.objects.select_for_update().get(pk=self.pk)
        if held.is_started:
            raise ValidationError(f"ปีงบประมาณ {self.be_year} เริ่มแล้ว จึงยกเลิกไม่ได้")
        try:
            # Items protect the indicators they stand under: they go first.
            held.rows.all().delete()
            held.delete()
        except models.ProtectedError:
            raise ValidationError(
                f"ปีงบประมาณ {self.be_year} มีผลหรือความเห็นที่บันทึกไว้แล้ว จึงยกเลิกไม่ได้"
            ) from None

    def require_open(self) -> None:
        """By what was loaded, without asking the database again; raises RoundClosed."""
        if not self.is_open:
            raise RoundClosed(self)

    def hold_open(self) -> None:
        """Keep the year from being closed before what is being written is. Raises RoundClosed.

        Whoever writes into a year asks here first, inside its transaction and before it locks any
        row: all wait in one order, and whoever closes the year waits for them.
        """
        held = Round.objects.select_for_update(no_key=True).filter(pk=self.pk)
        if not held.values_list("is_open", flat=True).get():
            raise RoundClosed(self)


#: From which state each step leads, and what it makes of the year.
_STEPS: dict[RoundStep, tuple[RoundState, dict[str, Any]]] = {
    RoundStep.STARTED: (RoundState.PREPARING, {"is_started": True}),
    RoundStep.CLOSED: (RoundState.OPEN, {"is_open": False}),
    # The chart written down for the closed year is not that of the year at work.
    RoundStep.REOPENED: (RoundState.CLOSED, {"is_open": True, "kept_chart": None}),
}


class RoundClosed(PermissionDenied):
    """Nothing is written into a closed year; the page of the refusal says so."""

    def __init__(self, ita_round: Round) -> None:
        super().__init__(
            f"ปีงบประมาณ {ita_round.be_year} ปิดแล้ว อ่านได้อย่างเดียว สิ่งที่ส่งมาจึงไม่ได้บันทึก "
            "หากต้องแก้ไข โปรดแจ้งผู้ดูแลระบบให้เปิดปีอีกครั้ง"
        )
