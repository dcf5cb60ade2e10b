"""Builds the demonstration office from the TOML files beside this module, through the verbs."""

import secrets
import tomllib
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError
from django.db import transaction
from django.utils import timezone

from disclosures.actions import open_round
from disclosures.models import DisclosureItem
from disclosures.notation import parse_items
from ita_tracker.demo.issuing import issue_source_year
from ita_tracker.demo.known import forget, put_to_use
from measures.models import Measure
from measures.models.wording import MONTHS, WORDS
from organizations.models import NoticeKind, Organization, Round, Unit, User
from organizations.permissions import Role
from reports.models import MeasureRemark, ReportWording
from thai.dates import FiscalYear
from tracking.models import Evidence, Row, Status

FOLDER = Path(__file__).parent
#: The year of the source report, and the edition whose 43 items both years follow.
SOURCE_YEAR = EDITION = 2566


def read(name: str) -> dict:
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


@transaction.atomic
def load_demo(*, today: date, password: str | None = None) -> dict[str, str]:
    """Make what is missing; returns the password of each account made or given a new one."""
    office = read("office")
    organization = load_office(office)
    passwords = load_people(organization, office["people"], password)
    cast = Cast(organization)
    plan = read("measures")
    if not organization.rounds.filter(be_year=SOURCE_YEAR).exists():
        load_source_year(cast, plan)
    current = FiscalYear.of(today).be
    if not organization.rounds.filter(be_year=current).exists():
        load_current_year(cast, plan, read("current"), today)
    return passwords


def load_office(office: dict) -> Organization:
    details = office["organization"]
    organization, _ = Organization.objects.get_or_create(slug=details["slug"], defaults=details)
    root = organization.units.get(parent=None)
    for place, (name, sections) in enumerate(office["units"].items()):
        division, _ = organization.units.get_or_create(
            name=name, parent=root, defaults={"position": place}
        )
        for inner_place, section in enumerate(sections):
            organization.units.get_or_create(
                name=section, parent=division, defaults={"position": inner_place}
            )
    return organization


def load_people(
    organization: Organization, people: list[dict], password: str | None
) -> dict[str, str]:
    passwords = {}

    def account(username: str, **details: Any) -> User:
        user, is_new = User.objects.get_or_create(username=username, defaults=details)
        if user.organization != details.get("organization"):
            raise CommandError(f"มีผู้ใช้ชื่อ {username} ของหน่วยงานอื่นอยู่แล้ว จึงสร้างหน่วยงานสาธิตไม่ได้")
        if is_new or password:
            passwords[username] = password or secrets.token_urlsafe(9)
            user.set_password(passwords[username])
            user.save()
        return user

    for person in people:
        user = account(
            person["username"],
            first_name=person["name"][0],
            last_name=person["name"][1],
            role=person["role"],
            organization=organization,
        )
        user.units.set(organization.units.filter(name__in=person["units"]))
    account("operator", first_name="ผู้ดูแลการติดตั้ง", is_superuser=True, is_staff=True)
    return passwords


class Cast:
    """The people of the demonstration: units by name, and a person to act for each."""

    def __init__(self, organization: Organization) -> None:
        self.organization = organization
        self.tree = organization.units.all().tree()
        self.units = {unit.name: unit for unit in self.tree.units}
        people = list(organization.users.prefetch_related("units"))
        self.admin = next(user for user in people if user.role == Role.ADMIN)
        self.secretary = next(user for user in people if user.role == Role.SECRETARY)
        self.staff = [user for user in people if user.role == Role.STAFF]

    def reporter(self, unit: Unit) -> tuple[User, Unit]:
        """Somebody of the unit or of one below it, and the unit they report for.

        Where nobody signs in, the secretary reports in the unit's name.
        """
        below = self.tree.downward(unit.pk)
        reporters = [
            (user, own) for user in self.staff for own in user.units.all() if own.pk in below
        ]
        # People of the unit itself before people of a unit below it.
        return min(reporters, key=lambda pair: pair[1] != unit, default=(self.secretary, unit))

    def reviewer(self, author: User) -> User:
        return self.secretary if author != self.secretary else self.admin


def open_year(cast: Cast, be_year: int) -> Round:
    return open_round(
        organization=cast.organization,
        be_year=be_year,
        edition=EDITION,
        by=cast.admin,
        at=_moment(FiscalYear(be_year).first_day, 0),
    )


