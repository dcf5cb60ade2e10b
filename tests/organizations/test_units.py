import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from organizations.models import Organization

# On PostgreSQL too: a constraint keeps one root.
pytestmark = pytest.mark.both_databases


@pytest.mark.django_db
def test_every_new_organization_starts_with_all_its_units_as_one():
    organization = Organization.objects.create(name="อบต.ใหม่", short_name="อบต.ใหม่", slug="mai")

    assert [unit.name for unit in organization.units.all()] == ["ทุกส่วนราชการ"]


def test_people_of_a_section_answer_for_the_division_and_for_everybody(office):
    tree = office.units.all().tree()
    section = office.units.get(name="งานธุรการ")

    names = {tree.by_id[unit_id].name for unit_id in tree.upward([section.pk])}

    assert names == {"งานธุรการ", "สำนักปลัด", "ทุกส่วนราชการ"}


def test_reports_of_every_unit_count_for_everybody(office):
    tree = office.units.all().tree()
    root = office.units.get(parent=None)

    assert tree.downward(root.pk) == set(tree.by_id)


def test_units_are_read_as_the_organization_chart_is(office):
    walked = [(unit.name, depth) for unit, depth in office.units.all().tree().walk()]

    assert walked[:3] == [("ทุกส่วนราชการ", 0), ("สำนักปลัด", 1), ("งานธุรการ", 2)]
    assert ("งานพัสดุ", 2) in walked
    assert len(walked) == 13


def test_a_unit_may_not_stand_under_itself(office):
    division = office.units.get(name="สำนักปลัด")
    division.parent = office.units.get(name="งานธุรการ")

    with pytest.raises(ValidationError, match="ใต้ตัวเอง"):
        division.full_clean()


def test_a_unit_may_not_stand_under_another_organizations(office, next_door):
    unit = office.units.get(name="กองช่าง")
    unit.parent = next_door.units.get(name="สำนักปลัด")

    with pytest.raises(ValidationError, match="หน่วยงานเดียวกัน"):
        unit.full_clean()


def test_an_organization_has_but_one_root(office):
    with pytest.raises(IntegrityError), transaction.atomic():
        office.units.create(name="อีกทุกส่วนราชการ")


def test_the_news_of_a_unit_is_that_of_the_units_above_and_below_it(office):
    tree = office.units.all().tree()
    division = office.units.get(name="กองคลัง")

    names = {tree.by_id[unit_id].name for unit_id in tree.around([division.pk])}

    assert {"ทุกส่วนราชการ", "กองคลัง", "งานพัสดุ"} <= names
    assert "สำนักปลัด" not in names
