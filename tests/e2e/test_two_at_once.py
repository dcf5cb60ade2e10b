"""Many people recording in the same minute, against the real server and database."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from tests.e2e.conftest import hidden
from tests.recording.conftest import as_it_stands

pytestmark = pytest.mark.browser

PEOPLE = 50
ROWS = [f"/disclosures/{{year}}/{number}/" for number in range(1, 44)] + [
    f"/measures/{{year}}/{number}/" for number in range(1, 8)
]


def test_fifty_people_record_at_once_and_nobody_is_lost_or_refused(visitor, this_be_year, server):
    paths = [row.format(year=this_be_year) for row in ROWS]
    ready = Barrier(PEOPLE, timeout=60)
    with ThreadPoolExecutor(4) as few:
        people = list(few.map(lambda _: visitor().sign_in("siriporn"), range(PEOPLE)))

    def record(number):
        person, path = people[number], paths[number]
        form = person.get(f"{path}progress/")
        ready.wait()
        return person.post(
            f"{path}progress/",
            csrfmiddlewaretoken=hidden(form, "csrfmiddlewaretoken"),
            version=hidden(form, "version"),
            status="review",
            note=f"บันทึกพร้อมกันคนที่ {number}",
            url="",
        )

    with ThreadPoolExecutor(PEOPLE + 1) as crowd:
        printing = crowd.submit(people[0].get, f"/reports/{this_be_year}/progress/")
        answers = list(crowd.map(record, range(PEOPLE)))

    assert {status for status, _ in answers} == {200}
    assert "มาตรการ" in printing.result()
    for number, path in enumerate(paths):
        assert f"บันทึกพร้อมกันคนที่ {number}" in as_it_stands(people[0].get(path))


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
