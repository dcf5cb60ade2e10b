from datetime import timedelta

import pytest
import time_machine
from django.core.cache import cache

from tests.conftest import MORNING
from tests.organizations.second_factor.phone import set_up, sign_in


@pytest.fixture(autouse=True)
def nobody_has_tried_yet(db):
    cache.clear()


@pytest.fixture
def required(settings):
    settings.REQUIRE_MFA = True


@pytest.fixture
def phone(staff):
    """The secret in the phone of a person who set it up this morning, some minutes ago."""
    client, _ = sign_in(staff.username)
    with time_machine.travel(MORNING - timedelta(minutes=10), tick=False):
        return set_up(client)
