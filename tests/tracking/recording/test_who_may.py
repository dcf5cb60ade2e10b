"""Who may report on a measure or an O-item, and in whose name."""

import pytest
from django.core.exceptions import PermissionDenied

from disclosures.models import DisclosureItem
from tests.tracking.recording.conftest import report, versions
from tracking.models import Status

# On PostgreSQL too: numbers and signs no column can hold.
pytestmark = pytest.mark.both_databases


def test_staff_of_the_unit_may_record(client_of, staff, form, page, row):
    response = client_of(staff).post(form, report(status="review"))

    assert response.url == page
    latest = row.history()[0]
    assert (latest.by, latest.old_status, latest.status) == (staff, Status.DOING, Status.REVIEW)
    assert latest.note == "รวบรวมข้อมูลครบแล้ว"


def test_they_are_told_that_it_was_recorded_and_in_whose_name(client_of, staff, form, row):
    html = client_of(staff).post(form, report(), follow=True).content.decode()

    unit = row.history()[0].unit
    assert f"บันทึกความก้าวหน้า {row.code} ในนาม{unit}แล้ว สถานะ: อยู่ระหว่างดำเนินการ" in html


@pytest.mark.parametrize("person", ["other_staff", "executive"])
@pytest.mark.parametrize("verb", ["get", "post"])
def test_staff_of_another_unit_and_executives_may_not_record(
    person, verb, request, client_of, form, row
):
    client = client_of(request.getfixturevalue(person))

    response = getattr(client, verb)(form, report())

    assert response.status_code == 403
    assert versions(row) == [1]


def test_the_row_itself_refuses_who_may_not_record(other_staff, row):
    unit = row.history()[0].unit

    with pytest.raises(PermissionDenied):
        row.record_progress(by=other_staff, unit=unit, status=Status.DOING, version=1)


def test_secretary_may_record_in_the_units_name(client_of, secretary, form, row):
    client_of(secretary).post(form, report())

    latest = row.history()[0]
    assert (latest.by, latest.unit) == (secretary, row.history()[1].unit)


def test_nobody_records_in_a_closed_year(client_of, admin, form, source_year):
    closed = form.replace("2570", "2566")

    response = client_of(admin).post(closed, report(version="2"))

    assert response.status_code == 403
    assert (
        not DisclosureItem.objects.of(source_year)
        .get(number=17)
        .entries.filter(by=admin, status="doing")
    )


def test_for_a_neighbour_the_row_is_not_there(client_of, stranger, form, row):
    response = client_of(stranger).post(form, report())

    assert response.status_code == 404
    assert versions(row) == [1]


def test_who_has_not_signed_in_records_nothing(client, form, row):
    response = client.post(form, report())

    assert response.url.startswith("/accounts/login/")
    assert versions(row) == [1]


@pytest.mark.parametrize("unit", ["abc", "0", "-1", "9" * 30, "\x00", "", "๑"])
def test_a_unit_that_does_not_exist_is_refused(unit, client_of, secretary, form, row):
    client = client_of(secretary)

    assert client.get(form, {"unit": unit}).status_code == 403
    assert client.post(f"{form}?unit={unit}", report()).status_code == 403
    assert versions(row) == [1]


def test_staff_may_not_borrow_the_name_of_another_unit(client_of, staff, office, form, row):
    unit = office.units.get(name="กองคลัง")

    response = client_of(staff).post(f"{form}?unit={unit.pk}", report())

    assert response.status_code == 403
    assert versions(row) == [1]
