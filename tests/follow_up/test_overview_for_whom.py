"""Whom the overview of several offices is for, and where its links lead."""

import re
from html import unescape
from urllib.parse import urljoin

import pytest

from organizations.models import User
from organizations.permissions import Role

# On PostgreSQL too: which offices are whose is asked of the database.
pytestmark = pytest.mark.both_databases


def test_the_supervisor_lands_on_the_overview(client_of, supervisor):
    assert client_of(supervisor).get("/").url == "/overview/"


def test_one_who_supervises_nobody_yet_is_told_so(client_of, db):
    alone = User.objects.create(username="alone", role=Role.SUPERVISOR)

    page = client_of(alone).get("/overview/").content.decode()

    assert "ยังไม่มีหน่วยงานที่กำกับดูแล" in page


def test_an_office_not_chosen_for_them_is_nowhere(client_of, supervisor, next_door):
    supervisor.supervised.remove(next_door)
    client = client_of(supervisor)

    assert "บ้านใหม่" not in client.get("/overview/?year=2569").content.decode()
    assert client.get("/overview/ban-mai/2569/").status_code == 404


@pytest.mark.parametrize(
    "path", ["/overview/", "/overview/tham-sing/2570/", "/overview/tham-sing/2566/"]
)
def test_every_link_leads_where_they_may_go(client_of, supervisor, path):
    client = client_of(supervisor)
    page = client.get(path).content.decode()

    links = set(re.findall(r'<a\b[^>]*href="([^"#]+)"', page))

    answers = {link: client.get(urljoin(path, unescape(link)), follow=True) for link in links}
    assert len(links) > 3
    assert {link for link, answer in answers.items() if answer.status_code != 200} == set()
