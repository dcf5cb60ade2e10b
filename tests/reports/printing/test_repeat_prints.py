"""What is printed again without having changed is only read; whatever changed is printed anew."""

import shutil

import pytest
from django.conf import settings as given

from disclosures.models import DisclosureItem
from measures.models import Measure
from organizations.models import Organization
from reports.printing.prints import known_print, print_of
from reports.printing.sweeping import sweep
from tests.reports.printing.conftest import page
from tracking.models import Entry

# On PostgreSQL too: what was read is compared as the database gave it.
pytestmark = [pytest.mark.both_databases, pytest.mark.slow]


def key(html: str) -> str:
    return print_of(html, keeper="office").key


@pytest.fixture
def kept(empty_store):
    """Another text in the place of every print that is kept: whoever gets it got it from there."""

    def replace(text=b"%PDF kept"):
        for pdf in empty_store.glob("*/*/report.pdf"):
            pdf.write_bytes(text)

    return replace


def test_an_unchanged_report_comes_from_the_store(client_of, secretary, kept):
    client = client_of(secretary)
    client.get("/reports/2566/progress.pdf")
    kept()

    assert client.get("/reports/2566/progress.pdf").content == b"%PDF kept"


def test_a_changed_comma_is_printed_anew(client_of, secretary, source_year, kept):
    client = client_of(secretary)
    client.get("/reports/2566/progress.pdf")
    kept()
    measure = Measure.objects.of(source_year).get(number=1)
    measure.method += ","
    measure.save()

    assert client.get("/reports/2566/progress.pdf").content.startswith(b"%PDF-1.7")


def test_what_is_changed_back_is_still_there(client_of, secretary, source_year, kept):
    client, measures = client_of(secretary), Measure.objects.of(source_year).filter(number=1)
    title = measures.get().title
    client.get("/reports/2566/progress.pdf")
    kept()
    measures.update(title="อย่างอื่น")
    client.get("/reports/2566/progress.pdf")
    measures.update(title=title)

    assert client.get("/reports/2566/progress.pdf").content == b"%PDF kept"


def rename_measure(ita_round):
    Measure.objects.of(ita_round).filter(number=2).update(title="ชื่อใหม่")


def rename_office(ita_round):
    Organization.objects.filter(pk=ita_round.organization_id).update(name="ชื่อใหม่")


def rename_unit(ita_round):
    ita_round.organization.units.filter(name="กองคลัง").update(name="กองคลังใหม่")


def take_away_an_assignment(ita_round):
    DisclosureItem.objects.of(ita_round).get(number=1).assignments.all().delete()


def reword(ita_round):
    ita_round.wording.title = "ชื่อใหม่"
    ita_round.wording.save()


def add_measure(ita_round):
    Measure.objects.create(ita_round=ita_round, number=99, title="มาตรการใหม่")


def report_something(ita_round):
    last = Entry.objects.filter(row__ita_round=ita_round, row__kind="measure").first()
    Entry.objects.create(
        row=last.row,
        unit=last.unit,
        by=last.by,
        at=last.at,
        version=99,
        old_status="doing",
        status="review",
        note="ผลใหม่",
    )


@pytest.mark.parametrize(
    "edit",
    [
        rename_measure,
        rename_office,
        rename_unit,
        take_away_an_assignment,
        reword,
        add_measure,
        report_something,
    ],
)
def test_whatever_changed_is_printed_anew(client_of, secretary, source_year, kept, edit):
    client = client_of(secretary)
    client.get("/reports/2566/progress.pdf")
    kept()
    assert client.get("/reports/2566/progress.pdf").content == b"%PDF kept"

    edit(source_year)

    assert client.get("/reports/2566/progress.pdf").content.startswith(b"%PDF-1.7")


@pytest.mark.parametrize(
    "file", ["static/css/paper.css", "static/fonts/SarabunITA-Bold.ttf", "reports/pdf.py"]
)
def test_another_look_is_another_print(settings, tmp_path, file):
    for name in ("static/css", "static/fonts"):
        shutil.copytree(given.BASE_DIR / name, tmp_path / name)
    (tmp_path / "reports").mkdir()
    shutil.copy(given.BASE_DIR / "reports/pdf.py", tmp_path / "reports/pdf.py")
    settings.BASE_DIR = tmp_path
    before = key(page("ข้อความ"))

    with (tmp_path / file).open("a") as changed:
        changed.write(" ")

    assert key(page("ข้อความ")) != before


def test_a_key_opens_nothing_of_another_office(printed):
    made = printed(page("ของเรา"))

    assert made.is_ready
    assert not known_print(made.key, keeper="another").is_ready


def test_what_was_longest_not_asked_for_is_swept_first(printed, empty_store):
    old, asked_again, new = (printed(page(text)) for text in ("หนึ่ง", "สอง", "สาม"))
    asked_again.read()
    size = sum(file.stat().st_size for file in new.folder.iterdir())

    sweep(empty_store, keep=size * 5 // 2, but=new.folder)

    assert [made.is_ready for made in (old, asked_again, new)] == [False, True, True]


def test_the_store_keeps_within_its_size_by_itself(settings, printed):
    settings.PRINTS_KEPT_MEGABYTES = 0

    first, second = printed(page("หนึ่ง")), printed(page("สอง"))

    assert second.is_ready
    assert not first.is_ready


def test_what_is_being_printed_is_not_swept(empty_store):
    being_printed = print_of(page("หนึ่ง"), keeper="office")
    being_printed.folder.mkdir(parents=True)

    with being_printed._claimed():
        sweep(empty_store, keep=0, but=empty_store)

    assert being_printed.folder.exists()
