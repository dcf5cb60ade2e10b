"""The check of a round in the database: what it reads, what it costs, and a year put right."""

from copy import copy
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from checking.check import build_check
from checking.round_facts import read_facts
from disclosures.models import DisclosureItem, ItemAssignment
from follow_up.coverage import find_coverage
from follow_up.rows import read_items, read_measures
from measures.models import Measure, Responsibility
from reports.models.layout import Part, Period
from tests.conftest import TODAY
from tests.factories import multiply_measures
from tracking.models import Entry, Evidence, Status

# On PostgreSQL too: what is checked is what queries found.
pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


def keys(ita_round) -> list[str]:
    return [one.rule.key for one in build_check(ita_round, today=TODAY).findings]


def multiply_items(ita_round, times):
    """The round's items so many times over, each with a unit, and a report with a link."""
    unit = ita_round.organization.units.get(name="กองคลัง")
    entries = Entry.objects.filter(row__ita_round=ita_round, row__kind="item").exclude(
        evidence=None
    )
    model = entries.first()
    piece = model.evidence.first()
    items = list(DisclosureItem.objects.of(ita_round))
    copies = []
    for place in range(1, times):
        for item in items:
            twin = copy_of(item)
            twin.number += 43 * place
            copies.append(twin)
    for twin in copies:
        twin.save()
    ItemAssignment.objects.bulk_create(ItemAssignment(item=one, unit=unit) for one in copies)
    updates = []
    for one in copies:
        update = copy_of(model)
        update.row, update.unit, update.version = one, unit, 1
        updates.append(update)
    Entry.objects.bulk_create(updates)
    links = Entry.evidence.through
    links.objects.bulk_create(links(entry_id=one.pk, evidence_id=piece.pk) for one in updates)


def copy_of(row):
    twin = copy(row)
    twin.pk = twin.id = None
    twin._state = copy(row._state)
    twin._state.adding = True
    return twin


def put_right(ita_round, admin, secretary):
    """Everything that the demonstration year leaves open, mended by the people it is left to."""
    units = {unit.name: unit for unit in ita_round.organization.units.all()}
    DisclosureItem.objects.of(ita_round).get(number=29).assign(units["งานนิติการ"], by=admin)
    for number in (18, 28):
        DisclosureItem.objects.of(ita_round).get(number=number).assign(
            units["งานธุรการ"], by=admin, is_lead=False
        )
    ita_round.wording.committee = "คณะกรรมการขับเคลื่อนคุณธรรมและความโปร่งใส"
    ita_round.wording.save()
    piece = Evidence.objects.create(
        organization=ita_round.organization, url="https://thamsing.example/ita/o29", by=admin
    )
    report(
        DisclosureItem.objects.of(ita_round).get(number=29),
        secretary,
        "ไม่มีเรื่องร้องเรียน",
        evidence=[piece],
    )
    third = "ปรับปรุงการเผยแพร่ข้อมูลให้เข้าถึงง่าย ไม่ซับซ้อน โดยจัดเมนูใหม่ 6 เมนู"
    measure = Measure.objects.of(ita_round).get(number=3)
    for unit in measure.units_reportable_by(secretary):
        report(measure, secretary, f"{measure.last_report_of(unit).note}\n{third}", unit)
    for number in range(6, 12):
        measure = Measure.objects.of(ita_round).get(number=number)
        note = "เผยแพร่ครบทุกข้อเมื่อวันที่ 20 เมษายน 2566 ที่เมนู ITA"
        for unit in measure.units_reportable_by(secretary):
            report(measure, secretary, note, unit)


def report(row, by, note, unit=None, **more):
    unit = unit or row.units_reportable_by(by)[0]
    latest = row.latest_of(unit)
    version = latest.version if latest else 0
    row.record_progress(by=by, unit=unit, status=Status.REVIEW, note=note, version=version, **more)


