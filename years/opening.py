"""Opening a year from the one before, all of it carried, and starting it.

While the new year is being prepared nobody is told; once it is started, each is told once.
"""

from collections.abc import Mapping
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from disclosures.actions import open_round
from disclosures.models import DisclosureItem
from disclosures.succession import Succession, succession
from follow_up.rows import read_items, read_measures
from measures.models import Measure
from measures.telling import tell_of_work
from organizations.models import Round, User
from reports.models import ReportWording


@transaction.atomic
def open_from(previous: Round, *, be_year: int, edition: int, by: User) -> Round:
    """A new year with last year's measures, wording and assignments, nothing yet done of them.

    Items go on as their editions say; months move along with the year. Raises ValidationError, in
    Thai, for a year that is there already or an edition older than last year's.
    """
    if edition < previous.edition:
        raise ValidationError(
            f"รายการข้อ O ฉบับปี {edition} เก่ากว่าที่ใช้ในปี {previous.be_year} (ฉบับปี {previous.edition}) "
            "โปรดเลือกฉบับเดียวกันหรือใหม่กว่า"
        )
    ita_round = open_round(
        organization=previous.organization,
        be_year=be_year,
        edition=edition,
        by=by,
        opened_from=previous,
        is_started=False,
    )
    moved = succession(previous.edition, edition)
    items = {
        item.number: item
        for item in DisclosureItem.objects.of(ita_round).select_related("ita_round")
    }
    _carry_items(previous, items, moved, by)
    _carry_measures(previous, ita_round, items, moved, by)
    _carry_wording(previous, ita_round)
    return ita_round


def _carry_items(
    previous: Round, items: dict[int, DisclosureItem], moved: Succession, by: User
) -> None:
    """Of items that became one, a unit that led any leads it."""
    for old in DisclosureItem.objects.of(previous).prefetch_related("assignments__unit"):
        item = items.get(moved.successors.get(old.number) or 0)
        if item is None:
            continue
        if not old.is_applicable and len(moved.predecessors(item.number)) == 1:
            item.is_applicable = False
            item.not_applicable_reason = old.not_applicable_reason
            item.save(update_fields=["is_applicable", "not_applicable_reason"])
        leading = {link.unit_id for link in item.assignments.all() if link.is_lead}
        for link in old.assignments.all():
            # What a unit did that has been merged since, the one it went into does.
            if (unit := link.unit.heir) is None:
                continue
            is_lead = link.is_lead or unit.pk in leading
            leading |= {unit.pk} if is_lead else set()
            item.assign(unit, by=by, is_lead=is_lead, label=link.label)


def _carry_measures(
    previous: Round,
    ita_round: Round,
    items: Mapping[int, DisclosureItem],
    moved: Succession,
    by: User,
) -> None:
    years = ita_round.be_year - previous.be_year
    for old in Measure.objects.of(previous).prefetch_related("responsibilities__unit", "items"):
        measure = Measure.objects.create(
            ita_round=ita_round,
            number=old.number,
            **old.wording.years_later(years).written,
        )
        numbers = {moved.successors.get(item.number) for item in old.items.all()}
        measure.items.set(
            items[number] for number in sorted(number for number in numbers if number)
        )
        for link in old.responsibilities.all():
            if unit := link.unit.heir:
                measure.responsibilities.get_or_create(unit=unit, defaults={"label": link.label})


def _carry_wording(previous: Round, ita_round: Round) -> None:
    """All but what was last year's own: its survey, dates, pictures, and number of the memo."""
    wording = ReportWording.objects.filter(ita_round=previous).first()
    if wording is None:
        return
    wording.pk = None
    wording._state.adding = True
    wording.ita_round = ita_round
    wording.as_of = None
    wording.photos = []
    wording.eit_url = wording.eit_url_received = ""
    wording.memo_number = wording.memo_date = ""
    wording.save()


@transaction.atomic
def start_year(ita_round: Round, *, by: User, at: datetime) -> int:
    """How many were told. Raises ValidationError, in Thai, where it is started already."""
    ita_round.start(by=by, at=at)
    items = read_items(ita_round, ita_round.unit_tree())
    return tell_of_work(
        ita_round,
        [*read_measures(ita_round, items), *items],
        event=f"start/{ita_round.pk}",
        title=f"เริ่มปีงบประมาณ {ita_round.be_year} แล้ว งานของหน่วยของท่านอยู่ในงานของฉัน",
        by=by,
        at=at,
    )
