"""Several offices at a glance: for their supervisor, and for nobody else."""

from datetime import datetime, time, timedelta
from io import BytesIO
from itertools import product

import pytest
from python_calamine import CalamineWorkbook

from disclosures.models import DisclosureItem
from follow_up.dashboard import build_dashboard
from follow_up.overview.row import COLUMNS
from follow_up.overview.table import build_overview
from measures.models import Measure
from organizations.models import Organization, Round
from tests.conftest import MORNING, TODAY
from tests.factories import make_offices
from tracking.models import Status

# On PostgreSQL too: standings and lateness are reckoned in SQL.
pytestmark = pytest.mark.both_databases


@pytest.fixture
def overview_of(supervisor):
    """The table, as the address asks."""
    return lambda today=TODAY, **asked: build_overview(supervisor, asked, today=today)


def row_of(overview, slug):
    return next(row for row in overview.rows if row.organization.slug == slug)


def numbers(tally):
    return tally.accepted, tally.review, tally.under_way, tally.todo


def test_an_office_is_counted_as_on_its_own_dashboard(overview_of, this_year):
    board = build_dashboard(this_year, now=MORNING)
    row = row_of(overview_of(year="2570"), "tham-sing")

    counted = [
        tuple(bar.count(status) for status in ("accepted", "review", "doing", "todo"))
        for bar in (board.items, board.measures)
    ]
    figures = {figure.kind: figure.total for figure in board.figures}
    assert [numbers(row.items), numbers(row.measures)] == counted
    assert (row.waiting, row.late, row.returned) == (
        figures["review"],
        figures["late"],
        figures["returned"],
    )
    assert row.of_nobody == len(board.coverage.of_nobody)


def test_a_measure_stands_in_sql_as_it_does_in_python(this_year):
    """Every status of its own with every pair of statuses among its items."""
    items = list(DisclosureItem.objects.of(this_year)[:2])
    others = {measure.pk for measure in Measure.objects.of(this_year)}
    made, of_year = [], {"ita_round": this_year, "indicator": items[0].indicator}
    for own, one, two in product(Status.values, [None, *Status.values], [None, *Status.values]):
        measure = Measure.objects.create(ita_round=this_year, number=100 + len(made), status=own)
        copies = [
            DisclosureItem.objects.create(
                **of_year, number=1000 + 2 * len(made) + place, status=status
            )
            for place, status in enumerate((one, two))
            if status
        ]
        measure.items.set(copies)
        made.append(measure.pk)
    DisclosureItem.objects.of(this_year).filter(number__range=(1000, 1100)).update(
        is_applicable=False, not_applicable_reason="ทดสอบ"
    )

    found = Measure.objects.filter(pk__in=made).with_standing().prefetch_related("items")

    assert others.isdisjoint(made)
    assert [one.stands for one in found] == [one.standing for one in found]


def late_on_both(overview_of, ita_round, today):
    """On the office's own dashboard, and in the table."""
    ita_round = Round.objects.get(pk=ita_round.pk)
    now = datetime.combine(today, time(9), MORNING.tzinfo)
    figures = {one.kind: one.total for one in build_dashboard(ita_round, now=now).figures}
    return figures["late"], row_of(overview_of(today=today), "tham-sing").late


def test_what_a_meeting_agreed_on_counts_as_on_the_dashboard(overview_of, this_year, secretary):
    later = this_year.fiscal_year.last_day
    before = late_on_both(overview_of, this_year, later)
    todo = [row for row in Measure.objects.of(this_year) if row.standing == Status.NOT_STARTED]
    todo[0].decide(by=secretary, agreed_due=later + timedelta(days=30))
    DisclosureItem.objects.of(this_year).get(number=29).decide(
        by=secretary, agreed_due=later + timedelta(days=30)
    )
    late_now = late_on_both(overview_of, this_year, TODAY)
    todo[1].decide(by=secretary, agreed_due=TODAY - timedelta(days=1))

    assert late_on_both(overview_of, this_year, later) == (before[0] - 2, before[1] - 2)
    assert late_on_both(overview_of, this_year, TODAY) == (late_now[0] + 1, late_now[1] + 1)


def test_lateness_of_a_closed_year_is_that_of_its_last_day(overview_of, this_year, admin):
    at_closing = late_on_both(overview_of, this_year, TODAY)
    this_year.close(by=admin, reason="ทดสอบ")

    long_after = late_on_both(overview_of, this_year, this_year.fiscal_year.last_day)

    assert at_closing == long_after


def test_items_are_late_from_the_day_after_their_due_date(overview_of, this_year):
    finished = DisclosureItem.objects.of(this_year).filter(status__in=["review", "accepted"])
    unfinished = 43 - finished.count()

    Round.objects.filter(pk=this_year.pk).update(disclosure_due=TODAY)
    on_the_day = row_of(overview_of(), "tham-sing").items.late
    Round.objects.filter(pk=this_year.pk).update(disclosure_due=TODAY.replace(day=22))
    after_it = row_of(overview_of(), "tham-sing").items.late

    assert (on_the_day, after_it) == (0, unfinished)


def test_the_year_is_this_one_and_an_office_without_it_says_so(overview_of):
    overview = overview_of()

    assert (overview.year, overview.years) == (2570, (2570, 2569, 2566))
    assert row_of(overview, "ban-mai").report.label == "ยังไม่เปิดปี"
    assert row_of(overview_of(year="๒๕๖๙"), "ban-mai").items.total > 0


def test_a_year_that_is_closed_says_so(overview_of, source_year):
    assert row_of(overview_of(year="2566"), "tham-sing").report.label == "ปิดปีแล้ว"


