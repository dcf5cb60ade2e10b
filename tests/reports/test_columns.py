"""Which columns the table has, how wide each is, and what stands in it."""

import re

import pytest
from django.conf import settings
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from measures.models import Measure
from reports.columns import COLUMNS, ROOM, USUAL, Orientation, is_crowded, is_tight, lay_out
from reports.models import Part
from reports.progress_report import build_progress_report
from tests.conftest import MORNING, TODAY
from tests.factories import multiply_measures
from tracking.models import Entry, Evidence, Status

NINE = ["number", *USUAL, "status", "evidence", "remark"]
ALL = COLUMNS.keys
choices = st.lists(st.sampled_from(COLUMNS.keys), min_size=1, unique=True)
orientations = st.sampled_from(Orientation.values)


@pytest.fixture
def report_with(this_year):
    def build(*keys):
        this_year.wording.columns = list(keys)
        this_year.wording.save()
        return build_progress_report(this_year)

    return build


@given(keys=choices, orientation=orientations)
def test_any_columns_fill_the_paper_and_no_more(keys, orientation):
    columns = lay_out(keys, orientation)

    assert [column.key for column in columns] == keys
    assert sum(column.width for column in columns) == ROOM[orientation]


def test_the_usual_columns_have_the_widths_that_were_measured():
    widths = [column.width for column in lay_out(USUAL, "portrait")]

    assert widths == [37, 35, 33, 18, 37]


def test_all_columns_have_room_in_landscape_only():
    assert not is_crowded(ALL, "landscape")
    assert is_crowded(ALL, "portrait")


@pytest.mark.parametrize(
    ("keys", "orientation", "tight"),
    [
        (USUAL, "portrait", False),
        (NINE, "landscape", False),
        (NINE, "portrait", True),
        (ALL, "landscape", True),
    ],
)
def test_many_columns_are_set_in_smaller_letters(keys, orientation, tight):
    assert is_tight(keys, orientation) is tight


def test_the_stylesheet_knows_every_width():
    sheet = (settings.BASE_DIR / "static" / "css" / "paper.css").read_text()

    tens = re.findall(r"\.tens-(\d+) \{ --tens: \1 \}", sheet)
    ones = re.findall(r"\.ones-(\d+) \{ --ones: \1 \}", sheet)

    assert {int(ten) for ten in tens} == set(range(max(ROOM.values()) // 10 + 1))
    assert {int(one) for one in ones} == set(range(10))


def test_columns_stand_in_the_order_that_was_chosen(report_with):
    report = report_with("result", "number", "measure")

    assert [column.heading for column in report.columns] == ["ผลการดำเนินการ", "ที่", "มาตรการ"]
    assert list(report.rows[0].texts) == ["result", "number", "measure"]


def test_a_number_or_a_code_stands_once_in_a_row(report_with):
    row = report_with("number", "measure", "codes").rows[5]

    assert row.texts == {
        "number": "๖",
        "measure": "การเปิดเผยข้อมูลด้านข้อมูลพื้นฐานในเว็บไซต์ของหน่วยงาน",
        "codes": "O1–O10",
    }


def test_the_indicators_are_those_of_the_items(report_with):
    texts = [row.text_of("indicator") for row in report_with("indicator").rows]

    assert texts[5] == "๙.๑ ข้อมูลพื้นฐาน"
    assert texts[0] == ""


@pytest.mark.parametrize(
    ("number", "status", "percent"),
    [(4, "ยังไม่ได้ดำเนินการ", "๐"), (6, "อยู่ระหว่างดำเนินการ", "๙๐"), (3, "อยู่ระหว่างดำเนินการ", "๓๓")],
)
def test_how_far_a_measure_is(report_with, number, status, percent):
    row = report_with("status", "percent").rows[number - 1]

    assert row.texts == {"status": status, "percent": percent}


def test_a_measure_without_items_counts_the_units_that_are_done(this_year, secretary, report_with):
    fourth = Measure.objects.of(this_year).get(number=4)
    unit = this_year.organization.units.get(name="กองช่าง")
    fourth.record_progress(by=secretary, unit=unit, status=Status.REVIEW, note="ครบ", version=0)

    assert report_with("percent").rows[3].text_of("percent") == "๒๐"


def test_evidence_is_what_the_last_report_rests_on(this_year, staff, report_with):
    first = Measure.objects.of(this_year).get(number=1)
    unit = this_year.organization.units.get(name="สำนักปลัด")
    pieces = [
        Evidence.objects.create(organization=staff.organization, by=staff, **details)
        for details in (
            {"title": "ภาพที่ 1.jpg", "file": "a.jpg"},
            {"title": "ประกาศ 5/2570", "url": "https://www.thamsing.example/๕/2570"},
        )
    ]
    version = getattr(first.latest_of(unit), "version", 0)
    first.record_progress(
        by=staff, unit=unit, status=Status.DOING, note="x", version=version, evidence=pieces
    )

    (group,) = report_with("evidence").rows[0].cells["evidence"].groups

    link, file = group.lines
    assert (link.text, link.detail) == ("ประกาศ ๕/๒๕๗๐", "https://www.thamsing.example/5/2570")
    assert link.url == link.detail
    assert (file.text, file.url) == ("ภาพที่ 1.jpg", "")


def test_items_show_where_they_are_published(report_with):
    (group,) = report_with("evidence").rows[5].cells["evidence"].groups

    assert group.lines[0].text == "ข้อ O1"
    assert group.lines[0].url == "https://thamsing.example/ita/2570/o1"


def test_what_the_secretary_adds_stands_in_columns_of_its_own(this_year, secretary, report_with):
    first = Measure.objects.of(this_year).get(number=1)
    first.remarks.create(version=1, by=secretary, at=MORNING, obstacles="ไม่มี", remark="เดิม")
    first.remarks.create(version=2, by=secretary, at=MORNING, obstacles="ขาดคน 2 คน")

    row = report_with("obstacles", "suggestions", "remark").rows[0]

    assert row.texts == {"obstacles": "ขาดคน ๒ คน", "suggestions": "", "remark": ""}


def test_an_empty_cell_prints_a_dash(client_of, secretary, report_with):
    report_with("measure", "remark")

    page = client_of(secretary).get("/reports/2570/progress/").content.decode()

    assert page.count("<td>-</td>") == 11


@pytest.mark.parametrize("keys", [[], ["nowhere"], ["result", "result"], "result", None])
def test_columns_that_are_none_of_ours_are_refused(this_year, keys):
    this_year.wording.columns = keys

    with pytest.raises(ValidationError, match="columns"):
        this_year.wording.clean_fields()


@pytest.mark.parametrize("as_of", [None, TODAY], ids=["now", "as of a day"])
@pytest.mark.parametrize("keys", [USUAL, NINE, ALL], ids=["usual", "nine", "all"])
def test_ten_times_the_measures_cost_no_more_queries_whatever_the_columns(
    source_year, keys, as_of, django_assert_max_num_queries, django_assert_num_queries
):
    source_year.wording.columns = list(keys)
    source_year.wording.parts = Part.values
    source_year.wording.save()
    with django_assert_max_num_queries(19) as eleven:
        build_progress_report(source_year, as_of=as_of)
    multiply_measures(source_year, 10)
    assert Entry.objects.filter(row__ita_round=source_year).count() > 110

    with django_assert_num_queries(len(eleven)):
        report = build_progress_report(source_year, as_of=as_of)

    assert len(report.rows) == 110
