import uuid

import pytest

from organizations.accounts import NewPerson, open_accounts
from organizations.models import User


@pytest.fixture
def unit(office):
    return lambda name: office.units.get(name=name)


@pytest.fixture
def client(client_of, admin):
    return client_of(admin)


@pytest.fixture
def neighbour_admin(db):
    return User.objects.get(username="neighbour-admin")


@pytest.fixture
def new_clerk(admin, unit):
    """Somebody of กองช่าง with a password for one sign-in, which the slip tells."""
    new = NewPerson("somchai", "นายสมชาย", "ใจดี", "staff", [unit("กองช่าง")])
    [slip] = open_accounts([new], by=admin, sent=uuid.uuid4())
    return slip
