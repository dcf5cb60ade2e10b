"""The source report in its three forms, and the office that it is read against."""

from pathlib import Path

import pytest

from disclosures.actions import open_round
from ita_tracker.demo.loader import load_office, read
from measures.importing.drafts import Office
from measures.importing.tables import read_pasted, read_tables
from measures.importing.units import KnownUnit
from organizations.models import User
from organizations.permissions import Role
from thai.dates import FiscalYear

SAMPLES = Path(__file__).parent / "samples"
FORMS = ["docx", "xlsx", "html"]


@pytest.fixture
def sample():
    """The tables of one form of the source report."""

    def tables(form: str):
        file = SAMPLES / f"report-2566.{form}"
        if form == "html":
            return read_pasted(file.read_text(encoding="utf-8"))
        return read_tables(file.name, file.read_bytes())

    return tables


@pytest.fixture(scope="session")
def known_units() -> list[KnownUnit]:
    known = [KnownUnit("ทุกส่วนราชการ")]
    for division, sections in read("office")["units"].items():
        known.append(KnownUnit(division, "ทุกส่วนราชการ"))
        known += [KnownUnit(section, division) for section in sections]
    return known


@pytest.fixture(scope="session")
def source_office(known_units) -> Office:
    return Office(known_units, 43, FiscalYear(2566))


@pytest.fixture
def newcomer(db):
    """The admin of an office like the one of the report, its year opened and empty."""
    named = {"slug": "new", "name": "องค์การบริหารส่วนตำบลถ้ำสิงห์", "short_name": "อบต.ใหม่"}
    organization = load_office(read("office") | {"organization": named})
    admin = User.objects.create(username="newcomer", role=Role.ADMIN, organization=organization)
    open_round(organization=organization, be_year=2566, by=admin)
    return admin


@pytest.fixture
def client(client_of, newcomer):
    return client_of(newcomer)


@pytest.fixture
def year(newcomer):
    return newcomer.organization.rounds.get()


def typed_in(page) -> dict:
    """What the browser would send of the forms as they stand."""
    forms = page.context["forms"]
    return {
        form.add_prefix(name): form.initial.get(name, "") for form in forms for name in form.fields
    }
