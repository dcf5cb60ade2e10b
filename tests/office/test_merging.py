"""Two units become one: open years follow, closed ones and history stay as they were."""

import pytest
from django.core.exceptions import ValidationError

from disclosures.models import DisclosureItem
from follow_up.dashboard import build_dashboard
from measures.models import Measure
from office.reorganizing import make_unit, merge_unit
from tests.conftest import MORNING
from tracking.models import Status

# On PostgreSQL too: rows are moved in one go.
pytestmark = pytest.mark.both_databases


@pytest.fixture
def merged(unit, admin):
    """กองช่าง goes into กองคลัง."""
    old, into = unit("กองช่าง"), unit("กองคลัง")
    merge_unit(old, into=into, by=admin)
    old.refresh_from_db()
    return old


def answering(row):
    return {link.unit.name for link in row.links.all()}


def test_work_of_the_open_year_goes_over(merged, this_year):
    assert "กองช่าง" not in answering(Measure.objects.of(this_year).get(number=4))
    assert answering(DisclosureItem.objects.of(this_year).get(number=30)) == {"กองคลัง", "สำนักปลัด"}


def test_a_unit_that_led_makes_the_other_lead(unit, admin, this_year):
    item = DisclosureItem.objects.of(this_year).get(number=29)
    item.assign(unit("กองช่าง"), by=admin)
    item.assign(unit("กองคลัง"), by=admin, is_lead=False)

    merge_unit(unit("กองช่าง"), into=unit("กองคลัง"), by=admin)

    link = item.assignments.get()
    assert (link.unit.name, link.is_lead) == ("กองคลัง", True)


def test_its_people_go_over_and_their_page_says_why(merged, unit):
    person = unit("กองคลัง").users.get(username="chaiwat")

    assert merged not in person.units.all()
    assert "กองช่าง → กองคลัง" in person.account_changes.first().text


def test_its_sections_go_over(unit, admin):
    section = make_unit(name="งานสำรวจ", parent=unit("กองช่าง"), by=admin)

    merge_unit(unit("กองช่าง"), into=unit("กองคลัง"), by=admin)

    section.refresh_from_db()
    assert section.parent == unit("กองคลัง")


def test_sections_of_one_name_are_named_and_nothing_is_merged(unit, admin):
    make_unit(name="งานพัสดุ", parent=unit("กองช่าง"), by=admin)

    with pytest.raises(ValidationError, match="ชื่อนี้"):
        merge_unit(unit("กองช่าง"), into=unit("กองคลัง"), by=admin)

    assert unit("กองช่าง").is_at_work


def test_history_keeps_the_name_and_counts_for_the_other(unit, admin, this_year):
    measure = Measure.objects.of(this_year).get(number=5)
    old = unit("กองช่าง")
    entry = measure.record_progress(
        by=old.users.get(), unit=old, status=Status.REVIEW, note="ติดป้ายแล้ว", version=0
    )

    merge_unit(old, into=unit("กองคลัง"), by=admin)

    entry.refresh_from_db()
    assert entry.unit.name == "กองช่าง"
    measure = Measure.objects.of(this_year).get(number=5)
    standing = next(
        one for one in measure.standings(measure.history()) if one.unit.name == "กองคลัง"
    )
    assert standing.latest == entry


def test_rows_are_folded_anew(unit, admin, this_year):
    item = DisclosureItem.objects.of(this_year).get(number=29)
    old = unit("กองช่าง")
    item.assign(old, by=admin)
    item.record_progress(by=old.users.get(), unit=old, status=Status.REVIEW, note="ก", version=0)

    merge_unit(old, into=unit("กองคลัง"), by=admin)

    assert DisclosureItem.objects.of(this_year).get(number=29).status == Status.REVIEW


def test_who_takes_over_may_record_and_is_told_what_is_sent_back(
    unit, admin, secretary, other_staff, this_year
):
    item = DisclosureItem.objects.of(this_year).get(number=29)
    old = unit("กองช่าง")
    item.assign(old, by=admin)
    item.record_progress(by=old.users.get(), unit=old, status=Status.REVIEW, note="ก", version=0)
    merge_unit(old, into=unit("กองคลัง"), by=admin)

    item = DisclosureItem.objects.of(this_year).get(number=29)
    old.refresh_from_db()
    item.send_back(by=secretary, unit=old, note="ลิงก์เสีย", version=1)

    assert other_staff.notices.filter(kind="returned", text="ลิงก์เสีย").exists()
    assert unit("กองคลัง") in item.units_reportable_by(other_staff)


def test_mentions_of_it_are_in_the_others_work(
    client_of, unit, admin, secretary, other_staff, this_year
):
    DisclosureItem.objects.of(this_year).get(number=29).comment(
        by=secretary, text="@กองช่าง มีข้อมูลหรือไม่"
    )

    merge_unit(unit("กองช่าง"), into=unit("กองคลัง"), by=admin)

    page = client_of(other_staff).get("/reports/2570/my-work/").content.decode()
    assert "มีข้อมูลหรือไม่" in page


@pytest.mark.parametrize(
    "path",
    ["/reports/2566/", "/reports/2566/progress/", "/measures/2566/4/", "/disclosures/2566/30/"],
)
def test_a_closed_year_does_not_change_by_it(client_of, secretary, unit, admin, path):
    before = client_of(secretary).get(path).content.decode()

    merge_unit(unit("กองช่าง"), into=unit("กองคลัง"), by=admin)

    after = client_of(secretary).get(path).content.decode()
    assert words(after) == words(before)


def words(page: str) -> str:
    """What is said between the bars, without what differs by the moment."""
    return page[page.index("<main") : page.index("</main>")].split(
        "csrfmiddlewaretoken", maxsplit=1
    )[0]


def test_the_overview_and_the_board_follow(merged, client, this_year):
    dashboard = build_dashboard(this_year, now=MORNING)
    board = client.get("/reports/2570/board/").content.decode()

    assert "กองช่าง" not in {bar.label for bar in dashboard.by_unit}
    assert "กองช่าง: ไม่ได้มอบหมาย" not in board


def test_both_pages_say_what_happened(merged, client, unit):
    assert "เข้ากับกองคลัง" in client.get(f"/office/units/{merged.pk}/").content.decode()
    page = client.get(f"/office/units/{unit('กองคลัง').pk}/").content.decode()
    assert "รับงานและผู้ใช้ของกองช่าง" in page


@pytest.mark.parametrize("name", ["กองคลัง", "งานพัสดุ", "ทุกส่วนราชการ"])
def test_a_unit_does_not_go_into_itself_what_is_below_it_or_everybody(unit, admin, name):
    with pytest.raises(ValidationError):
        merge_unit(unit("กองคลัง"), into=unit(name), by=admin)


def test_a_unit_of_another_office_is_no_choice(client, unit, next_door):
    foreign = next_door.units.get(name="สำนักปลัด")

    response = client.post(f"/office/units/{unit('กองช่าง').pk}/merge/", {"into": foreign.pk})

    assert response.status_code == 422
    assert unit("กองช่าง").is_at_work
