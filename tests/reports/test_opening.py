"""An admin opens the new year from the last."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from organizations.models import Status
from reports.opening import open_from

pytestmark = pytest.mark.django_db


@pytest.fixture
def opened(source_year, admin):
    def year(be_year=2568, edition=2568):
        return open_from(source_year, be_year=be_year, edition=edition, by=admin)

    return year


def test_measures_come_along_two_years_later(opened, source_year):
    new = opened()

    old = source_year.measures.get(number=1)
    measure = new.measures.get(number=1)
    assert (measure.title, measure.aims, measure.method) == (old.title, old.aims, old.method)
    assert measure.timeframe.replace("\u00a0", " ") == "ก.พ. – เม.ย. 2568"


def test_nothing_is_done_yet(opened):
    new = opened()

    rows = [*new.items.all(), *new.measures.all()]
    assert {row.status for row in rows} == {Status.NOT_STARTED}
    assert not any(row.updates.exists() for row in rows)


def test_units_answer_for_what_their_items_became(opened):
    new = opened()

    names = {link.unit.name for link in new.items.get(number=27).assignments.all()}
    assert names == {"คณะกรรมการขับเคลื่อนคุณธรรมและความโปร่งใส"}


def test_a_unit_that_led_one_of_two_items_leads_what_they_became(opened, source_year, admin):
    new = opened()

    merged = new.items.get(number=16)
    assert {link.unit.name: link.is_lead for link in merged.assignments.all()} == {
        "งานการเจ้าหน้าที่": True
    }


def test_a_measure_serves_what_its_items_became(opened):
    new = opened()

    assert 27 in new.measures.get(number=11).items.values_list("number", flat=True)


def test_the_printed_name_of_a_unit_comes_along(opened, source_year):
    same = opened(2569, 2566)

    (link,) = same.items.get(number=14).assignments.all()
    assert link.label == "พนักงานที่จัดทำคู่มือปฏิบัติงาน"


def test_the_wording_comes_along_without_last_years_survey(opened, source_year):
    new = opened()

    assert new.wording.item_style == source_year.wording.item_style
    assert new.wording.eit_url == ""


def test_what_does_not_apply_stays_so_with_its_reason(opened, source_year):
    old = source_year.items.get(number=27)
    old.is_applicable, old.not_applicable_reason = False, "ไม่มีภารกิจนี้"
    old.save()

    item = opened().items.get(number=17)

    assert (item.is_applicable, item.not_applicable_reason) == (False, "ไม่มีภารกิจนี้")


def test_a_year_is_opened_once(opened):
    opened()

    with pytest.raises(ValidationError, match="มีปีงบประมาณ 2568 อยู่แล้ว"):
        opened()


def test_an_older_edition_is_refused(opened):
    with pytest.raises(ValidationError, match="เก่ากว่า"):
        opened(2568, 2565)


def test_only_the_admin_opens_a_year(source_year, secretary):
    with pytest.raises(PermissionDenied):
        open_from(source_year, be_year=2568, edition=2568, by=secretary)
