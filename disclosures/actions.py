"""Writes over more than one aggregate."""

from django.core.exceptions import PermissionDenied
from django.db import transaction

from disclosures.catalogue import edition_for, editions
from disclosures.models import DisclosureItem, Indicator
from organizations.models import Organization, Round, User
from organizations.permissions import may_assign


@transaction.atomic
def open_round(
    *, organization: Organization, be_year: int, by: User | None, edition: int | None = None
) -> Round:
    """Open a year with the items of its edition; `by` is None on the operator's command line."""
    if by is not None and not (may_assign(by) and by.organization_id == organization.pk):
        raise PermissionDenied
    chosen = editions()[edition] if edition else edition_for(be_year)
    ita_round = Round.objects.create(
        organization=organization, be_year=be_year, edition=chosen.be_year
    )
    copy_catalogue(ita_round)
    return ita_round


def copy_catalogue(ita_round: Round) -> None:
    """Give an empty round the indicators and items of its edition."""
    years_on = ita_round.be_year - ita_round.edition
    catalogue = [row.moved(years_on) for row in editions()[ita_round.edition].items]
    indicators = {}
    for row in catalogue:
        if row.indicator not in indicators:
            indicators[row.indicator] = Indicator.objects.create(
                ita_round=ita_round,
                code=row.indicator,
                title=row.indicator_title,
                position=len(indicators) + 1,
            )
    DisclosureItem.objects.bulk_create(
        DisclosureItem(
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
        for row in catalogue
    )
