"""The form for a report starts from what is known."""

import re

from tests.tracking.recording.conftest import report, versions


def test_the_form_starts_from_the_units_last_words(client_of, staff, form, row):
    html = client_of(staff).get(form).content.decode()

    assert row.history()[0].note in html
    assert re.search('value="doing"[^>]*checked', html)
    assert '<input type="hidden" name="version" value="1"' in html


def test_who_reports_for_several_units_may_change_the_name(client_of, secretary, office):
    units = {name: office.units.get(name=name).pk for name in ("สำนักปลัด", "กองคลัง", "กองช่าง")}

    html = (
        client_of(secretary)
        .get("/measures/2570/3/progress/", {"unit": units["กองคลัง"]})
        .content.decode()
    )

    assert "บันทึกในนาม <strong>กองคลัง</strong>" in html
    assert f'href="/measures/2570/3/progress/?unit={units["สำนักปลัด"]}"' in html
    assert f'href="/measures/2570/3/progress/?unit={units["กองช่าง"]}"' in html


def test_the_unit_named_on_the_row_comes_before_one_under_it(client_of, staff):
    html = client_of(staff).get("/disclosures/2570/18/progress/").content.decode()

    assert "บันทึกในนาม <strong>งานธุรการ</strong>" in html
    assert "เหตุผลที่ส่งกลับให้งานธุรการแก้ไข" in html


def test_where_nobody_is_responsible_the_secretary_reports_for_their_own(client_of, secretary):
    html = client_of(secretary).get("/disclosures/2570/29/progress/").content.decode()

    assert "บันทึกในนาม <strong>คณะกรรมการขับเคลื่อนคุณธรรมและความโปร่งใส</strong>" in html


def test_who_changes_accepted_work_is_told_so(client_of, secretary):
    html = client_of(secretary).get("/measures/2570/2/progress/").content.decode()

    assert "ฝ่ายเลขานุการต้องตรวจรับอีกครั้ง" in html


def test_mending_accepted_work_does_not_make_it_unfinished(client_of, secretary):
    html = client_of(secretary).get("/measures/2570/2/progress/").content.decode()

    assert re.search('value="review"[^>]*checked', html)


def test_the_form_asks_no_more_queries_for_a_longer_history(
    client_of, staff, form, row, queries_for
):
    client = client_of(staff)
    before = queries_for(client, form)

    for version in range(1, 5):
        client.post(form, report(version=version, note=f"ครั้งที่ {version}"))

    assert versions(row) == [5, 4, 3, 2, 1]
    assert queries_for(client, form) == before
