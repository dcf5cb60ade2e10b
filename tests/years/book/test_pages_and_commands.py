"""On a page and from the command line: out, tried, and in again."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.urls import reverse

from measures.models import Measure
from organizations.models import Round
from tests.years.book.conftest import cells, export

# On PostgreSQL too: a trial is taken back.
pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


@pytest.fixture
def url():
    return reverse("years:book", args=[2570])


def upload(content, name="ita-year-2570.xlsx"):
    return SimpleUploadedFile(name, content)


def test_the_secretary_takes_the_year_along(client_of, secretary, this_year):
    response = client_of(secretary).get(reverse("years:book_sheet", args=[2570]))

    assert 'filename="ita-year-2570.xlsx"' in response["Content-Disposition"]
    assert cells(response.content) == cells(export(this_year))


def test_the_admin_tries_a_file_and_nothing_is_done(
    client_of, newcomer, empty_year, this_year, url
):
    target = empty_year(2570)

    response = client_of(newcomer).post(url, {"file": upload(export(this_year)), "try": "1"})

    page = response.content.decode()
    assert response.status_code == 200
    assert "ไฟล์นี้นำเข้าได้ ยังไม่ได้นำเข้า" in page
    assert "จะสร้างส่วนราชการ" in page
    assert Measure.objects.of(target).count() == 0
    assert newcomer.organization.units.count() == 1


def test_the_admin_brings_a_year_in_and_the_page_says_where_from(
    client_of, newcomer, empty_year, this_year, url
):
    target = empty_year(2570)

    page = client_of(newcomer).post(url, {"file": upload(export(this_year))}, follow=True)

    assert Measure.objects.of(target).count() == Measure.objects.of(this_year).count()
    assert "ita-year-2570.xlsx นำเข้าโดยnewcomer" in page.content.decode()
    assert client_of(newcomer).get("/reports/2570/progress/").status_code == 200


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({}, "โปรดเลือกไฟล์"),
        ({"file": b""}, "ไฟล์ว่างเปล่า"),
        ({"file": b"PK\x03\x04"}, "เสียหาย"),
        ({"file": "x"}, "โปรดเลือกไฟล์"),
    ],
)
def test_what_is_no_workbook_is_said(client_of, newcomer, empty_year, url, sent, said):
    empty_year(2570)
    sent = {name: upload(one) if isinstance(one, bytes) else one for name, one in sent.items()}

    response = client_of(newcomer).post(url, sent)

    assert response.status_code == 422
    assert said in response.content.decode()


def test_a_year_that_is_not_empty_says_so(client_of, admin, this_year, url):
    client = client_of(admin)

    assert "นำเข้าทั้งปีได้เฉพาะปีที่ยังว่าง" in client.get(url).content.decode()
    assert client.post(url, {"file": upload(export(this_year))}).status_code == 422


def test_by_command_out_and_in_again(tmp_path, office, newcomer, this_year):
    file = tmp_path / "year.xlsx"
    call_command("export_year", file, organization="tham-sing", year="๒๕๗๐", stdout=io.StringIO())
    said = io.StringIO()

    call_command("import_year", file, organization="new", year="2570", stdout=said)

    target = newcomer.organization.rounds.get(be_year=2570)
    assert cells(export(target)) == cells(file.read_bytes())
    assert "มาตรการ 11 แถว" in said.getvalue()


def test_by_command_a_dry_run_leaves_nothing(tmp_path, newcomer, this_year):
    file = tmp_path / "year.xlsx"
    file.write_bytes(export(this_year))
    said = io.StringIO()

    call_command("import_year", file, organization="new", year="2570", dry_run=True, stdout=said)

    assert "ยังไม่ได้นำเข้า" in said.getvalue()
    assert not Round.objects.filter(organization=newcomer.organization).exists()


@pytest.mark.parametrize(
    ("command", "changed", "said"),
    [
        ("export_year", {"year": "2599"}, "ไม่พบปีงบประมาณ 2599"),
        ("export_year", {"year": "ปีนี้"}, "ไม่เข้าใจปี “ปีนี้”"),
        ("export_year", {"organization": "nowhere"}, "ไม่พบปีงบประมาณ"),
        ("import_year", {"organization": "nowhere"}, "ไม่พบหน่วยงาน nowhere"),
        ("import_year", {"year": "66"}, "ไม่เข้าใจปี “66”"),
        ("import_year", {"by": "nobody"}, "ไม่พบผู้ใช้ nobody"),
        ("import_year", {"year": "2571"}, "เป็นข้อมูลของปีงบประมาณ 2570"),
    ],
)
def test_by_command_what_is_wrong_is_said(tmp_path, newcomer, this_year, command, changed, said):
    file = tmp_path / "year.xlsx"
    file.write_bytes(export(this_year))
    asked = {"organization": "new", "year": "2570"} | changed
    before = Measure.objects.count()

    with pytest.raises(CommandError, match=said):
        call_command(command, file, **asked, stdout=io.StringIO())
    assert Measure.objects.count() == before


def test_by_command_a_file_that_is_not_there_is_said(tmp_path, newcomer):
    with pytest.raises(CommandError, match="อ่านไฟล์"):
        call_command("import_year", tmp_path / "no.xlsx", organization="new", year="2570")
