"""A role is its row in one table: the rest of the house asks the table."""

import re

import pytest
from django.conf import settings
from django.template import Context, Template

from disclosures.models import DisclosureItem
from organizations import permissions
from organizations.models import User
from organizations.permissions import PERMISSIONS, May, Permission, Role

TEMPLATES = sorted((settings.BASE_DIR / "templates").rglob("*.html"))
ASKED = re.compile(r"\bmay\.(\w+)")
BOARD = "/reports/2570/board/"


def grant(monkeypatch, role: str, permission: Permission) -> None:
    monkeypatch.setitem(PERMISSIONS, role, PERMISSIONS[role] | {permission})


@pytest.fixture
def auditor(office, monkeypatch) -> User:
    """Of a role that no other file has heard of: it is only in the table."""
    monkeypatch.setitem(PERMISSIONS, "auditor", frozenset({Permission.OVERSEE, Permission.REVIEW}))
    return User.objects.create(username="auditor", role="auditor", organization=office)


def test_every_role_has_its_row():
    assert set(PERMISSIONS) == set(Role)


def test_every_permission_is_somebodys():
    assert frozenset().union(*PERMISSIONS.values()) == set(Permission)


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize(
    ("permission", "goes_with"),
    [
        (Permission.SET_UP_MEASURES, {Permission.ASSIGN, Permission.REWORD_MEASURES}),
        (Permission.IMPORT_DOCUMENTS, {Permission.ASSIGN, Permission.KEEP_PEOPLE}),
        (Permission.IMPORT_YEAR, {Permission.EXPORT_YEAR}),
        (Permission.DECIDE, {Permission.REPORT_ALL}),
        (Permission.ASSIGN, {Permission.REPORT_ALL}),
    ],
)
def test_what_is_done_by_way_of_another_thing_takes_both(role, permission, goes_with):
    assert not role.may(permission) or goes_with <= PERMISSIONS[role]


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_a_template_asks_only_for_what_there_is(path):
    assert {Permission(name) for name in ASKED.findall(path.read_text())} <= set(Permission)


def test_a_template_asks_as_code_does():
    page = Template("{% if may.assign %}มอบหมาย{% endif %}{% if may.approve %}อนุมัติ{% endif %}")

    assert page.render(Context({"may": May(Role.ADMIN)})) == "มอบหมาย"


def test_the_secretary_may_not_assign(client_of, secretary):
    client = client_of(secretary)

    assert client.get(BOARD).status_code == 403
    assert BOARD not in client.get("/reports/2570/").content.decode()


def test_the_secretary_assigns_where_the_table_says_so(
    client_of, secretary, this_year, monkeypatch
):
    grant(monkeypatch, Role.SECRETARY, Permission.ASSIGN)
    client = client_of(secretary)
    unit = this_year.organization.units.get(name="กองช่าง")

    opened = client.get(BOARD)
    posted = client.post(BOARD, {"cell": f"29:{unit.pk}:lead"})

    assert opened.status_code == 200
    assert posted.status_code == 302
    assert (
        DisclosureItem.objects.of(this_year).get(number=29).assignments.filter(unit=unit).exists()
    )
    assert BOARD in client.get("/reports/2570/").content.decode()


def test_a_new_role_reads_and_reviews_by_its_row_alone(client_of, auditor):
    client = client_of(auditor)

    assert client.get("/", follow=True).status_code == 200
    assert client.get("/reports/2570/review/").status_code == 200
    assert client.get(BOARD).status_code == 403
    assert client.get("/measures/2570/1/progress/").status_code == 403


def test_a_new_role_finds_in_the_menu_what_it_may_do(client_of, auditor):
    page = client_of(auditor).get("/reports/2570/").content.decode()

    assert "/reports/2570/review/" in page
    assert "/reports/2570/check/" in page
    assert "/reports/2570/board/" not in page


def test_who_has_no_row_may_do_nothing():
    assert not any(map(May("nobody"), Permission))


def test_roles_are_listed_by_what_they_may():
    assert permissions.roles_that_may(Permission.PUBLISH) == [
        Role.SECRETARY,
        Role.ADMIN,
        Role.EXECUTIVE,
    ]
