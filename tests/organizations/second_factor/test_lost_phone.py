"""The phone is lost: somebody else lets its owner in again, and it is written down."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.management import CommandError, call_command

from organizations.models import User
from tests.organizations.second_factor.phone import HOME, is_in, set_up, sign_in


def drop(client, person):
    return client.post(f"/office/people/{person.pk}/lost-phone/", follow=True)


@pytest.mark.usefixtures("phone")
def test_the_offices_admin_lets_them_in_again(client_of, admin, staff):
    page = drop(client_of(admin), staff).content.decode()

    client, _ = sign_in(staff.username)
    assert is_in(client)
    assert "ยกเลิกการยืนยันสองขั้นของนายธนากร บุญมาแล้ว" in page
    assert [(change.step, change.by) for change in staff.account_changes.all()] == [
        ("no_phone", admin)
    ]


@pytest.mark.usefixtures("phone")
def test_the_button_is_there_only_for_people_with_one(client_of, admin, staff, secretary):
    client = client_of(admin)

    pages = [client.get(f"/office/people/{one.pk}/").content.decode() for one in (staff, secretary)]

    assert ["lost-phone" in page for page in pages] == [True, False]


def test_not_for_herself(client_of, admin):
    client = client_of(admin)
    set_up(client)

    with pytest.raises(ValidationError, match="ให้ผู้ดูแลระบบคนอื่นดำเนินการ"):
        admin.drop_second_factor(by=admin)
    drop(client, admin)

    assert admin.has_second_factor


@pytest.mark.usefixtures("phone")
@pytest.mark.parametrize("who", ["secretary", "other_staff", "executive", "stranger", "supervisor"])
def test_nobody_else_may(request, staff, who):
    with pytest.raises(PermissionDenied):
        staff.drop_second_factor(by=request.getfixturevalue(who))

    assert staff.has_second_factor


@pytest.mark.usefixtures("phone")
def test_nor_the_admin_of_another_office(staff):
    with pytest.raises(PermissionDenied):
        staff.drop_second_factor(by=User.objects.get(username="neighbour-admin"))


@pytest.mark.usefixtures("phone")
def test_the_operator_does_it_in_django_admin(client_of, operator, staff):
    client_of(operator).post(
        "/admin/organizations/user/",
        {"action": "drop_second_factor", "_selected_action": [staff.pk]},
    )

    assert not staff.has_second_factor


@pytest.mark.usefixtures("phone")
def test_the_operator_does_it_on_the_command_line(operator, staff, capsys):
    call_command("reset_mfa", staff.username, by=operator.username)

    assert not staff.has_second_factor
    assert staff.account_changes.get().by == operator
    assert "เข้าสู่ระบบได้ด้วยรหัสผ่าน" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("username", "by", "why"),
    [
        ("nobody", "operator", "ไม่พบผู้ใช้ nobody"),
        ("thanakorn", "wittaya", "ไม่พบผู้ดูแลการติดตั้ง wittaya"),
        ("thanakorn", "operator", "ไม่ได้เปิดการยืนยันสองขั้น"),
    ],
)
def test_the_command_says_what_it_cannot_do(db, username, by, why):
    with pytest.raises(CommandError, match=why):
        call_command("reset_mfa", username, by=by)


@pytest.mark.usefixtures("required")
def test_where_it_is_required_they_set_up_the_new_phone_at_once(client_of, operator, secretary):
    set_up(client_of(secretary))
    secretary.drop_second_factor(by=operator)

    client, _ = sign_in(secretary.username)

    assert client.get("/").url == f"{HOME}app/"
