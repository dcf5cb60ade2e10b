"""How often the rules are right: every labelled text, and what is claimed of each rule."""

import tomllib
from collections import Counter
from pathlib import Path

import pytest

from checking.check import check
from tests.checking.conftest import CONCRETE, a_measure, an_item, some_facts, vocabulary

LABELLED = tomllib.loads(Path(__file__).with_name("labelled.toml").read_text(encoding="utf-8"))


def facts_of(row):
    more = {"vocabulary": vocabulary(row["office"])} if "office" in row else {}
    if "item" in row:
        return some_facts(items=(an_item(**row["item"]),), **more)
    if "eit_url" in row:
        return some_facts(eit_url=row["eit_url"], **more)
    measure = a_measure(
        *row.get("results", [row.get("result", CONCRETE)]),
        title=row.get("title", "การปรับปรุงคะแนน"),
        aims=tuple(row.get("aims", ())),
        method=row.get("method", ""),
    )
    return some_facts(measures=(measure,), **more)


def fired(row) -> set[str]:
    return {finding.rule.key for finding in check(facts_of(row)).findings}


def tally(rows) -> tuple[Counter, Counter, Counter]:
    """By rule: fired rightly, fired wrongly, stayed silent wrongly."""
    right, wrong, missed = Counter(), Counter(), Counter()
    for row in rows:
        wanted, got = set(row.get("expects", ())), fired(row)
        right.update(wanted & got)
        wrong.update(got - wanted)
        missed.update(wanted - got)
    return right, wrong, missed


ROWS, CLAIMS = LABELLED["row"], LABELLED["claims"]
HELD_OUT = [row for row in ROWS if row.get("held_out")]
RULES = [key for key in CLAIMS if key not in ("all", "held_out")]


@pytest.fixture(scope="module")
def counted():
    return tally(ROWS)


def precision_and_recall(right: int, wrong: int, missed: int) -> tuple[float, float]:
    return right / (right + wrong), right / (right + missed)


@pytest.mark.parametrize("key", RULES)
def test_each_rule_is_as_right_as_is_claimed_of_it(counted, key):
    precision, recall = precision_and_recall(*(part[key] for part in counted))

    assert (precision >= CLAIMS[key][0], recall >= CLAIMS[key][1]) == (True, True)


@pytest.mark.parametrize(("name", "rows"), [("all", ROWS), ("held_out", HELD_OUT)])
def test_all_together_are_as_right_as_is_claimed(name, rows):
    precision, recall = precision_and_recall(*(part.total() for part in tally(rows)))

    assert (precision >= CLAIMS[name][0], recall >= CLAIMS[name][1]) == (True, True)


def test_every_rule_that_fires_on_a_labelled_row_has_its_claim(counted):
    right, wrong, missed = counted

    assert set(right | wrong | missed) == set(RULES)


def test_there_are_enough_rows_and_enough_of_them_are_clean():
    clean = [row for row in ROWS if not row.get("expects")]

    assert (len(ROWS) >= 150, len(clean) >= 100, len(HELD_OUT) >= 75) == (True, True, True)
