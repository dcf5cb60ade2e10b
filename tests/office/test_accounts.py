"""Accounts: a password for one sign-in, leaving, coming back, and who may do it."""

import re
import uuid
from datetime import timedelta

import pytest
import time_machine
from django.core.cache import cache
from django.core.exceptions import PermissionDenied
from django.test import Client

from disclosures.models import DisclosureItem
from organizations.accounts import ShownAlready, issue_passwords
from organizations.models import AccountChange, AccountState, User
from tests.conftest import MORNING, PASSWORD

# On PostgreSQL too: locks, and names that are there once.
pytestmark = pytest.mark.both_databases

OWN = "ของตนเอง-ยาวพอ-2570"


@pytest.fixture(autouse=True)
def nobody_has_tried_yet(db):
    cache.clear()


def sign_in(username, password) -> Client:
    client = Client()
    client.post("/accounts/login/", {"login": username, "password": password})
    return client


def is_in(client) -> bool:
    return "_auth_user_id" in client.session


def typed(unit, **other):
    return {
        "first_name": "นายสมชาย",
        "last_name": "ใจดี",
        "role": "staff",
        "units": [unit.pk],
        "sent": str(uuid.uuid4()),
    } | other


def test_the_slip_is_the_answer_and_its_password_signs_in(client, unit):
    page = client.post("/office/people/new/", typed(unit("กองช่าง"))).content.decode()

    password = re.search(r"slip-password\">([a-z0-9-]+)<", page)[1]
    assert is_in(sign_in("somchai", password))


def test_the_password_is_nowhere_kept(new_clerk):
    kept = [str(row) for row in AccountChange.objects.values()]
    user = User.objects.filter(username="somchai").values().get()

    assert new_clerk.password not in f"{kept}{user}{new_clerk}"


def test_the_same_form_sent_twice_makes_one_account_and_shows_it_once(client, unit):
    form = typed(unit("กองช่าง"))
    client.post("/office/people/new/", form)

    again = client.post("/office/people/new/", form)

    assert again.status_code == 409
    assert "slip-password" not in again.content.decode()
    assert User.objects.filter(username__startswith="somchai").count() == 1


def test_two_at_once_with_the_same_form_get_one_set(new_clerk, admin):
    sent = uuid.uuid4()
    issue_passwords([new_clerk.person], by=admin, sent=sent)

    with pytest.raises(ShownAlready):
        issue_passwords([new_clerk.person], by=admin, sent=sent)


@pytest.mark.parametrize(
    "path", ["/", "/reports/2570/my-work/", "/notices/", "/disclosures/2570/1/"]
)
def test_every_page_leads_to_a_password_of_their_own(new_clerk, path):
    client = sign_in("somchai", new_clerk.password)

    assert client.get(path).url == "/accounts/password/change/"


def test_a_part_of_a_page_takes_the_whole_page_there(new_clerk):
    client = sign_in("somchai", new_clerk.password)

    response = client.get("/reports/2570/my-work/", headers={"HX-Request": "true"})

    assert (response.status_code, response["HX-Redirect"]) == (204, "/accounts/password/change/")


def test_nothing_is_posted_before_either(new_clerk):
    client = sign_in("somchai", new_clerk.password)

    response = client.post("/measures/2570/5/comments/", {"text": "ก"})

    assert response.url == "/accounts/password/change/"


def test_with_a_password_of_their_own_they_land_on_their_work(new_clerk):
    client = sign_in("somchai", new_clerk.password)

    response = client.post(
        "/accounts/password/change/",
        {"oldpassword": new_clerk.password, "password1": OWN, "password2": OWN},
        follow=True,
    )

    assert response.redirect_chain[-1][0] == "/reports/2570/my-work/"
    assert User.objects.get(username="somchai").state == AccountState.READY


def test_the_one_time_password_is_not_chosen_again(new_clerk):
    client = sign_in("somchai", new_clerk.password)
    same = new_clerk.password

    response = client.post(
        "/accounts/password/change/",
        {"oldpassword": same, "password1": same, "password2": same},
    )

    assert "ไม่ซ้ำกับรหัสผ่านครั้งเดียว" in response.content.decode()
    assert User.objects.get(username="somchai").must_set_password


def test_the_password_of_the_slip_has_one_name_until_it_goes(new_clerk):
    client = sign_in("somchai", new_clerk.password)

    page = client.post(
        "/accounts/password/change/", {"oldpassword": "ผิด", "password1": OWN, "password2": OWN}
    ).content.decode()

    assert "รหัสผ่านครั้งเดียวไม่ถูกต้อง" in page
    assert "รหัสผ่านปัจจุบัน" not in page
    assert "รหัสผ่านเดิม" not in page


def test_people_who_mistype_their_own_password_are_told_so(client):
    page = client.post(
        "/accounts/password/change/", {"oldpassword": "ผิด", "password1": OWN, "password2": OWN}
    ).content.decode()

    assert "รหัสผ่านปัจจุบันไม่ถูกต้อง" in page


