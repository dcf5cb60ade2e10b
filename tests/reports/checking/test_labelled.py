"""How often the rules are right: every labelled text, and what is claimed of each rule."""

import tomllib
from collections import Counter
from pathlib import Path

import pytest

from reports.checking.check import check
from tests.reports.checking.conftest import CONCRETE, a_measure, an_item, some_facts, vocabulary

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
