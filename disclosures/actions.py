"""Writes over more than one aggregate."""

from datetime import datetime

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from disclosures.catalogue import Edition, edition_for, editions
from disclosures.models import DisclosureItem, Indicator
from organizations.models import Organization, Round, RoundStep, User
from organizations.permissions import Permission


@transaction.atomic
def open_round(
    *,
    organization: Organization,
    be_year: int,
    by: User | None,
    edition: int | None = None,
    opened_from: Round | None = None,
    is_started: bool = True,
    at: datetime | None = None,
) -> Round:
    """Open a year with the items of its edition; `by` is None on the operator's command line.

    One that is not started yet is seen only by those who prepare it. Raises ValidationError, in
    Thai, where the office has that year, also where somebody opens it at the same moment.
    """
    runs_it = by is None or (by.may(Permission.RUN_YEARS) and by.organization_id == organization.pk)
    if not runs_it:
        raise PermissionDenied
    chosen = editions()[edition] if edition else edition_for(be_year)
    _require_new(organization, be_year)
    _require_known_then(chosen, be_year)
    try:
        with transaction.atomic():
            ita_round = Round.objects.create(
                organization=organization,
                be_year=be_year,
                edition=chosen.be_year,
                opened_from=opened_from,
                is_started=is_started,
            )
    except IntegrityError:
        _require_new(organization, be_year)
        raise
    copy_catalogue(ita_round)
    ita_round.changes.create(step=RoundStep.OPENED, by=by, at=at or timezone.now())
    return ita_round


def _require_known_then(edition: Edition, be_year: int) -> None:
    latest = edition_for(be_year)
    if edition.be_year > max(be_year, latest.be_year):
        raise ValidationError(
            f"รายการข้อ O ฉบับปี {edition.be_year} ออกหลังปีงบประมาณ {be_year} "
            f"โปรดเลือกฉบับปี {latest.be_year} หรือเก่ากว่า"
        )


def _require_new(organization: Organization, be_year: int) -> None:
    if organization.rounds.filter(be_year=be_year).exists():
        raise ValidationError(f"มีปีงบประมาณ {be_year} อยู่แล้ว โปรดเลือกปีอื่น")


def copy_catalogue(ita_round: Round) -> None:
    """Give an empty round the indicators and items of its edition."""
    years_on = ita_round.be_year - ita_round.edition
    catalogue = [row.moved(years_on) for row in editions()[ita_round.edition].items]
    indicators: dict[str, Indicator] = {}
    for row in catalogue:
        if row.indicator not in indicators:
            indicators[row.indicator] = Indicator.objects.create(
                ita_round=ita_round,
                code=row.indicator,
                title=row.indicator_title,
                position=len(indicators) + 1,
            )
    for row in catalogue:
        DisclosureItem.objects.create(
            ita_round=ita_round,
            indicator=indicators[row.indicator],
            number=row.number,
            title=row.title,
            group=row.group,
            requirement=row.requirement,
            data_year=row.data_year,
            title_confidence=row.title_confidence,
            requirement_confidence=row.requirement_confidence,
            remark=row.remark,
        )
