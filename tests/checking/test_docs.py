"""What is written of the rules is what the rules are."""

import re

from django.conf import settings

from checking.registry import RULES

DOCS = (settings.BASE_DIR / "docs" / "checks.md").read_text(encoding="utf-8")


def documented() -> list[tuple[str, str, str]]:
    """Severity, key and name of each row, in order."""
    rows, severity = [], ""
    for line in DOCS.splitlines():
        if line.startswith("## "):
            severity = line[3:]
        if found := re.match(r"\| `([a-z-]+)` \| ([^|]+) \|", line):
            rows.append((severity, found[1], found[2]))
    return rows


def test_the_page_lists_every_rule_in_the_order_of_the_registry():
    assert documented() == [(rule.severity.label, rule.key, rule.name) for rule in RULES]


def test_every_rule_says_why_and_how():
    cells = [line.split("|") for line in DOCS.splitlines() if line.startswith("| `")]

    assert [row[1] for row in cells if not all(cell.strip() for cell in row[1:5])] == []


def test_no_two_rules_share_a_key():
    assert len({rule.key for rule in RULES}) == len(RULES)