def test_a_year_put_right_shows_nothing_to_mend(source_year, admin, secretary):
    source_year.reopen(by=admin, reason="แก้ก่อนพิมพ์")
    put_right(source_year, admin, secretary)
    source_year.close(by=admin)

    result = build_check(source_year, today=TODAY)

    assert (result.errors, result.warnings, result.is_ready) == ((), (), True)
    assert result.verdict == "พร้อมพิมพ์ ไม่พบเรื่องที่ต้องแก้"


@pytest.mark.parametrize(
    ("gap", "rule"),
    [
        ("of_nobody", "item-of-nobody"),
        ("led_twice", "item-led-twice"),
        ("in_no_measure", "item-in-no-measure"),
        ("measures_of_nobody", "measure-of-nobody"),
        ("measures_with_holes", "measure-with-holes"),
    ],
)
def test_the_gaps_are_those_that_the_dashboard_tells(this_year, gap, rule):
    Responsibility.objects.filter(measure__ita_round=this_year, measure__number=1).delete()
    ItemAssignment.objects.filter(item__ita_round=this_year, item__number=5).delete()
    Measure.objects.of(this_year).get(number=8).items.clear()
    tree = this_year.unit_tree(with_people=True)
    items = read_items(this_year, tree)
    measures = read_measures(this_year, items)

    coverage = find_coverage(tree, items, measures)

    assert keys(this_year).count(rule) == len(getattr(coverage, gap)) > 0


def test_twenty_times_the_rows_cost_no_more_queries(this_year):
    def cost():
        with CaptureQueriesContext(connection) as captured:
            build_check(this_year, today=TODAY)
        return len(captured)

    once = cost()
    multiply_measures(this_year, 20)
    multiply_items(this_year, 20)

    assert cost() == once <= 15


def test_what_does_not_apply_is_not_checked(this_year):
    DisclosureItem.objects.of(this_year).filter(number=29).update(
        is_applicable=False, not_applicable_reason="ไม่มีภารกิจ"
    )

    assert "item-of-nobody" not in keys(this_year)


def test_the_last_words_of_each_unit_are_read_and_not_the_secretarys(this_year):
    facts = read_facts(this_year, today=TODAY)

    (returned,) = [
        report
        for measure in facts.measures
        for report in measure.reports
        if report.status == Status.RETURNED
    ]
    assert returned.text != returned.returned_because != ""


def test_a_link_received_and_never_replaced_is_the_one_that_is_checked(this_year):
    this_year.wording.eit_url = ""
    this_year.wording.eit_url_received = "https://itas.nacc.go.th/go/verifypotpeit?tokenId=๑"
    this_year.wording.save()

    assert [key for key in keys(this_year) if key.startswith("eit")] == ["eit-link"]


def test_a_year_without_wording_rows_or_reports_is_checked_too(next_door):
    ita_round = next_door.rounds.select_related("organization").get(be_year=2569)

    found = set(keys(ita_round))

    assert {"item-of-nobody", "no-timeframe", "eit-missing"} <= found


def test_a_report_as_of_a_day_is_checked_as_of_that_day(this_year):
    wording = this_year.wording
    wording.as_of = date(2026, 10, 20)
    wording.save()

    facts = read_facts(this_year, today=TODAY)

    assert (facts.today, facts.as_of) == (date(2026, 10, 20), date(2026, 10, 20))
    assert {row.standing for row in facts.rows} == {Status.NOT_STARTED}
    assert [report for row in facts.rows for report in row.reports] == []


def test_a_day_that_has_not_come_yet_changes_nothing(this_year):
    now = keys(this_year)
    wording = this_year.wording
    wording.period = Period.HALF
    wording.save()

    assert keys(this_year) == now


def test_the_texts_of_a_memo_count_only_where_there_is_one(this_year):
    wording = this_year.wording
    wording.memo_body = "เรียนมาเพื่อโปรดทราบ ส่งงานจุรการ"
    wording.save()
    assert "slip" not in keys(this_year)

    wording.parts = [*wording.parts, Part.MEMO]
    wording.save()

    assert "slip" in keys(this_year)
