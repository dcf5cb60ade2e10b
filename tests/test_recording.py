"""Reporting on a measure or an O-item: who may, what is kept, and who comes second."""

import re

import pytest
from django.core.exceptions import PermissionDenied

from disclosures.models import Evidence
from organizations.models import Status

#: Both are สำนักปลัด's or its งานธุรการ's, each with one entry by Thanakorn: under way.
ROWS = ["/measures/2570/1/", "/disclosures/2570/17/"]


@pytest.fixture(params=ROWS)
def page(request) -> str:
    return request.param


@pytest.fixture
def row(page, this_year):
    kind, number = page.split("/")[1], page.split("/")[3]
    rows = {"measures": this_year.measures, "disclosures": this_year.items}[kind]
    return rows.get(number=number)


@pytest.fixture
def form(page) -> str:
    return f"{page}progress/"


def report(**changes) -> dict:
    """What the browser sends: the version of the entry the page was made of, and the fields."""
    typed = {"status": "doing", "note": "รวบรวมข้อมูลครบแล้ว", "url": "", "version": "1"}
    return typed | changes


def versions(row) -> list[int]:
    return [entry.version for entry in row.history()]


# ---- who may


def test_staff_of_the_unit_may_record(client_of, staff, form, page, row):
    response = client_of(staff).post(form, report(status="review"))

    assert response.url == page
    latest = row.history()[0]
    assert (latest.by, latest.old_status, latest.status) == (staff, Status.DOING, Status.REVIEW)
    assert latest.note == "รวบรวมข้อมูลครบแล้ว"


def test_she_is_told_that_it_was_recorded_and_in_whose_name(client_of, staff, form, row):
    html = client_of(staff).post(form, report(), follow=True).content.decode()

    unit = row.history()[0].unit
    assert f"บันทึกความก้าวหน้า {row.code} ในนาม{unit}แล้ว สถานะ: อยู่ระหว่างดำเนินการ" in html


@pytest.mark.parametrize("person", ["other_staff", "executive"])
@pytest.mark.parametrize("verb", ["get", "post"])
def test_staff_of_another_unit_and_executives_may_not_record(
    person, verb, request, client_of, form, row
):
    client = client_of(request.getfixturevalue(person))

    response = getattr(client, verb)(form, report())

    assert response.status_code == 403
    assert versions(row) == [1]


def test_the_row_itself_refuses_who_may_not_record(other_staff, row):
    unit = row.history()[0].unit

    with pytest.raises(PermissionDenied):
        row.record_progress(by=other_staff, unit=unit, status=Status.DOING, version=1)


def test_secretary_may_record_in_the_units_name(client_of, secretary, form, row):
    client_of(secretary).post(form, report())

    latest = row.history()[0]
    assert (latest.by, latest.unit) == (secretary, row.history()[1].unit)


def test_nobody_records_in_a_closed_year(client_of, admin, form, source_year):
    closed = form.replace("2570", "2566")

    response = client_of(admin).post(closed, report(version="2"))

    assert response.status_code == 403
    assert not source_year.items.get(number=17).updates.filter(by=admin, status="doing")


def test_for_a_neighbour_the_row_is_not_there(client_of, stranger, form, row):
    response = client_of(stranger).post(form, report())

    assert response.status_code == 404
    assert versions(row) == [1]


def test_who_has_not_signed_in_records_nothing(client, form, row):
    response = client.post(form, report())

    assert response.url.startswith("/accounts/login/")
    assert versions(row) == [1]


@pytest.mark.parametrize("unit", ["abc", "0", "-1", "9" * 30, "\x00", "", "๑"])
def test_a_unit_that_does_not_exist_is_refused(unit, client_of, secretary, form, row):
    client = client_of(secretary)

    assert client.get(form, {"unit": unit}).status_code == 403
    assert client.post(f"{form}?unit={unit}", report()).status_code == 403
    assert versions(row) == [1]


def test_staff_may_not_borrow_the_name_of_another_unit(client_of, staff, office, form, row):
    unit = office.units.get(name="กองคลัง")

    response = client_of(staff).post(f"{form}?unit={unit.pk}", report())

    assert response.status_code == 403
    assert versions(row) == [1]


# ---- the form


def test_the_form_starts_from_the_units_last_words(client_of, staff, form, row):
    html = client_of(staff).get(form).content.decode()

    assert row.history()[0].note in html
    assert re.search('value="doing"[^>]*checked', html)
    assert '<input type="hidden" name="version" value="1"' in html


