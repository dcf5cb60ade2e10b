"""What of a round was proposed and issued, and what still waits."""

from dataclasses import dataclass

from django.db.models import Q

from issuing.models import IssuedReport, Proposal
from issuing.models.issued import IssuedReportQuerySet
from issuing.proposing import may_propose
from organizations.models import Round, User
from organizations.permissions import Permission


@dataclass(frozen=True)
class IssuedList:
    """`pending` is the proposal that waits, `ended` those that led to no issue, newest first."""

    pending: Proposal | None
    issued: tuple[IssuedReport, ...]
    ended: tuple[Proposal, ...]
    may_propose: bool


def build_issued_list(ita_round: Round, user: User) -> IssuedList:
    """Two queries."""
    proposals = list(
        ita_round.proposals.filter(issued=None)
        .select_related("by", "decision__by", "ita_round")
        .defer("page", "value")
    )
    return IssuedList(
        pending=next((one for one in proposals if one.is_pending), None),
        issued=tuple(issued_of(ita_round)),
        ended=tuple(one for one in proposals if not one.is_pending),
        may_propose=may_propose(user, ita_round),
    )


def issued_of(ita_round: Round) -> IssuedReportQuerySet:
    reports = IssuedReport.objects.filter(proposal__ita_round=ita_round).with_public()
    return reports.select_related("proposal__ita_round", "by", "supersedes", "superseded_by").defer(
        "proposal__page", "proposal__value"
    )


def standing_of(ita_round: Round) -> list[IssuedReport]:
    """Those that no later report has replaced."""
    return [one for one in issued_of(ita_round) if one.later is None]


def pending_for(user: User, ita_round: Round) -> Proposal | None:
    """What waits for this person to decide, in this year."""
    if not user.may(Permission.APPROVE):
        return None
    waiting = ita_round.proposals.pending().filter(~Q(by=user)).select_related("by", "ita_round")
    return waiting.defer("page", "value").first()
