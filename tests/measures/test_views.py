"""Reading the year's measures: the list, what narrows it, and one measure's page."""

import re

import pytest
from django.utils import timezone

from disclosures.models import DisclosureItem
from follow_up.dashboard import build_dashboard
from measures.models import Measure
from tracking.models import Status

# On PostgreSQL too: the order of a list, and its filters.
pytestmark = pytest.mark.both_databases

LIST = "/measures/2570/"
#: The only year of the office next door, with one measure.
NEXT_DOOR = "/measures/2569/"


def numbers(html: str) -> list[int]:
    return [int(number) for number in re.findall(r'href="/measures/\d+/(\d+)/"', html)]


def doubled(ita_round) -> None:
    for measure in Measure.objects.of(ita_round):
        units = [link.unit for link in measure.responsibilities.all()]
        items = list(measure.items.all())
        measure.pk = measure.id = None
        measure.number, measure._state.adding = measure.number + 50, True
        measure.save()
        measure.items.set(items)
        for unit in units:
            measure.responsibilities.create(unit=unit)


# ---- the list


@pytest.mark.parametrize("person", ["staff", "other_staff", "secretary", "admin", "executive"])
def test_everybody_of_the_office_reads_the_measures(person, request, client_of):
    client = client_of(request.getfixturevalue(person))

    html = client.get(LIST).content.decode()

    assert numbers(html) == list(range(1, 12))


def test_who_has_not_signed_in_is_led_to_the_sign_in_page(client, db):
    response = client.get(LIST)

    assert response.url == "/accounts/login/?next=/measures/2570/"


def test_a_neighbour_reads_the_measures_of_their_own_office(client_of, stranger):
    html = client_of(stranger).get(NEXT_DOOR).content.decode()

    assert "มาตรการของเทศบาล" in html
    assert "การปรับปรุงคะแนนด้าน" not in html


def test_a_late_measure_says_by_how_many_days(client_of, staff):
    html = client_of(staff).get(LIST).content.decode()

    assert "เกิน 23 วัน" in html


@pytest.mark.parametrize(
    ("show", "shown"),
    [
        ("returned", [3]),
        ("late", [1]),
        ("soon", [10]),
        ("review", [8]),
        ("accepted", [2]),
        ("doing", [1, 6, 7, 9, 11]),
        ("todo", [4, 5, 10]),
    ],
)
def test_a_tab_shows_what_it_says(show, shown, client_of, staff):
    html = client_of(staff).get(LIST, {"show": show}).content.decode()

    assert numbers(html) == shown
    assert f'href="?show={show}" aria-current="true"' in html


def test_the_lists_and_the_dashboard_count_alike(client_of, staff, this_year):
    figures = build_dashboard(this_year, now=timezone.localtime()).figures

    listing = client_of(staff).get(LIST).context["listing"]

    counted = {tab.kind: tab.count for tab in listing.tabs}
    assert {figure.kind: figure.measures for figure in figures}.items() <= counted.items()


def test_a_unit_narrows_the_list_and_the_tabs_keep_it(client_of, staff, office):
    unit = office.units.get(name="กองช่าง")

    html = client_of(staff).get(LIST, {"unit": unit.pk}).content.decode()

    assert numbers(html) == [3, 4, 5, 6, 10]
    assert f'href="?show=returned&amp;unit={unit.pk}"' in html


def test_an_empty_list_names_what_it_was_narrowed_by(client_of, staff, office):
    unit = office.units.get(name="งานพัสดุ")

    html = client_of(staff).get(LIST, {"show": "late", "unit": unit.pk}).content.decode()

    assert "ไม่มีมาตรการที่ตรงกับตัวกรอง" in html
    assert "ผู้รับผิดชอบ: งานพัสดุ" in html


@pytest.mark.parametrize(
    "asked",
    [
        {"show": "everything"},
        {"unit": "abc"},
        {"unit": "-1"},
        {"unit": "9" * 30},
        {"unit": "\x00"},
        {"show": "๑", "unit": "😀"},
    ],
)
def test_what_does_not_exist_narrows_nothing_and_is_said(asked, client_of, staff):
    html = client_of(staff).get(LIST, asked).content.decode()

    assert len(numbers(html)) == 11
    assert "จึงไม่ได้ใช้กรองรายการ" in html


def test_a_year_without_measures_says_so(client_of, stranger, next_door):
    Measure.objects.of(next_door.rounds.get()).delete()

    html = client_of(stranger).get(NEXT_DOOR).content.decode()

    assert "ยังไม่มีมาตรการในปีงบประมาณนี้" in html