def test_who_reports_for_several_units_may_change_the_name(client_of, secretary, office):
    units = {name: office.units.get(name=name).pk for name in ("สำนักปลัด", "กองคลัง", "กองช่าง")}

    html = (
        client_of(secretary)
        .get("/measures/2570/3/progress/", {"unit": units["กองคลัง"]})
        .content.decode()
    )

    assert "บันทึกในนาม <strong>กองคลัง</strong>" in html
    assert f'href="?unit={units["สำนักปลัด"]}"' in html
    assert f'href="?unit={units["กองช่าง"]}"' in html


def test_the_unit_named_on_the_row_comes_before_one_under_it(client_of, staff):
    html = client_of(staff).get("/disclosures/2570/18/progress/").content.decode()

    assert "บันทึกในนาม <strong>งานธุรการ</strong>" in html
    assert "เหตุผลที่ส่งกลับให้งานธุรการแก้ไข" in html


def test_where_nobody_is_responsible_the_secretary_reports_for_her_own(client_of, secretary):
    html = client_of(secretary).get("/disclosures/2570/29/progress/").content.decode()

    assert "บันทึกในนาม <strong>คณะกรรมการขับเคลื่อนคุณธรรมและความโปร่งใส</strong>" in html


def test_who_changes_accepted_work_is_told_so(client_of, secretary):
    html = client_of(secretary).get("/measures/2570/2/progress/").content.decode()

    assert "ฝ่ายเลขานุการต้องตรวจรับอีกครั้ง" in html


def test_the_form_asks_no_more_queries_for_a_longer_history(
    client_of, staff, form, row, queries_for
):
    client = client_of(staff)
    before = queries_for(client, form)

    for version in range(1, 5):
        client.post(form, report(version=version, note=f"ครั้งที่ {version}"))

    assert versions(row) == [5, 4, 3, 2, 1]
    assert queries_for(client, form) == before


# ---- what is kept


def test_a_link_with_thai_digits_is_kept_with_arabic_ones(client_of, staff, form, row):
    client_of(staff).post(form, report(url="https://thamsing.example/ita/๒๕๗๐/o๑๗"))

    assert [str(link) for link in row.history()[0].evidence.all()] == [
        "https://thamsing.example/ita/2570/o17"
    ]


def test_the_same_link_stays_the_same_evidence(client_of, staff, form, row):
    client = client_of(staff)
    client.post(form, report(url="https://thamsing.example/o17"))
    assert "https://thamsing.example/o17" in client.get(form).content.decode()

    client.post(form, report(url="https://thamsing.example/o17", note="เพิ่มเติม", version="2"))

    assert Evidence.objects.filter(url="https://thamsing.example/o17").count() == 1
    assert row.history()[0].evidence.count() == 1


def test_emoji_new_lines_and_markup_are_kept_as_typed(client_of, staff, form, page, row):
    client = client_of(staff)

    client.post(form, report(note="แล้วเสร็จ 🎉\r\n<script>alert(1)</script>"))

    assert row.history()[0].note == "แล้วเสร็จ 🎉\n<script>alert(1)</script>"
    assert "แล้วเสร็จ 🎉<br>&lt;script&gt;" in client.get(page).content.decode()


def test_ten_thousand_characters_are_kept(client_of, staff, form, row):
    note = "ก" * 9_998 + "\r\n" + "ข"

    client_of(staff).post(form, report(note=note))

    assert len(row.history()[0].note) == 10_000


@pytest.mark.parametrize(
    "wrong",
    [
        {"note": "ก" * 10_001},
        {"note": "ก\x00ข"},
        {"status": ""},
        {"status": "accepted"},
        {"status": "returned"},
        {"status": "\x00"},
        {"status": "review", "note": "  \r\n "},
        {"url": "javascript:alert(1)"},
        {"url": "ftp://thamsing.example/o17"},
        {"url": "ไม่มี"},
        {"url": "https://[1"},
        {"url": "https://thamsing.example/" + "ก" * 2_000},
        {"url": "https://thamsing.example/\x00"},
    ],
    ids=lambda wrong: repr(wrong)[:40],
)
def test_what_cannot_be_kept_is_said_and_stays_in_the_form(wrong, client_of, staff, form, row):
    typed = report(note="ข้อความที่พิมพ์ไว้") | wrong

    response = client_of(staff).post(form, typed)

    html = response.content.decode()
    assert response.status_code == 422
    assert "ยังบันทึกไม่ได้" in html
    assert typed["note"].strip() in html
    assert versions(row) == [1]


