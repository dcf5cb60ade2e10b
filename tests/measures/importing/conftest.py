"""The source report in its three forms, and the office that it is read against."""

from pathlib import Path

import pytest

from ita_tracker.demo.loader import read
from ita_tracker.thai import FiscalYear
from measures.importing.drafts import Office
from measures.importing.tables import read_pasted, read_tables
from measures.importing.units import KnownUnit

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
