"""A report is proposed, approved and verified, against the real server."""

import re
import socket
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from threading import Barrier
from urllib.parse import urlsplit

import pymupdf
import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import expect

from tests.e2e.conftest import hidden

pytestmark = pytest.mark.browser


def code_on(pdf: bytes) -> str:
    sheet = pymupdf.open(stream=pdf)[0]
    picture = Image.open(BytesIO(sheet.get_pixmap(dpi=200).tobytes("png")))
    [code] = zxingcpp.read_barcodes(picture)
    return code.text


def test_from_proposing_to_the_code_on_the_paper(page_of, this_be_year):
    secretary = page_of("siriporn")
    secretary.goto(f"/reports/{this_be_year}/progress/")
    secretary.get_by_role("link", name="เสนอขออนุมัติ").click()
    secretary.get_by_label("เหตุผลที่เสนอทั้งที่ยังมีเรื่องต้องแก้").fill("จะแก้ในรอบหน้า")
    secretary.get_by_role("button", name="เสนอขออนุมัติ").click()
    expect(secretary.get_by_role("status")).to_contain_text("เสนอขออนุมัติแล้ว")

    executive = page_of("rattana")
    executive.goto(f"/reports/{this_be_year}/")
    executive.get_by_role("link", name="อ่านและพิจารณา").click()
    executive.get_by_role("button", name="อนุมัติและออกเลขที่").click()
    expect(executive.get_by_role("status")).to_contain_text("อนุมัติแล้ว ออกเป็นรายงานเลขที่")
    number = re.search(r"\d+/\d{4}", executive.get_by_role("heading", level=1).inner_text())[0]
    address = executive.get_by_role("link", name="PDF ที่ออก").get_attribute("href")
    pdf = executive.request.get(address).body()

    anybody = page_of(None)
    anybody.goto(code_on(pdf))
    expect(anybody.get_by_role("heading", level=1)).to_have_text("รายงานนี้ออกจริง")
    expect(anybody.get_by_text(number, exact=True)).to_be_visible()
    anybody.get_by_role("link", name="ตรวจไฟล์ที่ท่านมี").click()
    paper = {"name": "รายงาน.pdf", "mimeType": "application/pdf", "buffer": pdf}
    anybody.get_by_label("หรือไฟล์รายงาน").set_input_files(paper)
    anybody.get_by_role("button", name="ตรวจสอบ").click()
    expect(anybody.get_by_role("heading", level=1)).to_have_text("ไฟล์นี้เป็นฉบับที่ออกจริง")


def proposed(secretary, year) -> str:
    """The address of a proposal that waits."""
    form = secretary.get(f"/reports/{year}/propose/")
    status, page = secretary.post(
        f"/reports/{year}/propose/",
        csrfmiddlewaretoken=hidden(form, "csrfmiddlewaretoken"),
        reason="จะแก้ในรอบหน้า",
    )
    assert status == 200
    return re.search(rf"/reports/{year}/proposals/\d+/", page)[0]


def test_two_reports_approved_by_eight_presses_at_once_get_two_numbers(visitor, this_be_year):
    secretary = visitor().sign_in("siriporn")
    addresses = [proposed(secretary, year) for year in (this_be_year, 2566)]
    people = [visitor().sign_in("rattana") for _ in range(8)]
    ready = Barrier(8, timeout=60)

    def press(person, address):
        token = hidden(person.get(address), "csrfmiddlewaretoken")
        ready.wait()
        return person.post(f"{address}approve/", csrfmiddlewaretoken=token)

    with ThreadPoolExecutor(8) as crowd:
        answers = list(crowd.map(press, people, addresses * 4))

    assert {status for status, _ in answers} == {200}
    said = [re.search(r"ออกเป็นรายงานเลขที่ (\d+)/", page) for _, page in answers]
    first, second = sorted(int(found[1]) for found in said if found)
    assert second == first + 1
    assert sum("มีผู้พิจารณาไปแล้ว" in page for _, page in answers) == 6


def test_a_gigabyte_sent_to_the_verifier_is_answered_before_it_comes(server):
    place = urlsplit(server)
    with socket.create_connection((place.hostname, place.port), timeout=30) as line:
        line.sendall(
            b"POST /verify/ HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1073741824\r\n"
            b"Content-Type: multipart/form-data; boundary=x\r\n\r\n--x\r\n"
        )

        assert b"413" in line.recv(100)
