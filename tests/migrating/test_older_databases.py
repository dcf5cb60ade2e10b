"""Databases of every version that offices have used say the same once they are brought up to date.

How the fixtures were made: README.md beside this file.
"""

import json
from pathlib import Path

import pytest

from tests.e2e.installation import installed

HERE = Path(__file__).parent
FIRST, LATER = "66b2cb0", ("6a18bac", "00c7d0c")


@pytest.fixture(
    scope="session",
    params=[pytest.param(one, marks=pytest.mark.xdist_group(one)) for one in (FIRST, *LATER)],
)
def found(request, tmp_path_factory) -> dict:
    """What a database of this version said before and says now, and how its addresses answer."""
    folder = tmp_path_factory.mktemp(request.param)
    with installed(folder / "data") as office:
        answer = folder / "answer.json"
        arguments = f"{str(HERE / request.param)!r}, {str(answer)!r}"
        office.shell(f"from tests.migrating.bringing_up import main; main({arguments})")
    return json.loads(answer.read_text(encoding="utf-8")) | {"version": request.param}


def test_everything_that_was_said_is_still_said(found):
    before, now = found["before"], found["now"]

    assert before.keys() == now.keys()
    for name in before:
        assert now[name] == before[name], name


def test_nothing_was_compared_with_nothing(found):
    """A version that knew a thing has some of it in its fixture."""
    empty = {name for name, said in found["before"].items() if not said}

    assert (empty == set()) is (found["version"] in LATER)


def test_every_file_of_evidence_opens_where_it_did(found):
    kept = {
        pk: piece
        for pk, piece in found["before"]["evidence"].items()
        if piece["file"] and not piece["file"].startswith("not-here/")
    }

    assert kept
    for pk, piece in kept.items():
        assert found["pieces"][pk] == [200, piece["sha256"]]


def test_an_issued_report_opens_where_it_did_and_is_the_original(found):
    for pk, report in found["issued"].items():
        kept = {file["kind"]: file["sha256"] for file in found["before"]["issued files"][pk]}
        reference = "{number}/{year}".format(**found["before"]["issued"][pk])

        assert (report["page"], report["code"]) == (200, True)
        assert report["files"].keys() == kept.keys()
        for kind, (sha256, is_original, said) in report["files"].items():
            assert (sha256, is_original) == (kept[kind], True)
            assert reference in said


def test_nobody_is_told_of_a_date_twice(found):
    """The first version told nobody anything, so that every date is news."""
    dates = [one["event"].split() for one in found["before"]["notices"]]
    told = {(words[0], words[3]) for words in dates if words[0] in ("late", "soon")}

    assert len(told) == (4 if found["version"] in LATER else 0)
    assert bool(found["told again"]) is (found["version"] == FIRST)


def test_the_models_are_what_the_migrations_make(found):
    assert "No changes detected" in found["migrations"]
