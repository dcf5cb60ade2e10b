"""Offices beside the demonstration's and the supervisor of them all, through the verbs."""

import secrets
from datetime import date

from django.core.management.base import CommandError
from django.db import transaction

from disclosures.actions import open_round
from disclosures.models import DisclosureItem
from ita_tracker.demo.loader import read
from measures.models import Measure
from office.reorganizing import make_unit
from organizations.models import Organization, Round, User
from organizations.permissions import Role
from thai.dates import FiscalYear
from tracking.models import Status

#: Of its measures each has so many, this many months into the year.
MEASURES = {"การปรับปรุงคะแนน IIT": 0, "การปรับปรุงคะแนน EIT": 3, "การเปิดเผยข้อมูลสาธารณะ": 6}


@transaction.atomic
def load_neighbours(number: int, *, today: date, password: str | None = None) -> dict[str, str]:
    """Make what is missing; returns the passwords of each one's admin and of the supervisor."""
    offices = read("neighbours")["offices"]
    if not 1 <= number <= len(offices):
        raise CommandError(f"มีหน่วยงานข้างเคียงสาธิต 1 ถึง {len(offices)} หน่วยงาน ไม่ใช่ {number}")
    passwords: dict[str, str] = {}
    for place, office in enumerate(offices[:number], start=1):
        if not Organization.objects.filter(slug=office["slug"]).exists():
            admin, secretary = _found(office, passwords, password)
            # One office is left behind all others.
            if place < max(number, 2):
                _work(admin, secretary, place, FiscalYear.of(today))
    supervisor, is_new = User.objects.get_or_create(
        username="prapa",
        defaults={"first_name": "นางประภา", "last_name": "ใจดี", "role": Role.SUPERVISOR},
    )
    supervisor.supervised.set(Organization.objects.all())
    if is_new or password:
        _let_in(supervisor, passwords, password)
    return passwords


def _found(office: dict, passwords: dict[str, str], password: str | None) -> tuple[User, User]:
    organization = Organization.objects.create(
        slug=office["slug"],
        name=f"องค์การบริหารส่วนตำบล{office['place']}",
        short_name=f"อบต.{office['place']}",
    )
    admin, secretary = (
        User.objects.create(
            username=f"{role}-{office['slug']}",
            first_name=f"{role.label} {organization}",
            role=role,
            organization=organization,
        )
        for role in (Role.ADMIN, Role.SECRETARY)
    )
    _let_in(admin, passwords, password)
    root = organization.units.get(parent=None)
    for name in ("สำนักปลัด", "กองคลัง"):
        make_unit(name=name, parent=root, by=admin)
    return admin, secretary


def _let_in(user: User, passwords: dict[str, str], password: str | None) -> None:
    passwords[user.username] = password or secrets.token_urlsafe(9)
    user.set_password(passwords[user.username])
    user.save()


def _work(admin: User, secretary: User, place: int, year: FiscalYear) -> None:
    """The further down the list, the further an office is; every third one forgot some items."""
    ita_round = open_round(organization=admin.office, be_year=year.be, by=admin)
    units = list(admin.office.units.exclude(parent=None))
    items = list(DisclosureItem.objects.of(ita_round).order_by("number"))
    for nth, item in enumerate(items[: len(items) - place % 3]):
        unit = units[nth % 2]
        item.assign(unit, by=admin)
        if nth < place * 2:
            report = item.record_progress(by=admin, unit=unit, status=Status.REVIEW, version=0)
            if nth % 4:
                item.accept(by=secretary, unit=unit, version=report.version)
            elif nth == 4:
                note = "โปรดแนบลิงก์ของปีนี้"
                item.send_back(by=secretary, unit=unit, note=note, version=report.version)
        elif nth % 3 == 0:
            item.record_progress(by=admin, unit=unit, status=Status.DOING, version=0)
    _plan(ita_round, admin, units, year)


def _plan(ita_round: Round, admin: User, units: list, year: FiscalYear) -> None:
    for number, (title, month) in enumerate(MEASURES.items(), start=1):
        measure = Measure.objects.create(
            ita_round=ita_round,
            number=number,
            title=title,
            first_month=year.months[month],
            last_month=year.months[month + 1],
        )
        measure.assign(units[number % 2], by=admin)
