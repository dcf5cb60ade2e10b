"""A document names units that the office does not have."""

import pytest
from django.urls import reverse

from measures.models import Measure
from office.reorganizing import make_unit
from tests.measures.importing.conftest import typed_in

# On PostgreSQL too: all of it is made or none.
pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


def imported(client, table: str):
    decide = client.post(reverse("measures:import", args=[2566]), {"pasted": table}).url
    third = f"{decide}measures/"
    return client.post(third, typed_in(client.get(third)))


def test_new_units_stand_last_and_their_making_is_kept(client, year):
    imported(client, "มาตรการ\tผู้รับผิดชอบ\tระยะเวลา\n๑. อบรม\tงานอวกาศ\tตลอดปี")

    root = year.organization.units.get(parent=None)
    assert list(root.children.all())[-1].name == "งานอวกาศ"
    assert year.organization.unit_changes.get().name == "งานอวกาศ"


def test_a_new_name_torn_by_a_space_is_one_unit(client, year):
    table = "มาตรการ\tผู้รับผิดชอบ\tระยะเวลา\n๑. ก\tงานดาวเทียม\tตลอดปี\n๒. ข\tงานดาว เทียม\tตลอดปี"

    imported(client, table)

    assert year.organization.units.filter(name__startswith="งานดาว").count() == 1


def test_a_paragraph_is_refused_as_the_name_of_a_unit_and_nothing_is_left_behind(client, year):
    table = f"มาตรการ\tผู้รับผิดชอบ\tระยะเวลา\n๑. อบรม\t{'ทุกคนที่เกี่ยวข้อง' * 20}\tตลอดปี"

    refused = imported(client, table)

    assert refused.status_code == 422
    assert "หรือไม่นำเข้าเป็นผู้รับผิดชอบ" in refused.content.decode()
    assert not Measure.objects.of(year).exists()


def test_a_paragraph_given_to_a_unit_is_not_printed_as_its_name(client, year):
    paragraph = "ทุกคนที่เกี่ยวข้อง" * 20
    table = f"มาตรการ\tผู้รับผิดชอบ\tระยะเวลา\n๑. อบรม\t{paragraph}\tตลอดปี"
    decide = client.post(reverse("measures:import", args=[2566]), {"pasted": table}).url
    third = client.post(decide, {"unit_0": "กองคลัง"}).url

    client.post(third, typed_in(client.get(third)))

    measure = Measure.objects.of(year).get()
    assert measure.responsibilities.get().label == ""
    assert measure.imported_cells["ผู้รับผิดชอบ"] == paragraph


def test_of_two_units_of_one_name_the_document_or_the_admin_says_which(client, year, newcomer):
    works = year.organization.units.get(name="กองช่าง")
    make_unit(name="งานธุรการ", parent=works, by=newcomer)
    table = "มาตรการ\tผู้รับผิดชอบ\tระยะเวลา\n๑. ก\tงานธุรการ กองช่าง\tตลอดปี\n๒. ข\tงานธุรการ\tตลอดปี"

    decide = client.post(reverse("measures:import", args=[2566]), {"pasted": table}).url
    form = client.get(decide).context["form"]
    (doubtful,) = [field for field in form.unit_fields if field.label == "งานธุรการ"]
    names = dict(doubtful.field.choices)
    third = client.post(decide, {doubtful.html_name: "งานธุรการ (สำนักปลัด)"}).url
    client.post(third, typed_in(client.get(third)))

    assert {"งานธุรการ (กองช่าง)", "งานธุรการ (สำนักปลัด)"} <= set(names)
    measures = Measure.objects.of(year).order_by("number")
    assert [str(one.responsibilities.get().unit.parent) for one in measures] == [
        "กองช่าง",
        "สำนักปลัด",
    ]
