"""The form opened inside a list: the same view, asked by htmx, answers the form alone."""

import pytest

from tests.tracking.recording.conftest import report, versions

HTMX = {"HX-Request": "true"}


def test_the_list_gets_the_form_alone(client_of, staff, form, row):
    html = client_of(staff).get(form, headers=HTMX).content.decode()

    assert html.lstrip().startswith("<section")
    assert row.history()[0].note in html
    assert "<main" not in html


def test_what_is_asked_stands_beside_the_form(client_of, staff):
    html = client_of(staff).get("/disclosures/2570/17/progress/", headers=HTMX).content.decode()

    assert "สิ่งที่ต้องเปิดเผยในข้อ O17" in html
    assert "ผลสำรวจความพึงพอใจของผู้รับบริการ" in html


def test_why_it_was_sent_back_stands_before_the_form(client_of, staff):
    html = client_of(staff).get("/disclosures/2570/18/progress/", headers=HTMX).content.decode()

    assert html.index("เหตุผลที่ส่งกลับให้งานธุรการแก้ไข") < html.index("<form")


def test_a_report_is_written_and_the_list_told_to_look_again(client_of, staff, form, row):
    response = client_of(staff).post(form, report(), headers=HTMX)

    assert (response.status_code, response.headers["HX-Trigger"]) == (204, "progress-recorded")
    assert versions(row) == [2, 1]


def test_what_was_recorded_is_said_on_the_next_page(client_of, staff, form, row):
    client = client_of(staff)
    client.post(form, report(), headers=HTMX)

    html = client.get("/reports/2570/my-work/", headers=HTMX).content.decode()

    assert f"บันทึกความก้าวหน้า {row.code} ในนาม" in html


def test_a_mistake_is_said_in_the_form_and_nothing_is_lost(client_of, staff, form, row):
    typed = report(note="ข้อความที่พิมพ์ไว้", url="ไม่ใช่ลิงก์")

    response = client_of(staff).post(form, typed, headers=HTMX)

    html = response.content.decode()
    assert response.status_code == 422
    assert html.lstrip().startswith("<section")
    assert html.index("ยังบันทึกไม่ได้") < html.index("ข้อความที่พิมพ์ไว้</textarea>")
    assert versions(row) == [1]


def test_who_was_overtaken_sees_both_texts_in_the_list(client_of, staff, secretary, form, row):
    client_of(secretary).post(form, report(note="ข้อความของฝ่ายเลขานุการ"))

    response = client_of(staff).post(form, report(note="ข้อความของเจ้าหน้าที่"), headers=HTMX)

    html = response.content.decode()
    assert response.status_code == 409
    assert html.lstrip().startswith("<section")
    assert "<p>ข้อความของฝ่ายเลขานุการ</p>" in html
    assert "ข้อความของเจ้าหน้าที่</textarea>" in html
    assert versions(row) == [2, 1]


def test_another_unit_may_not_from_a_list_either(client_of, other_staff, form, row):
    client = client_of(other_staff)

    assert client.get(form, headers=HTMX).status_code == 403
    assert client.post(form, report(), headers=HTMX).status_code == 403
    assert versions(row) == [1]


def test_who_has_several_units_changes_between_them_in_the_list(client_of, staff, office):
    unit = office.units.get(name="สำนักปลัด")

    html = client_of(staff).get("/disclosures/2570/18/progress/", headers=HTMX).content.decode()

    assert f'hx-get="/disclosures/2570/18/progress/?unit={unit.pk}"' in html


def test_a_session_that_ended_leads_the_whole_page_to_sign_in(client, form, row):
    asking = HTMX | {"HX-Current-URL": "http://testserver/reports/2570/my-work/?show=late"}

    response = client.post(form, report(), headers=asking)

    assert response.status_code == 204
    assert response.headers["HX-Redirect"] == (
        "/accounts/login/?next=%2Freports%2F2570%2Fmy-work%2F%3Fshow%3Dlate"
    )
    assert versions(row) == [1]


def test_the_draft_is_named_for_the_row_and_the_unit(client_of, staff, form, row):
    name = f"record/{row.key}/{row.history()[0].unit_id}"

    html = client_of(staff).get(form, headers=HTMX).content.decode()

    assert f'data-draft="{name}"' in html


@pytest.mark.parametrize("headers", [{}, HTMX], ids=["page", "list"])
def test_the_draft_is_forgotten_when_the_server_has_the_report(
    client_of, staff, form, row, headers
):
    client = client_of(staff)
    name = f"record/{row.key}/{row.history()[0].unit_id}"
    client.post(form, report(), headers=headers)

    html = client.get("/reports/2570/my-work/").content.decode()

    assert f'data-saved="{name}"' in html


def test_the_draft_is_kept_while_the_server_does_not_have_it(client_of, staff, form, row):
    client = client_of(staff)
    client.post(form, report(status=""), headers=HTMX)

    assert "data-saved" not in client.get("/reports/2570/my-work/").content.decode()


def test_they_go_back_to_the_list_they_came_from(client_of, staff, form):
    back = "/reports/2570/my-work/?show=late"

    response = client_of(staff).post(
        f"{form}?back=%2Freports%2F2570%2Fmy-work%2F%3Fshow%3Dlate", report()
    )

    assert response.url == back


@pytest.mark.parametrize(
    "back",
    [
        "https://evil.example/",
        "//evil.example/",
        "/\\evil.example",
        "javascript:alert(1)",
        "my-work",
        "\x00",
        "",
    ],
)
def test_nobody_is_led_away_from_the_site(client_of, staff, form, page, back):
    response = client_of(staff).post(form, report(), query_params={"back": back})

    assert response.url == page


def test_the_plain_form_keeps_the_way_back_through_a_mistake(client_of, staff, form):
    html = (
        client_of(staff)
        .post(f"{form}?back=%2Freports%2F2570%2Fmy-work%2F", report(status=""))
        .content.decode()
    )

    assert "back=%2Freports%2F2570%2Fmy-work%2F" in html
