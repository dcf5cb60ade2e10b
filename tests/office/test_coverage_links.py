"""A line of coverage about a unit leads the admin to where it is mended."""

import pytest

from office.reorganizing import make_unit


@pytest.fixture
def idle(unit, admin):
    return make_unit(name="กองว่าง", parent=unit("ทุกส่วนราชการ"), by=admin)


@pytest.mark.parametrize("path", ["/reports/2570/", "/reports/2570/board/"])
def test_a_unit_nobody_signs_in_for_leads_to_its_people(client, unit, path):
    url = f"/office/people/?unit={unit('ศูนย์พัฒนาเด็กเล็ก').pk}"

    assert url in client.get(path).content.decode()
    assert "เพิ่มผู้ใช้ของหน่วยนี้" in client.get(url).content.decode()


@pytest.mark.parametrize("path", ["/reports/2570/", "/reports/2570/board/"])
def test_a_unit_with_nothing_to_do_leads_to_its_page(client, idle, path):
    assert f'href="/office/units/{idle.pk}/"' in client.get(path).content.decode()


def test_the_secretary_is_led_nowhere_they_may_not_go(client_of, secretary, idle):
    page = client_of(secretary).get("/reports/2570/").content.decode()

    assert "กองว่าง" in page
    assert "/office/" not in page


def test_a_closed_year_asks_for_nobody_to_sign_in(client):
    page = client.get("/reports/2566/").content.decode()

    assert "ส่วนราชการที่ไม่มีผู้เข้าใช้ระบบได้" not in page
