"""The report this project grew from, imported as it stands: everything wrong with it is found."""

import pytest
from django.core.management import call_command

from checking.check import build_check
from ita_tracker.demo.loader import load_office, read
from organizations.models import Round, User
from organizations.permissions import Role
from reports.models import ReportWording
from tests.conftest import TODAY
from tests.measures.importing.conftest import SAMPLES
from tests.reports.test_eit import BROKEN
from tracking.differences import Kind

pytestmark = pytest.mark.django_db

# The words around the table, as the secretary would copy them in.
TITLE = """\
รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใส
ภายในองค์การบริหารส่วนตำบลถ้ำสิงห์ ประจำปีงบประมาณ พ.ศ.๒๕๖๖"""
OPENING = """\
บัดนี้ ฝ่ายเลขานุการของคณะกรรมการขับเคลื่อนและกำกับดูแลการส่งเสริมคุณธรรม และความโปร่งใสในการดำเนินงาน\
ขององค์การบริหารส่วนตำบลถ้ำสิงห์ ได้ติดตามผลการดำเนินการตามมาตรการของส่วนราชการเสร็จสิ้นแล้ว"""


def imported(*options) -> Round:
    office = read("office") | {
        "organization": {
            "slug": "twin",
            "name": "องค์การบริหารส่วนตำบลถ้ำสิงห์",
            "short_name": "อบต.แฝด",
        }
    }
    organization = load_office(office)
    User.objects.create(username="twin-admin", role=Role.ADMIN, organization=organization)
    file = str(SAMPLES / "report-2566.docx")
    call_command(
        "import_measures", file, "--organization=twin", "--year=2566", *options, verbosity=0
    )
    return organization.rounds.select_related("organization").get(be_year=2566)


@pytest.fixture
def found(capsys):
    ita_round = imported()
    ReportWording.objects.create(ita_round=ita_round, title=TITLE, opening=OPENING, eit_url=BROKEN)
    result = build_check(ita_round, today=TODAY)
    return [(one.place.code, one.rule.key, one) for one in result.findings]


def words(found, kind=Kind.REMOVED) -> set[str]:
    return {
        piece.text.strip()
        for _, _, finding in found
        for quotation in finding.quotations
        for piece in quotation
        if piece.kind == kind
    }


@pytest.mark.parametrize(
    ("code", "rule"),
    [
        ("O29", "item-of-nobody"),
        ("O18", "item-led-twice"),
        ("O28", "item-led-twice"),
        ("มาตรการ 3", "aim-without-result"),
        *((f"มาตรการ {number}", "result-generic") for number in range(6, 12)),
        ("มาตรการ 5", "doubled-word"),
        ("มาตรการ 1", "authority-words"),
        ("ทั้งเล่ม", "committee-name"),
        ("ทั้งเล่ม", "era-space"),
        ("มาตรการ 4", "months-imported"),
        ("มาตรการ 10", "units-imported"),
    ],
)
def test_every_gap_of_the_document_is_found(found, code, rule):
    assert (code, rule) in {(code, rule) for code, rule, _ in found}


def test_the_third_aim_is_the_one_named(found):
    (missed,) = [one for code, rule, one in found if rule == "aim-without-result"]

    assert missed.reason == "ผลที่เขียนไว้ไม่ได้กล่าวถึงเป้าหมายที่ 3"


@pytest.mark.parametrize("reason", ["มีเลขไทย", "รายเดียว", "tokenValue ไม่ถูกรูปแบบ"])
def test_the_link_is_wrong_for_three_reasons(found, reason):
    (finding,) = [one for _, rule, one in found if rule == "eit-link"]

    assert reason in finding.reason


@pytest.mark.parametrize(
    "typed",
    [
        "ยื่นใช้",
        "จุรการ",
        "รุรการ",
        "องค์กรประกอบ",
        "องค์กรการ",
        "องค์กร",
        "ชั้นต่ำ",
        "แล้วเสร็จ",
        "ติดต่อ ราชการ",
        "พ.ศ.",
        "-",
        "เทศบัญญัติ",
        "งานนิติกร",
    ],
)
def test_every_error_of_the_list_is_quoted(found, typed):
    assert typed in words(found)


def test_both_names_of_the_committee_are_quoted(found):
    (finding,) = [one for _, rule, one in found if rule == "committee-name"]

    assert ["".join(piece.text for piece in quotation) for quotation in finding.quotations] == [
        "คณะกรรมการขับเคลื่อนและกำกับดูแลการส่งเสริมคุณธรรมและความโปร่งใสในการดำเนินงาน",
        "คณะกรรมการขับเคลื่อนคุณธรรมและความโปร่งใส",
    ]


def test_a_document_mended_on_its_way_in_has_no_slip_left(capsys):
    result = build_check(imported("--mend"), today=TODAY)

    slips = {"slip", "torn-word", "doubled-word", "era-space", "month-dash", "text-link-digits"}
    assert {one.rule.key for one in result.findings} & slips == set()


def test_the_mended_year_shows_only_what_is_truly_open(source_year):
    found = build_check(source_year, today=TODAY).findings

    assert [(one.place.code, one.rule.key) for one in found] == [
        ("มาตรการ 3", "aim-without-result"),
        *((f"มาตรการ {number}", "result-generic") for number in range(6, 12)),
        ("O29", "item-of-nobody"),
        ("O18", "item-led-twice"),
        ("O28", "item-led-twice"),
        ("ทั้งเล่ม", "committee-name"),
        ("มาตรการ 10", "measure-with-holes"),
    ]
