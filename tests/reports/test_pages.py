"""The report on screen, as a file to keep, and from the command line."""

import re
from html import unescape
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from measures.models import Measure
from reports.page import paper_html, standalone_html
from reports.progress_report import build_progress_report


def words(html: str) -> list[str]:
    return unescape(re.sub(r"<[^>]+>", " ", html)).split()


def sheet_of(page: str) -> str:
    return page.partition("<article")[2].partition(">")[2].partition("</article>")[0]


def test_the_screen_shows_the_words_that_paper_prints(client_of, secretary, source_year):
    page = client_of(secretary).get("/reports/2566/progress/").content.decode()
    paper = paper_html(build_progress_report(source_year))

    assert words(sheet_of(page)) == words(paper.partition("<body")[2].partition(">")[2])


def test_the_pdf_opens_in_the_browser_under_a_name_of_its_own(client_of, secretary):
    response = client_of(secretary).get("/reports/2566/progress.pdf")

    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"] == 'inline; filename="ita-report-2566.pdf"'
    assert response.content.startswith(b"%PDF-1.7")


def test_the_secretary_is_told_why_the_link_of_the_document_was_not_used(client_of, secretary):
    page = client_of(secretary).get("/reports/2566/progress/").content.decode()

    assert "ลิงก์แบบวัด EIT ในเอกสารเดิมใช้ไม่ได้" in page
    assert "รหัส tokenValue ไม่ถูกรูปแบบ" in page


def test_staff_are_not_shown_what_is_the_secretarys_to_mend(client_of, staff):
    page = client_of(staff).get("/reports/2566/progress/").content.decode()

    assert "ในเอกสารเดิมใช้ไม่ได้" not in page


def test_what_an_office_types_is_text_and_never_code(client_of, secretary, source_year):
    source_year.wording.title = "<script>alert(1)</script>{{ 7|add:7 }}"
    source_year.wording.save()
    Measure.objects.of(source_year).filter(number=1).update(title="<img src=x onerror=alert(1)>")

    page = client_of(secretary).get("/reports/2566/progress/").content.decode()

    assert "<script>alert" not in page
    assert "<img src=x" not in page
    assert "{{ ๗|add:๗ }}" in page


def test_a_file_of_its_own_brings_styles_and_fonts(source_year):
    page = standalone_html(build_progress_report(source_year))

    assert "url(data:font/ttf;base64," in page
    assert "../fonts/" not in page


@pytest.mark.parametrize("year", ["2566", "๒๕๖๖"])
def test_the_command_prints_the_pdf(office, tmp_path, year):
    output = tmp_path / "รายงาน.pdf"

    call_command("render_report", organization="tham-sing", year=year, format="pdf", output=output)

    assert output.read_bytes().startswith(b"%PDF")


def test_the_command_writes_the_same_report_as_html(office, source_year, tmp_path):
    output = tmp_path / "report.html"

    call_command(
        "render_report",
        organization="tham-sing",
        year="2566",
        format="html",
        output=output,
        stdout=StringIO(),
    )

    assert output.read_text() == standalone_html(build_progress_report(source_year))


def test_the_command_prints_the_report_as_of_a_day(office, tmp_path):
    output = tmp_path / "report.html"

    call_command(
        "render_report",
        "--organization=tham-sing",
        "--year=2566",
        "--format=html",
        "--as-of=๓๑ มี.ค. ๖๖",
        f"--output={output}",
        stdout=StringIO(),
    )

    assert "ข้อมูล ณ วันที่ ๓๑ มีนาคม ๒๕๖๖" in output.read_text()


def test_the_command_names_a_day_it_does_not_understand(tmp_path):
    with pytest.raises(CommandError, match="ไม่เข้าใจวันที่ “สิ้นปี”"):
        call_command(
            "render_report",
            "--organization=tham-sing",
            "--year=2566",
            "--as-of=สิ้นปี",
            f"--output={tmp_path / 'x.pdf'}",
        )


@pytest.mark.parametrize(
    ("organization", "year", "reason"),
    [
        ("nowhere", "2566", "ไม่พบปีงบประมาณ 2566 ของ nowhere"),
        ("tham-sing", "2599", "ที่มีอยู่: .*tham-sing 2570"),
        ("tham-sing", "ปีที่แล้ว", "ไม่เข้าใจปี “ปีที่แล้ว”"),
    ],
)
def test_the_command_names_what_it_did_not_find(office, tmp_path, organization, year, reason):
    with pytest.raises(CommandError, match=reason):
        call_command(
            "render_report", organization=organization, year=year, output=tmp_path / "x.pdf"
        )


def test_the_command_says_when_it_cannot_write(office, tmp_path):
    with pytest.raises(CommandError, match="เขียนไฟล์"):
        call_command(
            "render_report", organization="tham-sing", year="2566", output=tmp_path / "no" / "x.pdf"
        )
