"""The year at a glance."""

from datetime import timedelta

import pytest

from disclosures.models import DisclosureItem
from follow_up.dashboard import build_dashboard
from measures.models import Measure
from organizations.models import Round
from tests.conftest import MORNING
from tests.factories import multiply_measures
from tracking.models import Status

# On PostgreSQL too: counts and orders of queries.
pytestmark = pytest.mark.both_databases


@pytest.fixture
def board(this_year):
    return build_dashboard(this_year, now=MORNING)


def figure(board, kind):
    return next(figure for figure in board.figures if figure.kind == kind)


def test_bars_count_every_item_and_measure_once(board):
    assert board.items.total == 43
    assert board.measures.total == 11
    assert sum(bar.total for bar in board.by_indicator) == 43


def test_what_was_sent_back_counts_as_work_under_way(board, this_year):
    returned = DisclosureItem.objects.of(this_year).filter(status=Status.RETURNED).count()
    doing = DisclosureItem.objects.of(this_year).filter(status=Status.DOING).count()

    assert returned == 2
    assert board.items.count(Status.DOING) == doing + returned


@pytest.mark.parametrize(
    ("kind", "items", "measures"), [("review", 7, 1), ("late", 0, 1), ("returned", 2, 1)]
)
def test_figures_say_what_asks_for_attention(board, kind, items, measures):
    assert (figure(board, kind).items, figure(board, kind).measures) == (items, measures)


def test_the_late_measure_is_first_among_what_is_due(board):
    assert board.due[0].row.number == 1
    assert board.due[0].days_late == 23


def test_a_measure_due_in_seven_days_is_due_soon_and_in_eight_is_not(this_year):
    seven = build_dashboard(this_year, now=MORNING)
    eight = build_dashboard(this_year, now=MORNING - timedelta(days=1))

    assert figure(seven, "soon").measures == 1
    assert figure(eight, "soon").measures == 0


def test_a_year_that_is_over_has_no_line_for_today(source_year):
    board = build_dashboard(source_year, now=MORNING)

    assert board.calendar.now is None
    assert board.due == ()


def spots(board):
    return {gap.missing: [spot.name for spot in gap.spots] for gap in board.coverage.missing}


def test_the_gaps_of_the_source_are_in_plain_sight(board):
    assert spots(board) == {
        "ข้อ O ไม่มีผู้รับผิดชอบ": ["O29"],
        "ข้อ O มีหน่วยหลักมากกว่าหนึ่ง": ["O18", "O28"],
        "มาตรการที่มีข้อ O ไม่มีผู้รับผิดชอบ": ["มาตรการ 10"],
        "ส่วนราชการที่ไม่มีผู้เข้าใช้ระบบได้": ["ศูนย์พัฒนาเด็กเล็ก"],
    }


def test_a_measure_without_a_unit_is_a_gap_that_its_form_mends(this_year):
    Measure.objects.create(ita_round=this_year, number=12, title="มาตรการใหม่")

    gaps = build_dashboard(this_year, now=MORNING).coverage.missing

    (spot,) = next(gap for gap in gaps if gap.missing == "มาตรการไม่มีผู้รับผิดชอบ").spots
    assert (spot.name, spot.mend) == ("มาตรการ 12", "/measures/2570/12/edit/")


def test_an_item_that_no_measure_serves_is_a_gap(this_year):
    Measure.objects.of(this_year).get(number=10).items.remove(
        DisclosureItem.objects.of(this_year).get(number=27)
    )

    assert spots(build_dashboard(this_year, now=MORNING))["ข้อ O ไม่อยู่ในมาตรการใด"] == ["O27"]


@pytest.mark.parametrize(
    ("who", "link"), [("admin", "/reports/2570/board/#o29"), ("staff", "/disclosures/2570/29/")]
)
def test_a_gap_leads_the_admin_to_what_mends_it_and_others_to_the_row(
    request, client_of, who, link
):
    page = client_of(request.getfixturevalue(who)).get("/reports/2570/").content.decode()

    assert f'href="{link}"' in page


def test_of_many_gaps_the_first_are_named_and_the_others_counted(this_year, client_of, admin):
    for item in DisclosureItem.objects.of(this_year):
        item.assignments.all().delete()

    page = client_of(admin).get("/reports/2570/").content.decode()

    assert "และอีก 31" in page


def test_an_item_that_does_not_apply_is_no_gap_and_not_counted(this_year):
    DisclosureItem.objects.of(this_year).filter(number=29).update(
        is_applicable=False, not_applicable_reason="หน่วยงานได้รับยกเว้น"
    )

    board = build_dashboard(this_year, now=MORNING)

    assert board.items.total == 42
    assert "ข้อ O ไม่มีผู้รับผิดชอบ" not in spots(board)


def test_the_latest_entries_of_both_histories_come_newest_first(board):
    moments = [entry.at for entry in board.recent]

    assert moments == sorted(moments, reverse=True)
    assert len(moments) == 6


def test_segments_fill_the_bar(board):
    for bar in (board.items, board.measures, *board.by_unit):
        last = bar.segments[-1]
        assert last.start + last.width == pytest.approx(100, abs=0.05)


def test_an_empty_year_still_has_a_dashboard(office):
    empty = Round.objects.create(organization=office, be_year=2571, edition=2569)

    board = build_dashboard(empty, now=MORNING)

    assert board.items.total == 0
    assert board.timeline == ()


def test_more_measures_cost_no_more_queries(
    this_year, django_assert_max_num_queries, django_assert_num_queries
):
    with django_assert_max_num_queries(14) as few:
        build_dashboard(this_year, now=MORNING)
    multiply_measures(this_year, 4)

    with django_assert_num_queries(len(few)):
        build_dashboard(this_year, now=MORNING)


@pytest.mark.parametrize("name", ["staff", "secretary", "admin", "executive"])
def test_everybody_in_the_office_sees_the_same_page(client_of, request, name):
    client = client_of(request.getfixturevalue(name))

    page = client.get("/reports/2570/").content.decode()

    assert "ภาพรวมปีงบประมาณ 2570" in page
    assert "วันจันทร์ที่ 23 พฤศจิกายน 2569" in page


@pytest.mark.parametrize(
    ("name", "page"), [("staff", "/reports/2570/my-work/"), ("secretary", "/reports/2570/")]
)
def test_the_first_page_is_that_of_the_year_at_work(client_of, request, name, page):
    response = client_of(request.getfixturevalue(name)).get("/")

    assert response.url == page


def test_the_operator_is_shown_to_the_installation(client_of, operator):
    assert client_of(operator).get("/").url == "/admin/"


def test_an_office_without_a_year_is_told_what_to_do(client_of, next_door, stranger):
    stranger.organization = type(next_door).objects.create(
        name="ใหม่", short_name="ใหม่", slug="empty"
    )
    stranger.save()

    page = client_of(stranger).get("/").content.decode()

    assert "ยังไม่มีปีงบประมาณ" in page
