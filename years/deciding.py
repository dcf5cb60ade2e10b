"""Settling what could not be carried from one edition to the next; each decision is kept."""

from datetime import datetime

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction

from disclosures.models import DisclosureItem
from measures.models import Measure
from organizations.models import Round, User
from organizations.permissions import Permission
from years.carrying import Carried, build_carried
from years.models import CarryKind


@transaction.atomic
def decide(
    ita_round: Round, *, kind: str, number: int, moved_to: int | None, by: User, at: datetime
) -> Carried:
    """Keep what was decided of one item. The work of a dropped one may go to an item of the new
    year: its units answer for that too, and the measures that served it serve that one.

    Raises ValidationError, in Thai, for an item that is not among those carried.
    """
    if not by.may(Permission.RUN_YEARS) or by.organization_id != ita_round.organization_id:
        raise PermissionDenied
    ita_round.hold_open()
    line = build_carried(ita_round).find(kind, number)
    if line is None or line.kind == CarryKind.KEPT:
        raise ValidationError("ไม่พบเรื่องที่ตัดสิน โปรดโหลดหน้านี้ใหม่")
    if moved_to is not None:
        _move(ita_round, line, moved_to, by)
    _keep(ita_round, line, moved_to, by, at)
    return line


@transaction.atomic
def agree_to_all(ita_round: Round, *, by: User, at: datetime) -> int:
    """Take all that is left to decide as it stands; how many those were."""
    if not by.may(Permission.RUN_YEARS) or by.organization_id != ita_round.organization_id:
        raise PermissionDenied
    ita_round.hold_open()
    left = build_carried(ita_round).open
    for line in left:
        _keep(ita_round, line, None, by, at)
    return len(left)


def _keep(ita_round: Round, line: Carried, moved_to: int | None, by: User, at: datetime) -> None:
    ita_round.carry_decisions.create(
        kind=line.kind, number=line.number, moved_to=moved_to, by=by, at=at
    )


def _move(ita_round: Round, line: Carried, moved_to: int, by: User) -> None:
    items = DisclosureItem.objects.select_related("ita_round__organization")
    item = items.filter(ita_round=ita_round, number=moved_to).first()
    if item is None or line.new is not None:
        raise ValidationError(f"ไม่มีข้อ O{moved_to} ในปี {ita_round.be_year} โปรดเลือกจากรายการ")
    answering = {link.unit_id for link in item.assignments.all()}
    for link in line.olds[0].assignments.all():
        unit = link.unit.heir
        if unit and unit.pk not in answering:
            # Whoever leads the item already goes on leading it.
            is_lead = link.is_lead and not answering
            item.assign(unit, by=by, is_lead=is_lead, label=link.label, quietly=True)
    numbers = [measure.number for measure in line.measures]
    for measure in Measure.objects.of(ita_round).filter(number__in=numbers):
        measure.items.add(item)
