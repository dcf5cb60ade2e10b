"""People of whom a second factor is required, where the installation says so."""

import pytest

from organizations.permissions import OFFICE_ROLES
from tests.organizations.second_factor.phone import SET_UP, is_in, prove_password, set_up

WHY = "โปรดเปิดการยืนยันสองขั้นก่อนเริ่มใช้ระบบ"


@pytest.mark.usefixtures("required")
def test_who_must_have_it_may_not_switch_it_off(client_of, admin):
    client = client_of(admin)
    set_up(client)

    response = client.post(f"{SET_UP}remove/")

    assert "ปิดไม่ได้" in response.content.decode()
    assert admin.has_second_factor


@pytest.mark.usefixtures("required")
@pytest.mark.parametrize("who", ["admin", "secretary", "operator"])
def test_who_must_have_it_sets_it_up_before_anything_else(request, client_of, who):
    client = client_of(request.getfixturevalue(who))

    for path in ("/", "/reports/2570/", "/admin/", "/measures/2570/1/"):
        assert client.get(path).url == SET_UP
    assert WHY in client.get(SET_UP, follow=True).content.decode()
    prove_password(client)
    assert WHY in client.get(SET_UP).content.decode()
    set_up(client)
    assert client.get("/").url != SET_UP


@pytest.mark.usefixtures("required")
def test_a_part_of_a_page_takes_the_whole_page_there(client_of, admin):
    response = client_of(admin).get("/reports/2570/board/", headers={"HX-Request": "true"})

    assert (response.status_code, response["HX-Redirect"]) == (204, SET_UP)


@pytest.mark.usefixtures("required")
def test_they_may_sign_out_instead(client_of, admin):
    client = client_of(admin)

    client.post("/accounts/logout/")

    assert not is_in(client)


@pytest.mark.usefixtures("required")
@pytest.mark.parametrize("who", ["staff", "executive", "supervisor"])
def test_everybody_else_is_left_alone(request, client_of, who):
    person = request.getfixturevalue(who)

    assert client_of(person).get("/").url != SET_UP
    assert not person.must_have_second_factor


@pytest.mark.parametrize("role", OFFICE_ROLES)
def test_where_nothing_is_required_nobody_is_led_there(office, client_of, role):
    person = office.users.filter(role=role).first()

    assert client_of(person).get("/", follow=True).status_code == 200


@pytest.mark.usefixtures("required")
def test_a_page_costs_one_query_more(client_of, secretary, queries_for, settings):
    client = client_of(secretary)
    set_up(client)
    asked = queries_for(client, "/measures/2570/")

    settings.REQUIRE_MFA = False

    assert asked == queries_for(client, "/measures/2570/") + 1
