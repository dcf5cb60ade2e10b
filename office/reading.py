"""What the admin's pages start from: their own office, its units and its people."""

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.shortcuts import get_object_or_404

from organizations.models import Organization, Round, Unit, User
from organizations.permissions import Permission


def office_of(user: User) -> Organization:
    if user.organization is None or not user.may(Permission.KEEP_PEOPLE):
        raise PermissionDenied
    return user.organization


def get_unit(user: User, pk: int) -> Unit:
    units = office_of(user).units.select_related("organization", "parent", "merged_into")
    return get_object_or_404(units, pk=pk)


def people_of(office: Organization) -> QuerySet[User]:
    """The people who work here; whoever may enter Django admin is the operator's to look after."""
    return office.users.filter(is_superuser=False, is_staff=False)


def get_person(user: User, pk: int) -> User:
    people = people_of(office_of(user)).select_related("organization").prefetch_related("units")
    return get_object_or_404(people, pk=pk)


def year_at_work(office: Organization) -> Round | None:
    return office.rounds.order_by("-is_open", "-be_year").first()
