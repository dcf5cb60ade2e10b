"""A report on its way: proposed by the secretary, approved by the executive."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from checking.check import build_check
from issuing.approving import approve
from issuing.models import IssuedReport
from issuing.proposing import propose

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=ZoneInfo("Asia/Bangkok"))
SITE = "https://ita.example.go.th"


@pytest.fixture(autouse=True)
def empty_store(settings, tmp_path):
    settings.PRINTS_ROOT = tmp_path / "prints"


@pytest.fixture
def proposed(secretary):
    """The year's report as it stands, put before the executives."""

    def put(ita_round, **more):
        check = build_check(ita_round, today=NOON.date())
        details = {"reason": "จะแก้ในรอบหน้า", "by": secretary} | more
        return propose(ita_round, check=check, at=NOON, **details)

    return put


@pytest.fixture
def issue(proposed, executive):
    """The year's report as it stands, issued."""

    def make(ita_round, **more):
        return approve(proposed(ita_round, **more), by=executive, at=NOON, site=SITE)

    return make


@pytest.fixture
def first(db) -> IssuedReport:
    """The demonstration's: of 2566, number 1, published."""
    return IssuedReport.objects.get(organization__slug="tham-sing", year=2566)
