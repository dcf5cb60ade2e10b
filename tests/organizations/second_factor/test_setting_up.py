"""Setting it up, keeping codes for the day without a phone, another phone."""

import re
from base64 import b64decode

import pymupdf
import zxingcpp
from PIL import Image

from tests.organizations.second_factor.phone import (
    CODES,
    REPLACE,
    SET_UP,
    code_at,
    codes_of,
    give_code,
    is_in,
    key_in,
    prove_password,
    set_up,
    sign_in,
)


def test_the_picture_is_what_the_key_says(client_of, staff):
    client = client_of(staff)
    prove_password(client)

    page = client.get(SET_UP).content.decode()

    picture = re.search(r'src="data:image/svg\+xml;base64,([^"]+)"', page)[1]
    secret = key_in(page)
    said = zxingcpp.read_barcode(drawn(b64decode(picture))).text
    assert said == f"otpauth://totp/thanakorn?secret={secret}&issuer=ITA%20Tracker"


def drawn(svg: bytes) -> Image.Image:
    """The picture as a scanner sees it."""
    pixels = pymupdf.open(stream=svg, filetype="svg")[0].get_pixmap(dpi=200)
    return Image.frombytes("RGB", (pixels.width, pixels.height), pixels.samples)


def test_setting_it_up_asks_for_the_password_first(client_of, staff):
    response = client_of(staff).get(SET_UP)

    assert response.url.startswith("/accounts/reauthenticate/")


def test_a_wrong_code_sets_nothing_up(client_of, staff):
    client = client_of(staff)
    prove_password(client)
    client.get(SET_UP)

    response = client.post(SET_UP, {"code": "000000"})

    assert "รหัสไม่ถูกต้อง" in response.content.decode()
    assert not staff.has_second_factor


def test_recovery_codes_are_shown_once_and_kept_as_a_file(client_of, staff):
    client = client_of(staff)
    set_up(client)

    page = client.get(CODES).content.decode()
    again = client.get(CODES).content.decode()

    file = b64decode(re.search(r"base64,([^\"]+)\"", page)[1]).decode("utf-8-sig")
    assert len(codes_of(page)) == 10
    assert all(code in file for code in codes_of(page))
    assert codes_of(again) == []
    assert "เหลือ 10 รหัส" in again


def test_a_new_set_ends_the_old_one(client_of, staff):
    client = client_of(staff)
    set_up(client)
    old = codes_of(client.get(CODES).content.decode())

    client.post(f"{CODES}new/")

    new = codes_of(client.get(CODES).content.decode())
    other, _ = sign_in(staff.username)
    give_code(other, old[0])
    assert len(new) == 10
    assert set(new).isdisjoint(old)
    assert not is_in(other)


def test_another_phone_takes_the_place_of_the_old_one(client_of, staff):
    client = client_of(staff)
    old = set_up(client)
    page = client.get(REPLACE).content.decode()
    new = key_in(page)

    client.post(REPLACE, {"code": code_at(new, 1)})

    with_old, _ = sign_in(staff.username)
    give_code(with_old, code_at(old, 1))
    with_new, _ = sign_in(staff.username)
    give_code(with_new, code_at(new, -1))
    assert not is_in(with_old)
    assert is_in(with_new)


def test_a_wrong_code_of_another_phone_leaves_the_old_one(client_of, staff):
    client = client_of(staff)
    old = set_up(client)
    client.get(REPLACE)

    client.post(REPLACE, {"code": "000000"})

    other, _ = sign_in(staff.username)
    give_code(other, code_at(old, 1))
    assert is_in(other)


def test_who_may_switches_it_off(client_of, staff):
    client = client_of(staff)
    set_up(client)

    client.post(f"{SET_UP}remove/")

    assert not staff.authenticator_set.exists()
