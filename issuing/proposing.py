"""The secretary puts the report before the executives, as it stands now."""

from datetime import datetime

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from checking.check import CheckResult
from issuing.models import IssuedReport, Proposal
from issuing.value import value_of
from organizations.models import NoticeKind, Organization, Round, User
from organizations.models.notice import tell_people
from organizations.permissions import Permission, roles_that_may
from reports.page import paper_html
from reports.progress_report import build_progress_report


def may_propose(user: User, ita_round: Round) -> bool:
    """The secretary's and the admin's to do; of a closed year too, for nothing in it changes."""
    is_hers = user.organization_id == ita_round.organization_id
    return is_hers and user.may(Permission.PROPOSE) and ita_round.is_started


def executives_for(office: Organization, *, proposer: User) -> QuerySet[User]:
    """The people who may decide on what this person proposes."""
    executives = office.users.filter(role__in=roles_that_may(Permission.APPROVE), is_active=True)
    return executives.exclude(pk=proposer.pk)


def propose(
    ita_round: Round,
    *,
    by: User,
    check: CheckResult,
    note: str = "",
    reason: str = "",
    replaces: IssuedReport | None = None,
    at: datetime | None = None,
) -> Proposal:
    """One report of a year waits at a time. With errors left in it, it takes a reason."""
    if not may_propose(by, ita_round):
        raise PermissionDenied
    if check.errors and not reason:
        raise ValidationError("โปรดระบุเหตุผลที่เสนอทั้งที่ยังมีเรื่องต้องแก้")
    report = build_progress_report(ita_round)
    page = paper_html(report)
    errors = [f"{one.place.code} {one.rule.name}: {one.reason}" for one in check.errors]
    proposal = Proposal(
        ita_round=ita_round,
        by=by,
        at=at or timezone.now(),
        title=report.document_title,
        note=note,
        verdict=check.verdict,
        open_errors="\n".join(errors),
        reason=reason if errors else "",
        replaces=replaces,
        page=page,
        value=value_of(report, page),
    )
    return _put_before_executives(proposal)


@transaction.atomic
def _put_before_executives(proposal: Proposal) -> Proposal:
    ita_round = proposal.ita_round
    office = Organization.objects.select_for_update().get(pk=ita_round.organization_id)
    if ita_round.proposals.pending().exists():
        raise ValidationError("มีรายงานของปีนี้รออนุมัติอยู่แล้ว โปรดถอนเรื่องเดิมก่อนเสนอใหม่")
    proposal.save()
    tell_people(
        executives_for(office, proposer=proposal.by),
        kind=NoticeKind.PROPOSED,
        about=proposal,
        event=proposal,
        title=f"รออนุมัติ: {proposal.title}",
        text=proposal.note,
        at=proposal.at,
    )
    return proposal