def load_source_year(cast: Cast, plan: dict) -> Round:
    """Fiscal year 2566 as reported: all done and accepted, then closed."""
    ita_round = open_year(cast, SOURCE_YEAR)
    ReportWording.objects.create(ita_round=ita_round, **plan["report"])
    assign(cast, ita_round, plan["assignments"])
    for measure, details in add_measures(cast, ita_round, plan["measures"]):
        units = details.get("units") or _first_answering(measure)
        for name in units:
            finish(cast, measure, cast.units[name], details["result"], _moment(measure.due_on, 5))
    for item in DisclosureItem.objects.of(ita_round):
        leads = [link.unit for link in item.assignments.filter(is_lead=True)]
        note = f"เผยแพร่{item.title}บนเว็บไซต์แล้ว"
        for unit in leads or cast.secretary.units.all():
            finish(cast, item, unit, note, _moment(ita_round.disclosure_due, 40 - item.number // 2))
    issue_source_year(ita_round, secretary=cast.secretary)
    year = ita_round.fiscal_year
    ita_round.close(by=cast.admin, reason="ส่งรายงานผลแล้ว", at=_moment(year.last_day, 0))
    return ita_round


def _first_answering(measure: Measure) -> list[str]:
    item = measure.items.filter(assignments__isnull=False)[0]
    return [item.assignments.all()[0].unit.name]


def load_current_year(cast: Cast, plan: dict, current: dict, today: date) -> Round:
    """The year in progress, with every status somewhere."""
    year = FiscalYear.of(today)
    ita_round = open_year(cast, year.be)
    wording = ReportWording(ita_round=ita_round, **current["report"])
    wording.revise(wording, by=cast.secretary, version=0)
    assign(cast, ita_round, plan["assignments"])
    months = {
        int(number): (_month_from(today, first), _month_from(today, last))
        for number, (first, last) in current["months"].items()
    }
    measures = [
        details | {"months": months[number]}
        for number, details in enumerate(plan["measures"], start=1)
    ]
    add_measures(cast, ita_round, measures)
    for step in current["progress"]:
        for row in _rows(ita_round, step["rows"]):
            days = min(step["days"], (today - year.first_day).days)
            move(cast, row, step, _moment(today, days))
    for texts in current["remarks"]:
        measure = Measure.objects.of(ita_round).get(number=texts.pop("measure"))
        MeasureRemark.objects.write(measure, texts, by=cast.secretary, version=0)
    people = {user.username: user for user in cast.organization.users.all()}
    for said in current["comments"]:
        for row in _rows(ita_round, said["rows"]):
            days = min(said["days"], (today - year.first_day).days)
            row.comment(by=people[said["by"]], text=said["text"], at=_moment(today, days))
    for decided in current["decisions"]:
        for row in _rows(ita_round, decided["rows"]):
            days = min(decided["days"], (today - year.first_day).days)
            row.decide(
                by=cast.secretary, text=decided["text"], agreed_due=None, at=_moment(today, days)
            )
    forget(cast.organization, NoticeKind.DECIDED)
    put_to_use(ita_round, admin=cast.admin, secretary=cast.secretary)
    return ita_round


def assign(cast: Cast, ita_round: Round, assignments: list[dict]) -> None:
    items = {
        item.number: item
        for item in DisclosureItem.objects.of(ita_round).select_related("ita_round")
    }
    for line in assignments:
        for number in parse_items(line["items"], highest=max(items)).numbers:
            items[number].assign(
                cast.units[line["unit"]],
                by=cast.admin,
                is_lead=not line.get("support", False),
                label=line.get("label", ""),
                at=_moment(ita_round.fiscal_year.first_day, 0),
            )


def add_measures(cast: Cast, ita_round: Round, measures: list[dict]) -> list[tuple]:
    added = []
    for number, details in enumerate(measures, start=1):
        words = {name: details.get(name, "").strip() for name in WORDS}
        months = map(_as_date, details["months"])
        measure = Measure.objects.create(
            ita_round=ita_round,
            number=number,
            **words,
            **dict(zip(MONTHS, months, strict=True)),
        )
        for name in details.get("units", []):
            measure.assign(
                cast.units[name],
                by=cast.admin,
                label=details.get("label", ""),
                at=_moment(ita_round.fiscal_year.first_day, 0),
            )
        numbers = parse_items(details.get("items", ""), highest=99).numbers
        measure.items.set(DisclosureItem.objects.of(ita_round).filter(number__in=numbers))
        added.append((measure, details))
    forget(cast.organization, NoticeKind.ASSIGNED)
    return added


def finish(cast: Cast, row: Row, unit: Unit, note: str, at: datetime) -> None:
    """Reported done, and accepted the next day."""
    move(cast, row, {"unit": unit.name, "state": "accepted", "note": note}, at)


def move(cast: Cast, row: Row, step: dict, at: datetime) -> None:
    """Bring a unit's part of a row to the state wanted, step by step as people would."""
    by, unit = cast.reporter(cast.units[step["unit"]])
    latest = row.latest_of(unit)
    version = latest.version if latest else 0
    status = Status.DOING if step["state"] == "doing" else Status.REVIEW
    row.record_progress(
        by=by,
        unit=unit,
        status=status,
        note=step["note"].replace("{title}", row.title),
        version=version,
        evidence=_published(row, by) if status == Status.REVIEW else (),
        at=at,
    )
    later, seen = at + timedelta(hours=25), version + 1
    if step["state"] == "accepted":
        row.accept(by=cast.reviewer(by), unit=unit, version=seen, at=later)
    elif step["state"] == "returned":
        row.send_back(by=cast.reviewer(by), unit=unit, note=step["reason"], version=seen, at=later)


def _published(row: Row, by: User) -> list[Evidence]:
    if not row.is_item:
        return []
    url = f"https://thamsing.example/ita/{row.ita_round.be_year}/o{row.number}"
    return [
        Evidence.objects.create(
            organization=row.ita_round.organization, title=row.title, url=url, by=by
        )
    ]


def _rows(ita_round: Round, rows: str) -> list[Row]:
    """ "O1–O3" are items, "3" is a measure."""
    if not rows.startswith("O"):
        return list(Measure.objects.of(ita_round).filter(number=int(rows)))
    return list(
        DisclosureItem.objects.of(ita_round).filter(
            number__in=parse_items(rows, highest=99).numbers
        )
    )


def _moment(day: date, days_before: int) -> datetime:
    """A working hour so many days before, spread over the morning."""
    earlier = day - timedelta(days=days_before)
    return timezone.make_aware(datetime.combine(earlier, time(9, 5 + days_before % 50)))


def _month_from(today: date, months: int) -> date:
    """The month so many months from this one, kept inside the fiscal year."""
    year = FiscalYear.of(today)
    place = year.months.index(today.replace(day=1)) + months
    return year.months[max(0, min(place, len(year.months) - 1))]


def _as_date(month: str | date) -> date:
    return date.fromisoformat(month) if isinstance(month, str) else month
