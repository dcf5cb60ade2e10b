"""The admin adds measures, puts them in order and takes away those nobody has worked on."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from measures.actions import add_measure, arrange_measures, remove_measure
from measures.models import Measure, MeasureWording
from organizations.models import Notice
from tests.factories import give_notices, multiply_measures
from tracking.models import Change, Status

# On PostgreSQL too: a constraint holds while numbers are exchanged.
pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


@pytest.fixture
def url(this_year):
    return reverse("measures:arrange", args=[this_year.be_year])


@pytest.fixture
def client(client_of, admin):
    return client_of(admin)


@pytest.fixture
def seen(this_year):
    return {"seen": ",".join(str(measure.pk) for measure in Measure.objects.of(this_year))}


@pytest.fixture
def added(this_year, admin):
    """มาตรการ 12, on which nobody has worked."""
    wording = MeasureWording(title="มาตรการใหม่", aims="", method="ทำ", items=(29,))
    return add_measure(this_year, wording, by=admin)


def titles(ita_round):
    return list(Measure.objects.of(ita_round).values_list("title", flat=True))


def numbers(ita_round):
    return list(Measure.objects.of(ita_round).values_list("number", flat=True))


def test_a_measure_is_added_after_the_others(client, this_year, office):
    unit = office.units.get(name="กองช่าง")
    sent = {"title": "ให้บริการออนไลน์", "items": "๐๒๙", "unit_0": unit.pk, "label_0": ""}

    response = client.post(reverse("measures:add", args=[2570]), sent)

    measure = Measure.objects.of(this_year).get(number=12)
    assert response.url == measure.get_absolute_url()
    assert [item.number for item in measure.items.all()] == [29]
    assert [link.unit for link in measure.responsibilities.all()] == [unit]
    assert measure.changes.get().get_what_display() == "เพิ่มมาตรการ"


def test_the_first_measure_of_a_year_is_number_one(next_door):
    ita_round = next_door.rounds.get()
    Measure.objects.of(ita_round).delete()

    wording = MeasureWording(title="แรก", aims="", method="")
    measure = add_measure(ita_round, wording, by=next_door.users.get(role="admin"))

    assert measure.number == 1


@pytest.mark.parametrize(
    ("place", "to", "expected"),
    [(5, "2", [1, 5, 2, 3, 4]), (2, "๕", [1, 3, 4, 5, 2]), (1, "99", [2, 3, 4, 5, 6])],
)
def test_a_measure_stands_at_the_number_typed_for_it(
    client, url, this_year, seen, place, to, expected
):
    before = titles(this_year)
    moved = Measure.objects.of(this_year).get(number=place)

    client.post(url, seen | {f"place_{moved.pk}": to})

    assert titles(this_year)[:5] == [before[number - 1] for number in expected]
    assert numbers(this_year) == list(range(1, 12))


@pytest.mark.parametrize(("way", "expected"), [("up", [2, 1, 3]), ("down", [1, 3, 2])])
def test_a_press_moves_a_measure_one_step(client, url, this_year, seen, way, expected):
    before = titles(this_year)

    client.post(url, seen | {"move": f"{Measure.objects.of(this_year).get(number=2).pk}:{way}"})

    assert titles(this_year)[:3] == [before[number - 1] for number in expected]


def test_who_moved_what_from_where_to_where_is_kept(client, url, this_year, seen, admin):
    client.post(url, seen | {"move": f"{Measure.objects.of(this_year).get(number=2).pk}:up"})

    kept = Change.objects.filter(what="number").values_list("old", "new", "by")
    assert sorted(kept) == [("1", "2", admin.pk), ("2", "1", admin.pk)]


def test_a_new_place_overtakes_nobodys_words(client, url, this_year, seen):
    measure = Measure.objects.of(this_year).get(number=2)
    before = measure.wording_version

    client.post(url, seen | {"move": f"{measure.pk}:up"})

    assert measure.wording_version == before


def test_what_is_no_number_is_named_and_stays(client, url, this_year, seen):
    before = titles(this_year)

    response = client.post(
        url, seen | {f"place_{Measure.objects.of(this_year).get(number=2).pk}": "สอง"}
    )

    assert response.status_code == 422
    assert "ไม่ใช่ “สอง”" in response.content.decode()
    assert 'value="สอง"' in response.content.decode()
    assert titles(this_year) == before


def test_an_order_that_changed_meanwhile_is_not_written_over(client, url, this_year, seen):
    second = Measure.objects.of(this_year).get(number=2)
    client.post(url, seen | {"move": f"{second.pk}:up"})
    after_first = titles(this_year)

    response = client.post(url, seen | {f"place_{second.pk}": "7"})

    assert response.status_code == 409
    assert "มีผู้จัดลำดับ" in response.content.decode()
    assert 'value="7"' in response.content.decode()
    assert titles(this_year) == after_first


@pytest.mark.parametrize("forged", ["", "1,2,3", "0", "x,y", "9" * 400])
def test_a_forged_list_moves_nothing(client, url, this_year, forged):
    before = titles(this_year)

    assert client.post(url, {"seen": forged}).status_code in (409, 422)
    assert titles(this_year) == before


def test_a_notice_still_leads_to_its_own_measure(client, url, this_year, seen, staff):
    first, second = Measure.objects.of(this_year)[:2]
    give_notices(staff, title="หนึ่ง", path=first.get_absolute_url())
    give_notices(staff, title="สอง", path=second.get_absolute_url())

    client.post(url, seen | {"move": f"{second.pk}:up"})

    first.refresh_from_db()
    assert first.number == 2
    assert Notice.objects.get(title="หนึ่ง").path == first.get_absolute_url()
    assert Notice.objects.get(title="สอง").path == f"/measures/2570/{1}/"


def test_one_that_nobody_worked_on_is_taken_away_and_its_words_are_kept(client, added, url):
    client.post(reverse("measures:remove", args=[2570, 12]))

    assert not Measure.objects.filter(pk=added.pk).exists()
    removed = Change.objects.get(what="removed")
    assert removed.old == "มาตรการใหม่\nทำ\nO29"
    assert "มาตรการ 12 ลบมาตรการ" in client.get(url).content.decode()


def test_those_after_it_move_up(client, this_year, added, admin):
    later = add_measure(this_year, MeasureWording(title="ท้าย", aims="", method=""), by=admin)

    client.post(reverse("measures:remove", args=[2570, 12]))

    later.refresh_from_db()
    assert later.number == 12


@pytest.mark.parametrize("what", ["report", "comment"])
def test_one_with_history_stays_and_says_why(client, added, admin, secretary, office, what):
    if what == "report":
        unit = office.units.get(name="สำนักปลัด")
        added.assign(unit, by=admin)
        added.record_progress(by=secretary, unit=unit, status=Status.DOING, version=0)
    else:
        added.comment(by=admin, text="ขอหารือ")

    response = client.post(reverse("measures:remove", args=[2570, 12]))

    assert response.status_code == 422
    assert "จึงลบไม่ได้" in response.content.decode()
    assert Measure.objects.filter(pk=added.pk).exists()


def test_who_reports_on_one_just_taken_away_finds_no_such_page(
    client_of, added, admin, secretary, monkeypatch
):
    """The page was open, the row found, and gone before the report was written."""
    row = Measure.objects.get(pk=added.pk)
    remove_measure(added, by=admin)
    monkeypatch.setattr("measures.views.get_measure", lambda *_args: row)

    response = client_of(secretary).post("/measures/2570/12/comments/", {"text": "ถึงไหนแล้ว"})

    assert response.status_code == 404


@pytest.mark.parametrize("who", ["secretary", "staff", "executive", "stranger"])
def test_only_the_admin_sets_up_the_list(request, this_year, added, who):
    person = request.getfixturevalue(who)
    ids = [measure.pk for measure in Measure.objects.of(this_year)]

    with pytest.raises(PermissionDenied):
        add_measure(this_year, added.wording, by=person)
    with pytest.raises(PermissionDenied):
        arrange_measures(this_year, ids[::-1], seen=ids, by=person)
    with pytest.raises(PermissionDenied):
        remove_measure(added, by=person)


def test_the_list_of_a_closed_year_stands(source_year, admin):
    with pytest.raises(PermissionDenied):
        add_measure(source_year, MeasureWording(title="x", aims="", method=""), by=admin)


def test_twice_the_measures_ask_no_more_questions(client, url, this_year, queries_for):
    before = queries_for(client, url)
    multiply_measures(this_year, 2)

    assert queries_for(client, url) == before