def test_a_report_is_ready_when_everything_is_accepted_and_nothing_is_of_nobody(
    overview_of, this_year, admin
):
    this_year.rows.update(status=Status.ACCEPTED)

    with_a_gap = row_of(overview_of(), "tham-sing").report
    gap = DisclosureItem.objects.of(this_year).get(number=29)
    gap.assign(admin.organization.units.first(), by=admin)
    this_year.rows.update(status=Status.ACCEPTED)

    assert with_a_gap.label == "ยังไม่พร้อม"
    assert row_of(overview_of(), "tham-sing").report.label == "พร้อมออกรายงาน"


@pytest.mark.parametrize("column", COLUMNS, ids=lambda column: column.name)
def test_every_column_sorts_both_ways(overview_of, supervisor, column):
    make_offices(3, 2570, supervisor)

    up, down = overview_of(sort=column.name), overview_of(sort=f"-{column.name}")

    keys = [column.sort_key(row) for row in up.rows]
    assert keys == sorted(keys)
    assert [column.sort_key(row) for row in down.rows] == sorted(keys, reverse=True)


def test_names_stand_in_the_order_of_a_thai_dictionary(overview_of, supervisor):
    for place, name in enumerate(("อบต.เกาะแก้ว", "อบต.กาหลง", "อบต.ไผ่ใหญ่", "อบต.ขุนทะเล")):
        office = Organization.objects.create(name=name, short_name=name, slug=f"o-{place}")
        supervisor.supervised.add(office)

    names = [row.organization.short_name for row in overview_of().rows]

    assert names == [
        "ทต.บ้านใหม่",
        "อบต.กาหลง",
        "อบต.เกาะแก้ว",
        "อบต.ขุนทะเล",
        "อบต.ถ้ำสิงห์",
        "อบต.ไผ่ใหญ่",
    ]


@pytest.mark.parametrize(
    ("asked", "slugs"),
    [
        ({"q": "ถ้ำ"}, ["tham-sing"]),
        ({"q": "ถํ้า สิงห์"}, ["tham-sing"]),
        ({"q": "เทศบาล"}, ["ban-mai"]),
        ({"q": "ไม่มีชื่อนี้"}, []),
        ({"show": "late"}, ["tham-sing"]),
        ({"show": "gaps"}, ["tham-sing"]),
        ({"show": "unopened"}, ["ban-mai"]),
        ({"show": "late", "q": "เทศบาล"}, []),
    ],
)
def test_rows_are_found_by_name_and_by_what_is_wrong(overview_of, asked, slugs):
    assert [row.organization.slug for row in overview_of(**asked).rows] == slugs


def test_totals_are_of_the_rows_shown(overview_of, supervisor):
    make_offices(2, 2570, supervisor)

    overview = overview_of(q="อบต.ที่")

    assert overview.total.items.total == sum(row.items.total for row in overview.rows) > 0
    assert overview.total.late == sum(row.late for row in overview.rows) > 0


@pytest.mark.parametrize("asked", [{"year": "2400"}, {"sort": "size"}, {"show": "all"}])
def test_what_does_not_exist_narrows_nothing_and_is_said(client_of, supervisor, asked):
    response = client_of(supervisor).get("/overview/", asked)

    assert response.status_code == 200
    assert "ไม่พบปี การกรอง หรือการเรียงลำดับที่ระบุ" in response.content.decode()


def test_links_keep_what_was_asked(client_of, supervisor):
    page = client_of(supervisor).get("/overview/", {"q": "อบต", "show": "late"}).content.decode()

    assert "?year=2570&amp;q=%E0%B8%AD%E0%B8%9A%E0%B8%95&amp;show=late&amp;sort=-late" in page
    assert 'href="/overview/overview.xlsx?year=2570' in page


def test_the_sheet_has_the_rows_of_the_page_in_their_order(client_of, supervisor, overview_of):
    make_offices(2, 2570, supervisor)

    response = client_of(supervisor).get("/overview/overview.xlsx?q=อบต&sort=-items")

    sheet = CalamineWorkbook.from_filelike(BytesIO(response.content)).get_sheet_by_index(0)
    head, *rows, total = sheet.to_python()
    shown = overview_of(q="อบต", sort="-items")
    assert response["Content-Disposition"] == 'attachment; filename="ita-overview-2570.xlsx"'
    assert head[:3] == ["หน่วยงาน", "ข้อ O แล้วเสร็จ", "ข้อ O ทั้งหมด"]
    assert [row[:3] for row in rows] == [
        [row.organization.name, row.items.finished, row.items.total] for row in shown.rows
    ]
    assert total[:3] == ["รวม 3 หน่วยงาน", shown.total.items.finished, shown.total.items.total]


def test_a_name_that_looks_like_a_formula_is_a_name(client_of, supervisor, next_door):
    Organization.objects.filter(pk=next_door.pk).update(name="=1+1")

    response = client_of(supervisor).get("/overview/overview.xlsx")

    sheet = CalamineWorkbook.from_filelike(BytesIO(response.content)).get_sheet_by_index(0)
    assert "=1+1" in [row[0] for row in sheet.to_python()]


@pytest.mark.parametrize("path", ["/overview/", "/overview/overview.xlsx"])
def test_ten_times_the_offices_cost_no_more_queries(client_of, supervisor, queries_for, path):
    client = client_of(supervisor)
    few = queries_for(client, path)

    make_offices(20, 2570, supervisor)

    assert queries_for(client, path) == few <= 8


def test_an_offices_summary_costs_as_many_queries_whatever_it_holds(
    client_of, supervisor, queries_for, this_year
):
    client = client_of(supervisor)
    before = queries_for(client, "/overview/tham-sing/2570/")

    for number in range(12, 23):
        Measure.objects.create(ita_round=this_year, number=number, title="อีกมาตรการ")

    assert queries_for(client, "/overview/tham-sing/2570/") == before
