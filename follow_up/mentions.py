"""Comments that ask something of a person's units and that nobody there has answered yet."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from organizations.models import Round, User
from tracking.models import Comment, Entry, Row


@dataclass(frozen=True)
class Mention:
    row: Row
    by: User
    at: datetime
    text: str

    @property
    def answer_url(self) -> str:
        return self.row.url_of("comment")


def find_mentions(ita_round: Round, user: User, unit_ids: Collection[int]) -> tuple[Mention, ...]:
    """Newest first. One query, and two more where there are any.

    In a closed year nothing is asked of anybody any more. An answer is a later comment or entry
    on the row by this person, or by somebody who shares one of their own units.
    """
    if not (ita_round.is_open and unit_ids):
        return ()
    naming_us = Comment.mentions.through.objects.filter(unit__in=unit_ids)
    naming = Comment.objects.filter(row__ita_round=ita_round, pk__in=naming_us.values("comment"))
    found = list(naming.exclude(by=user).select_related("by", "row").order_by("-at", "row__kind"))
    answers = _answers(user, {comment.row_id for comment in found}) if found else []
    for comment in found:
        comment.row.ita_round = ita_round
    return tuple(
        Mention(comment.row, comment.by, comment.at, comment.text)
        for comment in found
        if not _is_answered(comment, answers)
    )


def _answers(user: User, row_ids: Collection[int]) -> list[tuple[int, datetime, float]]:
    """What people of the user's own units said of these rows: row, time and order of each."""
    us = Q(by=user) | Q(by__units__in=user.own_unit_ids)
    said = Comment.objects.filter(us, row__in=row_ids).values_list("row_id", "at", "pk")
    done = Entry.objects.filter(us, row__in=row_ids).values_list("row_id", "at")
    return [*said, *((row_id, at, float("inf")) for row_id, at in done)]


def _is_answered(comment: Comment, answers: list[tuple[int, datetime, float]]) -> bool:
    """Of two things said in the same moment the later one has the higher number."""
    return any(
        row_id == comment.row_id and (at, number) > (comment.at, comment.pk)
        for row_id, at, number in answers
    )
