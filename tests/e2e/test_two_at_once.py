"""Many people recording in the same minute, against the real server and database."""

import re
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Event

import pytest

from tests.e2e.conftest import hidden
from tests.tracking.evidence import makers
from tests.tracking.recording.conftest import as_it_stands

# On PostgreSQL too: people writing at once wait for locks, and each database has its own.
pytestmark = [pytest.mark.browser, pytest.mark.both_databases]

PEOPLE = 50
WITH_A_PICTURE = range(0, PEOPLE, 10)
ROWS = [f"/disclosures/{{year}}/{number}/" for number in range(1, 44)] + [
    f"/measures/{{year}}/{number}/" for number in range(1, 8)
]


def test_fifty_people_record_while_the_report_is_printed_and_nobody_is_lost_or_refused(
    visitor, this_be_year
):
    paths = [row.format(year=this_be_year) for row in ROWS]
    ready, recorded = Barrier(PEOPLE, timeout=60), Event()
    with ThreadPoolExecutor(4) as few:
        printer, *people = few.map(lambda _: visitor().sign_in("siriporn"), range(PEOPLE + 1))

    with ThreadPoolExecutor(PEOPLE + 1) as crowd:
        printing = crowd.submit(print_until, recorded, printer, this_be_year)
        try:
            answers = list(crowd.map(record, people, paths, range(PEOPLE), [ready] * PEOPLE))
        finally:
            recorded.set()

    assert {status for status, _ in answers} == {200}
    assert {paper[:5] for paper in printing.result()} == {b"%PDF-"}
    pages = [as_it_stands(people[0].get(path)) for path in paths]
    assert missing(pages, "บันทึกพร้อมกันคนที่ {}", range(PEOPLE)) == []
    assert missing(pages, "ภาพของคนที่ {}.png", WITH_A_PICTURE) == []


def record(person, path, number, ready):
    form = person.get(f"{path}progress/")
    ready.wait()
    return person.post(
        f"{path}progress/",
        csrfmiddlewaretoken=hidden(form, "csrfmiddlewaretoken"),
        version=hidden(form, "version"),
        status="review",
        note=f"บันทึกพร้อมกันคนที่ {number}",
        url="",
        **picture_from(number),
    )


def print_until(recorded, person, year) -> list[bytes]:
    papers = []
    while not papers or not recorded.is_set():
        papers.append(person.fetch(f"/reports/{year}/progress.pdf"))
    return papers


def picture_from(number) -> dict:
    if number not in WITH_A_PICTURE:
        return {}
    return {"files": makers.named(f"ภาพของคนที่ {number}.png", makers.picture("PNG"))}


def missing(pages, words, numbers) -> list[int]:
    """The people whose words are not on the page of the row that they recorded."""
    return [number for number in numbers if not says(pages[number], words.format(number))]


def says(page, words) -> bool:
    return re.search(rf"{re.escape(words)}(?!\d)", page) is not None


def test_the_second_of_two_with_one_version_sees_both_texts(visitor, this_be_year):
    path = f"/disclosures/{this_be_year}/35/progress/"
    first, second = visitor().sign_in("arunee"), visitor().sign_in("arunee")
    forms = [person.get(path) for person in (first, second)]

    def save(person, form, note):
        return person.post(
            path,
            csrfmiddlewaretoken=hidden(form, "csrfmiddlewaretoken"),
            version=hidden(form, "version"),
            status="doing",
            note=note,
            url="",
        )

    saved, _ = save(first, forms[0], "ข้อความของคนแรก")
    refused, page = save(second, forms[1], "ข้อความของคนที่สอง")

    assert (saved, refused) == (200, 409)
    assert "ข้อความของคนแรก" in page
    assert "ข้อความของคนที่สอง" in page
