"""The command an operator types to bring in last year's document."""

import pytest
from django.core.management import CommandError, call_command

from disclosures.models import DisclosureItem, ItemAssignment
from ita_tracker.demo.loader import load_office, read
from measures.models import Measure
from organizations.models import User
from organizations.permissions import Role
from tests.measures.importing.conftest import FORMS, SAMPLES
from tracking.models import Status

# On PostgreSQL too: texts of foreign documents in its columns.
pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


@pytest.fixture
def twin(db):
    """An office like the one of the report, with its units and nothing else."""
    office = read("office") | {
        "organization": {"slug": "twin", "name": "อบต.แฝด", "short_name": "แฝด"}
    }
    organization = load_office(office)
    User.objects.create(username="twin-admin", role=Role.ADMIN, organization=organization)
    return organization


@pytest.fixture
def imported(twin, capsys):
    def run(form="docx", *more):
        call_command(
            "import_measures",
            str(SAMPLES / f"report-2566.{form}"),
            "--organization=twin",
            "--year=๒๕๖๖",
            *more,
        )
        return capsys.readouterr().out

    return run


@pytest.mark.parametrize("form", FORMS)
def test_the_source_report_becomes_a_year(imported, twin, form):
    imported(form)

    ita_round = twin.rounds.get(be_year=2566)
    assert Measure.objects.of(ita_round).count() == 11
    assert list(
        DisclosureItem.objects.of(ita_round)
        .filter(assignments=None)
        .values_list("number", flat=True)
    ) == [29]


def test_who_shares_a_line_leads_or_supports(imported, twin):
    imported()

    links = ItemAssignment.objects.filter(item__ita_round__organization=twin, item__number=30)
    assert [(link.unit.name, link.is_lead) for link in links] == [
        ("กองคลัง", True),
        ("กองช่าง", False),
        ("สำนักปลัด", False),
    ]


def test_a_result_that_says_done_waits_for_review(imported, twin):
    imported()

    measure = Measure.objects.of(twin.rounds.get(be_year=2566)).get(number=1)
    (entry,) = measure.history()
    assert (entry.unit.name, entry.status) == ("สำนักปลัด", Status.REVIEW)


def test_the_cells_are_kept_as_they_stood_even_when_mended(imported, twin):
    imported("docx", "--mend")

    measure = Measure.objects.of(twin.rounds.get(be_year=2566)).get(number=1)
    assert "ยืมใช้ทรัพย์สิน" in measure.aims
    assert "ยื่นใช้ทรัพย์สิน" in measure.imported_cells["มาตรการ"]


def test_a_trial_run_tells_what_it_understood_and_writes_nothing(imported, twin):
    said = imported("docx", "--dry-run")

    assert "มาตรการ 10 การส่งเสริมความโปร่งใส" in said
    assert "ไม่มีผู้รับผิดชอบข้อ O29" in said
    assert "เสนอแก้ “ยื่นใช้” เป็น “ยืมใช้”" in said
    assert not twin.rounds.exists()


def test_a_year_that_has_its_measures_is_left_as_it_is(imported, twin):
    imported()

    with pytest.raises(CommandError, match="มีมาตรการลำดับที่ 1, 2"):
        imported()

    assert Measure.objects.of(twin.rounds.get(be_year=2566)).count() == 11


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"--organization": "nobody"}, "ไม่พบหน่วยงาน nobody"),
        ({"--year": "ปีนี้"}, "ไม่เข้าใจปี"),
        ({"--year": "2566", "--by": "thanakorn"}, "ไม่พบผู้ใช้ thanakorn"),
    ],
)
def test_what_was_asked_wrongly_is_named(twin, changed, said):
    asked = {"--organization": "twin", "--year": "2566"} | changed

    with pytest.raises(CommandError, match=said):
        call_command("import_measures", str(SAMPLES / "report-2566.docx"), *_words(asked))


def _words(asked):
    return [f"{name}={value}" for name, value in asked.items()]
