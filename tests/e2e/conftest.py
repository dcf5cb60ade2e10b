"""The whole thing as an office runs it: gunicorn, collected files, a database of its own."""

import contextlib
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from http.cookiejar import CookieJar
from urllib.parse import urlencode

import pytest
from django.conf import settings
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart
from django.utils import timezone
from playwright.sync_api import expect, sync_playwright

from tests.conftest import PASSWORD
from tests.databases import URL, database_made_once, made_once
from tests.e2e.installation import Installation, installed
from thai.dates import FiscalYear

#: What people have; the lighter chromium-headless-shell fails once in many runs of the drafts.
CHROMIUM = "/usr/bin/chromium"
SWITCHES = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


# A machine that does other work beside is slow, not wrong.
expect.set_options(timeout=20_000)


@pytest.fixture(autouse=True)
def monday_morning():
    """A browser and a server live in real time."""


@pytest.fixture(scope="session")
def this_be_year() -> int:
    return FiscalYear.of(timezone.localdate()).be


@pytest.fixture(scope="session")
def demonstration():
    """The demonstration office on its first day. Nobody works in it: what is used are copies."""
    made = database_made_once("demonstration", demonstrate)
    return Installation(made / "data", (made / URL).read_text())


def demonstrate(folder, database_url):
    data = folder / "data"
    shutil.copytree(made_once("collected", collect), data)
    office = Installation(data, database_url)
    office.manage("migrate", "-v0")
    office.manage("createcachetable")
    office.manage("load_demo", "--password", PASSWORD, "--neighbours", "3")


def collect(folder):
    """The files that pages ask for, which no database has a part in."""
    nowhere = Installation(folder, f"sqlite:///{folder / 'none.sqlite3'}")
    nowhere.manage("collectstatic", "--noinput", "-v0")


@pytest.fixture(scope="module")
def server(demonstration, tmp_path_factory):
    """The address of a running server with the demonstration office in it.

    One for each file of tests, so that what is done in one is never met in another.
    """
    data = tmp_path_factory.mktemp("served") / "data"
    with installed(data, like=demonstration) as office, free_port() as port:
        # On a busy machine too, a print is the answer itself, not the page that waits for it.
        served = office.environment(PORT=str(port), PRINT_PATIENCE="60")
        gunicorn = ["gunicorn", "--config", "ita_tracker/serving.py", "ita_tracker.wsgi"]
        process = subprocess.Popen(
            [sys.executable, "-m", *gunicorn], env=served, cwd=settings.BASE_DIR
        )
        try:
            address = f"http://127.0.0.1:{port}"
            wait_for(address, process)
            yield address
        finally:
            process.terminate()
            process.wait(timeout=30)


@contextlib.contextmanager
def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    yield port


def wait_for(address, process):
    for _ in range(150):
        with contextlib.suppress(urllib.error.URLError, ConnectionError):
            urllib.request.urlopen(f"{address}/accounts/login/")
            return
        assert process.poll() is None, "the server stopped"
        time.sleep(0.1)
    raise AssertionError("the server does not answer")


@pytest.fixture(scope="session")
def chromium():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=SWITCHES)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def kept_sessions():
    """The cookies of everybody who has signed in, by user name."""
    return {}


@pytest.fixture
def page_of(chromium, server, kept_sessions):
    """A page in which this person has signed in: by hand at first, and again after signing out.

    What the console said is checked.
    """
    contexts, complaints = [], []

    def open_page(username, width=1280, at="/", **more):
        context = chromium.new_context(
            viewport={"width": width, "height": 844},
            locale="th-TH",
            base_url=server,
            storage_state=kept_sessions.get(username),
            **more,
        )
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda said: complaints.append(said.text) if is_complaint(said) else 0)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        if username or at != "/":
            page.goto(at)
        if username and "/login/" in page.url:
            sign_in(page, username)
            kept_sessions[username] = context.storage_state()
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []


def sign_in(page, username):
    page.get_by_label("ชื่อผู้ใช้").fill(username)
    page.get_by_label("รหัสผ่าน", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="เข้าสู่ระบบ").click()
    page.wait_for_url(lambda url: "/login/" not in url)


#: A page answered with 403, 404, 409 or 422 as it should be, and a line that a test cut.
EXPECTED = (
    "Failed to load resource",
    "htmx:sendError",
    "htmx:afterRequest",
    "Response Status Error",
)


def is_complaint(said) -> bool:
    """What the browser minds and should not have to."""
    return said.type == "error" and not said.text.startswith(EXPECTED)


class Visitor:
    """A browser without a screen: cookies, forms, redirects."""

    def __init__(self, server):
        self.server = server
        self.open = urllib.request.build_opener(
            urllib.request.HTTPCookieProcessor(CookieJar())
        ).open

    def fetch(self, path) -> bytes:
        """What is there; an answer that is none raises."""
        with self.open(self.server + path) as response:
            return response.read()

    def get(self, path):
        return self.fetch(path).decode()

    def post(self, path, **fields):
        """The status and page that come of it; redirects are followed."""
        body, kind = encoded(fields)
        about = {"Referer": self.server + path, "Content-Type": kind}
        request = urllib.request.Request(self.server + path, body, about)
        try:
            with self.open(request) as response:
                return response.status, response.read().decode()
        except urllib.error.HTTPError as refused:
            return refused.code, refused.read().decode()

    def sign_in(self, username):
        form = self.get("/accounts/login/")
        status, page = self.post(
            "/accounts/login/",
            csrfmiddlewaretoken=hidden(form, "csrfmiddlewaretoken"),
            login=username,
            password=PASSWORD,
        )
        assert status == 200
        assert "ออกจากระบบ" in page
        return self


def encoded(fields) -> tuple[bytes, str]:
    """A form as a browser sends it, and the type that says how."""
    if "files" in fields:
        return encode_multipart(BOUNDARY, fields), MULTIPART_CONTENT
    return urlencode(fields).encode(), "application/x-www-form-urlencoded"


def hidden(page, name):
    return re.search(rf'name="{name}"[^>]* value="([^"]*)"', page)[1]


@pytest.fixture
def visitor(server):
    return lambda: Visitor(server)
