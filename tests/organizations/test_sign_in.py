"""Coming in, being kept out, and changing a password."""

import pytest
from django.core.cache import cache
from django.test import Client

from ita_tracker import settings as ours
from tests.conftest import PASSWORD

# On PostgreSQL too: wrong passwords are counted in a table.
pytestmark = pytest.mark.both_databases


@pytest.fixture(autouse=True)
def nobody_has_tried_yet(db):
    cache.clear()


def sign_in(client, username, password, **more):
    return client.post("/accounts/login/", {"login": username, "password": password, **more})


def test_a_username_and_a_password_are_enough(client, staff):
    response = sign_in(client, staff.username, PASSWORD)

    assert response.url == "/"
    assert client.session["_auth_user_id"] == str(staff.pk)


def test_they_come_back_to_the_page_they_asked_for(client, staff):
    asked = client.get("/measures/2570/1/")

    response = client.post(asked.url, {"login": staff.username, "password": PASSWORD})

    assert response.url == "/measures/2570/1/"


def test_a_form_sent_too_late_leads_back_to_where_it_stood(client, db):
    page = "http://testserver/reports/2570/proposals/1/"

    late = client.post("/reports/2570/proposals/1/approve/", headers={"Referer": page})

    assert late.url == "/accounts/login/?next=%2Freports%2F2570%2Fproposals%2F1%2F"


def test_a_form_of_another_site_leads_nowhere_else(client, db):
    elsewhere = "https://example.com/reports/2566/"

    late = client.post("/reports/2570/proposals/1/approve/", headers={"Referer": elsewhere})

    assert late.url == "/accounts/login/?next=/reports/2570/proposals/1/approve/"


def test_nobody_is_sent_to_another_site(client, staff):
    response = sign_in(client, staff.username, PASSWORD, next="https://evil.example/")

    assert response.url == "/"


def test_a_wrong_password_is_answered_in_thai_without_saying_which_part_was_wrong(client, staff):
    wrong = sign_in(client, staff.username, "wrong").content.decode()
    unknown = sign_in(client, "nobody-here", "wrong").content.decode()

    assert "ไม่ถูกต้อง" in wrong
    assert wrong.count("invalid-feedback") == unknown.count("invalid-feedback")


def test_somebody_who_left_cannot_sign_in(client, staff):
    staff.is_active = False
    staff.save()

    sign_in(client, staff.username, PASSWORD)

    assert "_auth_user_id" not in client.session


def test_after_five_wrong_passwords_even_the_right_one_waits(client, staff):
    for _ in range(5):
        sign_in(client, staff.username, "wrong")

    response = sign_in(client, staff.username, PASSWORD)

    assert "_auth_user_id" not in client.session
    assert "หลายครั้งเกินไป" in response.content.decode()


def test_a_whole_office_behind_one_address_can_sign_in_at_nine_o_clock(staff, secretary):
    people = [staff, secretary] * 25

    answers = [sign_in(Client(), person.username, PASSWORD).status_code for person in people]

    assert set(answers) == {302}


def test_there_is_no_way_to_sign_up(client, office):
    page = client.get("/accounts/login/").content.decode()

    assert "signup" not in page
    assert client.get("/accounts/signup/").status_code == 404


def test_they_change_their_password(client_of, staff):
    client = client_of(staff)

    client.post(
        "/accounts/password/change/",
        {"oldpassword": PASSWORD, "password1": "ใหม่กว่าเดิม-2570", "password2": "ใหม่กว่าเดิม-2570"},
    )

    staff.refresh_from_db()
    assert staff.check_password("ใหม่กว่าเดิม-2570")


@pytest.mark.parametrize("password", ["12345678901", "short", "password123", "thanakorn1"])
def test_a_weak_password_is_refused_in_thai(client_of, staff, password):
    response = client_of(staff).post(
        "/accounts/password/change/",
        {"oldpassword": PASSWORD, "password1": password, "password2": password},
    )

    assert "รหัสผ่าน" in response.content.decode()
    staff.refresh_from_db()
    assert staff.check_password(PASSWORD)


def test_signing_out_asks_first_and_ends_the_session(client_of, staff):
    client = client_of(staff)
    client.get("/accounts/logout/")
    assert "_auth_user_id" in client.session

    client.post("/accounts/logout/")

    assert "_auth_user_id" not in client.session


def test_passwords_are_kept_with_argon2():
    assert "Argon2" in ours.PASSWORD_HASHERS[0]


def test_the_operators_door_is_the_same_and_counts_wrong_passwords_too(client):
    response = client.get("/admin/")

    assert client.get(response.url).url == "/accounts/login/?next=%2Fadmin%2F"


def test_staff_are_refused_at_the_operators_door(client_of, staff):
    assert client_of(staff).get("/admin/login/?next=/admin/").status_code == 403
