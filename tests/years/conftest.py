"""A year opened from the one of the source report, and being prepared."""

import pytest

from organizations.models import Round
from years.opening import open_from


@pytest.fixture
def client(client_of, admin):
    return client_of(admin)


@pytest.fixture
def prepared(source_year, admin) -> Round:
    return open_from(source_year, be_year=2568, edition=2568, by=admin)


@pytest.fixture
def next_year(this_year, admin) -> Round:
    return open_from(this_year, be_year=2571, edition=2569, by=admin)
