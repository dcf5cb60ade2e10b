"""Files in the form of a report: held until it is recorded, never to be sent twice."""

import pytest

from tests.tracking.evidence import makers
from tests.tracking.evidence.conftest import files_in, held, on_disk, report
from tracking.evidence.attachments import Attachments
from tracking.models import Evidence

# On PostgreSQL too: rows held for a form are locked.
pytestmark = pytest.mark.both_databases


@pytest.fixture
def client(client_of, staff):
    return client_of(staff)


def one(name="รายงาน.pdf", text=b"scanned"):
    return makers.named(name, makers.pdf(text))


def ticked(*pieces) -> dict:
    """As a page sends it that lists these files, all ticked."""
    pks = [piece.pk for piece in pieces]
    return {"listed": pks, "kept": pks}


def test_a_file_and_a_link_are_recorded_with_the_words(client, form, row, page):
    typed = report(url="https://thamsing.example/o17", files=one())

    response = client.post(form, typed)

    assert response.url == page
    assert [str(piece) for piece in row.history()[0].evidence.all()] == [
        "รายงาน.pdf",
        "https://thamsing.example/o17",
    ]
    assert held() == []


def test_several_files_go_at_once(client, form, row):
    client.post(form, report(files=[one("1.pdf"), one("2.pdf")]))

    assert files_in(row.history()[0]) == ["1.pdf", "2.pdf"]


def test_one_sent_while_they_type_is_recorded_with_the_rest(attach, client, form, row):
    attach(one(), client)

    client.post(form, report(**ticked(*held())))

    assert files_in(row.history()[0]) == ["รายงาน.pdf"]
    assert held() == []


def test_a_mistake_elsewhere_does_not_cost_the_file(client, form, row):
    html = client.post(form, report(status="", files=one())).content.decode()

    assert "รายงาน.pdf" in html
    assert f'value="{held()[0].pk}" checked' in html


def test_a_bad_file_does_not_cost_the_good_one(client, form, row):
    bad = makers.named("ก.pdf", makers.HTML)

    response = client.post(form, report(files=[bad, one()]))

    assert response.status_code == 422
    assert "ก.pdf: เนื้อไฟล์เป็นหน้าเว็บ" in response.content.decode()
    assert [piece.title for piece in held()] == ["รายงาน.pdf"]
    assert len(row.history()) == 1


def test_another_day_and_another_device_find_it_in_the_form(attach, client_of, staff, form):
    attach(one())

    assert "รายงาน.pdf" in client_of(staff).get(form).content.decode()


def test_a_colleague_does_not_see_what_is_not_yet_recorded(attach, client_of, secretary, form):
    attach(one())

    assert "รายงาน.pdf" not in client_of(secretary).get(form).content.decode()


def test_it_is_for_one_unit_of_one_row(attach, client, form, office):
    attach(one(), client)
    other = office.units.get(name="สำนักปลัด").pk

    assert "รายงาน.pdf" not in client.get("/disclosures/2570/18/progress/").content.decode()
    if "disclosures" in form:
        assert "รายงาน.pdf" not in client.get(form, {"unit": other}).content.decode()


def test_who_takes_the_tick_away_takes_the_file_away(attach, client, form, row):
    attach(one(), client)
    [piece] = held()

    client.post(form, report(listed=piece.pk))

    assert files_in(row.history()[0]) == []
    assert (held(), on_disk()) == ([], [])


def test_what_the_page_had_not_listed_yet_waits_for_the_next(attach, client, form, row):
    attach(one(), client)

    client.post(form, report())

    assert files_in(row.history()[0]) == []
    assert [piece.title for piece in held()] == ["รายงาน.pdf"]


def test_the_next_report_starts_with_the_files_of_the_last(client, form, row):
    client.post(form, report(files=one()))
    [piece] = Evidence.objects.filter(title="รายงาน.pdf")
    assert f'value="{piece.pk}" checked' in client.get(form).content.decode()

    client.post(form, report(version="2", note="เพิ่มเติม", **ticked(piece)))

    assert [files_in(entry) for entry in row.history()[:2]] == [["รายงาน.pdf"]] * 2
    assert len(on_disk()) == 1


