"""The annex of pictures: evidence of the round that was chosen to be printed."""

from dataclasses import dataclass

from django.db.models import QuerySet

from organizations.models import Round
from reports.models import ReportWording
from reports.progress_report.typesetting import Typesetting
from tracking.models import Evidence


@dataclass(frozen=True)
class Photo:
    """`file` is the name, in the store of evidence, of the small JPEG that we drew ourselves."""

    evidence: int
    file: str
    caption: str


def pictures_of(ita_round: Round) -> QuerySet[Evidence]:
    """Every picture in the history of the round's rows: only these may be printed."""
    in_history = Evidence.objects.filter(entries__row__ita_round=ita_round, held_for="")
    in_history = in_history.exclude(preview="")
    return Evidence.objects.filter(pk__in=in_history.values("pk"))


def build_photos(wording: ReportWording, set_in: Typesetting) -> tuple[Photo, ...]:
    """In the order chosen; one that is not of this round is left out."""
    found = pictures_of(wording.ita_round).in_bulk([one.evidence for one in wording.chosen_photos])
    return tuple(
        Photo(one.evidence, found[one.evidence].preview.name, set_in.text(one.caption))
        for one in wording.chosen_photos
        if one.evidence in found
    )
