"""The code that is asked for after the password."""

from datetime import timedelta

import pytest
import time_machine
from django.urls import NoReverseMatch, reverse

from tests.conftest import MORNING
from tests.organizations.second_factor.phone import (
    CODES,
    HOME,
    code_at,
    codes_of,
    give_code,
    is_in,
    set_up,
    sign_in,
)
from thai.digits import thai_digits


def test_after_the_password_the_code_is_asked(staff, phone):
    client, response = sign_in(staff.username)

    assert response.url == f"{HOME}code/"
    assert not is_in(client)
    give_code(client, code_at(phone))
    assert is_in(client)


@pytest.mark.parametrize("typed", [thai_digits, lambda code: f"{code[:3]} {code[3:]}"])
def test_a_code_is_taken_as_people_type_it(staff, phone, typed):
    client, _ = sign_in(staff.username)

    give_code(client, typed(code_at(phone)))

    assert is_in(client)


@pytest.mark.parametrize(("steps", "answer"), [(-2, False), (-1, True), (1, True), (2, False)])
def test_clocks_may_differ_by_half_a_minute(staff, phone, steps, answer):
    client, _ = sign_in(staff.username)

    give_code(client, code_at(phone, steps))

    assert is_in(client) == answer


@pytest.mark.parametrize("later", [0, 29, 59])
def test_a_code_is_good_once(staff, phone, later):
    code = code_at(phone, steps=1)
    first, _ = sign_in(staff.username)
    give_code(first, code)

    with time_machine.travel(MORNING + timedelta(seconds=later), tick=False):
        second, _ = sign_in(staff.username)
        response = give_code(second, code)

    assert is_in(first)
    assert not is_in(second)
    assert "ใช้ไปแล้ว" in response.content.decode()


def test_the_code_that_set_it_up_opens_nothing(client_of, staff):
    secret = set_up(client_of(staff))

    client, _ = sign_in(staff.username)
    give_code(client, code_at(secret))

    assert not is_in(client)


def test_one_may_give_up_half_way_and_come_in_as_somebody_else(phone, staff, other_staff):
    client, _ = sign_in(staff.username)

    client.post("/accounts/logout/")
    sign_in(other_staff.username, client)

    assert client.session["_auth_user_id"] == str(other_staff.pk)


def test_after_five_wrong_codes_even_the_right_one_waits(staff, phone):
    client, _ = sign_in(staff.username)
    for _ in range(5):
        give_code(client, "000000")

    response = give_code(client, code_at(phone))

    assert not is_in(client)
    assert "หลายครั้งเกินไป" in response.content.decode()


def test_a_recovery_code_opens_once(client_of, staff):
    client = client_of(staff)
    set_up(client)
    page = client.get(CODES).content.decode()
    code = codes_of(page)[3]

    first, _ = sign_in(staff.username)
    give_code(first, thai_digits(code))
    second, _ = sign_in(staff.username)
    give_code(second, code)

    assert is_in(first)
    assert not is_in(second)


@pytest.mark.parametrize(
    "name",
    [
        "mfa_download_recovery_codes",
        "mfa_list_webauthn",
        "mfa_add_webauthn",
        "mfa_login_webauthn",
        "mfa_trust",
    ],
)
def test_nothing_else_of_allauth_is_reachable(name):
    with pytest.raises(NoReverseMatch):
        reverse(name)
