"""Several people of the list are moved, or given new passwords, at once."""

import uuid

import pytest

# On PostgreSQL too: numbers no column can hold.
pytestmark = pytest.mark.both_databases


def send(client, people, **more):
    fields = {"person": [one.pk for one in people], "sent": str(uuid.uuid4())} | more
    return client.post("/office/people/together/", fields)


def names(person):
    return {unit.name for unit in person.units.all()}


def test_they_leave_the_unit_the_list_was_narrowed_to(client, unit, staff, other_staff):
    of_unit, to = unit("สำนักปลัด").pk, unit("กองช่าง").pk

    send(client, [staff, other_staff], act="move", to=to, **{"from": of_unit})

    assert names(staff) == {"งานธุรการ", "กองช่าง"}
    assert names(other_staff) == {"กองคลัง", "งานพัสดุ", "กองช่าง"}


def test_without_a_unit_they_leave_all_of_theirs(client, unit, staff):
    send(client, [staff], act="move", to=unit("กองช่าง").pk)

    assert names(staff) == {"กองช่าง"}
    assert "→ กองช่าง" in staff.account_changes.first().text


def test_each_gets_a_slip_and_the_form_is_taken_once(client, staff, other_staff):
    sent = str(uuid.uuid4())

    page = send(client, [staff, other_staff], act="password", sent=sent)
    again = send(client, [staff, other_staff], act="password", sent=sent)

    assert page.content.decode().count("slip-password") == 2
    assert again.status_code == 409


def test_herself_among_them_nobody_gets_one(client, staff, admin):
    send(client, [staff, admin], act="password")

    staff.refresh_from_db()
    assert not staff.must_set_password


@pytest.mark.parametrize("whose", ["stranger", "operator", "supervisor"])
def test_nobody_of_another_office_is_among_them(request, client, unit, staff, whose):
    person = request.getfixturevalue(whose)

    response = send(client, [staff, person], act="move", to=unit("กองช่าง").pk)

    assert response.status_code == 302
    assert "กองช่าง" not in names(staff) | names(person)


@pytest.mark.parametrize("more", [{"to": ""}, {"to": "9" * 30}, {"person": ["x"]}, {"person": []}])
def test_what_is_not_chosen_is_asked_for(client, unit, staff, more):
    fields = {"act": "move", "to": str(unit("กองช่าง").pk)} | more

    page = client.post(
        "/office/people/together/", {"person": [staff.pk]} | fields, follow=True
    ).content.decode()

    assert "แล้วกดอีกครั้ง" in page
    assert "กองช่าง" not in names(staff)


def test_people_who_forgot_the_unit_find_the_list_narrowed_and_ticked_as_before(
    client, unit, staff, other_staff
):
    of_unit = unit("กองคลัง").pk

    page = client.post(
        f"/office/people/together/?unit={of_unit}&role=staff",
        {"person": [other_staff.pk], "act": "move", "to": ""},
        follow=True,
    )

    html = page.content.decode()
    assert page.redirect_chain[0][0].startswith(f"/office/people/?unit={of_unit}&role=staff&")
    assert f'value="{other_staff.pk}" checked' in html
    assert html.count(" checked") == 1


def test_a_unit_of_another_office_takes_nobody(client, staff, next_door):
    send(client, [staff], act="move", to=next_door.units.get(name="สำนักปลัด").pk)

    assert names(staff) == {"งานธุรการ", "สำนักปลัด"}
