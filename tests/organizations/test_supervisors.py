"""A supervisor reads several organizations, and belongs to none."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from organizations.models import User
from organizations.permissions import OFFICE_ROLES, Role

# On PostgreSQL too: a constraint says who belongs to an office.
pytestmark = pytest.mark.both_databases


def test_a_supervisor_belongs_to_no_office(supervisor, office):
    supervisor.organization = office

    with pytest.raises(ValidationError, match="ผู้กำกับดูแลไม่สังกัดหน่วยงานใด"):
        supervisor.full_clean()


def test_nor_does_the_database_give_them_one(supervisor, office):
    with pytest.raises(IntegrityError):
        User.objects.filter(pk=supervisor.pk).update(organization=office)


@pytest.mark.django_db
@pytest.mark.parametrize("role", OFFICE_ROLES)
def test_whoever_works_in_an_office_has_one(role):
    with pytest.raises(IntegrityError):
        User.objects.create(username="nobody", role=role)


def test_the_roles_of_an_office_are_all_but_the_supervisors():
    assert {*OFFICE_ROLES, Role.SUPERVISOR} == set(Role)


def test_the_operator_appoints_one_in_django_admin(client_of, operator, office, next_door):
    client = client_of(operator)
    password = "a-password-of-hers"

    client.post(
        "/admin/organizations/user/add/",
        {
            "username": "prapa",
            "role": Role.SUPERVISOR,
            "password1": password,
            "password2": password,
        },
    )

    made = User.objects.get(username="prapa")
    client.post(
        f"/admin/organizations/user/{made.pk}/change/",
        {
            "username": "prapa",
            "role": Role.SUPERVISOR,
            "is_active": "on",
            "supervised": [office.pk, next_door.pk],
        },
    )
    assert set(made.supervised.all()) == {office, next_door}
