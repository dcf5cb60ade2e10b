"""Telling people of much work at once: one notice each, with all that their units answer for."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.urls import reverse

from disclosures.notation import ItemStyle, format_items
from organizations.models import Notice, NoticeKind, Round, Unit, User
from tracking.models import Row


def tell_of_work(
    ita_round: Round,
    rows: Sequence[Row],
    *,
    event: str,
    title: str,
    by: User,
    at: datetime,
) -> int:
    """How many were told. `event` makes it one event; the rows have their units loaded.

    Neither the person who did it is told, nor people without a part in it, nor anybody of a year
    being prepared.
    """
    if not ita_round.is_started:
        return 0
    tree = ita_round.organization.units.all().tree()
    people = ita_round.organization.users.filter(is_active=True, units__isnull=False)
    notices = []
    for person in people.exclude(pk=by.pk).distinct().prefetch_related("units"):
        hers = tree.upward(person.own_unit_ids)
        lines = [_line(unit, rows) for unit, _ in tree.walk() if unit.pk in hers]
        if text := " · ".join(filter(None, lines)):
            notices.append(
                Notice(
                    user=person,
                    kind=NoticeKind.ASSIGNED,
                    event=f"{NoticeKind.ASSIGNED}/{event}",
                    title=title,
                    text=text,
                    path=reverse("follow_up:my_work", args=[ita_round.be_year]),
                    at=at,
                )
            )
    return len(Notice.objects.bulk_create(notices, ignore_conflicts=True))


def _line(unit: Unit, rows: Iterable[Row]) -> str:
    """As in "กองคลัง: มาตรการ 3, 4, ข้อ O19–O22"; nothing where the unit has no part."""
    items: list[int] = []
    measures: list[int] = []
    for row in rows:
        named = row.responsible_unit_ids() if row.is_item else row.answering_unit_ids()
        if unit.pk in named:
            (items if row.is_item else measures).append(row.number)
    parts = [f"มาตรการ {', '.join(map(str, sorted(measures)))}"] if measures else []
    parts += [f"ข้อ {format_items(sorted(items), ItemStyle.LATIN)}"] if items else []
    return f"{unit}: {', '.join(parts)}" if parts else ""
