"""Comments that ask something of a person's units and that nobody there has answered yet."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from itertools import chain

from django.db.models import Q
from django.urls import reverse

from disclosures.models import DisclosureUpdate, ItemComment
from measures.models import MeasureComment, ProgressUpdate
from organizations.models import Round, User
from tracking.models import Comment, Tracked


@dataclass(frozen=True)
class Mention:
    row: Tracked
    by: User
    at: datetime
    text: str

    @property
    def answer_url(self) -> str:
        row = self.row
        return reverse(f"{row._meta.app_label}:comment", args=[row.ita_round.be_year, row.number])


def find_mentions(ita_round: Round, user: User, unit_ids: Collection[int]) -> tuple[Mention, ...]:
    """Newest first. Two queries, and four more where there are any.

    In a closed year nothing is asked of anybody any more. An answer is a later comment or entry
    on the row by her, or by somebody who shares one of her own units.
    """
    if not (ita_round.is_open and unit_ids):
        return ()
    found = chain(
        _unanswered(ItemComment, DisclosureUpdate, "item", ita_round, user, unit_ids),
        _unanswered(MeasureComment, ProgressUpdate, "measure", ita_round, user, unit_ids),
    )
    mentions = (Mention(comment.row, comment.by, comment.at, comment.text) for comment in found)
    return tuple(sorted(mentions, key=lambda mention: mention.at, reverse=True))


def _unanswered(comments, history, name, ita_round, user, unit_ids) -> list[Comment]:
    naming_us = comments.mentions.through.objects.filter(unit__in=unit_ids)
    of_round = comments.objects.filter(**{f"{name}__ita_round": ita_round})
    found = of_round.filter(pk__in=naming_us.values(comments._meta.model_name)).exclude(by=user)
    found = list(found.select_related("by", name))
    if not found:
        return []
    us = Q(by=user) | Q(by__units__in=user.own_unit_ids)
    on_the_rows = Q(**{f"{name}__in": {comment.row for comment in found}})
    said = comments.objects.filter(us, on_the_rows).values_list(f"{name}_id", "at", "pk")
    done = history.objects.filter(us, on_the_rows).values_list(f"{name}_id", "at")
    answers = [*said, *((row_id, at, float("inf")) for row_id, at in done)]
    for comment in found:
        comment.row.ita_round = ita_round
    return [comment for comment in found if not _is_answered(comment, answers)]


def _is_answered(comment: Comment, answers: list[tuple[int, datetime, float]]) -> bool:
    """Of two things said in the same moment the later one has the higher number."""
    return any(
        row_id == comment.row.pk and (at, number) > (comment.at, comment.pk)
        for row_id, at, number in answers
    )
