"""When something goes wrong a person reads, in Thai, what happened and where to go from there."""

import re

import pytest
from django.template.loader import render_to_string
from django.test import override_settings

MANIFEST_STORAGE = "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"

every_error_page = pytest.mark.parametrize(
    ("page", "heading"),
    [
        ("400.html", "ระบบรับคำขอนี้ไม่ได้"),
        ("403.html", "ท่านไม่มีสิทธิ์ดำเนินการนี้"),
        ("403_csrf.html", "แบบฟอร์มนี้หมดอายุแล้ว"),
        ("404.html", "ไม่พบหน้าที่ท่านต้องการ"),
        ("405.html", "เปิดหน้านี้โดยตรงไม่ได้"),
        ("413.html", "ข้อมูลที่ส่งยาวเกินไป"),
        ("429.html", "ระบบได้รับคำขอถี่เกินไป"),
        ("500.html", "ขออภัย ระบบขัดข้อง"),
    ],
)


@every_error_page
def test_the_page_says_what_happened_and_leads_home(page, heading):
    html = render_to_string(page)

    assert re.findall(r"<h1>(.*?)</h1>", html) == [heading]
    assert '<a class="btn btn-primary" href="/">กลับหน้าแรก</a>' in html


@every_error_page
def test_a_screen_reader_is_told_that_the_page_is_thai(page, heading):
    html = render_to_string(page)

    assert html.startswith('<!doctype html>\n<html lang="th">')
    assert re.search(r"<title>[ก-๙ ]+ · ระบบติดตามมาตรการ ITA</title>", html)


@every_error_page
def test_nothing_on_the_page_is_refused_by_the_content_security_policy(page, heading):
    html = render_to_string(page)

    assert not re.search(r"<(style|script)|\s(style|on\w+)=", html)


@every_error_page
def test_the_page_comes_even_when_the_static_files_were_never_collected(page, heading, tmp_path):
    storages = {"staticfiles": {"BACKEND": MANIFEST_STORAGE}}

    with override_settings(STORAGES=storages, STATIC_ROOT=tmp_path, DEBUG=False):
        html = render_to_string(page)

    assert 'href="/static/css/base.css"' in html


def test_an_address_that_takes_forms_only_says_so(client_of, staff):
    response = client_of(staff).get("/measures/2570/4/evidence/")

    assert response.status_code == 405
    assert "เปิดหน้านี้โดยตรงไม่ได้" in response.content.decode()


def test_who_sends_too_long_a_text_is_told_that_it_was_not_kept(client_of, staff, caplog):
    sent = {"note": "ก" * 7_000_000}

    response = client_of(staff).post("/disclosures/2570/17/progress/", sent)

    assert response.status_code == 413
    assert "ไม่เกิน 20 MB และไม่เกิน 10,000 ช่อง จึงยังไม่ได้บันทึก" in response.content.decode()
    assert "Traceback" not in caplog.text


def test_who_sends_too_many_fields_is_told_so(client_of, staff):
    sent = {f"f{n}": "" for n in range(10_001)}

    response = client_of(staff).post("/disclosures/2570/17/progress/", sent)

    assert response.status_code == 413
