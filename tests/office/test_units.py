"""The admin keeps the office's chart, and what was done to it is kept."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from disclosures.models import DisclosureItem
from office.reorganizing import (
    close_unit,
    delete_unit,
    make_unit,
    move_unit,
    rename_unit,
    reopen_unit,
    shift_unit,
)
from organizations.models import UnitStep
from tracking.models import Status

# On PostgreSQL too: constraints on names, and protected rows.
pytestmark = pytest.mark.both_databases


@pytest.fixture
def new_unit(unit, admin):
    return make_unit(name="กองสาธารณสุข", parent=unit("ทุกส่วนราชการ"), by=admin)


def test_a_unit_is_made_on_the_page_and_stands_last_among_its_neighbours(client, office, unit):
    root = unit("ทุกส่วนราชการ")

    response = client.post(
        "/office/units/new/", {"name": "  กองสาธารณสุข\u200b ", "parent": root.pk}, follow=True
    )

    assert "เพิ่มกองสาธารณสุขแล้ว" in response.content.decode()
    assert list(root.children.all())[-1].name == "กองสาธารณสุข"
    assert office.unit_changes.first().step == UnitStep.MADE


def test_two_units_of_one_name_may_not_stand_under_one(client, unit):
    typed = {"name": "กองช่าง", "parent": unit("ทุกส่วนราชการ").pk}

    response = client.post("/office/units/new/", typed)

    assert response.status_code == 422
    assert "มีส่วนราชการชื่อนี้" in response.content.decode()


def test_a_unit_that_no_closed_year_knows_only_changes_its_name(new_unit, admin):
    renamed = rename_unit(new_unit, name="กองสาธารณสุขและสิ่งแวดล้อม", by=admin)

    assert renamed == new_unit
    assert "กองสาธารณสุข → กองสาธารณสุขและสิ่งแวดล้อม" in renamed.changes.first().text


def test_a_closed_year_keeps_the_name_it_had(unit, admin, source_year, this_year, other_staff):
    old = unit("กองคลัง")

    heir = rename_unit(old, name="กองการเงิน", by=admin)

    assert [
        link.unit.name
        for link in DisclosureItem.objects.of(source_year).get(number=30).assignments.all()
    ].count("กองคลัง")
    assert "กองการเงิน" in [
        str(link.unit)
        for link in DisclosureItem.objects.of(this_year).get(number=30).assignments.all()
    ]
    assert heir in other_staff.units.all()
    assert unit("งานพัสดุ").parent == heir
    assert not unit("กองคลัง").is_at_work


def test_a_moved_section_reports_for_the_other_division(unit, admin, this_year):
    section = unit("งานพัสดุ")

    move_unit(section, parent=unit("กองช่าง"), by=admin)

    tree = this_year.unit_tree()
    assert section.pk in tree.downward(unit("กองช่าง").pk)
    assert section.pk not in tree.downward(unit("กองคลัง").pk)


def test_what_a_moved_section_reported_counts_where_it_went(unit, admin, this_year, other_staff):
    section, item = unit("งานพัสดุ"), DisclosureItem.objects.of(this_year).get(number=29)
    item.assign(unit("กองช่าง"), by=admin)
    item.assign(section, by=admin, is_lead=False)
    item.record_progress(by=other_staff, unit=section, status=Status.REVIEW, note="ก", version=0)

    move_unit(section, parent=unit("กองช่าง"), by=admin)

    assert DisclosureItem.objects.of(this_year).get(number=29).status == Status.REVIEW


def test_a_closed_year_keeps_the_chart_it_had(unit, admin, source_year):
    section = unit("งานพัสดุ")

    move_unit(section, parent=unit("กองช่าง"), by=admin)

    source_year.refresh_from_db()
    assert section.pk in source_year.unit_tree().downward(unit("กองคลัง").pk)


def test_a_unit_made_later_is_not_in_the_chart_of_a_closed_year(client_of, new_unit, staff):
    staff.units.add(new_unit)

    assert client_of(staff).get("/reports/2566/my-work/").status_code == 200


@pytest.mark.parametrize("name", ["สำนักปลัด", "งานธุรการ"])
def test_a_unit_may_not_stand_under_itself(unit, admin, name):
    with pytest.raises(ValidationError, match="ใต้ตัวเอง"):
        move_unit(unit("สำนักปลัด"), parent=unit(name), by=admin)


def test_a_name_that_is_taken_leaves_the_unit_where_it_was(client, unit):
    section = unit("งานพัสดุ")
    typed = {"name": "งานธุรการ", "parent": unit("สำนักปลัด").pk}

    response = client.post(f"/office/units/{section.pk}/edit/", typed)

    assert response.status_code == 422
    assert unit("งานพัสดุ").parent == unit("กองคลัง")


def test_buttons_move_a_unit_up_and_down_without_a_script(client, unit):
    client.post(f"/office/units/{unit('กองช่าง').pk}/shift/", {"to": "up"})

    names = [one.name for one in unit("ทุกส่วนราชการ").children.all()]
    assert names[:3] == ["สำนักปลัด", "กองช่าง", "กองคลัง"]


def test_the_first_goes_no_higher(unit, admin):
    assert shift_unit(unit("สำนักปลัด"), up=True, by=admin) is False


def test_a_unit_with_work_people_and_sections_is_not_closed(unit, admin):
    with pytest.raises(ValidationError) as refused:
        close_unit(unit("กองคลัง"), by=admin)

    sentence = refused.value.messages[0]
    assert "รับผิดชอบงาน" in sentence
    assert "ผู้ใช้ 1 คน" in sentence
    assert "หน่วยในสังกัด 1 หน่วย" in sentence


def test_a_closed_unit_takes_no_work_and_can_be_opened_again(new_unit, admin, this_year):
    close_unit(new_unit, by=admin)
    new_unit.refresh_from_db()
    with pytest.raises(ValidationError, match="ปิดแล้ว"):
        DisclosureItem.objects.of(this_year).get(number=29).assign(new_unit, by=admin)

    reopen_unit(new_unit, by=admin)

    new_unit.refresh_from_db()
    DisclosureItem.objects.of(this_year).get(number=29).assign(new_unit, by=admin)
    assert DisclosureItem.objects.of(this_year).get(number=29).assignments.get().unit == new_unit


def test_a_closed_unit_has_no_column_on_the_board(client, new_unit, admin):
    assert "กองสาธารณสุข" in client.get("/reports/2570/board/").content.decode()

    close_unit(new_unit, by=admin)

    page = client.get("/reports/2570/board/").content.decode()
    assert "กองสาธารณสุข" not in page


def test_a_unit_made_by_mistake_is_deleted_and_that_is_kept(new_unit, admin, office):
    delete_unit(new_unit, by=admin)

    assert not office.units.filter(name="กองสาธารณสุข").exists()
    change = office.unit_changes.first()
    assert (change.step, change.name, change.unit) == (UnitStep.DELETED, "กองสาธารณสุข", None)


def test_a_unit_once_assigned_is_not_deleted(new_unit, admin, this_year):
    item = DisclosureItem.objects.of(this_year).get(number=29)
    item.assign(new_unit, by=admin)
    item.unassign(new_unit, by=admin)

    with pytest.raises(ValidationError, match="เคยใช้งานแล้ว"):
        delete_unit(new_unit, by=admin)


@pytest.mark.parametrize("verb", [close_unit, delete_unit, reopen_unit])
def test_the_whole_office_is_neither_closed_nor_deleted(unit, admin, verb):
    with pytest.raises(ValidationError, match="ทั้งหน่วยงาน"):
        verb(unit("ทุกส่วนราชการ"), by=admin)


@pytest.mark.parametrize("who", ["staff", "secretary", "executive", "neighbour_admin"])
def test_nobody_else_reorganizes_the_office(request, unit, who):
    with pytest.raises(PermissionDenied):
        rename_unit(unit("กองช่าง"), name="กองอื่น", by=request.getfixturevalue(who))


def test_the_history_of_units_is_never_changed(new_unit):
    change = new_unit.changes.first()

    with pytest.raises(TypeError):
        change.save()


@pytest.mark.parametrize(
    "path", ["/office/units/", "/office/units/{pk}/", "/office/units/{pk}/merge/"]
)
def test_twenty_times_the_units_ask_no_more_questions(client, office, unit, queries_for, path):
    path = path.format(pk=unit("กองคลัง").pk)
    before = queries_for(client, path)
    root = unit("ทุกส่วนราชการ")

    office.units.model.objects.bulk_create(
        office.units.model(organization=office, parent=root, name=f"กอง {n}") for n in range(260)
    )

    assert queries_for(client, path) == before
