"""A report put before the executives, and what they decided."""

from datetime import datetime
from typing import ClassVar, Self

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models, transaction
from django.db.models import QuerySet
from django.urls import reverse

from organizations.models import Kept, KeptQuerySet, NoticeKind, Organization, Round, User
from organizations.models.notice import tell_people
from organizations.permissions import Permission, roles_that_may


class ProposalQuerySet(KeptQuerySet):
    def visible_to(self, user: User) -> Self:
        return self.filter(ita_round__organization=user.organization_id)

    def pending(self) -> Self:
        return self.filter(decision=None)


class Proposal(Kept):
    """A report as it stood when it was proposed: what is approved is what was read.

    `page` is the page that is printed, `value` what it says cell by cell. `open_errors` are the
    errors the check found then, one a line, and `reason` says why they are left.
    """

    ita_round = models.ForeignKey(
        Round, models.PROTECT, verbose_name="ปีงบประมาณ", related_name="proposals"
    )
    by = models.ForeignKey(User, models.PROTECT, verbose_name="ผู้เสนอ", related_name="+")
    at = models.DateTimeField("เสนอเมื่อ")
    title = models.TextField("ชื่อรายงาน")
    note = models.TextField("เรียนผู้บริหาร", blank=True)
    verdict = models.TextField("ผลการตรวจความพร้อม")
    open_errors = models.TextField("เรื่องที่ยังต้องแก้", blank=True)
    reason = models.TextField("เหตุผลที่เสนอทั้งที่ยังมีเรื่องต้องแก้", blank=True)
    replaces = models.ForeignKey(
        "issuing.IssuedReport",
        models.PROTECT,
        verbose_name="ออกแทนฉบับ",
        related_name="+",
        null=True,
        blank=True,
    )
    page = models.TextField("หน้ารายงานที่เสนอ")
    value = models.JSONField("ข้อมูลในรายงานที่เสนอ")

    objects: ClassVar = ProposalQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "เรื่องเสนอขออนุมัติรายงาน"
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"เสนอ{self.title}"

    def get_absolute_url(self) -> str:
        return reverse("issuing:proposal", args=[self.ita_round.be_year, self.pk])

    @property
    def is_pending(self) -> bool:
        return not hasattr(self, "decision")

    @property
    def errors(self) -> list[str]:
        return self.open_errors.splitlines()

    def may_be_decided_by(self, user: User) -> bool:
        return self.is_pending and self.is_for(user)

    def may_be_withdrawn_by(self, user: User) -> bool:
        return self.is_pending and self._is_secretarys(user)

    def is_for(self, user: User) -> bool:
        """An executive of the office who did not propose it themselves."""
        return self._is_hers(user) and user.may(Permission.APPROVE) and user.pk != self.by_id

    def _is_secretarys(self, user: User) -> bool:
        return self._is_hers(user) and user.may(Permission.PROPOSE)

    def _is_hers(self, user: User) -> bool:
        return user.organization_id == self.ita_round.organization_id

    @transaction.atomic
    def decide(
        self, *, by: User, verdict: "Verdict", reason: str = "", at: datetime
    ) -> "ProposalDecision":
        """Once: a second one is told so. To send it back or to withdraw it takes a reason."""
        Organization.objects.select_for_update().get(pk=self.ita_round.organization_id)
        is_hers = self._is_secretarys if verdict == Verdict.WITHDRAWN else self.is_for
        if not is_hers(by):
            raise PermissionDenied
        if ProposalDecision.objects.filter(proposal=self).exists():
            raise AlreadyDecided
        if verdict == Verdict.RETURNED and not reason:
            raise ValidationError("โปรดระบุเหตุผลที่ส่งคืน ฝ่ายเลขานุการจะได้แก้ไขถูก")
        decision = ProposalDecision.objects.create(
            proposal=self, by=by, verdict=verdict, reason=reason, at=at
        )
        tell_people(
            self._told_of(verdict, but=by),
            kind=NoticeKind.JUDGED,
            about=self,
            event=decision,
            title=f"{decision.get_verdict_display()}: {self.title}",
            text=reason,
            at=at,
        )
        return decision

    def _told_of(self, verdict: "Verdict", *, but: User) -> QuerySet[User]:
        """Executives where it was withdrawn, else those who hear verdicts; and its proposer."""
        told = Permission.APPROVE if verdict == Verdict.WITHDRAWN else Permission.HEAR_VERDICTS
        office = self.ita_round.organization.users.filter(is_active=True)
        hear = models.Q(role__in=roles_that_may(told)) | models.Q(pk=self.by_id)
        return office.filter(hear).exclude(pk=but.pk)


class Verdict(models.TextChoices):
    APPROVED = "approved", "อนุมัติแล้ว"
    RETURNED = "returned", "ส่งคืนให้แก้ไข"
    WITHDRAWN = "withdrawn", "ผู้เสนอถอนเรื่อง"


class ProposalDecision(Kept):
    """What became of a proposal; there is never a second."""

    proposal = models.OneToOneField(
        Proposal, models.PROTECT, verbose_name="เรื่องที่เสนอ", related_name="decision"
    )
    by = models.ForeignKey(User, models.PROTECT, verbose_name="ผู้พิจารณา", related_name="+")
    at = models.DateTimeField("พิจารณาเมื่อ")
    verdict = models.CharField("ผลการพิจารณา", max_length=10, choices=Verdict)
    reason = models.TextField("เหตุผล", blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "ผลการพิจารณารายงาน"
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.get_verdict_display()} {self.proposal.title}"


class AlreadyDecided(ValidationError):
    def __init__(self) -> None:
        super().__init__("เรื่องนี้มีผู้พิจารณาไปแล้ว ผลการพิจารณาอยู่ในหน้านี้")
