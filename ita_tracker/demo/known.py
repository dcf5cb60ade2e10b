"""What people of the demonstration have long seen, and done outside the system."""

from django.db.models import F

from organizations.models import Notice, NoticeKind, Organization, Round, User
from reports.files.own.sample import write_sample
from reports.itas.lines import build_itas
from reports.models import TypedIn, WordTemplate


def forget(organization: Organization, kind: NoticeKind) -> None:
    """Nobody opens the demonstration to forty notices of what they have long known."""
    Notice.objects.unread().filter(user__organization=organization, kind=kind).update(
        read_at=F("at")
    )


def put_to_use(ita_round: Round, *, admin: User, secretary: User) -> None:
    """Two items typed into ITAS, and a Word document of the office's own."""
    for line in build_itas(ita_round).lines[:2]:
        TypedIn.objects.mark(line.item, by=secretary, answer=line.answer)
    WordTemplate.objects.keep(by=admin, name="แบบรายงาน อบต.docx", content=write_sample())
