"""Two years beside each other: what came, went, changed or stayed."""

from datetime import date

import pytest

from disclosures.actions import open_round
from disclosures.models import DisclosureItem
from measures.models import Measure
from tests.factories import multiply_measures
from years.comparing import build_comparison

# On PostgreSQL too: rows are matched by queries.
pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


@pytest.fixture
def compared(source_year, prepared):
    def rows(show=""):
        return build_comparison(prepared, source_year, {"show": show})

    return rows


def measure(comparison, number):
    return next(row for row in comparison.measures if row.new and row.new.number == number)


def told(row) -> dict[str, tuple[str, str]]:
    return {one.name: (one.old, one.new) for one in row.differences}


def test_the_years_stand_in_their_order_however_they_are_asked(client, prepared):
    page = client.get("/reports/2566/compare/2568/").content.decode()

    assert "<h1>เทียบปีงบประมาณ 2566 กับ 2568</h1>" in page


def test_the_same_months_of_another_year_are_no_change(compared):
    assert "ระยะเวลา" not in told(measure(compared(), 1))


def test_other_months_units_words_and_items_are(compared, prepared, office, admin):
    row = Measure.objects.of(prepared).get(number=1)
    row.title, row.last_month = "การปรับปรุงคะแนนด้าน IIT ให้สูงขึ้น", date(2025, 3, 1)
    row.save()
    row.assign(office.units.get(name="กองคลัง"), by=admin)
    row.items.add(DisclosureItem.objects.of(prepared).get(number=19))

    found = told(measure(compared(), 1))

    assert set(found) == {"ชื่อ", "ระยะเวลา", "ผู้รับผิดชอบ", "ข้อ O"}
    assert found["ผู้รับผิดชอบ"] == ("สำนักปลัด", "สำนักปลัด, กองคลัง")


def test_items_under_another_number_are_matched_by_what_they_ask(compared):
    rows = {row.new.number: row for row in compared().items if row.new}

    assert [old.number for old in rows[27].olds] == [42]
    assert told(rows[27])["ลำดับข้อ"] == ("O42", "O27")
    assert [old.number for old in rows[1].olds] == [1, 3]


def test_what_came_and_went_is_told_apart(compared, prepared):
    Measure.objects.of(prepared).get(number=5).delete()
    Measure.objects.create(ita_round=prepared, number=12, title="มาตรการใหม่ของปีนี้")

    assert [row.title for row in compared("came").measures] == ["มาตรการใหม่ของปีนี้"]
    assert [row.olds[0].number for row in compared("went").measures] == [5]
    assert [row.new.number for row in compared("came").items] == [22]


def test_a_measure_that_only_moved_in_the_list_is_the_same_measure(compared, prepared):
    Measure.objects.of(prepared).filter(number=11).update(number=20)

    assert told(measure(compared(), 20))["ลำดับ"] == ("11", "20")


def test_the_results_of_both_years_are_read(compared):
    row = measure(compared(), 1)

    assert row.old_result.endswith("ลงเว็บไซต์แล้วเสร็จ")
    assert row.new_result == ""


def test_a_year_of_an_older_edition_can_be_compared_too(office, admin, prepared):
    later = open_round(organization=office, be_year=2572, edition=2565, by=admin)

    rows = build_comparison(prepared, later, {}).items

    assert {row.new.number for row in rows if row.new} == set(range(1, 44))
    olds = {old.number for row in rows for old in row.olds}
    assert olds == set(range(1, 29))


@pytest.mark.parametrize("name", ["staff", "secretary", "executive", "admin"])
def test_everybody_of_the_office_reads_it(client_of, name, request):
    page = client_of(request.getfixturevalue(name)).get("/reports/2570/compare/2566/")

    assert page.status_code == 200


@pytest.mark.usefixtures("prepared")
def test_a_year_being_prepared_is_compared_by_its_preparers_alone(client_of, staff, secretary):
    assert client_of(staff).get("/reports/2566/compare/2568/").status_code == 404
    assert client_of(secretary).get("/reports/2566/compare/2568/").status_code == 200


def test_it_asks_the_same_however_many_measures_there_are(client, source_year, queries_for):
    before = queries_for(client, "/reports/2570/compare/2566/")
    multiply_measures(source_year, 3)

    assert queries_for(client, "/reports/2570/compare/2566/") == before
