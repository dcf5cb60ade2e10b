"""A year of ten thousand reports, brought in from its file, beside merely reading the file."""

import io
from collections.abc import Callable, Iterator
from hashlib import sha256

from django.db import transaction
from django.utils import timezone

from bench.row import Row
from bench.years import source_year
from disclosures.actions import open_round
from measures.models import Measure
from organizations.models import Organization, Round, User
from organizations.permissions import Role
from tracking.models import Status
from years.book.bringing_in import import_year
from years.book.collecting import build_year_book
from years.book.reading import read_year_book
from years.book.writing import write_year_book

REPORTS = 10_000


def year_book_rows(paired: Callable[[Callable, Callable, int], float]) -> Iterator[Row]:
    """`paired` runs two things side by side; everything made here is taken back."""
    with transaction.atomic():
        content = _file_of_many()
        target = _empty_year()

        def read():
            return read_year_book(io.BytesIO(content), len(content))

        def bring_in():
            with transaction.atomic():
                by = target.organization.users.get(role=Role.ADMIN)
                digest = sha256(content).hexdigest()
                import_year(target, read(), by=by, name="year.xlsx", sha256=digest)
                transaction.set_rollback(True)

        yield Row("year of 10,000 reports / reading its file", paired(bring_in, read, 3), "×", 6)
        transaction.set_rollback(True)


def _file_of_many() -> bytes:
    measure = Measure.objects.of(source_year()).get(number=1)
    unit, by = measure.responsibilities.first().unit, measure.entries.first().by
    entry = measure.entries.model
    entry.objects.bulk_create(
        entry(
            row=measure,
            unit=unit,
            by=by,
            at=timezone.now(),
            version=number,
            old_status=Status.DOING,
            status=Status.DOING,
            note=f"ดำเนินการตามแผนแล้ว ครั้งที่ {number}",
        )
        for number in range(100, 100 + REPORTS)
    )
    return write_year_book(build_year_book(source_year()))


def _empty_year() -> Round:
    office = Organization.objects.create(name="อบต.ใหม่", short_name="อบต.ใหม่", slug="bench-new")
    admin = User.objects.create(username="bench-new", role=Role.ADMIN, organization=office)
    return open_round(organization=office, be_year=2566, by=admin)
