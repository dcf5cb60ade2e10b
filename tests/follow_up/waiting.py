"""Words for what waits to be reviewed, in tests."""

from disclosures.models import DisclosureItem

QUEUE = "/reports/2570/review/"


def mark_of(queue, code) -> str:
    return next(one.mark for one in queue.waiting if one.row.code == code)


def report(row, by, unit, status="review", note="เผยแพร่แล้ว"):
    latest = row.latest_of(unit)
    version = latest.version if latest else 0
    return row.record_progress(by=by, unit=unit, status=status, note=note, version=version)


def status_of(this_year, number) -> str:
    return DisclosureItem.objects.of(this_year).get(number=number).status
