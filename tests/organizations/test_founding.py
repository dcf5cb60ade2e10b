"""Several organizations in one database: another one is made whole, or not at all."""

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from organizations.models import Organization, User

# On PostgreSQL too: what a constraint refuses takes everything else with it.
pytestmark = pytest.mark.both_databases

ASKED = {
    "name": "องค์การบริหารส่วนตำบลหนองบัว",
    "short_name": "อบต.หนองบัว",
    "slug": "nong-bua",
    "admin_name": "นางสาวสมศรี ใจงาม",
    "admin_username": "somsri",
}


def create(capsys, **more) -> str:
    call_command("create_organization", **ASKED | more)
    return capsys.readouterr().out


def password_in(said: str) -> str:
    return next(line.split()[1] for line in said.splitlines() if "รหัสผ่าน  " in line)


@pytest.mark.django_db
def test_its_admin_signs_in_with_the_password_told_once_and_sets_another(capsys):
    said = create(capsys)

    client = Client()
    client.post("/accounts/login/", {"login": "somsri", "password": password_in(said)})
    person = User.objects.get(username="somsri")
    assert client.get("/").url == "/accounts/password/change/"
    assert (person.first_name, person.last_name) == ("นางสาวสมศรี", "ใจงาม")
    assert person.organization.units.get().name == "ทุกส่วนราชการ"
    assert said.count(password_in(said)) == 1
    assert not person.password.startswith(password_in(said))
    assert person.account_changes.get().step == "opened"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("asked", "year", "edition"),
    [
        ({}, None, None),
        ({"year": "๒๕๗๐"}, 2570, 2569),
        ({"year": "2570", "edition": "2566"}, 2570, 2566),
    ],
)
def test_a_first_year_to_prepare_comes_with_it_where_asked(capsys, asked, year, edition):
    create(capsys, **asked)

    rounds = Organization.objects.get(slug="nong-bua").rounds.values_list(
        "be_year", "edition", "is_started"
    )
    assert list(rounds) == ([(year, edition, False)] if year else [])


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("asked", "why"),
    [
        ({"slug": "tham-sing"}, "--slug: .*อยู่แล้ว"),
        ({"name": "องค์การบริหารส่วนตำบลถ้ำสิงห์"}, "--name: มีหน่วยงานชื่อนี้แล้ว"),
        ({"admin_username": "wittaya"}, "--admin-username: มีผู้ใช้ชื่อนี้แล้ว"),
        ({"admin_username": "Wittaya"}, "--admin-username: มีผู้ใช้ชื่อนี้แล้ว"),
        ({"admin_username": "a b"}, "--admin-username: "),
        ({"admin_name": " "}, "--admin-name: โปรดระบุชื่อ"),
        ({"slug": "หนองบัว"}, "--slug: "),
        ({"short_name": " "}, "--short-name: "),
        ({"year": "ปีหน้า"}, "ไม่เข้าใจ --year “ปีหน้า”"),
        ({"year": "2026"}, "ไม่เข้าใจ --year “2026”"),
        ({"year": "2570", "edition": "2560"}, "ไม่มีข้อ O ฉบับ 2560 มีฉบับ 2565"),
        ({"edition": "2566"}, "โปรดระบุปีงบประมาณแรกด้วย"),
    ],
)
def test_what_cannot_be_is_said_in_thai_and_nothing_is_left_behind(capsys, asked, why):
    before = (Organization.objects.count(), User.objects.count())

    with pytest.raises(CommandError, match=why):
        create(capsys, **asked)

    assert (Organization.objects.count(), User.objects.count()) == before


ON_A_PAGE = ASKED | {
    "evidence_quota": "5000",
    "units-TOTAL_FORMS": "0",
    "units-INITIAL_FORMS": "0",
    "rounds-TOTAL_FORMS": "0",
    "rounds-INITIAL_FORMS": "0",
}


def test_the_operator_makes_one_on_a_page_and_is_told_the_password_once(client_of, operator):
    client = client_of(operator)

    page = client.post("/admin/organizations/organization/add/", ON_A_PAGE).content.decode()

    person = User.objects.get(username="somsri")
    assert person.organization.slug == "nong-bua"
    assert person.must_set_password
    assert "แสดงครั้งเดียว" in page
    assert page.count("somsri") == 1


@pytest.mark.parametrize(
    ("asked", "why"),
    [
        ({"admin_username": "wittaya"}, "มีผู้ใช้ชื่อนี้แล้ว"),
        ({"slug": "tham-sing"}, "รหัสหน่วยงาน"),
        ({"admin_name": ""}, "กรุณากรอกข้อมูลในช่องนี้"),
        ({"name": "องค์การบริหารส่วนตำบลถ้ำสิงห์"}, "มีหน่วยงานชื่อนี้แล้ว"),
    ],
)
def test_what_cannot_be_is_said_on_the_page(client_of, operator, asked, why):
    before = (Organization.objects.count(), User.objects.count())

    response = client_of(operator).post("/admin/organizations/organization/add/", ON_A_PAGE | asked)

    assert response.status_code == 200
    assert why in response.content.decode()
    assert (Organization.objects.count(), User.objects.count()) == before


def test_an_organization_that_is_there_is_changed_as_before(client_of, operator, office):
    page = client_of(operator).get(f"/admin/organizations/organization/{office.pk}/change/")

    assert "admin_username" not in page.content.decode()


@pytest.fixture
def first_admin(capsys, db, client_of):
    """Of an office founded just now: no year, no units, nobody else."""
    create(capsys)
    person = User.objects.get(username="somsri")
    person.one_time_until = None
    person.save()
    return client_of(person)


def test_a_new_office_answers_for_nothing_yet(first_admin):
    page = first_admin.get("/office/units/").content.decode()

    assert "รับผิดชอบ" not in page


@pytest.mark.parametrize("path", ["/office/units/", "/reports/open/"])
def test_a_new_office_finds_its_years_from_everywhere(first_admin, path):
    page = first_admin.get(path).content.decode()

    assert 'class="side-link" href="/reports/years/"' in page


def test_a_new_office_counts_no_years(first_admin):
    assert "0 ปี" not in first_admin.get("/reports/years/").content.decode()


@pytest.mark.parametrize("path", ["/office/people/new/", "/office/people/paste/"])
def test_a_new_office_is_told_to_make_units_before_people(first_admin, path):
    page = first_admin.get(path).content.decode()

    assert "ยังไม่มีส่วนราชการ" in page
    assert 'href="/office/units/new/"' in page


def test_measures_that_are_not_there_lead_to_where_they_come_from(first_admin):
    first_admin.post("/reports/open/", {"be_year": 2570, "edition": 2569, "source": 0})

    page = first_admin.get("/measures/2570/").content.decode()

    assert page.count('href="/measures/2570/import/"') > 2


@pytest.mark.parametrize("year", ["๒๕๖๖", "2566"])
def test_a_year_does_not_follow_a_list_that_came_later(first_admin, year):
    asked = {"be_year": year, "edition": 2569, "source": 0}

    refused = first_admin.post("/reports/open/", asked)

    assert refused.status_code == 422
    assert "ฉบับปี 2569 ออกหลังปีงบประมาณ 2566" in refused.content.decode()


def test_a_common_era_year_is_asked_for_again_as_a_buddhist_one(first_admin):
    refused = first_admin.post("/reports/open/", {"be_year": "2026", "edition": 2569, "source": 0})

    assert "โปรดพิมพ์ปี พ.ศ. สี่หลัก" in refused.content.decode()
