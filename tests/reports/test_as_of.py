"""A report as of a day: what was known at its end in Bangkok, from the history."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from measures.models import Measure
from reports.columns import COLUMNS
from reports.models import Part, Period
from reports.progress_report import build_progress_report
from tests.conftest import TODAY
from tracking.models import Entry, Evidence, Status

# On PostgreSQL too: history is read as of a moment, to the microsecond.
pytestmark = pytest.mark.both_databases

ALL = COLUMNS.keys
MARCH_31 = date(2027, 3, 31)
LAST_MINUTE = datetime(2027, 3, 31, 23, 59, tzinfo=ZoneInfo("Asia/Bangkok"))
NEXT_DAY = datetime(2027, 4, 1, 0, 1, tzinfo=ZoneInfo("Asia/Bangkok"))


@pytest.fixture
def everything(this_year):
    """All columns and the appendix of items."""
    this_year.wording.columns = ALL
    this_year.wording.parts = [Part.EIT, Part.ITEMS]
    this_year.wording.save()
    return this_year


@pytest.fixture
def report_fourth(this_year, secretary):
    """กองช่าง reports on the fourth measure, of which nothing was said before."""

    def report(at, note, version=0, status=Status.REVIEW, evidence=()):
        Measure.objects.of(this_year).get(number=4).record_progress(
            by=secretary,
            unit=this_year.organization.units.get(name="กองช่าง"),
            status=status,
            note=note,
            version=version,
            evidence=evidence,
            at=at,
        )

    return report


def fourth(ita_round, as_of=None):
    return build_progress_report(ita_round, as_of=as_of).rows[3].texts


@pytest.mark.parametrize("year", ["source_year", "this_year"])
def test_as_of_the_last_word_it_is_the_report_of_today(year, request):
    ita_round = request.getfixturevalue(year)
    ita_round.wording.columns = ALL
    ita_round.wording.save()
    last = Entry.objects.filter(row__ita_round=ita_round).latest("at").at

    then = build_progress_report(ita_round, as_of=max(TODAY, last.date()))

    assert then.rows == build_progress_report(ita_round).rows


def test_before_the_year_began_nothing_was_done(everything):
    report = build_progress_report(everything, as_of=date(2026, 9, 30))

    assert {row.text_of("status") for row in report.rows} == {"ยังไม่ได้ดำเนินการ"}
    assert {row.text_of("result") for row in report.rows} == {"ยังไม่ได้ดำเนินการ"}
    assert {row.text_of("percent") for row in report.rows} == {"๐"}
    assert {row.text_of("evidence") for row in report.rows} == {""}
    assert {item.url for item in report.items} == {""}


def test_what_is_said_in_the_last_minute_of_the_day_counts(everything, report_fourth):
    report_fourth(LAST_MINUTE, "ทันวันสุดท้าย")

    assert fourth(everything, MARCH_31)["result"] == "ทันวันสุดท้าย"


def test_what_is_said_after_midnight_does_not(everything, report_fourth):
    report_fourth(LAST_MINUTE, "ก่อนเที่ยงคืน", status=Status.DOING)
    report_fourth(NEXT_DAY, "หลังเที่ยงคืน", version=1)

    assert fourth(everything, MARCH_31)["result"] == "ก่อนเที่ยงคืน"
    assert fourth(everything, MARCH_31)["percent"] == "๐"
    assert fourth(everything)["result"] == "หลังเที่ยงคืน"
    assert fourth(everything)["percent"] == "๒๐"


def test_evidence_is_that_of_the_day(everything, report_fourth, secretary):
    old, new = (
        Evidence.objects.create(
            organization=secretary.organization,
            by=secretary,
            url=f"https://thamsing.example/{name}",
        )
        for name in ("old", "new")
    )
    report_fourth(LAST_MINUTE, "เดิม", evidence=[old])
    report_fourth(NEXT_DAY, "ใหม่", version=1, evidence=[new])

    assert fourth(everything, MARCH_31)["evidence"] == "https://thamsing.example/old"
    assert fourth(everything)["evidence"] == "https://thamsing.example/new"


def test_remarks_are_those_of_the_day(everything, secretary):
    measure = Measure.objects.of(everything).get(number=4)
    measure.remarks.create(version=1, by=secretary, at=LAST_MINUTE, remark="เดิม")
    measure.remarks.create(version=2, by=secretary, at=NEXT_DAY, remark="ใหม่")

    assert fourth(everything, MARCH_31)["remark"] == "เดิม"
    assert fourth(everything)["remark"] == "ใหม่"


def test_how_many_items_were_published_is_counted_as_of_the_day(this_year):
    later = build_progress_report(this_year, as_of=TODAY).rows[5].text_of("result")
    first_day = build_progress_report(this_year, as_of=date(2026, 10, 1)).rows[5].text_of("result")

    assert later == "อยู่ระหว่างดำเนินการ เผยแพร่แล้ว ๙ จาก ๑๐ ข้อ"
    assert first_day != later


def test_a_report_of_six_months_says_so_and_ends_in_march(this_year):
    this_year.wording.period = Period.HALF
    this_year.wording.save()

    report = build_progress_report(this_year)

    assert report.title[1].endswith("ประจำปีงบประมาณ พ.ศ. ๒๕๗๐ รอบ ๖ เดือน")
    assert report.as_of == MARCH_31
    assert report.as_of_words == "ข้อมูล ณ วันที่ ๓๑ มีนาคม ๒๕๗๐"
    assert "เสร็จสิ้นแล้ว" not in report.opening[1]


def test_a_day_that_the_secretary_chose_is_kept_unless_another_is_asked_for(this_year):
    this_year.wording.as_of = date(2026, 11, 1)
    this_year.wording.save()

    assert build_progress_report(this_year).as_of == date(2026, 11, 1)
    assert build_progress_report(this_year, as_of=MARCH_31).as_of == MARCH_31


def test_the_annual_report_names_no_day(this_year):
    report = build_progress_report(this_year)

    assert report.as_of is None
    assert report.as_of_words == ""
