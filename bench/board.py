"""The assignment board of an office with forty units: the page, and one press on it."""

from collections.abc import Callable, Iterator
from itertools import cycle

from django.db import transaction
from django.test import Client, override_settings

from bench.row import Row
from bench.years import current_year
from organizations.models import Organization, User

UNITS = 40


def board_rows(paired: Callable[[Callable, Callable, int], float]) -> Iterator[Row]:
    """Everything made here is taken back."""
    path = f"/reports/{current_year()}/board/"
    client = Client()
    client.force_login(User.objects.get(username="wittaya"))
    with (
        transaction.atomic(),
        override_settings(ROOT_URLCONF="bench.urls", ALLOWED_HOSTS=["testserver"]),
    ):
        unit = _with_forty_units()
        capacities = cycle(["lead", "support", "none"])

        def empty():
            assert client.get("/empty/").status_code == 200

        def page():
            assert client.get(path).status_code == 200

        def press():
            pressed = {"cell": f"29:{unit.pk}:{next(capacities)}"}
            assert client.post(path, pressed, headers={"HX-Request": "true"}).status_code == 200

        yield Row("board of 43 × 40 / empty signed-in page", paired(page, empty, 30))
        yield Row("a press on it / empty signed-in page", paired(press, empty, 30), "×", 3)
        transaction.set_rollback(True)


def _with_forty_units():
    office = Organization.objects.get(slug="tham-sing")
    root = office.units.get(parent=None)
    for number in range(UNITS - office.units.count()):
        last = office.units.create(name=f"งานที่ {number}", parent=root, position=100 + number)
    return last
