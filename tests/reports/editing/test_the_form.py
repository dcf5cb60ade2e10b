"""The secretary words and lays out the report; what is saved is what is printed."""

from datetime import date

import pytest

from reports.columns import COLUMNS
from reports.models import Part, ReportWording, WordingChange
from reports.progress_report import build_progress_report
from tests.factories import multiply_measures
from tests.reports.editing.conftest import PAGE, as_sent, by_person

# On PostgreSQL too: choices are kept as JSON, versions by a constraint.
pytestmark = pytest.mark.both_databases

NINE = ["number", "measure", "method", "responsible", "when", "result", "status", "evidence"]
NINE += ["remark"]
PEOPLE = [
    {"duty": "prepared", "name": "นางสาวศิริพร แก้วมณี", "post": "ฝ่ายเลขานุการ"},
    {"duty": "approved", "name": "", "post": "นายก{หน่วยงาน}"},
]


def test_what_is_sent_as_it_was_changes_nothing(send, now):
    before, kept = now().shown, WordingChange.objects.count()

    response = send()

    assert response.status_code == 302
    assert now().shown == before
    assert WordingChange.objects.count() == kept


@pytest.mark.parametrize(
    ("field", "sent", "kept"),
    [
        ("orientation", "landscape", "landscape"),
        ("digits", "arabic", "arabic"),
        ("item_style", "zero", "zero"),
        ("mark_form", "dash", "dash"),
        ("mark_place", "foot", "foot"),
        ("period", "half", "half"),
        ("as_of", "๓๑ มี.ค. ๒๕๗๐", date(2027, 3, 31)),
        ("as_of", "31/3/70", date(2027, 3, 31)),
        ("as_of", "", None),
        ("columns", NINE, NINE),
        ("columns", ["result", "measure"], ["result", "measure"]),
        ("parts", ["items", "memo"], ["memo", "items"]),
        ("parts", [], []),
        ("title", "รายงาน\r\nของเรา", "รายงาน\nของเรา"),
        ("memo_number", "สฎ ๗๑๒๐๑/๕", "สฎ ๗๑๒๐๑/๕"),
        ("eit_url", "https://itas.nacc.go.th/go/eit/๑๒๓", "https://itas.nacc.go.th/go/eit/123"),
    ],
)
def test_each_choice_is_kept(send, now, field, sent, kept):
    response = send(**{field: sent})

    assert response.status_code == 302
    assert getattr(now(), field) == kept


def test_people_who_sign_are_kept_and_an_empty_row_is_nobody(send, now):
    nobody = {"duty": "checked", "name": " ", "post": ""}

    send(**by_person([PEOPLE[0], nobody, PEOPLE[1]]))

    assert now().signatories == PEOPLE


def test_a_usual_text_left_alone_stays_usual(send, now, this_year):
    send(period="half")

    assert now().title == now().opening == now().memo_body == ""
    assert "รอบ ๖ เดือน" in build_progress_report(this_year).title[1]


def test_a_text_taken_away_is_the_usual_one_again(send, now):
    send(title="ชื่อของเรา")
    send(title="")

    assert now().title == ""


@pytest.mark.parametrize(
    ("field", "sent", "said"),
    [
        ("columns", [], "โปรดเลือกอย่างน้อยหนึ่งคอลัมน์"),
        ("columns", ["measure", "secret"], "ไม่รู้จัก “secret”"),
        ("parts", ["everything"], "ไม่รู้จัก “everything”"),
        ("as_of", "วันสิ้นปี", "ไม่เข้าใจวันที่ “วันสิ้นปี”"),
        ("as_of", "30 กันยายน 2569", "ปีงบประมาณนี้เริ่มวันที่ 1 ตุลาคม 2569"),
        ("eit_url", "javascript:alert(1)", "โปรดกรอกลิงก์ให้ครบ"),
        ("signatories-name", ["ก" * 301, ""], "ชื่อและตำแหน่งยาวไม่เกิน"),
        ("signatories-name", ["ก\0", ""], "ผู้ลงนามมีได้ไม่เกิน"),
        ("signatories-duty", ["king", "king"], "ผู้ลงนามมีได้ไม่เกิน"),
        ("photos", ["999999"], "มีภาพที่ไม่อยู่ในหลักฐานของปีงบประมาณนี้"),
        ("title", "ก" * 20_001, "20000"),
        ("orientation", "round", "round"),
    ],
)
def test_what_is_wrong_is_named_and_nothing_is_written(send, now, field, sent, said):
    before = now().shown

    response = send(**{field: sent, "closing": "พิมพ์ไว้แล้ว"})

    page = response.content.decode()
    assert response.status_code == 422
    assert said in page
    assert "พิมพ์ไว้แล้ว" in page
    assert now().shown == before


def test_each_change_is_kept_with_who_and_what(send, secretary, now):
    send(orientation="landscape", columns=["measure", "result"])

    kept = {change.what: change for change in now().changes.all()[:2]}
    assert kept["orientation"].by == secretary
    assert (kept["orientation"].old, kept["orientation"].new) == ("แนวตั้ง", "แนวนอน")
    assert kept["columns"].new == "มาตรการ, ผลการดำเนินการ"


def test_the_page_tells_what_was_changed(send, client_of, secretary):
    send(orientation="landscape")

    page = client_of(secretary).get(PAGE).content.decode()

    assert "การแก้ไขรูปแบบและถ้อยคำ" in page
    assert "<del>แนวตั้ง</del>" in page


