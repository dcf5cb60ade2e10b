"""Rows that the addresses of test_access.py ask for, under numbers known beforehand."""

from issuing.models import IssuedReport
from organizations.models import User
from tests.conftest import MORNING, TODAY
from tracking.models import Evidence


def add_evidence(folder, *, recorded, held, elsewhere):
    """A picture in history, one that Thanakorn holds, and one of the office next door."""
    for name in ("a.jpg", "a-small.jpg"):
        (folder / name).write_bytes(b"a picture")
    people = {name: User.objects.get(username=name) for name in ("thanakorn", "neighbour")}
    for pk, name, held_for in (
        (recorded, "thanakorn", ""),
        (held, "thanakorn", "row/1/1"),
        (elsewhere, "neighbour", ""),
    ):
        Evidence.objects.create(
            pk=pk,
            organization=people[name].organization,
            by=people[name],
            title="ภาพ.jpg",
            file="a.jpg",
            preview="a-small.jpg",
            held_for=held_for,
        )


def add_proposals(ita_round, secretary, executive, *, waiting, issued):
    """One that waits, and one that was issued."""
    page = '<html lang="th"><head><title>ร</title></head><body class="paper">ข้อความ</body></html>'
    value = {"columns": [], "rows": [], "lines": []}
    said = {"by": secretary, "at": MORNING, "title": "รายงาน", "page": page, "value": value}
    approved = ita_round.proposals.create(**said)
    approved.decide(by=executive, verdict="approved", at=MORNING)
    ita_round.proposals.create(pk=waiting, **said)
    report = IssuedReport.objects.create(
        pk=issued,
        organization=ita_round.organization,
        proposal=approved,
        year=2569,
        number=1,
        issued_on=TODAY,
        title="รายงาน",
        by=executive,
        at=MORNING,
    )
    report.keep("html", page.encode(), at=MORNING)


def add_unit_and_person(office, *, unit, person):
    """A unit without work and a person of it."""
    root = office.units.get(parent=None)
    added = office.units.create(pk=unit, name="หน่วยใหม่", parent=root)
    User.objects.create(pk=person, username="new-clerk", organization=office).units.add(added)
