"""Two at once: nobody overwrites what they have not seen."""

import pytest

from disclosures.models import DisclosureItem
from measures.models import Measure
from tests.tracking.recording.conftest import report, versions
from tracking.models import Evidence, Status

# On PostgreSQL too: versions are kept apart by a constraint; numbers no column can hold.
pytestmark = pytest.mark.both_databases


def test_the_second_of_two_is_shown_both_texts_and_keeps_one(
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


def test_whoever_has_seen_both_texts_may_save(client_of, staff, secretary, form, row):
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
    notes = [entry.note for entry in Measure.objects.of(this_year).get(number=3).history()]
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
    assert response.context["form"]["version"].value() == "1"


def test_a_forged_version_of_nothing_is_refused_too(client_of, secretary, this_year):
    response = client_of(secretary).post("/disclosures/2570/29/progress/", report(version="7"))

    assert response.status_code == 409
    assert "แบบฟอร์มไม่ตรงกับข้อมูลล่าสุด" in response.content.decode()
    assert not DisclosureItem.objects.of(this_year).get(number=29).entries.exists()
