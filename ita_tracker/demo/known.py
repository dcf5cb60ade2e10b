"""What people of the demonstration have long seen, and done outside the system."""

from django.db.models import F

from organizations.models import Notice, NoticeKind, Organization, Round, User
from reports.itas.sheet import build_itas
from reports.models import TypedIn


def forget(organization: Organization, kind: NoticeKind) -> None:
    """Nobody opens the demonstration to forty notices of what she has long known."""
    Notice.objects.unread().filter(user__organization=organization, kind=kind).update(
        read_at=F("at")
    )


def type_into_itas(ita_round: Round, *, by: User, items: int) -> None:
    for line in build_itas(ita_round).lines[:items]:
        TypedIn.objects.mark(line.item, by=by, answer=line.answer)
