"""The page that says what an assessor would mark down, and the command that says it to scripts."""

import re
from html import unescape

import pytest
from django.core.management import CommandError, call_command

from measures.models import Measure
from reports.models import ReportWording
from tracking.models import Status

pytestmark = pytest.mark.django_db

CHECK = "/reports/2570/check/"


def lines(page: str) -> list[str]:
    """Each finding as it is read, the link's label last."""
    found = re.findall(r'<li class="finding[^"]*">(.*?)</li>', page, re.DOTALL)
    return [" ".join(unescape(re.sub(r"<[^>]+>", " ", one)).split()) for one in found]


def links(page: str) -> list[str]:
    return [
        unescape(url)
        for url in re.findall(r'<a class="btn btn-secondary" href="([^"]+)" aria', page)
    ]


@pytest.fixture
def page_for(client_of):
    return lambda user, path=CHECK: client_of(user).get(path).content.decode()


def test_the_page_counts_what_is_wrong_and_what_is_right(page_for, secretary):
    page = page_for(secretary)

    assert "ยังไม่พร้อมพิมพ์ มี 5 เรื่องที่ทำให้เสียคะแนน" in page
    assert any(line.startswith("O29 ข้อ O ไม่มีผู้รับผิดชอบ") for line in lines(page))


def test_a_row_with_two_findings_is_named_once(page_for, secretary, this_year):
    Measure.objects.of(this_year).filter(number=1).update(
        method="ส่งงานจุรการ ตามเทศบัญญัติ", first_month=None, last_month=None
    )

    page = page_for(secretary, f"{CHECK}?show=warning")

    assert page.count('class="code code-measure visually-hidden"') == 2


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("admin", "มอบหมาย"),
        ("secretary", "ดูรายการ"),
        ("staff", "ดูรายการ"),
        ("executive", "ดูรายการ"),
    ],
)
def test_each_is_led_to_what_they_may_mend(page_for, request, name, label):
    page = page_for(request.getfixturevalue(name), f"{CHECK}?rule=item-of-nobody")

    assert [line.rpartition(" ")[2] for line in lines(page)] == [label]


def test_staff_are_led_to_the_form_of_their_own_unit_and_back(page_for, staff):
    (url,) = links(
        page_for(staff, f"{CHECK}?rule=sent-back&unit={staff.units.get(name='งานธุรการ').pk}")
    )

    assert url.startswith("/disclosures/2570/18/progress/?unit=")
    assert "back=%2Freports%2F2570%2Fcheck%2F" in url


def test_every_link_of_the_page_can_be_followed(client_of, request):
    for name in ("admin", "staff"):
        client = client_of(request.getfixturevalue(name))
        for url in links(client.get(CHECK).content.decode()):
            assert client.get(url.partition("#")[0]).status_code == 200


def test_a_closed_year_is_only_looked_at(page_for, admin):
    page = page_for(admin, "/reports/2566/check/")

    assert {line.rpartition(" ")[2] for line in lines(page)} == {"ดูรายการ"}
    assert "อ่านได้อย่างเดียว" in page


@pytest.mark.parametrize(
    ("asked", "count"),
    [("?show=error", 5), ("?show=error&rule=sent-back", 3), ("?rule=item-led-twice", 2)],
)
def test_the_address_narrows_the_page(page_for, secretary, asked, count):
    assert len(lines(page_for(secretary, CHECK + asked))) == count


@pytest.mark.parametrize("asked", ["?show=xx", "?rule=xx", "?unit=999999", "?rule=no-timeframe"])
def test_what_the_address_asks_in_vain_is_said_and_not_used(page_for, secretary, asked):
    page = page_for(secretary, CHECK + asked)

    assert "จึงไม่ได้ใช้กรองรายการ" in page
    assert len(lines(page)) == len(lines(page_for(secretary)))


def test_only_the_findings_of_a_unit_are_shown_where_it_is_asked_for(page_for, secretary, office):
    unit = office.units.get(name="งานนิติการ")

    page = page_for(secretary, f"{CHECK}?unit={unit.pk}")

    assert [line.partition(" ")[0] for line in lines(page) if line.startswith("O")] == [
        "O33",
        "O28",
    ]


def test_what_is_quoted_is_text_and_never_code(page_for, secretary, this_year):
    Measure.objects.of(this_year).filter(number=1).update(
        method="<script>alert(1)</script> งานจุรการ"
    )

    page = page_for(secretary)

    assert "<script>alert" not in page
    assert "<del>จุรการ</del><ins>ธุรการ</ins>" in page


def test_the_report_says_that_it_is_not_ready_and_leads_to_why(page_for, secretary, executive):
    for person in (secretary, executive):
        page = page_for(person, "/reports/2570/progress/")

        assert "ยังไม่พร้อมพิมพ์ มี 5 เรื่องที่ทำให้เสียคะแนน" in page
        assert 'href="/reports/2570/check/">ดูผลการตรวจ' in page


def test_staff_are_not_told_on_the_report(page_for, staff):
    assert "ดูผลการตรวจ" not in page_for(staff, "/reports/2570/progress/")


def test_more_findings_cost_no_more_queries(client_of, queries_for, secretary, this_year):
    once = queries_for(client_of(secretary), CHECK)

    Measure.objects.of(this_year).update(method="ส่งงานจุรการ", first_month=None, last_month=None)

    assert queries_for(client_of(secretary), CHECK) == once


def test_a_finding_goes_once_it_is_mended(page_for, secretary, this_year):
    assert any("มาตรการ 8 ผลระบุเพียง" in line for line in lines(page_for(secretary)))

    measure = Measure.objects.of(this_year).get(number=8)
    (unit, *_) = measure.units_reportable_by(secretary)
    measure.record_progress(
        by=secretary,
        unit=unit,
        status=Status.REVIEW,
        note="เผยแพร่ข้อ O19–O22 เมื่อวันที่ 20 พฤศจิกายน 2569",
        version=0,
    )

    assert not any("มาตรการ 8 ผลระบุเพียง" in line for line in lines(page_for(secretary)))


def test_the_command_ends_with_one_where_something_must_be_mended(capsys):
    with pytest.raises(SystemExit) as ended:
        call_command("check_report", organization="tham-sing", year="๒๕๖๖")

    assert ended.value.code == 1
    assert "[ต้องแก้] O29 (ผู้รับผิดชอบ) ข้อ O ไม่มีผู้รับผิดชอบ" in capsys.readouterr().out


def test_the_command_ends_well_where_nothing_has_to_be(capsys, office):
    empty = office.rounds.create(be_year=2571, edition=2566)
    ReportWording.objects.create(ita_round=empty, eit_url="https://itas.nacc.go.th/go/eit/ts71")

    call_command("check_report", organization="tham-sing", year="2571")

    assert "พร้อมพิมพ์ ไม่พบเรื่องที่ต้องแก้" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"organization": "nobody", "year": "2566"}, "ไม่พบปีงบประมาณ 2566 ของ nobody"),
        ({"organization": "tham-sing", "year": "ปีนี้"}, "ไม่เข้าใจปี “ปีนี้”"),
    ],
)
def test_a_year_that_is_not_there_is_said(asked, said):
    with pytest.raises(CommandError, match=said) as refused:
        call_command("check_report", **asked)

    assert refused.value.returncode == 2
