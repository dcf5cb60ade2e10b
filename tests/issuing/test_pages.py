"""The pages of the errand: what each person sees and where a press leads."""

import re

import pytest

from issuing.models import IssuedReport, Proposal
from tests.issuing.conftest import NOON

PROPOSE = "/reports/2570/propose/"


@pytest.fixture
def proposal(this_year, proposed) -> Proposal:
    return proposed(this_year, note="เสนอเพื่อโปรดพิจารณา")


def test_the_secretary_proposes_from_the_report(client_of, secretary, this_year):
    client = client_of(secretary)
    assert PROPOSE in client.get("/reports/2570/progress/").content.decode()

    response = client.post(PROPOSE, {"reason": "จะแก้รอบหน้า", "note": "เรียน"})

    [made] = this_year.proposals.all()
    assert response.url == made.get_absolute_url()
    assert (made.reason, made.note) == ("จะแก้รอบหน้า", "เรียน")


def test_the_secretary_reads_who_will_decide(client_of, secretary, executive):
    assert f"ผู้พิจารณา: {executive}" in client_of(secretary).get(PROPOSE).content.decode()


def test_the_secretary_is_told_when_nobody_can_decide(client_of, secretary, executive):
    executive.is_active = False
    executive.save()

    page = client_of(secretary).get(PROPOSE).content.decode()

    assert "ยังไม่มีบัญชีผู้บริหารที่จะพิจารณา" in page


def test_staff_are_not_offered_it(client_of, staff):
    assert "/propose/" not in client_of(staff).get("/reports/2570/progress/").content.decode()


def test_what_was_typed_is_kept_when_the_reason_is_missing(client_of, secretary, this_year):
    response = client_of(secretary).post(PROPOSE, {"note": "ข้อความของฉัน"})

    page = response.content.decode()
    assert response.status_code == 422
    assert "ข้อความของฉัน" in page
    assert "โปรดระบุเหตุผล หรือแก้เรื่องที่ค้างก่อนแล้วจึงเสนอ" in page
    assert not this_year.proposals.exists()


def test_a_second_press_proposes_nothing_more(client_of, secretary, proposal, this_year):
    response = client_of(secretary).post(PROPOSE, {"reason": "อีกครั้ง"})

    assert response.status_code == 422
    assert "รออนุมัติอยู่แล้ว" in response.content.decode()
    assert this_year.proposals.count() == 1


def test_the_executive_is_led_to_it_from_the_first_page(client_of, executive, proposal):
    page = client_of(executive).get("/reports/2570/").content.decode()

    assert "มีรายงานรออนุมัติ" in page
    assert proposal.get_absolute_url() in page


def test_others_are_not_asked_to_decide(client_of, secretary, proposal):
    assert "มีรายงานรออนุมัติ" not in client_of(secretary).get("/reports/2570/").content.decode()


def test_the_executive_reads_what_is_left_open_and_why(client_of, executive, proposal):
    page = client_of(executive).get(proposal.get_absolute_url()).content.decode()

    assert "O29" in page
    assert "จะแก้ในรอบหน้า" in page
    assert "เสนอเพื่อโปรดพิจารณา" in page


def test_reading_it_is_having_read_the_notice(client_of, executive, proposal):
    client_of(executive).get(proposal.get_absolute_url())

    assert not executive.notices.about(proposal).unread().exists()


def test_approving_leads_to_the_issued_report(client_of, executive, proposal):
    response = client_of(executive).post(f"{proposal.get_absolute_url()}approve/", follow=True)

    issued = IssuedReport.objects.get(proposal=proposal)
    assert response.redirect_chain[-1][0] == issued.get_absolute_url()
    assert "อนุมัติแล้ว ออกเป็นรายงานเลขที่ 1/2569" in response.content.decode()


def test_who_approves_second_reads_that_it_is_done(client_of, executive, proposal):
    client = client_of(executive)
    client.post(f"{proposal.get_absolute_url()}approve/")

    response = client.post(f"{proposal.get_absolute_url()}approve/", follow=True)

    assert "เรื่องนี้มีผู้พิจารณาไปแล้ว" in response.content.decode()


def test_sending_back_without_a_reason_sends_nothing_back(client_of, executive, proposal):
    response = client_of(executive).post(f"{proposal.get_absolute_url()}return/", {"reason": " "})

    assert response.status_code == 422
    assert "โปรดระบุเหตุผลที่ส่งคืน" in response.content.decode()
    assert Proposal.objects.get(pk=proposal.pk).is_pending


def test_the_secretary_reads_why_it_came_back(client_of, executive, secretary, proposal):
    client_of(executive).post(
        f"{proposal.get_absolute_url()}return/", {"reason": "โปรดแก้มาตรการที่ 6"}
    )

    page = client_of(secretary).get("/reports/2570/issued/").content.decode()

    assert "ส่งคืนให้แก้ไข" in page
    assert "โปรดแก้มาตรการที่ 6" in page


def test_a_report_that_is_replaced_is_chosen_by_default(client_of, secretary, first):
    page = client_of(secretary).get("/reports/2566/propose/").content.decode()

    assert f'<option value="{first.pk}" selected>' in page


def test_only_a_standing_report_of_the_year_can_be_replaced(client_of, secretary, this_year, first):
    response = client_of(secretary).post(PROPOSE, {"reason": "เหตุผล", "replaces": first.pk})

    assert response.status_code in (302, 422)
    assert not this_year.proposals.filter(replaces=first).exists()


@pytest.mark.parametrize("answer", ["yes", "no"])
def test_publishing_is_noted_with_who_and_when(client_of, secretary, first, answer):
    client_of(secretary).post(f"{first.get_absolute_url()}publish/", {"public": answer})

    last = first.publications.first()
    assert (last.by, last.is_public) == (secretary, answer == "yes")


def test_lists_ask_the_same_of_two_issues_as_of_four(
    client_of, queries_for, staff, source_year, issue, first
):
    client = client_of(staff)
    pages = ["/reports/2566/issued/", "/published/tham-sing/"]
    second = issue(source_year, replaces=first)
    second.publish(by=second.by, at=NOON)
    before = [queries_for(client, page) for page in pages]

    third = issue(source_year, replaces=second)
    third.publish(by=third.by, at=NOON)
    issue(source_year)

    assert [queries_for(client, page) for page in pages] == before


def test_another_offices_report_is_not_there(client_of, stranger, first, proposal):
    client = client_of(stranger)

    addresses = [first.get_absolute_url(), proposal.get_absolute_url()]
    hers = [re.sub("2566|2570", "2569", address) for address in addresses]

    assert {client.get(address).status_code for address in addresses + hers} == {404}
