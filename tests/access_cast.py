"""Everybody who may come to an address, and what each of them is answered there."""

from django.db import transaction
from django.http import HttpResponse
from django.test import Client

from organizations.models import User

ANYBODY = None
CAST = {
    "anonymous": ANYBODY,
    "own unit": "thanakorn",
    "other unit": "arunee",
    "secretary": "siriporn",
    "admin": "wittaya",
    "executive": "rattana",
    "other organization": "neighbour",
    "operator": "operator",
    "supervisor": "supervisor",
}
WHO = tuple(CAST)


def answers(method: str, url: str, who: tuple[str, ...] = WHO) -> dict[str, HttpResponse]:
    """What each of these people gets; nobody meets what another's visit has changed.

    A page that breaks is an answer as well, 500, so that a failure names everybody it is wrong for.
    """
    return {one: _answer(method, url, CAST[one]) for one in who}


def statuses(got: dict[str, HttpResponse]) -> dict[str, int]:
    return {one: response.status_code for one, response in got.items()}


def _answer(method: str, url: str, username: str | None) -> HttpResponse:
    client = Client(raise_request_exception=False)
    with transaction.atomic():
        if username:
            client.force_login(User.objects.get(username=username))
        response = client.generic(method, url)
        transaction.set_rollback(True)
    return response
