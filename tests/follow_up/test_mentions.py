"""Comments that name a person's units stand in their work until somebody there answers."""

from datetime import timedelta
from urllib.parse import quote

import pytest

from disclosures.models import DisclosureItem
from follow_up.my_work import build_my_work
from measures.models import Measure
from tests.conftest import MORNING, TODAY

# On PostgreSQL too: the order of what was said.
pytestmark = pytest.mark.both_databases

LATER = MORNING + timedelta(minutes=5)


@pytest.fixture
def item(this_year):
    return DisclosureItem.objects.of(this_year).get(number=4)


@pytest.fixture
def mentions(this_year, staff):
    """What others ask of Thanakorn about O4, which another unit answers for."""

    def read():
        found = build_my_work(this_year, staff, today=TODAY).mentions
        return [mention.text for mention in found if mention.row.code == "O4"]

    return read


@pytest.fixture
def asked(item, secretary):
    item.comment(by=secretary, text="@งานธุรการ ขอเลขที่หนังสือ", at=MORNING)


def test_people_named_by_their_unit_read_it_first(client_of, staff, asked):
    html = client_of(staff).get("/reports/2570/my-work/").content.decode()

    assert html.index("มีผู้กล่าวถึง") < html.index("ส่งกลับให้แก้ไข")
    assert "ขอเลขที่หนังสือ" in html


@pytest.mark.parametrize("name", ["งานธุรการ", "สำนักปลัด", "ทุกส่วนราชการ"])
def test_their_units_and_those_above_are_theirs(item, secretary, mentions, name):
    item.comment(by=secretary, text=f"@{name} โปรดดู")

    assert mentions() == [f"@{name} โปรดดู"]


def test_another_unit_is_not(item, secretary, mentions):
    item.comment(by=secretary, text="@กองคลัง โปรดดู")

    assert mentions() == []


def test_what_they_wrote_themselves_asks_nothing_of_them(item, staff, mentions):
    item.comment(by=staff, text="@สำนักปลัด โปรดดู")

    assert mentions() == []


def test_their_answer_settles_it(item, staff, asked, mentions):
    item.comment(by=staff, text="รับทราบ", at=LATER)

    assert mentions() == []


def test_an_answer_in_the_same_moment_settles_it_too(item, staff, asked, mentions):
    item.comment(by=staff, text="รับทราบ", at=MORNING)

    assert mentions() == []


def test_a_colleague_of_their_unit_answers_for_both(item, office, admin, asked, mentions):
    assert office.units.get(name="สำนักปลัด") in admin.units.all()

    item.comment(by=admin, text="ให้แล้ว", at=LATER)

    assert mentions() == []


def test_somebody_of_another_unit_does_not_answer_for_them(item, other_staff, asked, mentions):
    item.comment(by=other_staff, text="ไม่ทราบ", at=LATER)

    assert mentions() == ["@งานธุรการ ขอเลขที่หนังสือ"]


def test_what_was_said_before_is_no_answer(item, staff, secretary, mentions):
    item.comment(by=staff, text="ส่งแล้ว", at=MORNING)
    item.comment(by=secretary, text="@งานธุรการ ยังไม่ได้รับ", at=LATER)

    assert mentions() == ["@งานธุรการ ยังไม่ได้รับ"]


def test_a_report_on_the_row_is_an_answer(this_year, staff, secretary, office):
    measure = Measure.objects.of(this_year).get(number=1)
    measure.comment(by=secretary, text="@สำนักปลัด ถึงไหนแล้ว")
    unit = office.units.get(name="สำนักปลัด")

    measure.record_progress(by=staff, unit=unit, status="doing", note="ใกล้เสร็จ", version=1)

    texts = [one.text for one in build_my_work(this_year, staff, today=TODAY).mentions]
    assert "@สำนักปลัด ถึงไหนแล้ว" not in texts


def test_a_closed_year_asks_nothing(this_year, staff, asked):
    this_year.is_open = False

    assert build_my_work(this_year, staff, today=TODAY).mentions == ()


def test_more_mentions_cost_no_more_queries(client_of, staff, secretary, item, asked, queries_for):
    client = client_of(staff)
    few = queries_for(client, "/reports/2570/my-work/")
    for number in range(20):
        item.comment(by=secretary, text=f"@งานธุรการ เรื่องที่ {number}", at=LATER)

    assert queries_for(client, "/reports/2570/my-work/") == few


def test_a_word_from_the_list_settles_it_and_leads_back_there(item, staff, asked, client_of):
    client = client_of(staff)
    mine = "/reports/2570/my-work/?show=late"

    page = client.get(mine).content.decode()
    response = client.post("/disclosures/2570/4/comments/?back=" + quote(mine), {"text": "รับทราบ"})

    assert "/disclosures/2570/4/comments/?back=" in page
    assert response.url == mine
    assert "/disclosures/2570/4/comments/" not in client.get(mine).content.decode()


def test_who_answers_with_a_word_is_told_which_one_was_sent(item, staff, asked, client_of):
    mine = "/reports/2570/my-work/"

    page = client_of(staff).post(
        "/disclosures/2570/4/comments/?back=" + quote(mine), {"text": "รับทราบ"}, follow=True
    )

    assert "ตอบว่ารับทราบแล้ว" in page.content.decode()