def test_a_browser_is_not_asked_to_cut_off_what_is_pasted(client_of, staff, form):
    assert "maxlength" not in client_of(staff).get(form).content.decode()


# ---- who comes second


def test_the_second_of_two_is_shown_both_texts_and_keeps_hers(
    client_of, staff, secretary, form, row
):
    client_of(secretary).post(form, report(note="ข้อความของฝ่ายเลขานุการ"))

    response = client_of(staff).post(form, report(note="ข้อความของเจ้าหน้าที่"))

    html = response.content.decode()
    assert response.status_code == 409
    assert "โดยนางสาวศิริพร แก้วมณี เมื่อ 23 พฤศจิกายน 2569" in html
    assert "<p>ข้อความของฝ่ายเลขานุการ</p>" in html
    assert "<p>ข้อความของเจ้าหน้าที่</p>" in html
    assert "ข้อความของเจ้าหน้าที่</textarea>" in html
    assert versions(row) == [2, 1]


def test_who_has_seen_both_texts_may_save_hers(client_of, staff, secretary, form, row):
    client_of(secretary).post(form, report(note="ข้อความของฝ่ายเลขานุการ"))
    client = client_of(staff)
    again = client.post(form, report(note="ข้อความของเจ้าหน้าที่")).context["form"]

    client.post(form, {field.name: field.value() for field in again})

    assert [entry.note for entry in row.history()][:2] == [
        "ข้อความของเจ้าหน้าที่",
        "ข้อความของฝ่ายเลขานุการ",
    ]


def test_work_accepted_meanwhile_is_not_reopened_unseen(client_of, staff, secretary, form, row):
    client = client_of(staff)
    client.post(form, report(status="review"))
    row.accept(by=secretary, unit=row.history()[0].unit, version=2)

    response = client.post(form, report(version="2", note="ขอแก้ไขถ้อยคำ"))

    assert response.status_code == 409
    assert "ฝ่ายเลขานุการต้องตรวจรับอีกครั้ง" in response.content.decode()
    assert row.history()[0].status == Status.ACCEPTED


def test_units_of_one_row_never_refuse_each_other(client_of, staff, other_staff, this_year):
    form = "/measures/2570/3/progress/"
    client_of(other_staff).post(form, report(version="2", note="กองคลังแก้ไขแล้ว"))

    response = client_of(staff).post(form, report(version="1", note="สำนักปลัดเพิ่มเติม"))

    assert response.status_code == 302
    notes = [entry.note for entry in this_year.measures.get(number=3).history()]
    assert {"กองคลังแก้ไขแล้ว", "สำนักปลัดเพิ่มเติม"} < set(notes)


def test_a_button_pressed_twice_records_once(client_of, staff, form, page, row):
    client = client_of(staff)
    typed = report(url="https://thamsing.example/o17")

    answers = [client.post(form, typed) for _ in range(2)]

    assert [answer.url for answer in answers] == [page, page]
    assert versions(row) == [2, 1]
    assert Evidence.objects.filter(url="https://thamsing.example/o17").count() == 1


@pytest.mark.parametrize("version", ["", "abc", "-1", "0", "2", "9" * 30, "9" * 5000, "\x00"])
def test_a_forged_version_never_overwrites(version, client_of, staff, form, row):
    response = client_of(staff).post(form, report(version=version))

    assert response.status_code == 409
    assert "รวบรวมข้อมูลครบแล้ว</textarea>" in response.content.decode()
    assert versions(row) == [1]


def test_a_form_that_lost_its_version_is_no_obstacle(client_of, staff, form, row):
    typed = report()
    del typed["version"]

    response = client_of(staff).post(form, typed)

    assert response.status_code == 409
    assert response.context["form"]["version"].value() == 1


def test_a_forged_version_of_nothing_is_refused_too(client_of, secretary, this_year):
    response = client_of(secretary).post("/disclosures/2570/29/progress/", report(version="7"))

    assert response.status_code == 409
    assert "แบบฟอร์มไม่ตรงกับข้อมูลล่าสุด" in response.content.decode()
    assert not this_year.items.get(number=29).updates.exists()
