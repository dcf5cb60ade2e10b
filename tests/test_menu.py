"""The menu: what each role finds in it, wherever it is drawn."""

import re

import pytest
from django.conf import settings
from django.urls import ResolverMatch, reverse

from ita_tracker import menu
from ita_tracker.menu import Menu, build_menu, place_of
from ita_tracker.menu_entry import Entry, Shell
from organizations.models import Organization, User
from organizations.permissions import OFFICE_ROLES, Role

ENTRIES = [entry for entry in vars(menu).values() if isinstance(entry, Entry)]
SPRITE = (settings.BASE_DIR / "static/img/icons.svg").read_text()


def match(app: str, view: str) -> ResolverMatch:
    apps = [app] if app else []
    return ResolverMatch(lambda: None, (), {}, url_name=view, app_names=apps, namespaces=apps)


def menu_for(user: User, shown=None) -> Menu:
    shell = Shell(user, user.visible_rounds, shown, page={})
    return build_menu(shell, match("follow_up", "dashboard"))


def someone(office, role: str) -> User:
    return User.objects.create(username="someone", role=role, organization=office)


@pytest.mark.parametrize(
    ("app", "view", "expected"),
    [
        ("follow_up", "dashboard", menu.DASHBOARD),
        ("follow_up", "meeting", menu.FOLLOW_UP),
        ("reports", "progress_pdf", menu.PROGRESS),
        ("reports", "wording", menu.PROGRESS),
        ("issuing", "issued_changes", menu.ISSUED),
        ("measures", "record", menu.MEASURES),
        ("measures", "import", menu.MEASURES),
        ("disclosures", "item", menu.ITEMS),
        ("years", "setup", menu.YEARS),
        ("years", "board", menu.BOARD),
        ("office", "person", menu.UNITS),
        ("", "account_change_password", None),
    ],
)
def test_a_page_belongs_to_one_entry(app, view, expected):
    assert place_of(match(app, view)) is expected


def test_no_page_is_claimed_by_two_entries():
    claimed = [page for entry in menu.PLACES for page in (entry.view, *entry.pages)]

    assert len(claimed) == len(set(claimed))


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.view)
def test_every_entry_has_a_name_and_an_icon_that_is_there(entry):
    assert entry.label
    assert entry is menu.OUTSTANDING or f'id="i-{entry.icon}"' in SPRITE


@pytest.mark.parametrize("role", OFFICE_ROLES)
@pytest.mark.parametrize("be_year", [2566, 2570])
def test_on_the_phone_everybody_finds_what_their_side_bar_has(office, role, be_year):
    one = menu_for(someone(office, role), office.rounds.get(be_year=be_year))

    beside = {link.href for part in one.side for link in part.links}
    on_the_phone = {link.href for link in (*one.tabs, *one.phone, *one.of_years)}
    assert beside <= on_the_phone


def test_the_executive_finds_the_check_on_the_phone(client_of, executive):
    page = client_of(executive).get("/reports/2570/").content.decode()

    phone = page[page.index("เมนูด้านล่าง") :]
    assert "ตรวจความพร้อม" in phone
    assert reverse("checking:check", args=[2570]) in phone


@pytest.mark.parametrize("role", OFFICE_ROLES)
def test_every_link_of_the_menu_opens(client_of, office, this_year, role):
    person = someone(office, role)
    one = menu_for(person, this_year)
    client = client_of(person)

    links = [link for part in one.side for link in part.links]
    for link in (*links, *one.tabs, *one.phone, *one.of_years, *one.years):
        assert client.get(link.href).status_code == 200, link


def test_before_the_first_year_the_admin_finds_years_and_people_alone(db):
    founded = Organization.objects.create(name="อบต.ใหม่", short_name="อบต.ใหม่", slug="founded")

    one = menu_for(someone(founded, Role.ADMIN))

    assert [link.label for part in one.side for link in part.links] == [
        "ปีงบประมาณ",
        "ส่วนราชการและผู้ใช้",
    ]


def test_a_year_being_prepared_is_led_to_by_its_own_entry(office, this_year, admin):
    office.rounds.create(be_year=2571, edition=2569, is_started=False)

    links = menu_for(admin, this_year).side[2].links

    assert [link.label for link in links][:2] == ["ปีงบประมาณ", "ขั้นตอนเปิดปี 2571"]


def test_in_a_closed_year_no_document_is_brought_in(admin, source_year, this_year):
    def labels(ita_round):
        return [link.label for part in menu_for(admin, ita_round).side for link in part.links]

    assert "นำเข้าเอกสาร" in labels(this_year)
    assert "นำเข้าเอกสาร" not in labels(source_year)


def test_another_year_opens_on_the_page_that_one_is_on(client_of, admin):
    page = client_of(admin).get("/reports/2570/board/").content.decode()

    years = page[page.index("topbar") : page.index("ทุกปีและการเทียบปี")]
    assert re.findall(r'href="(/reports/\d+/board/)"', years)


def test_the_shell_asks_once_how_much_waits_for_review(
    secretary, this_year, django_assert_num_queries
):
    shell = Shell(secretary, secretary.visible_rounds, this_year, page={})
    build_menu(shell, None)

    with django_assert_num_queries(1):
        build_menu(shell, None)


def test_a_page_outside_the_years_leads_to_another_year_s_first_page(admin):
    shell = Shell(admin, admin.visible_rounds, admin.visible_rounds[0], page={})

    hrefs = [year.href for year in build_menu(shell, match("office", "units")).years]

    assert reverse("follow_up:dashboard", args=[2566]) in hrefs
