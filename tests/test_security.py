"""What every answer carries, whoever asks."""

import pytest
from django.test import Client

PAGES = ["/", "/accounts/login/", "/reports/2570/", "/nowhere/", "/admin/login/"]


@pytest.mark.parametrize("path", PAGES)
def test_a_page_may_load_nothing_but_our_own_files(client_of, staff, path):
    policy = client_of(staff).get(path)["Content-Security-Policy"]

    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy
    assert "http" not in policy


@pytest.mark.parametrize(
    ("header", "value"),
    [
        ("X-Frame-Options", "DENY"),
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "same-origin"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
    ],
)
def test_a_page_is_not_framed_sniffed_or_told_on(client_of, staff, header, value):
    assert client_of(staff).get("/reports/2570/")[header] == value


def test_what_a_signed_in_person_saw_is_not_kept_by_a_shared_machine(client_of, staff):
    response = client_of(staff).get("/reports/2570/")

    assert "no-store" in response["Cache-Control"]


def test_a_form_from_another_site_is_refused(staff):
    client = Client(enforce_csrf_checks=True)
    client.force_login(staff)

    response = client.post("/measures/2570/1/progress/", {"status": "review"})

    assert response.status_code == 403


@pytest.mark.parametrize("name", ["sessionid", "csrftoken"])
def test_cookies_are_out_of_the_reach_of_scripts(client, staff, name):
    client.post("/accounts/login/", {"login": staff.username, "password": "demo-pass-2570"})
    client.get("/accounts/password/change/")

    cookie = client.cookies[name]

    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
