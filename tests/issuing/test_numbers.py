"""Numbers without a gap, each office its own, from one in every calendar year."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from issuing.approving import approve
from issuing.models import IssuedReport, Proposal, Verdict
from tests.issuing.conftest import NOON, SITE

# On PostgreSQL too: numbers are given under a lock.
pytestmark = pytest.mark.both_databases


def test_numbers_follow_each_other(source_year, this_year, issue):
    assert issue(this_year).reference == "1/2569"
    assert issue(source_year).reference == "2/2569"


def test_a_new_year_begins_with_one(this_year, issue, proposed, executive):
    issue(this_year)
    later = approve(proposed(this_year), by=executive, at=NOON + timedelta(days=60), site=SITE)

    assert later.reference == "1/2570"


def test_what_was_sent_back_takes_no_number(this_year, proposed, issue, executive):
    issue(this_year)
    proposed(this_year).decide(by=executive, verdict=Verdict.RETURNED, reason="แก้", at=NOON)

    assert issue(this_year).reference == "2/2569"


def test_what_failed_takes_no_number(this_year, issue, proposed, executive):
    standing = issue(this_year)
    two = [proposed(this_year, replaces=standing)]
    approve(two[0], by=executive, at=NOON, site=SITE)
    again = proposed(this_year, replaces=standing)

    with pytest.raises(ValidationError, match="ถูกแทนไปแล้ว"):
        approve(again, by=executive, at=NOON, site=SITE)

    assert Proposal.objects.get(pk=again.pk).is_pending
    assert issue_numbers(this_year) == [1, 2]


def issue_numbers(ita_round) -> list[int]:
    of_round = IssuedReport.objects.filter(proposal__ita_round=ita_round)
    return list(of_round.order_by("number").values_list("number", flat=True))


def test_the_paper_bears_number_and_date_in_thai_digits(this_year, issue):
    page = issue(this_year).files.get(kind="html").read().decode()

    assert "ฉบับที่ออก เลขที่ ๑/๒๕๖๙ วันที่ ๒๓ พฤศจิกายน ๒๕๖๙" in page
