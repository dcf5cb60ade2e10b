"""The cast: the demonstration office for the whole run, and an office next door."""

import os
from collections import Counter
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from disclosures.actions import open_round
from disclosures.models import DisclosureItem
from ita_tracker.demo.loader import load_demo
from measures.models import Measure
from office.reorganizing import make_unit
from organizations.models import Organization, User
from organizations.permissions import Role
from tests.databases import URL, database_made_once, name_in, own_database, share

TODAY = date(2026, 11, 23)
MORNING = datetime(2026, 11, 23, 10, 0, tzinfo=ZoneInfo("Asia/Bangkok"))
PASSWORD = "demo-pass-2570"


def pytest_configure(config):
    share(config)
    # A browser test leaves Playwright's event loop running, and Django then refuses its queries
    # to every later test of the same process.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    # Seconds saved on every account made and every page drawn; nothing here is about either.
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    # However busy the machine, a print is waited for, except where a test is about waiting.
    settings.PRINT_PATIENCE = 100
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    }


def pytest_collection_modifyitems(items):
    """Slow files begin first, then those of many tests, so that all processes end together."""
    tests_of = Counter(item.path for item in items)
    slow = {
        item.path
        for item in items
        if item.get_closest_marker("slow") or item.get_closest_marker("browser")
    }
    items.sort(key=lambda item: (item.path not in slow, -tests_of[item.path], item.path))


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment, django_db_blocker, tmp_path_factory):
    """A copy of the cast; every test works inside a transaction that is rolled back."""
    with django_db_blocker.unblock():
        cast = database_made_once("cast", make_cast)
    with own_database(tmp_path_factory.mktemp("cast"), like=(cast / URL).read_text()) as url:
        work_in(url)
        yield
        with django_db_blocker.unblock():
            connection.close()


def make_cast(folder, url):
    work_in(url)
    call_command("migrate", verbosity=0)
    call_command("createcachetable")
    with time_machine.travel(MORNING, tick=False):
        load_demo(today=TODAY, password=PASSWORD)
        load_next_door()
        load_supervisor()
    connection.close()


def work_in(url):
    settings.DATABASES["default"]["NAME"] = name_in(url)


def load_next_door():
    organization = Organization.objects.create(
        name="เทศบาลตำบลบ้านใหม่", short_name="ทต.บ้านใหม่", slug="ban-mai"
    )
    root = organization.units.get(parent=None)
    admin = User.objects.create(
        username="neighbour-admin", role=Role.ADMIN, organization=organization
    )
    unit = make_unit(name="สำนักปลัด", parent=root, by=admin)
    stranger = User.objects.create(username="neighbour", organization=organization)
    stranger.change(by=admin, units=[unit])
    ita_round = open_round(organization=organization, be_year=2569, by=admin)
    measure = Measure.objects.create(ita_round=ita_round, number=1, title="มาตรการของเทศบาล")
    measure.responsibilities.create(unit=unit)
    ita_round.carry_decisions.create(kind="new", number=1, by=admin, at=MORNING)
    item = DisclosureItem.objects.of(ita_round).get(number=1)
    item.assign(unit, by=admin)
    item.keep_change("title", "ชื่อเดิม", item.title, by=admin)
    measure.keep_change("added", "", measure.title, by=admin)
    ita_round.year_imports.create(by=admin, name="ita-year-2569.xlsx", sha256="0" * 64)
    ita_round.imported_documents.create(
        by=admin, name="มาตรการ.docx", tables=[[["มาตรการ", "ผู้รับผิดชอบ", "ระยะเวลา"], ["ก", "", ""]]]
    )


def load_supervisor():
    """Of the province: reads both offices, belongs to neither."""
    supervisor = User.objects.create(
        username="supervisor", first_name="ประภา", last_name="จังหวัด", role=Role.SUPERVISOR
    )
    supervisor.supervised.set(Organization.objects.all())


@pytest.fixture(autouse=True)
def monday_morning():
    """Every test happens on Monday 23 November 2569 at ten."""
    with time_machine.travel(MORNING, tick=False):
        yield


@pytest.fixture
def office(db):
    return Organization.objects.get(slug="tham-sing")


@pytest.fixture
def source_year(office):
    return office.rounds.select_related("organization").get(be_year=2566)


@pytest.fixture
def this_year(office):
    return office.rounds.select_related("organization").get(be_year=2570)


@pytest.fixture
def next_door(db):
    return Organization.objects.get(slug="ban-mai")


def _named(name, username):
    @pytest.fixture(name=name)
    def person(db):
        return User.objects.get(username=username)

    return person


admin = _named("admin", "wittaya")
secretary = _named("secretary", "siriporn")
executive = _named("executive", "rattana")
#: สำนักปลัด and งานธุรการ, under "ทุกส่วนราชการ".
staff = _named("staff", "thanakorn")
#: กองคลัง and งานพัสดุ.
other_staff = _named("other_staff", "arunee")
stranger = _named("stranger", "neighbour")
operator = _named("operator", "operator")
supervisor = _named("supervisor", "supervisor")


@pytest.fixture
def client_of():
    """A browser in which this person has signed in."""

    def signed_in(user) -> Client:
        client = Client()
        client.force_login(user)
        return client

    return signed_in


@pytest.fixture
def queries_for():
    """How many queries a page asks of the database.

    The first visit of a day also looks for dates, and of a page also marks its notices read.
    """

    def count(client: Client, url: str) -> int:
        client.get(url)
        with CaptureQueriesContext(connection) as captured:
            response = client.get(url)
        assert response.status_code == 200
        return len(captured)

    return count
