"""More of what the demonstration office has: for counting queries and for the bench."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.utils import timezone

from disclosures.actions import open_round
from disclosures.models import DisclosureItem, ItemAssignment
from measures.models import Measure
from organizations.models import Notice, NoticeKind, Organization
from tracking.models import Row, Status

APRIL = datetime(2023, 4, 1, 10, 0, tzinfo=ZoneInfo("Asia/Bangkok"))


def multiply_measures(ita_round, times):
    """The round's measures so many times over, each with units, items and a report."""
    unit = ita_round.organization.units.get(name="กองคลัง")
    by = ita_round.organization.users.first()
    for measure in list(Measure.objects.of(ita_round).prefetch_related("items")):
        items = list(measure.items.all())
        for copy in range(1, times):
            measure.pk = measure.id = None
            measure._state.adding = True
            measure.number += 11
            measure.save()
            measure.items.set(items)
            measure.responsibilities.create(unit=unit)
            measure.entries.create(
                by=by,
                unit=unit,
                at=APRIL + timedelta(hours=copy),
                version=1,
                old_status=Status.NOT_STARTED,
                status=Status.REVIEW,
                note=f"ดำเนินการแล้ว {copy} ครั้ง",
            )


def give_notices(user, times=1, **details):
    """So many notices, an hour apart, the first the newest; of O18 unless the details differ."""
    return Notice.objects.bulk_create(
        Notice(
            user=user,
            event=f"test/{details.get('title', '')}/{number}",
            **{
                "kind": NoticeKind.RETURNED,
                "title": f"เรื่องที่ {number}",
                "path": "/disclosures/2570/18/",
                "at": timezone.now() - timedelta(hours=number),
            }
            | details,
        )
        for number in range(times)
    )


def make_offices(times, be_year, supervisor):
    """So many offices of the province in a year: each with a unit that answers for all its items
    but one, eleven measures that serve them, and every status somewhere.
    """
    statuses = list(Status)
    for number in range(1, times + 1):
        office = Organization.objects.create(
            name=f"องค์การบริหารส่วนตำบลที่ {number}",
            short_name=f"อบต.ที่ {number}",
            slug=f"office-{number}",
        )
        unit = office.units.get()
        ita_round = open_round(organization=office, be_year=be_year, by=None)
        items = list(DisclosureItem.objects.of(ita_round).order_by("number"))
        for place, item in enumerate(items):
            item.status = statuses[(place + number) % len(statuses)]
        Row.objects.bulk_update(items, ["status"])
        ItemAssignment.objects.bulk_create(
            ItemAssignment(item=item, unit=unit) for item in items[1:]
        )
        measures = [
            Measure.objects.create(
                ita_round=ita_round,
                number=place + 1,
                title=f"มาตรการที่ {place + 1}",
                status=statuses[place % len(statuses)],
                first_month=ita_round.fiscal_year.first_day,
                last_month=ita_round.fiscal_year.months[place],
            )
            for place in range(11)
        ]
        for place, measure in enumerate(measures[4:]):
            measure.items.set(items[place * 4 : place * 4 + 4])
        supervisor.supervised.add(office)
