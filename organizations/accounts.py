"""Accounts made for people, and the slips that tell them their first password."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from uuid import UUID

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from organizations.models import AccountChange, Organization, Unit, User
from organizations.models.account import USERNAME_TAKEN
from organizations.permissions import OFFICE_ROLES, Permission


class ShownAlready(Exception):
    """The form was sent before: its passwords were shown then and are nowhere kept."""


@dataclass(frozen=True)
class NewPerson:
    username: str
    first_name: str
    last_name: str
    role: str
    units: Sequence[Unit]
    email: str = ""


@dataclass(frozen=True)
class Slip:
    """What is printed for one person, once. The password is in no log that prints a slip."""

    person: User
    units: tuple[str, ...]
    password: str = field(repr=False)

    @property
    def until(self) -> date:
        """The last whole day it is good for."""
        return timezone.localdate(self.person.one_time_until) - timedelta(days=1)


@transaction.atomic
def open_accounts(people: Iterable[NewPerson], *, by: User, sent: UUID) -> list[Slip]:
    """All of them or none. Raises ShownAlready, and ValidationError where a user name is taken."""
    office = _first_time(by, sent)
    return [_open(office, one, by, sent) for one in people]


@transaction.atomic
def issue_passwords(people: Iterable[User], *, by: User, sent: UUID) -> list[Slip]:
    _first_time(by, sent)
    return [_slip(person, person.issue_password(by=by, sent=sent)) for person in people]


@transaction.atomic
def reactivate(person: User, *, by: User, sent: UUID) -> list[Slip]:
    _first_time(by, sent)
    return [_slip(person, person.reactivate(by=by, sent=sent))]


def was_sent(sent: UUID) -> bool:
    """Whether the form has made passwords before."""
    return AccountChange.objects.filter(sent=sent).exists()


def _first_time(by: User, sent: UUID) -> Organization:
    """The office, held: of one form sent twice the second waits here, and sees the first."""
    if by.organization_id is None or not by.may(Permission.KEEP_PEOPLE):
        raise PermissionDenied
    office = Organization.objects.select_for_update().get(pk=by.organization_id)
    if was_sent(sent):
        raise ShownAlready
    return office


def _open(office: Organization, new: NewPerson, by: User, sent: UUID) -> Slip:
    if new.role not in OFFICE_ROLES or any(one.organization_id != office.pk for one in new.units):
        raise PermissionDenied
    try:
        with transaction.atomic():
            person = User.objects.create(
                username=new.username,
                first_name=new.first_name,
                last_name=new.last_name,
                email=new.email,
                role=new.role,
                organization=office,
            )
    except IntegrityError:
        raise ValidationError({"username": USERNAME_TAKEN}) from None
    person.units.set(new.units)
    return _slip(person, person.issue_password(by=by, sent=sent, step="opened"))


def _slip(person: User, password: str) -> Slip:
    return Slip(person, tuple(unit.name for unit in person.units.all()), password)
