"""A list is pasted, looked at, mended, and all or none of it is made."""

import re
import uuid

import pytest

from organizations.models import User

# On PostgreSQL too: all of a list is made or none.
pytestmark = pytest.mark.both_databases

LIST = """ที่\tชื่อ-สกุล\tสังกัด\tบทบาท
1\tนายสมชาย ใจดี\tกองช่าง\tเจ้าหน้าที่
2\tนางสาวสมหญิง รักงาน\tกองครัง\tเลขานุการ
3\tนายเอก มีชัย\tกองสาธารณสุข\t
4\tนางอรุณี พูนผล\tกองคลัง\t"""


def shown(client, text=LIST) -> dict:
    """What the page that looks at the list would send."""
    page = client.post("/office/people/paste/", {"text": text}).content.decode()
    page = page[page.index("people/make/") :]
    inputs = re.findall(r"<input[^>]*>", page)
    sent = {
        name[1]: (re.search(r'value="([^"]*)"', one) or ["", ""])[1]
        for one in inputs
        if (name := re.search(r'name="([^"]+)"', one)) and 'type="checkbox"' not in one
    }
    boxes = [one for one in inputs if 'type="checkbox"' in one and " checked" in one]
    sent |= {re.search(r'name="([^"]+)"', one)[1]: "on" for one in boxes}
    roles = re.findall(r'<select name="([^"]+)".*?value="(\w+)" selected', page, re.DOTALL)
    return sent | dict(roles)


def test_what_each_line_is_taken_for_is_shown_and_nothing_is_made(client, office):
    before = office.users.count()

    sent = shown(client)

    assert sent["p0-username"] == "somchai"
    assert (sent["p1-units"], sent["p1-role"]) == ("กองคลัง", "secretary")
    assert "p3-take" not in sent
    assert office.users.count() == before


def test_a_line_with_a_mistake_keeps_all_from_being_made(client, office):
    before = office.users.count()

    response = client.post("/office/people/make/", shown(client))

    page = response.content.decode()
    assert response.status_code == 422
    assert "ไม่พบส่วนราชการ “กองสาธารณสุข”" in page
    assert "นางสาวสมหญิง" in page
    assert office.users.count() == before


def test_mended_it_makes_all_and_shows_their_slips(client, office):
    sent = shown(client) | {"p2-units": "กองช่าง, งานพัสดุ"}

    page = client.post("/office/people/make/", sent).content.decode()

    assert page.count("slip-password") == 3
    made = office.users.get(first_name="นายเอก")
    assert {unit.name for unit in made.units.all()} == {"กองช่าง", "งานพัสดุ"}
    assert made.account_changes.get().step == "opened"


def test_sent_again_it_makes_nobody_twice(client, office):
    sent = shown(client, "นายสมชาย ใจดี, กองช่าง")
    client.post("/office/people/make/", sent)
    before = office.users.count()

    response = client.post("/office/people/make/", sent)

    assert response.status_code == 409
    assert office.users.count() == before


def test_two_of_one_name_are_told_and_get_user_names_of_their_own(client):
    sent = shown(client, "นายสมชาย ใจดี, กองช่าง\nนายสมชาย รักดี, กองคลัง\nสมชาย ใจดี, กองคลัง")

    assert (sent["p0-username"], sent["p1-username"]) == ("somchai", "somchai.r")
    assert "p2-take" not in sent


def test_one_user_name_for_two_lines_is_refused(client, office):
    sent = shown(client, "นายสมชาย ใจดี, กองช่าง\nนายสมชัย รักดี, กองคลัง")

    response = client.post("/office/people/make/", sent | {"p1-username": "somchai"})

    assert response.status_code == 422
    assert not office.users.filter(username="somchai").exists()


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "รายชื่อ: "),
        ("   \n\n", "รายชื่อ: "),
        ("ที่\tชื่อ\tสังกัด", "ไม่พบรายชื่อ"),
        ("\n".join(f"นายคน{n} ใจดี, กองช่าง" for n in range(500)), "วางมา 500 คน"),
    ],
)
def test_a_list_that_cannot_be_read_is_answered_with_a_sentence(client, text, sentence):
    response = client.post("/office/people/paste/", {"text": text})

    assert response.status_code == 422
    assert sentence in response.content.decode()


def test_a_hundred_at_once_are_made(client, office):
    text = "\n".join(f"นายคน{n} ใจดี{n}, กองช่าง" for n in range(100))

    page = client.post("/office/people/make/", shown(client, text)).content.decode()

    assert page.count("slip-password") == 100


@pytest.mark.parametrize(
    "attack",
    [
        {"p0-role": "supervisor"},
        {"p0-first_name": "ก" * 300},
        {"p0-username": "thanakorn"},
        {"p0-username": "Ω"},
        {"lines": "9999999999"},
        {"lines": "x"},
        {"sent": "x"},
    ],
)
def test_what_the_page_did_not_offer_is_refused(client, office, attack):
    before = office.users.count()

    response = client.post("/office/people/make/", shown(client, "นายเอก ดี, กองช่าง") | attack)

    assert response.status_code == 422
    assert office.users.count() == before


def test_more_than_the_form_asks_is_not_taken(client, next_door, office):
    more = {"p0-is_superuser": "on", "p0-organization": next_door.pk}

    client.post("/office/people/make/", shown(client, "นายเอก ดีมาก, กองช่าง") | more)

    made = User.objects.get(first_name="นายเอก")
    assert (made.is_superuser, made.organization) == (False, office)


def test_a_form_that_was_never_offered_makes_nobody(client, office):
    before = office.users.count()

    response = client.post("/office/people/make/", {"lines": "0", "sent": str(uuid.uuid4())})

    assert response.status_code == 422
    assert office.users.count() == before
