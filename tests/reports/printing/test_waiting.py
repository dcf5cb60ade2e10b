"""The page that waits for a long print: how far it is, and then the print."""

import pytest

from reports.printing.prints import known_print
from tests.reports.printing.conftest import let_go

pytestmark = pytest.mark.slow


@pytest.fixture
def client(client_of, secretary, settings):
    settings.PRINT_PATIENCE = 0
    return client_of(secretary)


@pytest.fixture
def address(client):
    return client.get("/reports/2566/progress.pdf").url


@pytest.fixture
def made(address, office):
    return known_print(address.split("/")[4], keeper=str(office.pk))


def test_a_long_print_is_waited_for_on_a_page(client, address):
    page = client.get(address).content.decode()

    assert "กำลังจัดพิมพ์" in page
    assert f'<noscript><p><a href="{address}">ดูว่าเสร็จหรือยัง</a></p></noscript>' in page


def test_the_page_says_how_far_it_is(client, address, made):
    let_go(made)
    (made.folder / "report.pdf").unlink()
    (made.folder / "progress").write_text("12 82")

    with made._claimed():
        page = client.get(address, headers={"HX-Request": "true"}).content.decode()

    assert "จัดหน้าแล้ว 12 จากราว 82 หน้า" in page
    assert "<html" not in page


def test_the_page_leads_to_the_print_once_it_is_there(client, address, made):
    made.wait(100)

    assert client.get(address, follow=True).content.startswith(b"%PDF-1.7")


def test_a_script_that_polls_is_led_there_too(client, address, made):
    made.wait(100)

    response = client.get(address, headers={"HX-Request": "true"})

    assert response["HX-Redirect"] == "/reports/2566/progress.pdf"


def test_nobody_of_another_office_sees_it(client_of, stranger, admin, address, made):
    made.wait(100)

    assert client_of(stranger).get(address).status_code == 404
    assert client_of(admin).get(address).status_code == 302
