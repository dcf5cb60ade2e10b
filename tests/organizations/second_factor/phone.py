"""A person's phone and their steps through the pages, as tests need them."""

import re
import time

from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.test import Client

from tests.conftest import PASSWORD

HOME = "/accounts/second-factor/"
SET_UP, REPLACE = f"{HOME}app/", f"{HOME}app/replace/"
CODES = f"{HOME}recovery-codes/"
STEP = 30


def code_at(secret, steps=0):
    """What the app shows now, or so many half minutes from now."""
    return format_hotp_value(hotp_value(secret, int(time.time()) // STEP + steps))


def sign_in(username, client=None):
    client = client or Client()
    response = client.post("/accounts/login/", {"login": username, "password": PASSWORD})
    return client, response


def prove_password(client):
    client.post("/accounts/reauthenticate/", {"password": PASSWORD})


def key_in(page: str) -> str:
    """The key as a person types it off the page, without the spaces."""
    return re.search(r'second-factor-key">([A-Z2-7 ]+)<', page)[1].replace(" ", "")


def set_up(client) -> str:
    """As a person does: opens the page, types the key into the app, gives its code."""
    prove_password(client)
    page = client.get(SET_UP).content.decode()
    secret = key_in(page)
    response = client.post(SET_UP, {"code": code_at(secret)})
    assert response.url == CODES
    return secret


def give_code(client, code):
    return client.post(f"{HOME}code/", {"code": code})


def is_in(client):
    return "_auth_user_id" in client.session


def codes_of(page: str) -> list[str]:
    return re.findall(r"<li><code>(\d{8})</code></li>", page)
