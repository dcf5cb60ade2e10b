"""More of what the demonstration office has: for counting queries and for the bench."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.utils import timezone

from organizations.models import Notice, NoticeKind, Status

APRIL = datetime(2023, 4, 1, 10, 0, tzinfo=ZoneInfo("Asia/Bangkok"))


def multiply_measures(ita_round, times):
    """The round's measures so many times over, each with units, items and a report."""
    unit = ita_round.organization.units.get(name="กองคลัง")
    by = ita_round.organization.users.first()
    for measure in list(ita_round.measures.prefetch_related("items")):
        items = list(measure.items.all())
        for copy in range(1, times):
            measure.pk, measure._state.adding = None, True
            measure.number += 11
            measure.save()
            measure.items.set(items)
            measure.responsibilities.create(unit=unit)
            measure.updates.create(
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
