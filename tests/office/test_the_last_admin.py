"""An office is never left without an admin who can sign in."""

import uuid

import pytest
from django.core.exceptions import ValidationError

from organizations.accounts import NewPerson, open_accounts

# On PostgreSQL too: locks.
pytestmark = pytest.mark.both_databases

OWN = "ของตนเอง-ยาวพอ-2570"


def test_nobody_closes_their_own_account(admin):
    with pytest.raises(ValidationError, match="ตนเอง"):
        admin.deactivate(by=admin)


def test_the_last_admin_keeps_the_role(admin):
    with pytest.raises(ValidationError, match="คนสุดท้าย"):
        admin.change(by=admin, role="staff", units=admin.units.all())

    admin.refresh_from_db()
    assert admin.role == "admin"


def test_an_admin_who_never_signed_in_is_not_counted(admin):
    new = NewPerson("deputy", "นายรอง", "", "admin", [])
    [slip] = open_accounts([new], by=admin, sent=uuid.uuid4())
    with pytest.raises(ValidationError, match="คนสุดท้าย"):
        admin.change(by=admin, role="staff", units=admin.units.all())

    slip.person.set_password(OWN)
    slip.person.save()

    admin.change(by=admin, role="staff", units=admin.units.all())
    assert admin.role == "staff"


def test_of_two_admins_who_remove_each_other_one_stays(admin, new_clerk, unit):
    deputy = new_clerk.person
    deputy.change(by=admin, role="admin", units=[unit("กองช่าง")])
    deputy.set_password(OWN)
    deputy.save()
    admin.deactivate(by=deputy)

    with pytest.raises(ValidationError, match="คนสุดท้าย"):
        deputy.deactivate(by=admin)
