"""A print that would take too much is stopped, leaves nothing behind, and is said in Thai."""

import pytest

from reports.printing.prints import known_print
from tests.reports.printing.conftest import page
from tests.reports.printing.test_at_once import LONG

pytestmark = pytest.mark.slow

TOO_LARGE = page("ก" * 40_000_000)


def left_in(made) -> list[str]:
    return sorted(file.name for file in made.folder.iterdir())


def test_too_long_a_print_is_stopped(settings, printed):
    settings.PRINT_SECONDS = 1

    made = printed(LONG)

    assert made.trouble == "too-long"
    assert left_in(made) == ["claim", "trouble"]


def test_too_large_a_print_is_stopped(settings, printed):
    settings.PRINT_MEGABYTES = 400

    made = printed(TOO_LARGE)

    assert made.trouble == "too-large"
    assert left_in(made) == ["claim", "trouble"]


def test_a_page_that_lacks_a_picture_is_not_printed_without_it(printed):
    assert printed(page('<img src="/static/img/none.png">')).trouble == "broken"


@pytest.fixture
def waiting(client_of, secretary, settings):
    """The browser on the page that waits, the report being longer than it is let to be."""
    settings.PRINT_SECONDS = 0
    client = client_of(secretary)
    return client, client.get("/reports/2566/progress.pdf").url


def test_they_read_why_in_thai_and_that_others_went_on(waiting):
    client, address = waiting

    said = client.get(address).content.decode()

    assert "ใช้เวลาเกิน 0 วินาที ระบบจึงหยุดไว้เพื่อให้ผู้อื่นใช้งานต่อได้" in said
    assert "จัดพิมพ์อีกครั้ง" in said


def test_it_is_not_tried_over_and_over(waiting, settings):
    client, address = waiting
    settings.PRINT_SECONDS = 100

    assert client.get("/reports/2566/progress.pdf").url == address


def test_it_is_tried_again_when_they_say_so(waiting, settings):
    client, address = waiting
    settings.PRINT_SECONDS = 100

    response = client.post(address, follow=True)

    assert response.content.startswith(b"%PDF-1.7")


def test_a_disk_without_room_is_said_too(client_of, secretary, monkeypatch):
    def full():
        return open("/dev/full", "w+b")

    monkeypatch.setattr("reports.printing.prints.tempfile.TemporaryFile", full)

    response = client_of(secretary).get("/reports/2566/progress.pdf", follow=True)

    assert "การจัดพิมพ์หยุดกลางคัน" in response.content.decode()


def test_a_print_nobody_knows_is_offered_anew(client_of, secretary):
    page = client_of(secretary).get(f"/reports/2566/prints/{'0' * 64}/").content.decode()

    assert not known_print("0" * 64, keeper="office").is_ready
    assert "จัดพิมพ์อีกครั้ง" in page