def test_a_tick_taken_from_a_file_in_history_leaves_history_alone(client, form, row):
    client.post(form, report(files=one()))
    [piece] = Evidence.objects.filter(title="รายงาน.pdf")

    client.post(form, report(version="2", note="เพิ่มเติม", listed=piece.pk))

    assert [files_in(entry) for entry in row.history()[:2]] == [[], ["รายงาน.pdf"]]
    assert len(on_disk()) == 1


def test_whoever_was_overtaken_keeps_the_file_and_sees_the_others(
    client, client_of, secretary, form, row
):
    client_of(secretary).post(form, report(note="ฝ่ายเลขานุการ", files=one("ของเลขาฯ.pdf")))

    response = client.post(form, report(note="ของฉัน", files=one()))

    html = response.content.decode()
    assert response.status_code == 409
    assert html.count('name="kept"') == 2
    both = Evidence.objects.exclude(file="")
    client.post(form, report(version="2", note="ของฉัน", **ticked(*both)))
    assert files_in(row.history()[0]) == ["ของเลขาฯ.pdf", "รายงาน.pdf"]


def test_a_file_they_kept_is_not_lost_where_the_newer_report_dropped_it(
    client, client_of, secretary, form, row
):
    client.post(form, report(files=one()))
    [piece] = Evidence.objects.exclude(file="")
    client_of(secretary).post(form, report(version="2", note="เลขาฯ", listed=piece.pk))

    html = client.post(form, report(version="2", note="ฉัน", **ticked(piece))).content.decode()

    assert f'value="{piece.pk}" checked' in html


def test_a_button_pressed_twice_records_once_with_its_file(client, form, row, page):
    answers = [client.post(form, report(files=one())) for _ in range(2)]

    assert [answer.url for answer in answers] == [page, page]
    assert len(row.history()) == 2
    assert (len(on_disk()), held()) == (1, [])


def test_two_presses_that_both_arrive_before_either_is_held_leave_one_file(
    client, form, row, monkeypatch
):
    monkeypatch.setattr(Attachments, "_twin", lambda *_: None)

    for _ in range(2):
        client.post(form, report(files=one()))

    assert len(row.history()) == 2
    assert (len(on_disk()), held()) == (1, [])


def test_the_same_words_with_another_file_are_not_the_same_report(client, form, row):
    client.post(form, report(files=one()))

    response = client.post(form, report(files=one("อีกไฟล์.pdf")))

    assert response.status_code == 409


@pytest.mark.parametrize("forged", ["999999", "abc", "9" * 40, "-1", "๑", "\x00"])
def test_a_forged_number_attaches_nothing(forged, client, form, row):
    response = client.post(form, report(kept=forged, listed=forged))

    assert response.status_code == 302
    assert files_in(row.history()[0]) == []


def test_nobody_attaches_what_another_holds(attach, client_of, secretary, form, row):
    attach(one())

    client_of(secretary).post(form, report(**ticked(*held())))

    assert files_in(row.history()[0]) == []
    assert [piece.title for piece in held()] == ["รายงาน.pdf"]


def test_nobody_attaches_a_file_of_another_row(client, form, row):
    client.post("/disclosures/2570/18/progress/", report(version="2", files=one()))
    piece = Evidence.objects.exclude(file="").get()

    client.post(form, report(**ticked(piece)))

    assert files_in(row.history()[0]) == []


def test_the_panel_of_the_row_shows_what_stands(client, form, page):
    client.post(form, report(url="https://thamsing.example/o17", files=one()))

    html = client.get(page).content.decode()

    panel = html[html.index('id="h-evidence"') :]
    assert "2 รายการ" in panel
    assert "รายงาน.pdf" in panel
    assert "https://thamsing.example/o17" in panel


def test_a_page_asks_no_more_queries_for_more_files(client, form, page, row, queries_for):
    client.post(form, report(files=one()))
    before = [queries_for(client, address) for address in (form, page)]

    more = [one(f"{number}.pdf", b"%d" % number) for number in range(15)]
    client.post(form, report(version="2", files=more))

    assert len(files_in(row.history()[0])) == 15
    assert [queries_for(client, address) for address in (form, page)] == before
