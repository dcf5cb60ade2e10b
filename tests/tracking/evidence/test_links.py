"""What is said of a link at once: nothing is fetched, and nothing is refused for it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tracking.evidence.conftest import report
from tracking.evidence.links import DIGITS_CHANGED, HOME_PAGE, LOCAL, SIGN_IN, link_notes


@pytest.mark.parametrize(
    "url",
    [
        "http://localhost:8000/ita",
        "http://thamsing/ita/o18.pdf",
        "http://127.0.0.1/ita",
        "http://127.1/ita",
        "http://2130706433/ita",
        "http://0x7f000001/ita",
        "http://017700000001/ita",
        "http://192.168.1.10/ita",
        "http://10.0.0.5/ita",
        "http://172.16.3.4/ita",
        "http://169.254.1.1/ita",
        "http://100.64.0.1/ita",
        "http://[::1]/ita",
        "http://[fc00::1]/ita",
        "http://[fe80::1]/ita",
        "http://[::ffff:192.168.0.1]/ita",
        "http://files.thamsing.local/ita",
        "http://files.internal/ita",
        "http://nas.lan/ita",
        "http://localhost./ita",
    ],
)
def test_what_only_the_office_can_open_is_pointed_out(url):
    assert link_notes(url) == [LOCAL]


@pytest.mark.parametrize(
    "url",
    [
        "https://www.thamsing.go.th",
        "https://www.thamsing.go.th/",
        "https://www.thamsing.go.th//",
        "https://www.thamsing.go.th/index.php",
        "https://www.thamsing.go.th/Default.aspx",
        "https://www.thamsing.go.th/home/",
        "https://www.thamsing.go.th/หน้าแรก",
        "https://www.thamsing.go.th/#",
    ],
)
def test_a_bare_home_page_is_pointed_out(url):
    assert link_notes(url) == [HOME_PAGE]


@pytest.mark.parametrize(
    ("url", "place"),
    [
        ("https://drive.google.com/file/d/1/view", "Google Drive"),
        ("https://docs.google.com/document/d/1/edit", "Google Docs"),
        ("https://docs.google.com/forms/d/1/edit", "Google Docs"),
        ("https://1drv.ms/b/s!abc", "OneDrive"),
        ("https://thamsing-my.sharepoint.com/:b:/g/x", "SharePoint"),
        ("https://www.dropbox.com/s/abc", "Dropbox"),
        ("https://www.facebook.com/groups/123/posts/4", "Facebook"),
    ],
)
def test_a_place_that_asks_for_an_account_is_pointed_out(url, place):
    [note] = link_notes(url)

    assert place in note


@pytest.mark.parametrize(
    "url", ["https://www.thamsing.go.th/wp-login.php", "https://e.thamsing.go.th/login?next=1"]
)
def test_a_page_for_signing_in_is_pointed_out(url):
    assert link_notes(url) == [SIGN_IN]


@pytest.mark.parametrize(
    "url",
    [
        "https://www.thamsing.go.th/ita/2570/o18.pdf",
        "https://www.thamsing.go.th/?page_id=18",
        "https://www.thamsing.go.th/index.php?id=18",
        "https://www.thamsing.go.th/#/o18",
        "https://thamsing.example/e-service",
        "https://docs.google.com/forms/d/e/1/viewform",
        "https://docs.google.com/spreadsheets/d/e/1/pubhtml",
        "https://www.facebook.com/thamsing",
        "https://8.8.8.8/o18",
        "https://notdropbox.com/o18",
        "",
        "ดูในเว็บ",
        "https://[1",
    ],
)
def test_a_link_that_leads_there_is_left_in_peace(url):
    assert link_notes(url) == []


def test_thai_digits_are_said_to_have_been_changed():
    assert link_notes("https://thamsing.example/๒๕๗๐/o๑๘.pdf") == [DIGITS_CHANGED]


@given(st.one_of(st.text(), st.from_regex(r"https?://[^\s]{0,40}")))
def test_nothing_that_can_be_typed_is_an_error(typed):
    assert all(isinstance(note, str) for note in link_notes(typed))


def test_it_is_said_while_they_type(client_of, staff):
    response = client_of(staff).post("/disclosures/link-notes/", {"url": "http://localhost/"})

    assert LOCAL in response.content.decode()


@pytest.mark.parametrize("typed", ["ดูในเว็บ", "javascript:alert(1)", "ftp://a.example/", "\x00"])
def test_what_is_no_link_is_said_to_be_none(typed, client_of, staff):
    html = client_of(staff).post("/disclosures/link-notes/", {"url": typed}).content.decode()

    assert "โปรดกรอกลิงก์ให้ครบ" in html or "อักขระ" in html


def test_it_is_recorded_all_the_same_and_said_once_more(client_of, staff, form, row):
    link = "http://192.168.1.5/o๑๗"

    html = client_of(staff).post(form, report(url=link), follow=True).content.decode()

    assert [str(piece) for piece in row.history()[0].evidence.all()] == ["http://192.168.1.5/o17"]
    assert html.count(LOCAL) == 2
    assert DIGITS_CHANGED in html


def test_the_secretary_sees_it_when_reviewing(client_of, staff, secretary, form, page, row):
    client_of(staff).post(form, report(status="review", url="http://nas.lan/o17"))
    unit = row.history()[0].unit_id

    html = client_of(secretary).get(f"{page}review/?unit={unit}").content.decode()

    assert LOCAL in html


def test_several_links_are_kept_in_their_order_each_once(client_of, staff, form, row):
    first, second = "https://thamsing.example/1", "https://thamsing.example/2"
    client = client_of(staff)
    client.post(form, report(url=[first, "", second, first]))

    client.post(form, report(url=[second, first], version="2"))

    orders = [[str(piece) for piece in entry.evidence.all()] for entry in row.history()[:2]]
    assert orders == [[second, first], [first, second]]


def test_a_wrong_one_among_several_is_named(client_of, staff, form, row):
    typed = ["https://thamsing.example/1", "ดูในเว็บ"]

    response = client_of(staff).post(form, report(url=typed))

    html = response.content.decode()
    assert response.status_code == 422
    assert "ลิงก์ที่ 2: โปรดกรอกลิงก์ให้ครบ" in html
    assert all(f'value="{link}"' in html for link in typed)


def test_eleven_links_are_too_many(client_of, staff, form, row):
    typed = [f"https://thamsing.example/{number}" for number in range(11)]

    response = client_of(staff).post(form, report(url=typed))

    assert "ใส่ลิงก์ได้ไม่เกิน 10 ลิงก์" in response.content.decode()
    assert len(row.history()) == 1


def test_an_item_sent_for_review_without_a_link_is_taken_with_a_word(client_of, staff):
    client = client_of(staff)
    finished = report(status="review", note="เผยแพร่แล้ว")

    pages = [
        client.post(f"{row}progress/", finished, follow=True).content.decode()
        for row in ("/disclosures/2570/17/", "/measures/2570/1/")
    ]

    assert ["แต่รายงานนี้ยังไม่มีลิงก์" in page for page in pages] == [True, False]
