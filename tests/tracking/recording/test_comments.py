"""People talk about a row; a unit named with an @ is told."""

from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied

from organizations.models import Notice
from tests.conftest import MORNING

# On PostgreSQL too: the order of what was said.
pytestmark = pytest.mark.both_databases


@pytest.fixture
def comments(page) -> str:
    return f"{page}comments/"


def said(row) -> list[str]:
    return [comment.text for comment in row.comments.all()]


@pytest.mark.parametrize("person", ["staff", "other_staff", "secretary", "admin", "executive"])
def test_everybody_of_the_office_may_speak(person, request, client_of, comments, page, row):
    user = request.getfixturevalue(person)
    client = client_of(user)

    response = client.post(comments, {"text": "  รับทราบ\r\nจะดำเนินการ  "})

    assert response.url == page
    assert said(row)[-1] == "รับทราบ\nจะดำเนินการ"
    assert "รับทราบ<br>จะดำเนินการ" in client.get(page).content.decode()


def test_a_comment_stands_under_the_name_and_the_unit_of_its_writer(
    client_of, other_staff, comments, page
):
    client = client_of(other_staff)

    client.post(comments, {"text": "ส่งข้อมูลแล้ว"})

    html = client.get(page).content.decode()
    assert "<strong>นางอรุณี พูนผล</strong>" in html
    assert "กองคลัง" in html.partition("<strong>นางอรุณี พูนผล</strong>")[2][:120]


def test_the_oldest_comment_comes_first(client_of, staff, comments, page):
    client = client_of(staff)
    client.post(comments, {"text": "เรื่องแรก"})
    client.post(comments, {"text": "เรื่องที่สอง"})

    html = client.get(page).content.decode()

    assert html.index("เรื่องแรก") < html.index("เรื่องที่สอง")


def test_a_unit_named_with_an_at_is_told_and_marked(
    client_of, secretary, other_staff, comments, page
):
    client = client_of(secretary)

    html = client.post(comments, {"text": "@กองคลังขอเอกสาร"}, follow=True).content.decode()

    assert "ส่งความเห็นและแจ้งกองคลังแล้ว" in html
    assert '<span class="mention">@กองคลัง</span>ขอเอกสาร' in html
    notice = Notice.objects.filter(user=other_staff, path=page).latest("pk")
    assert notice.text == "@กองคลังขอเอกสาร"


def test_a_name_that_no_unit_has_is_pointed_out_and_the_comment_kept(
    client_of, secretary, comments, row
):
    response = client_of(secretary).post(comments, {"text": "@กองช้าง โปรดดู"}, follow=True)

    assert "ไม่มีส่วนราชการที่ชื่อตรงกับ “@กองช้าง”" in response.content.decode()
    assert said(row)[-1] == "@กองช้าง โปรดดู"


def test_an_e_mail_address_mentions_nobody(client_of, secretary, comments):
    typed = {"text": "ส่งที่ saraban@thamsing.example"}

    html = client_of(secretary).post(comments, typed, follow=True).content.decode()

    assert "ไม่มีส่วนราชการที่ชื่อตรงกับ" not in html


def test_sections_of_one_name_are_all_told(secretary, office, row):
    treasury = office.units.get(name="กองคลัง")
    office.units.create(name="งานธุรการ", parent=treasury)

    comment = row.comment(by=secretary, text="@งานธุรการ โปรดดู")

    assert comment.mentions.count() == 2


def test_markup_in_a_comment_is_only_text(client_of, staff, comments, page):
    client = client_of(staff)

    client.post(comments, {"text": "<b>@กองคลัง</b>"})

    html = client.get(page).content.decode()
    assert '&lt;b&gt;<span class="mention">@กองคลัง</span>&lt;/b&gt;' in html


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "โปรดเขียนความเห็นก่อนส่ง"),
        (" \r\n ", "โปรดเขียนความเห็นก่อนส่ง"),
        ("ก" * 5_001, "5001"),
        ("ก\x00ข", "โปรดแก้ไข 1 แห่ง"),
    ],
    ids=["empty", "blank", "too long", "null"],
)
def test_what_cannot_be_sent_is_said_and_stays_in_the_form(
    text, reason, client_of, staff, comments, row
):
    before = said(row)

    response = client_of(staff).post(comments, {"text": text})

    html = response.content.decode()
    assert response.status_code == 422
    assert "ยังส่งความเห็นไม่ได้" in html
    assert reason in html
    assert text.strip() in html
    assert said(row) == before


def test_five_thousand_characters_are_kept(client_of, staff, comments, row):
    client_of(staff).post(comments, {"text": "ก" * 4_998 + "\r\nข"})

    assert len(said(row)[-1]) == 5_000


def test_a_button_pressed_twice_sends_one_comment(client_of, staff, other_staff, comments, row):
    client, text = client_of(staff), {"text": "@กองคลัง ขอเอกสาร"}
    before = Notice.objects.filter(user=other_staff).count()

    answers = [client.post(comments, text).status_code for _ in range(2)]

    assert answers == [302, 302]
    assert said(row).count("@กองคลัง ขอเอกสาร") == 1
    assert Notice.objects.filter(user=other_staff).count() == before + 1


def test_the_same_words_later_or_from_another_are_another_comment(
    client_of, staff, secretary, comments, row
):
    client_of(staff).post(comments, {"text": "รับทราบ"})
    client_of(secretary).post(comments, {"text": "รับทราบ"})
    with time_machine.travel(MORNING + timedelta(minutes=2), tick=False):
        client_of(staff).post(comments, {"text": "รับทราบ"})

    assert said(row).count("รับทราบ") == 3


def test_in_a_closed_year_comments_are_read_and_none_are_written(
    client_of, admin, comments, page, row, this_year
):
    row.comment(by=admin, text="ปิดท้าย")
    this_year.is_open = False
    this_year.save()
    client = client_of(admin)

    html = client.get(page).content.decode()

    assert "ปิดท้าย" in html
    assert "ส่งความเห็น" not in html
    assert client.post(comments, {"text": "สายไป"}).status_code == 403
    assert "สายไป" not in said(row)


def test_a_neighbour_can_neither_speak_nor_listen(client_of, stranger, comments, row):
    before = said(row)

    assert client_of(stranger).post(comments, {"text": "สวัสดี"}).status_code == 404
    assert said(row) == before


def test_the_row_itself_refuses_a_neighbour(stranger, row):
    with pytest.raises(PermissionDenied):
        row.comment(by=stranger, text="สวัสดี")


def test_who_comes_back_from_signing_in_finds_the_page(client_of, staff, comments, page):
    assert client_of(staff).get(comments).url == page


def test_what_was_said_can_neither_be_changed_nor_removed(staff, row):
    comment = row.comment(by=staff, text="รับทราบ")

    for attempt in (comment.save, comment.delete, row.comments.all().delete):
        with pytest.raises(TypeError):
            attempt()


def test_more_comments_ask_no_more_queries(client_of, staff, secretary, page, row, queries_for):
    client = client_of(staff)
    row.comment(by=secretary, text="@กองคลัง เรื่องแรก")
    before = queries_for(client, page)

    for number in range(20):
        row.comment(by=staff, text=f"@กองช่าง เรื่องที่ {number}")

    assert queries_for(client, page) == before


def test_the_answer_names_the_draft_that_is_no_longer_needed(client_of, staff, comments, page):
    client = client_of(staff)
    draft = client.get(page).context["talk"].draft

    response = client.post(comments, {"text": "รับทราบ"}, follow=True)

    assert [message.extra_tags for message in response.context["messages"]] == [draft]
