"""What dresses the pages: all of it, and no more."""

import re

import pytest
from django.conf import settings

from script.purge_bootstrap import KEPT, OWN, styled, used

#: Parts of the printed report, named for whoever reads its HTML.
ONLY_NAMED = {"appendix", "photos"}
#: Django gives these; admin.css dresses them.
OF_DJANGO = {"aligned", "breadcrumbs", "help", "inline-group", "module"}

SCRIPTS = sorted((settings.BASE_DIR / "static/js").glob("*.js"))
LOOKED_UP = re.compile(
    r"""(?:querySelector(?:All)?|closest|matches)(?:\?\.)?\(([^)]*)|const [A-Z_]+ = (".*")"""
)
FILLED_IN = re.compile(r"\$\{[^}]*\}")
#: `.is-…` says how something stands; any other class says how it looks.
LOOKS = re.compile(r"\.(?!is-)[a-z][\w-]*")


@pytest.fixture(scope="module")
def names():
    return used(settings.BASE_DIR)


@pytest.fixture(scope="module")
def own():
    return {name for path in OWN.glob("*.css") for name in styled(path.read_text())}


@pytest.fixture(scope="module")
def bootstrap():
    return styled(KEPT.read_text())


def test_every_class_on_a_page_is_in_a_stylesheet(names, own, bootstrap):
    """One that Bootstrap has and we do not keep: run script/purge_bootstrap.py."""
    assert names.given - own - bootstrap == ONLY_NAMED


def test_our_stylesheets_dress_nothing_that_is_not_there(names, own):
    assert {name for name in own if not names.may_hold(name)} == OF_DJANGO


def test_of_bootstrap_only_what_pages_use_is_sent(names, bootstrap):
    assert {name for name in bootstrap if not names.may_hold(name)} == set()


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_a_script_finds_things_by_what_they_are_not_by_how_they_look(script):
    found = LOOKED_UP.findall(script.read_text())

    selectors = [FILLED_IN.sub("", "".join(given)) for given in found]
    assert [selector for selector in selectors if LOOKS.search(selector)] == []
