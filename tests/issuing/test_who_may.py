"""The secretary proposes, another person approves, and nothing is decided twice."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from checking.check import build_check
from issuing.approving import approve
from issuing.models import AlreadyDecided, IssuedReport, Proposal, Verdict
from issuing.proposing import propose
from organizations.models import Notice, User
from organizations.permissions import Role
from tests.issuing.conftest import NOON, SITE

# On PostgreSQL too: nothing is decided twice, by a lock.
pytestmark = pytest.mark.both_databases


@pytest.mark.parametrize("who", ["thanakorn", "arunee", "rattana", "neighbour"])
def test_only_the_secretary_and_the_admin_propose(this_year, proposed, who):
    with pytest.raises(PermissionDenied):
        proposed(this_year, by=User.objects.get(username=who))

    assert not this_year.proposals.exists()


@pytest.mark.parametrize("who", ["thanakorn", "siriporn", "wittaya", "neighbour"])
def test_only_an_executive_of_the_office_approves(this_year, proposed, who):
    proposal = proposed(this_year)

    with pytest.raises(PermissionDenied):
        approve(proposal, by=User.objects.get(username=who), at=NOON, site=SITE)

    assert proposal.is_pending


def test_nobody_approves_what_they_proposed_themselves(this_year, proposed, secretary):
    proposal = proposed(this_year)
    secretary.role = Role.EXECUTIVE
    secretary.save()

    with pytest.raises(PermissionDenied):
        approve(proposal, by=secretary, at=NOON, site=SITE)


def test_errors_left_in_it_take_a_reason(this_year, secretary):
    check = build_check(this_year, today=NOON.date())
    assert check.errors

    with pytest.raises(ValidationError, match="โปรดระบุเหตุผล"):
        propose(this_year, by=secretary, check=check)


def test_one_report_of_a_year_waits_at_a_time(this_year, proposed):
    proposed(this_year)

    with pytest.raises(ValidationError, match="รออนุมัติอยู่แล้ว"):
        proposed(this_year)

    assert this_year.proposals.count() == 1


def test_who_decides_second_is_told_that_it_is_decided(this_year, proposed, executive):
    proposal = proposed(this_year)
    approve(proposal, by=executive, at=NOON, site=SITE)

    with pytest.raises(AlreadyDecided):
        approve(Proposal.objects.get(pk=proposal.pk), by=executive, at=NOON, site=SITE)

    assert IssuedReport.objects.filter(proposal__ita_round=this_year).count() == 1


def test_to_send_it_back_takes_a_reason(this_year, proposed, executive):
    proposal = proposed(this_year)

    with pytest.raises(ValidationError, match="โปรดระบุเหตุผลที่ส่งคืน"):
        proposal.decide(by=executive, verdict=Verdict.RETURNED, at=NOON)

    assert Proposal.objects.get(pk=proposal.pk).is_pending


def test_what_was_sent_back_can_be_proposed_anew(this_year, proposed, executive):
    proposed(this_year).decide(
        by=executive, verdict=Verdict.RETURNED, reason="โปรดแก้มาตรการที่ 6", at=NOON
    )

    assert proposed(this_year).is_pending


def test_the_secretary_withdraws_what_nobody_decided(this_year, proposed, secretary, executive):
    proposal = proposed(this_year)

    proposal.decide(by=secretary, verdict=Verdict.WITHDRAWN, at=NOON)

    with pytest.raises(AlreadyDecided):
        approve(Proposal.objects.get(pk=proposal.pk), by=executive, at=NOON, site=SITE)


def test_the_executives_are_told_and_then_the_secretary(this_year, proposed, executive, secretary):
    proposal = proposed(this_year)
    told = Notice.objects.filter(path=proposal.get_absolute_url())
    assert [notice.user for notice in told.filter(kind="proposed")] == [executive]

    approve(proposal, by=executive, at=NOON, site=SITE)

    assert secretary in [notice.user for notice in told.filter(kind="judged")]


def test_a_closed_year_can_be_issued(source_year, issue, first):
    assert not source_year.is_open

    assert issue(source_year, replaces=first).proposal.ita_round == source_year


@pytest.mark.parametrize("who", ["thanakorn", "neighbour", "operator"])
def test_only_who_answers_for_it_publishes(first, who):
    with pytest.raises(PermissionDenied):
        first.publish(by=User.objects.get(username=who), at=NOON)


def test_history_stays(first):
    with pytest.raises(TypeError):
        first.save()
    with pytest.raises(TypeError):
        first.files.get(kind="html").delete()
    with pytest.raises(TypeError):
        IssuedReport.objects.all().update(number=7)