def test_an_unused_password_runs_out_and_only_its_holder_is_told(new_clerk):
    with time_machine.travel(MORNING + timedelta(days=31), tick=False):
        client = Client()
        told = client.post(
            "/accounts/login/", {"login": "somchai", "password": new_clerk.password}
        ).content.decode()
        wrong = client.post(
            "/accounts/login/", {"login": "somchai", "password": "wrong"}
        ).content.decode()

        assert not is_in(client)
        assert "หมดอายุ" in told
        assert "หมดอายุ" not in wrong
        assert User.objects.get(username="somchai").state == AccountState.RUN_OUT


def test_a_new_password_signs_their_other_sessions_out(client, staff):
    hers = sign_in(staff.username, PASSWORD)

    client.post(f"/office/people/{staff.pk}/password/", {"sent": str(uuid.uuid4())})

    assert "/login/" in hers.get("/reports/2570/").url
    assert not is_in(sign_in(staff.username, PASSWORD))


def test_a_leaver_is_out_at_once_and_the_units_work_stays(client, staff, this_year):
    hers = sign_in(staff.username, PASSWORD)
    before = set(DisclosureItem.objects.of(this_year).get(number=17).responsible_unit_ids())

    client.post(f"/office/people/{staff.pk}/leave/")

    assert "/login/" in hers.get("/reports/2570/").url
    assert not is_in(sign_in(staff.username, PASSWORD))
    assert set(DisclosureItem.objects.of(this_year).get(number=17).responsible_unit_ids()) == before


def test_the_unit_says_who_left(client, staff, unit):
    client.post(f"/office/people/{staff.pk}/leave/")

    page = client.get(f"/office/units/{unit('งานธุรการ').pk}/").content.decode()
    assert str(staff) in page
    assert "พ้นหน้าที่แล้ว" in page


def test_who_comes_back_needs_a_new_password_and_old_sessions_stay_ended(client, staff):
    hers = sign_in(staff.username, PASSWORD)
    client.post(f"/office/people/{staff.pk}/leave/")

    client.post(f"/office/people/{staff.pk}/return/", {"sent": str(uuid.uuid4())})

    staff.refresh_from_db()
    assert staff.is_active
    assert "/login/" in hers.get("/reports/2570/").url
    assert not is_in(sign_in(staff.username, PASSWORD))


def test_let_back_in_by_the_operator_neither_session_nor_password_lives_again(client, staff):
    hers = sign_in(staff.username, PASSWORD)
    client.post(f"/office/people/{staff.pk}/leave/")

    User.objects.filter(pk=staff.pk).update(is_active=True)

    assert "/login/" in hers.get("/reports/2570/").url
    assert not is_in(sign_in(staff.username, PASSWORD))


@pytest.mark.parametrize("who", ["staff", "secretary", "executive", "neighbour_admin"])
def test_nobody_else_touches_an_account(request, other_staff, who):
    with pytest.raises(PermissionDenied):
        other_staff.issue_password(by=request.getfixturevalue(who))


def test_what_was_changed_is_kept_with_who_and_from_what_to_what(client, admin, other_staff, unit):
    client.post(
        f"/office/people/{other_staff.pk}/edit/",
        {
            "username": "arunee",
            "first_name": "นางอรุณี",
            "last_name": "ทองแท้",
            "role": "secretary",
            "units": [unit("กองคลัง").pk],
        },
    )

    change = other_staff.account_changes.first()
    assert change.by == admin
    assert "นางอรุณี พูนผล → นางอรุณี ทองแท้" in change.text
    assert "เจ้าหน้าที่ → ฝ่ายเลขานุการ" in change.text
    assert "ทองแท้" in client.get(f"/office/people/{other_staff.pk}/").content.decode()


def test_the_list_is_narrowed_by_unit_role_and_words(client, unit):
    of_unit = client.get(f"/office/people/?unit={unit('กองคลัง').pk}").content.decode()
    by_role = client.get("/office/people/?role=executive").content.decode()
    by_word = client.get("/office/people/?q=ศิริพร").content.decode()

    assert "arunee" in of_unit
    assert "thanakorn" not in of_unit
    assert "rattana" in by_role
    assert "arunee" not in by_role
    assert "siriporn" in by_word


def test_twenty_times_the_people_ask_no_more_questions(client, office, unit, queries_for):
    pages = ["/office/people/", f"/office/units/{unit('กองช่าง').pk}/", "/office/people/new/"]
    before = [queries_for(client, page) for page in pages]
    people = User.objects.bulk_create(
        User(username=f"clerk{n}", first_name=f"คนที่ {n}", organization=office) for n in range(240)
    )
    unit("กองช่าง").users.add(*people)

    assert [queries_for(client, page) for page in pages] == before