def test_a_measure_of_nobody_is_shown_as_a_gap(client_of, stranger, next_door):
    Measure.objects.of(next_door.rounds.get()).get().responsibilities.all().delete()

    html = client_of(stranger).get(NEXT_DOOR).content.decode()

    assert '<strong class="tone-late">ไม่มีผู้รับผิดชอบ</strong>' in html


def test_twice_the_measures_cost_no_more_queries(client_of, staff, this_year, queries_for):
    client = client_of(staff)
    before = queries_for(client, LIST)

    doubled(this_year)

    assert len(numbers(client.get(LIST).content.decode())) == 22
    assert queries_for(client, LIST) == before


# ---- one measure


@pytest.mark.parametrize(
    ("person", "is_offered"),
    [("staff", True), ("other_staff", False), ("secretary", True), ("executive", False)],
)
def test_recording_is_offered_to_who_may(person, is_offered, request, client_of):
    client = client_of(request.getfixturevalue(person))

    html = client.get("/measures/2570/1/").content.decode()

    assert ('href="/measures/2570/1/progress/"' in html) is is_offered


def test_in_a_closed_year_everybody_only_reads(client_of, admin):
    html = client_of(admin).get("/measures/2566/1/").content.decode()

    assert "ปีงบประมาณนี้ปิดแล้ว อ่านได้อย่างเดียว" in html
    assert "บันทึกความก้าวหน้า" not in html


@pytest.mark.parametrize(
    "url",
    [
        LIST,
        "/measures/2570/1/",
        "/measures/2569/0/",
        "/measures/2569/999/",
        "/measures/0/1/",
        "/measures/99999/1/",
        "/measures/99999/",
        "/measures/99999999999999999999999/99999999999999999999999/",
    ],
)
def test_what_is_not_there_or_not_his_is_not_found(url, client_of, stranger):
    assert client_of(stranger).get(url).status_code == 404


def test_who_has_never_reported_is_named(client_of, staff):
    response = client_of(staff).get("/measures/2570/3/")

    silent = [unit.name for unit in response.context["roll"].silent]
    assert silent == ["กองช่าง"]
    assert response.content.decode().count("ยังไม่เคยรายงาน") == 1


def test_a_unit_stands_where_its_items_stand(client_of, staff):
    roll = client_of(staff).get("/measures/2570/6/").context["roll"]

    standings = [line.standing for line in roll.lines]
    by_items = {one.unit.name: one.status for one in standings if one.role.startswith("ข้อ ")}
    assert by_items == {
        "งานประชาสัมพันธ์": Status.DOING,
        "งานแผนและงบประมาณ": Status.ACCEPTED,
    }


def test_a_reason_is_on_top_for_those_who_may_mend_it(client_of, other_staff, office):
    unit = office.units.get(name="กองคลัง")

    html = client_of(other_staff).get("/measures/2570/3/").content.decode()

    assert "เหตุผลที่ส่งกลับให้กองคลังแก้ไข" in html
    assert f'href="/measures/2570/3/progress/?unit={unit.pk}"' in html


def test_a_reason_is_only_in_the_history_for_the_others(client_of, staff):
    html = client_of(staff).get("/measures/2570/3/").content.decode()

    assert "note-returned" not in html
    assert "ขอให้ระบุว่าได้ปรับปรุงหน้าใดของเว็บไซต์" in html


def test_the_history_tells_who_when_and_what(client_of, staff):
    html = client_of(staff).get("/measures/2570/3/").content.decode()

    trail = " ".join(re.sub("<[^>]+>", " ", html[html.index('class="trail"') :]).split())
    assert "สำนักปลัด ยังไม่ดำเนินการ → แล้วเสร็จ รอตรวจ" in trail
    assert "นายธนากร บุญมา · 22 พฤศจิกายน 2569 09.06 น. (เมื่อวาน)" in trail
    assert "ฝ่ายเลขานุการ ส่งกลับให้ กองคลัง แก้ไข" in trail


def test_twice_the_history_costs_no_more_queries(client_of, staff, this_year, queries_for):
    client, url = client_of(staff), "/measures/2570/3/"
    measure = Measure.objects.of(this_year).get(number=3)
    before = queries_for(client, url)

    for entry in measure.history():
        measure.entries.create(
            by=entry.by,
            unit=entry.unit,
            at=entry.at,
            version=entry.version + 10,
            old_status=entry.old_status,
            status=entry.status,
        )

    assert queries_for(client, url) == before


def test_twice_the_units_and_items_cost_no_more_queries(
    client_of, staff, office, this_year, queries_for
):
    client, url = client_of(staff), "/measures/2570/6/"
    measure = Measure.objects.of(this_year).get(number=6)
    before = queries_for(client, url)

    measure.items.set(DisclosureItem.objects.of(this_year))
    for unit in office.units.all():
        measure.responsibilities.get_or_create(unit=unit)

    assert queries_for(client, url) == before
