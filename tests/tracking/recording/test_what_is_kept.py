"""What is typed is kept as typed, or said to be impossible."""

import pytest

from tests.tracking.recording.conftest import report, versions
from tracking.models import Evidence

# On PostgreSQL too: texts no column can hold.
pytestmark = pytest.mark.both_databases


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
