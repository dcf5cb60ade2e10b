"""Telling people of dates: what is due within a week, and what is late.

No event marks a day that passes, so somebody has to look: the first visitor of the day, or
`manage.py send_reminders`.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from typing import Any

from django.db import transaction

from follow_up.work import Work, read_work
from organizations.models import Notice, NoticeKind, Organization, Round, UnitTree, User
from thai.dates import long_date
from tracking.models import FINISHED


def notice_dates_once_a_day(organization: Organization, *, now: datetime) -> None:
    """The first of a day's visitors does it for all others; of two at once only one does."""
    today = now.date()
    if organization.dates_noticed_on == today:
        return
    with transaction.atomic():
        waiting = Organization.objects.filter(pk=organization.pk).exclude(dates_noticed_on=today)
        if waiting.update(dates_noticed_on=today):
            notice_dates(organization, now=now)


def notice_dates(organization: Organization, *, now: datetime) -> frozenset[tuple[int, str]]:
    """Tell everybody of the dates of their units' work in the open years, each date once.

    Returns what is so today, told now or before: the ids of people, each with the name of an
    event. `now` is in the office's own time zone.
    """
    tree = organization.units.all().tree()
    people = _people_by_units(organization, tree)
    notices = [
        notice
        for ita_round in organization.rounds.filter(is_open=True, is_started=True)
        for notice in _notices(ita_round, tree, people, now)
    ]
    Notice.objects.bulk_create(notices, ignore_conflicts=True)
    return frozenset((notice.user_id, notice.event) for notice in notices)


def _people_by_units(
    organization: Organization, tree: UnitTree
) -> dict[frozenset[int], list[User]]:
    """People who answer for the same units have the same work; people in no unit have none."""
    found: dict[frozenset[int], list[User]] = {}
    for person in organization.users.filter(is_active=True).prefetch_related("units"):
        found.setdefault(tree.upward(person.own_unit_ids), []).append(person)
    return found


def _notices(ita_round: Round, tree: UnitTree, people: Any, now: datetime) -> Iterator[Notice]:
    works = read_work(ita_round, tree.by_id.keys())
    for unit_ids, members in people.items():
        for work in filter(None, (_part(work, unit_ids) for work in works)):
            if work.is_late(now.date()):
                yield from _tell(members, NoticeKind.LATE, work, now)
            elif work.is_due_soon(now.date()):
                yield from _tell(members, NoticeKind.SOON, work, now)


def _part(work: Work, unit_ids: frozenset[int]) -> Work | None:
    """A row as far as these units go, where it is theirs: see `read_work`."""
    row = work.row
    named = row.responsible_unit_ids() if row.is_item else row.answering_unit_ids()
    if not named & unit_ids:
        return None
    return replace(work, standings=tuple(one for one in work.standings if one.unit.pk in unit_ids))


def _tell(people: list[User], kind: NoticeKind, work: Work, at: datetime) -> list[Notice]:
    row, due_on = work.row, work.due_on
    if due_on is None:
        return []
    units = " ".join(one.unit.name for one in work.standings if one.status not in FINISHED)
    when = "ครบกำหนดเมื่อ" if kind == NoticeKind.LATE else "ครบกำหนด"
    return [
        Notice(
            user=person,
            kind=kind,
            event=f"{kind}/{row.key}/{due_on.isoformat()}",
            title=f"{row.code} {row.title}",
            text=f"{when}วันที่ {long_date(due_on)} ในส่วนของ{units}",
            path=row.get_absolute_url(),
            at=at,
        )
        for person in people
    ]
