"""Secretary and admin word a measure; the admin says by when, for what and by whom."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from measures.models import Measure, MeasureWording
from tracking.models import Status

# On PostgreSQL too: versions, and texts longer than a column.
pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


def changes(measure):
    return {change.what: (change.old, change.new) for change in reversed(measure.changes.all())}


def test_the_secretary_mends_the_wording_and_who_did_it_is_kept(
    measure, typed, edit, secretary, client_of
):
    before = measure.title

    edit(measure, typed(measure, by=secretary, title="ยกระดับคะแนน  IIT"), by=secretary)

    measure.refresh_from_db()
    assert measure.title == "ยกระดับคะแนน IIT"
    assert changes(measure) == {"title": (before, "ยกระดับคะแนน IIT")}
    page = client_of(secretary).get(measure.get_absolute_url()).content.decode()
    assert f"<del>{before}</del>" in page
    assert "นางสาวศิริพร" in page


def test_the_secretary_sets_neither_months_nor_items_nor_units(measure, typed, edit, secretary):
    sent = typed(measure, by=secretary) | {"items": "O1", "first_month": "ต.ค. 2569", "unit_0": ""}

    edit(measure, sent, by=secretary)

    measure.refresh_from_db()
    assert measure.items.count() == 0
    assert measure.responsibilities.count() == 1
    assert changes(measure) == {}


def test_the_verb_too_refuses_the_secretary_what_is_the_admins(measure, secretary):
    wanted = MeasureWording(title=measure.title, aims=measure.aims, method="ใหม่")

    with pytest.raises(PermissionDenied):
        measure.reword(wanted, by=secretary, version=0)


def test_staff_word_nothing(measure, staff):
    with pytest.raises(PermissionDenied):
        measure.reword(measure.wording, by=staff, version=0)


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("ก.พ. 2570", "เม.ย. 2570"),
        ("กุมภาพันธ์ ๒๕๗๐", "เมษายน ๒๕๗๐"),
        ("ก.พ.๗๐", "เมย 70"),
        ("ก.พ.", "เม.ย."),
    ],
)
def test_months_are_typed_as_people_write_them(measure, typed, edit, first, last):
    edit(measure, typed(measure, first_month=first, last_month=last))

    measure.refresh_from_db()
    assert (measure.first_month, measure.last_month) == (date(2027, 2, 1), date(2027, 4, 1))


def test_months_outside_the_fiscal_year_are_taken_with_a_warning(measure, typed, client_of, admin):
    url = reverse("measures:edit", args=[2570, measure.number])
    sent = typed(measure, first_month="ส.ค. 2569", last_month="ต.ค. 2569")

    page = client_of(admin).post(url, sent, follow=True).content.decode()

    measure.refresh_from_db()
    assert measure.first_month == date(2026, 8, 1)
    assert "อยู่นอกปีงบประมาณ 2570" in page


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"title": ""}, "โปรดระบุชื่อมาตรการ"),
        ({"title": "ก" * 301}, "300"),
        ({"first_month": "เดือนหน้า"}, "ไม่เข้าใจเดือน “เดือนหน้า”"),
        ({"first_month": "ก.พ. – มี.ค. 2570"}, "ไม่เข้าใจเดือน"),
        ({"first_month": "ก.พ. 2570", "last_month": ""}, "โปรดระบุทั้งสองเดือน"),
        ({"first_month": "เม.ย. 2570", "last_month": "ก.พ. 2570"}, "ต้องไม่อยู่ก่อนเดือนแรก"),
        ({"items": "O99"}, "ไม่เข้าใจ “O99”"),
        ({"items": "ข้อ ๐๑ กับอะไรสักอย่าง"}, "ไม่เข้าใจ"),
        ({"unit_1": "0"}, "ไม่มีส่วนราชการนี้แล้ว"),
        ({"label_1": "ผู้ประสานงาน"}, "โปรดเลือกส่วนราชการของฐานะนี้"),
    ],
)
def test_what_is_not_understood_is_named_and_nothing_typed_is_lost(
    measure, typed, edit, changed, said
):
    sent = typed(measure, method="วิธีที่พิมพ์ไว้") | changed

    response = edit(measure, sent)

    assert response.status_code == 422
    assert said in response.content.decode()
    assert "วิธีที่พิมพ์ไว้" in response.content.decode()
    assert changes(measure) == {}


def test_a_unit_is_chosen_once(measure, typed, edit):
    sent = typed(measure)

    response = edit(measure, sent | {"unit_1": sent["unit_0"]})

    assert "เลือกส่วนราชการนี้ไว้แล้ว" in response.content.decode()


def test_units_answer_for_a_measure_and_no_longer(measure, typed, edit, office):
    treasury = office.units.get(name="กองคลัง")

    edit(measure, typed(measure, unit_0=treasury.pk, label_0="ผู้ประสานงาน"))

    assert [(link.unit, link.label) for link in measure.responsibilities.all()] == [
        (treasury, "ผู้ประสานงาน")
    ]
    assert changes(measure)["units"] == ("สำนักปลัด", "กองคลัง (ผู้ประสานงาน)")


def test_a_unit_of_another_office_is_not_to_be_chosen(measure, typed, edit, next_door):
    response = edit(measure, typed(measure, unit_1=next_door.units.last().pk))

    assert response.status_code == 422


def test_the_measure_moves_with_the_items_it_serves_from_now_on(measure, typed, edit, this_year):
    edit(measure, typed(measure, items="ข้อ ๐๒๗, O28"))

    fresh = Measure.objects.of(this_year).get(number=1)
    items = [item.status for item in fresh.items.all()]
    assert [item.number for item in fresh.items.all()] == [27, 28]
    assert changes(measure)["items"] == ("", "O27, O28")
    assert fresh.standing == Status.DOING or fresh.standing in items


def test_a_unit_taken_away_no_longer_decides_how_far_the_measure_is(this_year, typed, edit):
    measure = Measure.objects.of(this_year).get(number=3)
    ahead = measure.responsibilities.get(unit__name="สำนักปลัด").unit
    nobody = {f"{name}_{place}": "" for place in range(7) for name in ("unit", "label")}
    sent = typed(measure) | nobody

    edit(measure, sent | {"unit_0": ahead.pk})

    measure.refresh_from_db()
    assert {link.unit for link in measure.responsibilities.all()} == {ahead}
    assert measure.status == measure.latest_of(ahead).status


def test_of_two_who_change_it_at_once_the_second_sees_both_texts(measure, typed, edit, secretary):
    hers = typed(measure, by=secretary, method="วิธีของศิริพร")
    edit(measure, typed(measure, method="วิธีของวิทยา"))

    response = edit(measure, hers, by=secretary)

    page = response.content.decode()
    assert response.status_code == 409
    assert page.count("วิธีของวิทยา") == 1
    assert page.count("วิธีของศิริพร") == 2
    measure.refresh_from_db()
    assert measure.method == "วิธีของวิทยา"


def test_saving_once_more_after_seeing_both_is_taken(measure, typed, edit, secretary):
    hers = typed(measure, by=secretary, method="วิธีของศิริพร")
    edit(measure, typed(measure, method="วิธีของวิทยา"))
    again = edit(measure, hers, by=secretary).context["form"]

    edit(measure, hers | {"version": again["version"].value()}, by=secretary)

    measure.refresh_from_db()
    assert measure.method == "วิธีของศิริพร"


def test_a_button_pressed_twice_changes_it_once(measure, typed, edit):
    sent = typed(measure, method="วิธีใหม่")

    answers = [edit(measure, sent).status_code for _ in range(2)]

    assert answers == [302, 302]
    assert measure.changes.count() == 1


def test_a_form_that_lost_its_version_has_seen_nothing(measure, typed, edit):
    edit(measure, typed(measure, method="หนึ่ง"))

    assert edit(measure, typed(measure, method="สอง", version="x")).status_code == 409


def test_words_of_a_closed_year_stand(source_year, admin):
    measure = Measure.objects.of(source_year).get(number=1)

    with pytest.raises(PermissionDenied):
        measure.reword(measure.wording, by=admin, version=0)


def test_the_history_of_words_only_grows(measure, typed, edit):
    edit(measure, typed(measure, title="ชื่อใหม่"))

    with pytest.raises(TypeError):
        measure.changes.update(new="x")
    with pytest.raises(TypeError):
        measure.changes.get().delete()


def test_a_measures_page_asks_no_more_for_a_long_history(measure, admin, client_of, queries_for):
    client, url = client_of(admin), measure.get_absolute_url()
    measure.keep_change("title", "ก", "ข", by=admin)
    before = queries_for(client, url)
    for n in range(8):
        measure.keep_change("title", str(n), str(n + 1), by=admin)

    assert queries_for(client, url) == before
