"""The admin's board: who answers for what, changed on the spot."""

import io

import pytest
import python_calamine
from django.urls import reverse

from disclosures.models import AssignmentChange, DisclosureItem
from office.reorganizing import make_unit

# On PostgreSQL too: changes are undone by their order.
pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]
IN_PLACE = {"HX-Request": "true"}


@pytest.fixture
def url(this_year):
    return reverse("years:board", args=[this_year.be_year])


@pytest.fixture
def client(client_of, admin):
    return client_of(admin)


@pytest.fixture
def unit(office):
    return lambda name: office.units.get(name=name)


def links(this_year, number):
    item = DisclosureItem.objects.of(this_year).get(number=number)
    return {link.unit.name: link.is_lead for link in item.assignments.all()}


def test_a_press_makes_a_unit_lead_and_the_item_is_no_gap_any_more(client, url, this_year, unit):
    pressed = f"29:{unit('งานนิติการ').pk}:lead"

    page = client.post(url, {"cell": pressed}, headers=IN_PLACE).content.decode()

    assert links(this_year, 29) == {"งานนิติการ": True}
    assert "O29 งานนิติการ: ผู้รับผิดชอบหลัก" in page
    assert '<span class="cover-number">43</span>' in page


def test_without_a_script_the_page_comes_back_at_the_row(client, url, unit):
    response = client.post(url, {"cell": f"29:{unit('งานนิติการ').pk}:lead"})

    assert response.status_code == 302
    assert response.url == f"{url}#o29"


def test_the_same_press_sent_twice_is_one_change(client, url, unit):
    for _ in range(2):
        client.post(url, {"cell": f"29:{unit('งานนิติการ').pk}:lead"})

    assert AssignmentChange.objects.filter(item__number=29).count() == 1


def test_many_items_are_given_to_a_unit_at_once(client, url, this_year, unit):
    chosen = {"item": ["27", "28", "29"], "unit": unit("งานพัสดุ").pk, "many": "support"}

    client.post(url, chosen)

    assert [links(this_year, number)["งานพัสดุ"] for number in (27, 28, 29)] == [False] * 3


def test_many_items_are_taken_from_a_unit_at_once(client, url, this_year, unit):
    client.post(url, {"item": ["27", "28"], "unit": unit("งานนิติการ").pk, "many": "none"})

    assert "งานนิติการ" not in links(this_year, 27) | links(this_year, 28)


def test_a_typed_line_is_carried_out(client, url, this_year):
    client.post(url, {"typed": "1", "typed_line": "กองช่าง (ร่วม): ๐๒๙"})

    assert links(this_year, 29) == {"กองช่าง": False}


def test_a_typed_slip_is_named_and_stays_in_its_field(client, url, this_year):
    response = client.post(url, {"typed": "1", "typed_line": "กองช่าง: ๐๒๙ xx"})

    assert response.status_code == 422
    assert "ไม่เข้าใจ “xx”" in response.content.decode()
    assert 'value="กองช่าง: ๐๒๙ xx"' in response.content.decode()
    assert links(this_year, 29) == {}


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("งานพัสดุุ: O19", "ไม่พบส่วนราชการ “งานพัสดุุ” ใกล้เคียงที่สุดคือ “งานพัสดุ”"),
        ("กองอวกาศยาน: O19", "ไม่พบส่วนราชการ “กองอวกาศยาน” โปรดพิมพ์ชื่อให้ตรง"),
        ("ยาวมาก" * 500, f"ไม่เข้าใจ “{('ยาวมาก' * 500)[:59]}…”"),
    ],
)
def test_a_unit_that_is_not_there_is_named_as_such(client, url, this_year, typed, said):
    response = client.post(url, {"typed": "1", "typed_line": typed})

    assert response.status_code == 422
    assert said in response.content.decode()


def test_of_two_units_of_one_name_the_typed_line_says_which(client, url, this_year, unit, admin):
    make_unit(name="งานธุรการ", parent=unit("กองช่าง"), by=admin)

    doubtful = client.post(url, {"typed": "1", "typed_line": "งานธุรการ: O29"})
    assert "โปรดพิมพ์ “งานธุรการ (สำนักปลัด)” หรือ “งานธุรการ (กองช่าง)”" in doubtful.content.decode()
    assert links(this_year, 29) == {}

    client.post(url, {"typed": "1", "typed_line": "งานธุรการ (กองช่าง): O29"})
    assigned = DisclosureItem.objects.of(this_year).get(number=29).assignments.get()
    assert str(assigned.unit.parent) == "กองช่าง"


