"""The one e-mail a day with what a person has not read yet."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse

from organizations.models import Notice, NoticeKind, Organization, User

#: What nobody read for so long is no news any more.
NEWS_FOR = timedelta(days=30)
#: These are told of a day to come or gone by, and may be settled since.
OF_DATES = (NoticeKind.LATE, NoticeKind.SOON)


def waiting(
    organization: Organization, *, due: Collection[tuple[int, str]], now: datetime
) -> dict[User, list[Notice]]:
    """What each person has neither read nor been mailed, of the years that are open.

    `due` is what is near or late today (a person's id and the name of the event): what has been
    done since is not mailed.
    """
    years = set(organization.rounds.filter(is_open=True).values_list("be_year", flat=True))
    unread = Notice.objects.unread().filter(
        user__organization=organization,
        user__is_active=True,
        mailed_on=None,
        at__gte=now - NEWS_FOR,
    )
    found: dict[User, list[Notice]] = {}
    for notice in unread.select_related("user"):
        is_settled = notice.kind in OF_DATES and (notice.user_id, notice.event) not in due
        if notice.be_year in years and not is_settled:
            found.setdefault(notice.user, []).append(notice)
    return found


@transaction.atomic
def claim(person: User, notices: Sequence[Notice], *, today: date) -> list[Notice]:
    """Take these for today's e-mail; none where today's is already sent or being sent.

    Claimed before it is sent: a machine that stops in between costs an e-mail, never sends two.
    """
    # Of two runs at once the second waits here, and then finds the day's digest taken.
    list(User.objects.select_for_update().filter(pk=person.pk))
    if person.notices.filter(mailed_on=today).exists():
        return []
    wanted = person.notices.unread().filter(
        pk__in=[notice.pk for notice in notices], mailed_on=None
    )
    claimed = list(wanted)
    person.notices.filter(pk__in=[notice.pk for notice in claimed]).update(mailed_on=today)
    return claimed


def give_back(notices: Sequence[Notice]) -> None:
    """They were not sent after all."""
    Notice.objects.filter(pk__in=[notice.pk for notice in notices]).update(mailed_on=None)


@dataclass(frozen=True)
class Section:
    label: str
    notices: tuple[Notice, ...]


def write(
    person: User, notices: Sequence[Notice], connection: BaseEmailBackend
) -> EmailMultiAlternatives:
    """As text and as HTML, what presses most first. Nothing that people typed is in a header."""
    context = {
        "person": person,
        "count": len(notices),
        "sections": _sections(notices),
        "says_year": len({notice.be_year for notice in notices}) > 1,
        "site": settings.SITE_URL,
        "all_of_them": reverse("notices"),
    }
    message = EmailMultiAlternatives(
        subject=f"งาน ITA ที่รอท่าน {len(notices)} เรื่อง",
        body=render_to_string("notices/digest.txt", context),
        to=[person.email],
        headers={"Auto-Submitted": "auto-generated"},
        connection=connection,
    )
    message.attach_alternative(render_to_string("notices/digest.html", context), "text/html")
    return message


def _sections(notices: Sequence[Notice]) -> list[Section]:
    found = [
        Section(kind.label, tuple(notice for notice in notices if notice.kind == kind))
        for kind in NoticeKind
    ]
    return [section for section in found if section.notices]
