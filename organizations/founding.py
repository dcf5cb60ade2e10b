"""Another organization in the same database, with somebody who can sign in and do the rest."""

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from organizations.accounts import Slip
from organizations.models import AccountStep, Organization, User
from organizations.models.account import USERNAME_TAKEN
from organizations.one_time import GOOD_FOR, new_password
from organizations.permissions import Role
from thai.names import name_parts

NAME_TAKEN = "มีหน่วยงานชื่อนี้แล้ว"


@transaction.atomic
def found_organization(
    *, name: str, short_name: str, slug: str, admin_name: str, admin_username: str
) -> Slip:
    """The organization and its first admin, whose one-time password stands on the slip alone.

    All or nothing. Raises ValidationError, by field, with a sentence for the operator.
    """
    organization = Organization(name=name.strip(), short_name=short_name.strip(), slug=slug)
    organization.full_clean()
    if Organization.objects.filter(name=organization.name).exists():
        raise ValidationError({"name": NAME_TAKEN})
    try:
        with transaction.atomic():
            organization.save()
    except IntegrityError:
        raise ValidationError({"slug": "มีหน่วยงานที่ใช้รหัสนี้แล้ว"}) from None
    return appoint_first_admin(organization, name=admin_name, username=admin_username)


@transaction.atomic
def appoint_first_admin(organization: Organization, *, name: str, username: str) -> Slip:
    """Nobody of the office can have made this account, so its history begins with its owner."""
    title, first, last = name_parts(" ".join(name.split()))
    person = User(
        username=username,
        first_name=f"{title}{first}",
        last_name=last,
        role=Role.ADMIN,
        organization=organization,
    )
    password = new_password()
    person.set_password(password)
    person.one_time_until = timezone.now() + GOOD_FOR
    if not first:
        raise ValidationError({"admin_name": "โปรดระบุชื่อและนามสกุลของผู้ดูแลระบบคนแรก"})
    if User.objects.filter(username__iexact=username).exists():
        raise ValidationError({"admin_username": USERNAME_TAKEN})
    person.full_clean()
    try:
        with transaction.atomic():
            person.save()
    except IntegrityError:
        raise ValidationError({"admin_username": USERNAME_TAKEN}) from None
    person.keep_change(AccountStep.OPENED, by=person, text="โดยผู้ดูแลการติดตั้ง")
    return Slip(person, (), password)
