"""Writes over all measures of a round: adding one, putting them in order, taking one away."""

from collections.abc import Sequence

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import F
from django.urls import reverse

from disclosures.models import DisclosureItem
from measures.models import Measure, MeasureWording
from organizations.models import Notice, Round, User, held
from organizations.permissions import Permission
from tracking.models import Change, Row, WhatOfMeasure

#: Beyond every number a round may have: used while renumbering, as none may occur twice.
_ASIDE = 20_000


class Reordered(Exception):
    """Somebody put the measures in another order, added one or took one away meanwhile."""


@transaction.atomic
def add_measure(ita_round: Round, wording: MeasureWording, *, by: User) -> Measure:
    """A new measure after all others."""
    _hold(ita_round, by, Permission.SET_UP_MEASURES)
    last = Measure.objects.of(ita_round).order_by("number").last()
    measure = Measure.objects.create(
        ita_round=ita_round,
        number=last.number + 1 if last else 1,
        **wording.written,
    )
    measure.items.set(DisclosureItem.objects.of(ita_round).filter(number__in=wording.items))
    tree = ita_round.unit_tree()
    for unit_id, label in wording.units:
        measure.assign(tree.by_id[unit_id], by=by, label=label)
    measure.keep_change(WhatOfMeasure.ADDED, "", measure.title, by=by)
    return measure


@transaction.atomic
def arrange_measures(
    ita_round: Round, wanted: Sequence[int], *, seen: Sequence[int], by: User
) -> list[Change]:
    """Number the measures 1, 2, 3 … in the order of these ids; returns the changes.

    Raises Reordered where they do not stand as `seen` any more, with nothing done.
    """
    _hold(ita_round, by, Permission.REORDER_MEASURES)
    measures = list(Measure.objects.of(ita_round))
    if [measure.pk for measure in measures] != list(seen) or sorted(seen) != sorted(wanted):
        raise Reordered
    return _number(ita_round, sorted(measures, key=lambda one: wanted.index(one.pk)), by)


@transaction.atomic
def remove_measure(measure: Measure, *, by: User) -> None:
    """Take away a measure that nobody has worked on; those after it move up.

    Raises ValidationError, saying why, for one that has history.
    """
    ita_round = measure.ita_round
    _hold(ita_round, by, Permission.SET_UP_MEASURES)
    # Whoever is about to report on it waits here, and then finds that it is no more.
    row = held(measure)
    if row.kept_because:
        raise ValidationError(row.kept_because)
    tree = ita_round.unit_tree()
    words = "\n".join(filter(None, measure.wording.shown(tree).values()))
    measure.keep_change(WhatOfMeasure.REMOVED, words, "", by=by)
    nowhere = reverse("measures:list", args=[ita_round.be_year])
    _lead_notices(ita_round, {measure.get_absolute_url(): nowhere})
    measure.delete()
    _number(ita_round, list(Measure.objects.of(ita_round)), by)


def _hold(ita_round: Round, by: User, permission: Permission) -> None:
    """Whoever changes the list of measures waits for others who are changing it."""
    if not (by.may(permission) and ita_round.organization_id == by.organization_id):
        raise PermissionDenied
    ita_round.hold_open()


def _number(ita_round: Round, measures: Sequence[Measure], by: User) -> list[Change]:
    moved = []
    for number, measure in enumerate(measures, start=1):
        if measure.number != number:
            measure.ita_round = ita_round
            moved.append((measure, measure.number, measure.get_absolute_url()))
            measure.number = number
    rows = Row.objects.filter(pk__in=[measure.pk for measure, _, _ in moved])
    rows.update(number=F("number") + _ASIDE)
    Row.objects.bulk_update([measure for measure, _, _ in moved], ["number"])
    _lead_notices(ita_round, {url: measure.get_absolute_url() for measure, _, url in moved})
    return [
        measure.keep_change(WhatOfMeasure.NUMBER, str(old), str(measure.number), by=by)
        for measure, old, _ in moved
    ]


def _lead_notices(ita_round: Round, moved: dict[str, str]) -> None:
    """A notice leads to a page by its address, and the address has the number in it."""
    of_office = Notice.objects.filter(user__organization=ita_round.organization_id)
    notices = list(of_office.filter(path__in=moved))
    for notice in notices:
        notice.path = moved[notice.path]
    Notice.objects.bulk_update(notices, ["path"], batch_size=500)