def test_of_two_units_of_one_name_every_cell_says_whose_it_is(client, url, this_year, unit, admin):
    make_unit(name="งานธุรการ", parent=unit("กองช่าง"), by=admin)

    page = client.get(url).content.decode()

    assert page.count('aria-label="O29 งานธุรการ (สำนักปลัด): ') == 1
    assert page.count('aria-label="O29 งานธุรการ (กองช่าง): ') == 1
    assert page.count(">งานธุรการ (กองช่าง)</option>") == 1


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({}, "ไม่ได้เลือก"),
        ({"cell": "29"}, "ไม่พบข้อ O"),
        ({"cell": "999:1:lead"}, "ไม่พบข้อ O"),
        ({"cell": "29:x:lead"}, "ไม่พบข้อ O"),
        ({"many": "lead"}, "เลือกข้อ O อย่างน้อยหนึ่งข้อ"),
        ({"many": "lead", "item": "29"}, "เลือกส่วนราชการ"),
        ({"many": "lead", "item": "29", "unit": "0"}, "ไม่พบข้อ O"),
        ({"undo": "x"}, "ไม่พบข้อ O"),
        ({"undo": "999999"}, "ไม่พบข้อ O"),
    ],
)
def test_what_cannot_be_done_is_said(client, url, sent, said):
    response = client.post(url, sent)

    assert response.status_code == 422
    assert said in response.content.decode()


def test_a_unit_of_another_office_is_none_of_theirs(client, url, this_year, next_door):
    foreign = next_door.units.last()

    response = client.post(url, {"cell": f"29:{foreign.pk}:lead"})

    assert response.status_code == 422
    assert links(this_year, 29) == {}


def test_the_last_change_is_undone(client, url, this_year, unit):
    client.post(url, {"cell": f"27:{unit('งานนิติการ').pk}:none"})

    client.post(url, {"undo": AssignmentChange.objects.first().pk})

    assert links(this_year, 27) == {"งานนิติการ": True}


def test_a_change_that_another_one_followed_is_not_undone(client, url, unit):
    client.post(url, {"cell": f"27:{unit('งานนิติการ').pk}:none"})
    first = AssignmentChange.objects.first()
    client.post(url, {"cell": f"27:{unit('งานนิติการ').pk}:support"})

    response = client.post(url, {"undo": first.pk})

    assert "มีผู้แก้ไขช่องนี้อีก" in response.content.decode()


def test_who_changed_what_and_when_stands_beside_the_board(client, url, unit):
    client.post(url, {"cell": f"29:{unit('งานนิติการ').pk}:lead"})

    page = client.get(url).content.decode()

    assert "นายวิทยา ศรีทอง · 23 พฤศจิกายน 2569 10.00" in page


def test_a_name_printed_in_the_report_survives_a_change_of_capacity(client, url, this_year, unit):
    root = unit("ทุกส่วนราชการ")

    client.post(url, {"cell": f"14:{root.pk}:support"})

    link = DisclosureItem.objects.of(this_year).get(number=14).assignments.get(unit=root)
    assert (link.is_lead, link.label) == (False, "พนักงานที่จัดทำคู่มือปฏิบัติงาน")


def test_the_board_names_every_kind_of_gap(client, url):
    page = client.get(url).content.decode()

    assert "ไม่มีผู้รับผิดชอบ" in page
    assert 'href="/reports/2570/board/#o29"' in page
    assert 'href="/reports/2570/board/#o18"' in page
    assert "ศูนย์พัฒนาเด็กเล็ก" in page


def test_forty_units_ask_no_more_questions_than_thirteen(client, url, office, queries_for):
    before = queries_for(client, url)
    root = office.units.get(parent=None)
    office.units.model.objects.bulk_create(
        office.units.model(organization=office, parent=root, name=f"กอง {n}") for n in range(27)
    )

    assert queries_for(client, url) == before <= 12


def test_the_sheet_says_what_the_board_says(client, this_year):
    response = client.get(reverse("years:board_sheet", args=[this_year.be_year]))

    book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(response.content))
    head, *rows = book.get_sheet_by_index(0).to_python()
    o18 = dict(zip(head, rows[17], strict=True))
    assert (o18["ข้อ"], o18["ทุกส่วนราชการ"], o18["งานธุรการ"]) == ("O18", "หลัก", "หลัก")


def test_a_unit_named_like_a_formula_is_text_in_the_sheet(client, this_year, office):
    office.units.create(parent=office.units.get(parent=None), name="=1+1")

    response = client.get(reverse("years:board_sheet", args=[this_year.be_year]))

    book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(response.content))
    assert "=1+1" in book.get_sheet_by_index(0).to_python()[0]
