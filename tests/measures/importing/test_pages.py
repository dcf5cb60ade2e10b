"""An admin brings in the document their office has, in three steps."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from disclosures.actions import open_round
from disclosures.models import DisclosureItem
from measures.models import ImportedDocument, Measure
from tests.measures.importing.conftest import FORMS, SAMPLES, typed_in

pytestmark = pytest.mark.django_db


def choose(client, form):
    file = SAMPLES / f"report-2566.{form}"
    sent = (
        {"pasted": file.read_text(encoding="utf-8")}
        if form == "html"
        else {"file": SimpleUploadedFile(file.name, file.read_bytes())}
    )
    return client.post(reverse("measures:import", args=[2566]), sent)


@pytest.mark.parametrize("form", FORMS)
def test_the_three_forms_of_the_report_become_the_same_year(client, year, form):
    decide = choose(client, form).url
    choices = client.get(decide).context["form"]
    sent = {field.html_name: field.initial for field in choices.unit_fields}
    third = client.post(decide, sent | {"all_mends": "on"}).url

    response = client.post(third, typed_in(client.get(third)))

    assert response.url == reverse("measures:list", args=[2566])
    assert Measure.objects.of(year).count() == 11
    assert list(
        DisclosureItem.objects.of(year).filter(assignments=None).values_list("number", flat=True)
    ) == [29]
    assert "ยืมใช้ทรัพย์สิน" in Measure.objects.of(year).get(number=1).aims


def test_a_document_of_300_measures_comes_in_whole(client, year):
    rows = "".join(
        f"<tr><td>{n}. มาตรการที่ {n}</td><td>กองคลัง</td><td>ตลอดปีงบประมาณ</td></tr>"
        for n in range(1, 301)
    )
    head = "<tr><th>มาตรการ</th><th>ผู้รับผิดชอบ</th><th>ระยะเวลา</th></tr>"
    sent = {"pasted": f"<table>{head}{rows}</table>"}
    decide = client.post(reverse("measures:import", args=[2566]), sent).url
    choices = client.get(decide).context["form"]
    sent = {field.html_name: field.initial for field in choices.unit_fields}
    third = client.post(decide, sent).url

    response = client.post(third, typed_in(client.get(third)))

    assert response.url == reverse("measures:list", args=[2566])
    assert Measure.objects.of(year).count() == 300


def test_nothing_is_mended_that_was_not_chosen(client, year):
    decide = choose(client, "docx").url
    choices = client.get(decide).context["form"]
    sent = {field.html_name: field.initial for field in choices.unit_fields}
    third = client.post(decide, sent | {"mends": ["ชั้นต่ำ\tขั้นต่ำ"]}).url

    client.post(third, typed_in(client.get(third)))

    assert "ยื่นใช้ทรัพย์สิน" in Measure.objects.of(year).get(number=1).aims
    assert "ขั้นต่ำ" in Measure.objects.of(year).get(number=4).history()[0].note


def test_a_name_of_nobodys_may_stand_for_every_unit_and_is_printed(client, year):
    decide = choose(client, "docx").url
    choices = client.get(decide).context["form"]
    sent = {field.html_name: field.initial for field in choices.unit_fields}
    (strange,) = [field for field in choices.unit_fields if "ทำคู่มือ" in field.label]
    third = client.post(decide, sent | {strange.html_name: "ทุกส่วนราชการ"}).url

    client.post(third, typed_in(client.get(third)))

    (link,) = DisclosureItem.objects.of(year).get(number=14).assignments.all()
    assert (link.unit.name, "ทำคู่มือ" in link.label) == ("ทุกส่วนราชการ", True)


def test_what_was_decided_of_a_name_holds_when_the_name_is_mended_too(client, year):
    decide = choose(client, "docx").url
    choices = client.get(decide).context["form"]
    sent = {field.html_name: field.initial for field in choices.unit_fields}
    (strange,) = [field for field in choices.unit_fields if "ทำคู่มือ" in field.label]
    answered = sent | {strange.html_name: "ทุกส่วนราชการ", "all_mends": "on"}
    third = client.post(decide, answered).url

    client.post(third, typed_in(client.get(third)))

    (link,) = DisclosureItem.objects.of(year).get(number=14).assignments.all()
    assert link.unit.name == "ทุกส่วนราชการ"
    assert not year.organization.units.filter(name__contains="ทำคู่มือ").exists()


def test_each_measure_stands_beside_its_original(client):
    decide = choose(client, "docx").url

    page = client.get(f"{decide}measures/").content.decode()

    assert "การอำนวยความสะดวกในการยื่นใช้ทรัพย์สิน" in page
    assert "ไม่มีผู้รับผิดชอบข้อ O29" in page


def test_a_slip_in_one_measure_keeps_all_that_was_typed(client, year):
    third = f"{choose(client, 'docx').url}measures/"
    sent = typed_in(client.get(third)) | {"m0-timeframe": "เร็ว ๆ นี้", "m3-title": "ชื่อที่แก้แล้ว"}

    response = client.post(third, sent)

    assert response.status_code == 422
    page = response.content.decode()
    assert "ไม่เข้าใจระยะเวลา “เร็ว ๆ นี้”" in page
    assert "ชื่อที่แก้แล้ว" in page
    assert not Measure.objects.of(year).exists()


def test_two_measures_of_one_number_are_not_half_imported(client, year):
    third = f"{choose(client, 'docx').url}measures/"
    sent = typed_in(client.get(third)) | {"m1-number": "1"}

    response = client.post(third, sent)

    assert response.status_code == 422
    assert "ลำดับที่ 1" in response.content.decode()
    assert not Measure.objects.of(year).exists()


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({}, "เลือกเอกสาร หรือวางตาราง"),
        ({"pasted": "ไม่ใช่ตาราง"}, "ไม่พบตารางมาตรการ"),
        ({"pasted": "<table><tr><td>ก</table>"}, "ไม่พบตารางมาตรการ"),
        ({"file": SimpleUploadedFile("ก.pdf", b"%PDF-1.7")}, "ไม่ใช่เอกสาร Word"),
        ({"file": SimpleUploadedFile("ก.docx", b"")}, "ไฟล์ว่าง"),
    ],
)
def test_what_is_no_table_of_measures_is_said(client, sent, said):
    response = client.post(reverse("measures:import", args=[2566]), sent)

    assert response.status_code == 422
    assert said in response.content.decode()
    assert not ImportedDocument.objects.filter(name="ก.docx").exists()


def test_who_brings_in_a_document_reads_that_one_of_two_ways_is_enough(client):
    page = client.get(reverse("measures:import", args=[2566])).content.decode()

    assert page.count("(อย่างใดอย่างหนึ่ง)") == 2
    assert "(ไม่บังคับ)" not in page


def test_a_document_of_another_office_is_not_there(client, next_door):
    foreign = ImportedDocument.objects.get(ita_round__organization=next_door)

    assert client.get(reverse("measures:import_decide", args=[2566, foreign.pk])).status_code == 404


def test_a_document_sent_twice_is_imported_once_and_leads_to_its_measures(client, year):
    third = f"{choose(client, 'docx').url}measures/"
    sent = typed_in(client.get(third))
    client.post(third, sent)

    again = client.post(third, sent, follow=True)

    assert again.redirect_chain == [(reverse("measures:list", args=[2566]), 302)]
    assert "นำเข้าไปแล้ว" in again.content.decode()
    assert Measure.objects.of(year).count() == 11


def test_a_sample_of_the_text_begins_with_a_letter(client):
    table = f"มาตรการ\tผู้รับผิดชอบ\tระยะเวลา\n๑. ที่{'ก' * 23}ชั้นต่ำ\tกองคลัง\tตลอดปี"
    decide = client.post(reverse("measures:import", args=[2566]), {"pasted": table}).url

    (mend,) = client.get(decide).context["reading"].mends

    assert mend.sample.startswith("กก")


def test_a_name_is_shown_as_it_was_typed_and_does_nothing_else(client, newcomer):
    root = newcomer.organization.units.get(parent=None)
    newcomer.organization.units.create(name="งานทะเบียน<img src=x>กลาง", parent=root)
    table = "มาตรการ\tผู้รับผิดชอบ\tระยะเวลา\n๑. อบรม\tงานทะเบียน<img src=x>กลาาง\tตลอดปี"

    decide = client.post(reverse("measures:import", args=[2566]), {"pasted": table}).url

    page = client.get(decide).content.decode()
    assert "ใกล้เคียงกับ “งานทะเบียน&lt;img src=x&gt;กลาง” ที่มีอยู่" in page
    assert "<img" not in page


def test_nothing_is_ticked_before_the_admin_ticks_it(client):
    page = client.get(choose(client, "docx").url).content.decode()

    assert 'name="mends"' in page
    assert " checked" not in page


def test_each_field_stands_beside_the_cell_it_was_read_from(client):
    table = "ที่\tหมายเหตุ\tมาตรการ\tผู้รับผิดชอบ\tระยะเวลา\n๑\tงบ 5,000 บาท\tอบรม\tกองคลัง\tตลอดปี"
    decide = client.post(reverse("measures:import", args=[2566]), {"pasted": table}).url

    (form,) = client.get(f"{decide}measures/").context["forms"]

    beside = {field.name: cells for field, cells in form.pairs if cells}
    assert beside == {
        "number": [("ที่", "๑")],
        "title": [("มาตรการ", "อบรม")],
        "timeframe": [("ระยะเวลา", "ตลอดปี")],
    }
    assert form.responsible == [("ผู้รับผิดชอบ", "กองคลัง")]
    assert form.kept == [("หมายเหตุ", "งบ 5,000 บาท")]


@pytest.fixture
def later_year(newcomer):
    return open_round(organization=newcomer.organization, be_year=2568, edition=2566, by=newcomer)


def decide_on(client, later_year, **answers):
    """Last year's report on its way into this year, and the third page of it."""
    file = SAMPLES / "report-2566.xlsx"
    sent = {"file": SimpleUploadedFile(file.name, file.read_bytes())}
    decide = client.post(reverse("measures:import", args=[2568]), sent).url
    choices = client.get(decide).context["form"]
    units = {field.html_name: field.initial for field in choices.unit_fields}
    third = client.post(decide, units | answers).url
    return third, client.get(third)


def test_last_years_report_comes_as_this_years_plan(client, later_year):
    third, page = decide_on(client, later_year, moves="on")

    client.post(third, typed_in(page))

    measure = Measure.objects.of(later_year).get(number=1)
    assert measure.timeframe.replace("\u00a0", " ") == "ก.พ. – เม.ย. 2568"
    assert measure.history() == []
    assert "๒๕๖๖" in measure.imported_cells["ระยะเวลา"]


def test_last_years_months_stay_where_the_admin_wants_them(client, later_year):
    third, page = decide_on(client, later_year)

    client.post(third, typed_in(page))

    measure = Measure.objects.of(later_year).get(number=1)
    assert measure.timeframe.replace("\u00a0", " ") == "ก.พ. – เม.ย. 2566"
    assert len(measure.history()) == 1


def test_a_report_of_the_year_itself_is_not_asked_about(client):
    assert "moves" not in client.get(choose(client, "docx").url).context["form"].fields