def test_the_first_wording_of_a_year_is_made_when_it_is_saved(send, now, this_year):
    this_year.wording.delete()

    response = send(orientation="landscape")

    assert response.status_code == 302
    assert ReportWording.objects.get(ita_round=this_year).orientation == "landscape"


def test_nobody_words_the_report_of_a_closed_year(client_of, secretary, source_year):
    client = client_of(secretary)

    assert client.get("/reports/2566/progress/wording/").status_code == 403
    assert client.post("/reports/2566/progress/wording/", {}).status_code == 403


def test_the_marks_are_explained_where_they_are_typed(client_of, secretary):
    page = client_of(secretary).get(PAGE).content.decode()

    assert "<dt>{หน่วยงาน}</dt><dd>ชื่อหน่วยงานเต็ม</dd>" in page


@pytest.mark.parametrize("columns", [["measure"], NINE, COLUMNS.keys], ids=len)
def test_a_longer_report_costs_the_page_no_more_queries(
    client_of, secretary, this_year, queries_for, columns
):
    this_year.wording.columns, this_year.wording.parts = columns, Part.values
    this_year.wording.save()
    client = client_of(secretary)
    few = queries_for(client, PAGE)
    multiply_measures(this_year, 10)

    assert queries_for(client, PAGE) == few


# Two at once


def test_who_comes_second_sees_both_and_loses_nothing(send, admin, secretary, now, client_of):
    opened = as_sent(now())
    send(by=admin, title="ของผู้ดูแล", digits="arabic")

    response = client_of(secretary).post(PAGE, opened | {"title": "ของเลขานุการ", "parts": []})

    page = response.content.decode()
    assert response.status_code == 409
    assert "ของผู้ดูแล" in page
    assert "ของเลขานุการ" in page
    assert "ใช้ฉบับที่บันทึกไว้แล้ว: ตัวเลข" in page
    assert now().title == "ของผู้ดูแล"


def test_saving_once_more_keeps_what_only_the_other_changed(send, admin, secretary, now, client_of):
    opened = as_sent(now())
    send(by=admin, title="ของผู้ดูแล", digits="arabic")
    client = client_of(secretary)
    second = client.post(PAGE, opened | {"title": "ของเลขานุการ"})
    form = second.context["form"]
    seen = {name: form[name].value() or "" for name in form.fields if name != "photos"}
    seen |= by_person(seen.pop("signatories"))

    assert client.post(PAGE, seen).status_code == 302
    assert now().title == "ของเลขานุการ"
    assert now().digits == "arabic"


# Without scripts


def test_a_preview_shows_the_report_and_saves_nothing(send, now):
    response = send(preview="1", columns=["result"], title="ลองดู")

    page = response.content.decode()
    sheet = page.partition("<article")[2].partition("</article>")[0]
    assert response.status_code == 200
    assert "<span>ลองดู</span>" in sheet
    assert sheet.count('<th scope="col">') == 1
    assert now().title == ""


def test_a_column_moves_up_and_nothing_is_saved(send, now):
    response = send(move="columns:result:up", columns=["measure", "method", "result"])

    order = [choice.key for choice in response.context["form"].listed_columns]
    assert order[:3] == ["measure", "result", "method"]
    assert now().columns == ["measure", "method", "responsible", "when", "result"]


@pytest.mark.parametrize(
    "move", ["columns:nowhere:up", "csrfmiddlewaretoken", "columns:result:far"]
)
def test_a_forged_move_moves_nothing(send, move):
    response = send(move=move, columns=["measure", "result"])

    assert [one.key for one in response.context["form"].listed_columns][:2] == ["measure", "result"]


# As one types


def test_the_sheets_alone_come_back_while_they_type(send, now):
    response = send(headers={"HX-Request": "true"}, preview="1", title="กำลังพิมพ์")

    page = response.content.decode()
    assert page.lstrip().startswith('<section class="desk" id="desk"')
    assert "<span>กำลังพิมพ์</span>" in page
    assert now().title == ""


def test_a_field_in_error_leaves_the_others_to_be_seen(send):
    response = send(headers={"HX-Request": "true"}, preview="1", as_of="?", title="ยังเห็นอยู่")

    page = response.content.decode()
    assert response.status_code == 200
    assert "ยังบันทึกไม่ได้ มี 1 ช่อง" in page
    assert "<span>ยังเห็นอยู่</span>" in page


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"columns": NINE}, "มี 9 คอลัมน์ แนะนำกระดาษแนวนอน"),
        ({"columns": COLUMNS.keys}, "คำจะถูกตัดกลางคำ"),
        ({"columns": ["evidence"]}, "เลือกภาคผนวกข้อ O"),
        ({"period": "half"}, "ยังไม่ถึงวันที่ของข้อมูล"),
        ({"as_of": "20 พฤศจิกายน 2569"}, "ส่วนผู้รับผิดชอบและถ้อยคำเป็นปัจจุบัน"),
        ({"parts": ["photos"]}, "ยังไม่ได้เลือกภาพ"),
        ({"title": "ของ {อำเภอ} {ปี}"}, "ชื่อรายงาน: {อำเภอ} ไม่ใช่คำแทนที่ระบบรู้จัก"),
    ],
)
def test_they_are_told_what_to_mind_before_saving(send, changes, said):
    assert said in send(preview="1", **changes).content.decode()


def test_a_sound_report_needs_no_telling(send):
    assert send(preview="1").context["preview"].notes == []
