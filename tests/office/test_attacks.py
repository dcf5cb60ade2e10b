"""What an admin, or anyone with an admin's form, may try."""

import uuid

import pytest

from organizations.models import User

# On PostgreSQL too: texts longer than a column, and names that are there once.
pytestmark = pytest.mark.both_databases

LONG = "นาย" + "ก" * 300


def typed(unit, **other):
    return {
        "first_name": "นายสมชาย",
        "last_name": "ใจดี",
        "role": "staff",
        "units": [unit.pk],
        "sent": str(uuid.uuid4()),
    } | other


def test_what_the_form_does_not_ask_is_not_taken(client, unit, next_door, office):
    more = {"is_superuser": "on", "is_staff": "on", "organization": next_door.pk, "password": "x"}

    client.post("/office/people/new/", typed(unit("กองช่าง"), **more))

    made = User.objects.get(username="somchai")
    assert (made.is_superuser, made.is_staff, made.organization) == (False, False, office)
    assert not made.check_password("x")


@pytest.mark.parametrize("role", ["supervisor", "superuser", "", "ADMIN"])
def test_a_role_that_is_not_the_offices_to_give_is_refused(client, unit, role):
    response = client.post("/office/people/new/", typed(unit("กองช่าง"), role=role))

    assert response.status_code == 422
    assert not User.objects.filter(first_name="นายสมชาย").exists()


def test_a_unit_of_another_office_is_no_choice(client, next_door):
    foreign = next_door.units.get(name="สำนักปลัด")

    response = client.post("/office/people/new/", typed(foreign))

    assert response.status_code == 422


@pytest.mark.parametrize(
    "path", ["", "edit/", "password/", "leave/", "return/"], ids=lambda path: path or "page"
)
@pytest.mark.parametrize("whose", ["stranger", "operator", "supervisor"])
def test_people_of_another_office_and_the_operator_are_not_there(request, client, path, whose):
    person = request.getfixturevalue(whose)
    url = f"/office/people/{person.pk}/{path}"

    post = client.post(url, {"sent": str(uuid.uuid4())}) if path else client.get(url)

    assert post.status_code == 404


@pytest.mark.parametrize("path", ["", "edit/", "shift/", "merge/", "close/", "reopen/", "delete/"])
def test_units_of_another_office_are_not_there(client, next_door, path):
    url = f"/office/units/{next_door.units.get(name='สำนักปลัด').pk}/{path}"

    response = client.post(url, {}) if path else client.get(url)

    assert response.status_code == 404


def test_a_person_of_the_office_who_may_enter_django_admin_is_the_operators(client, staff):
    User.objects.filter(pk=staff.pk).update(is_staff=True)

    assert client.get(f"/office/people/{staff.pk}/").status_code == 404
    assert "thanakorn" not in client.get("/office/people/").content.decode()


@pytest.mark.parametrize("name", ["<script>alert(1)</script>", '"><img src=x onerror=y>'])
def test_markup_in_a_name_is_text_wherever_it_stands(client, unit, office, name):
    slips = client.post("/office/people/new/", typed(unit("กองช่าง"), first_name=name))
    pages = [slips, client.get("/office/people/"), client.get("/office/units/")]

    assert not any(name in page.content.decode() for page in pages)
    assert office.users.filter(first_name=name).exists()


def test_marks_of_writing_direction_are_left_out(client, unit, office):
    client.post(
        "/office/people/new/", typed(unit("กองช่าง"), first_name="\u202eนาย\u200bสมชาย\u202c")
    )

    assert office.users.filter(first_name="นายสมชาย").exists()


@pytest.mark.parametrize("field", ["first_name", "last_name", "username", "email"])
def test_a_name_of_three_hundred_letters_is_refused_with_what_was_typed(client, unit, field):
    response = client.post("/office/people/new/", typed(unit("กองช่าง"), **{field: LONG}))

    assert response.status_code == 422
    assert "ก" * 300 in response.content.decode()


def test_a_unit_of_three_hundred_letters_is_refused(client, unit):
    response = client.post("/office/units/new/", {"name": LONG, "parent": unit("ทุกส่วนราชการ").pk})

    assert response.status_code == 422


@pytest.mark.parametrize("taken", ["thanakorn", "THANAKORN", "neighbour", "operator"])
def test_a_user_name_is_once_in_the_database_and_whose_is_not_said(client, unit, taken):
    response = client.post("/office/people/new/", typed(unit("กองช่าง"), username=taken))

    assert response.status_code == 422
    assert "มีผู้ใช้ชื่อนี้แล้ว" in response.content.decode()
    assert "บ้านใหม่" not in response.content.decode()


@pytest.mark.parametrize("sent", ["", "x", "00000000-0000-0000-0000-00000000000g"])
def test_a_form_without_its_number_makes_nothing(client, unit, sent):
    response = client.post("/office/people/new/", typed(unit("กองช่าง"), sent=sent))

    assert response.status_code == 422
    assert not User.objects.filter(username="somchai").exists()
