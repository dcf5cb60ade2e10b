"""Obstacles, suggestions and remarks: what the secretary adds to a measure's result."""

import pytest
from django.core.exceptions import PermissionDenied

from measures.models import Measure
from reports.models import MeasureRemark
from reports.progress_report import build_progress_report
from tests.factories import multiply_measures

# On PostgreSQL too: versions, and texts longer than a column.
pytestmark = pytest.mark.both_databases

LIST, FORM = "/reports/2570/progress/remarks/", "/reports/2570/progress/remarks/1/"
TEXTS = {"obstacles": "ไม่มี", "suggestions": "ทำต่อ\nทุกปี", "remark": ""}


def test_what_they_write_stands_in_its_columns(client_of, secretary, this_year):
    response = client_of(secretary).post(FORM, TEXTS | {"version": 0})

    this_year.wording.columns = ["obstacles", "suggestions", "remark"]
    this_year.wording.save()
    assert response.status_code == 302
    assert build_progress_report(this_year).rows[0].texts == TEXTS


def test_the_list_shows_what_is_written_of_each_measure(client_of, secretary):
    page = client_of(secretary).get(LIST).content.decode()

    assert "ต้องรอผู้ดูแลเว็บไซต์" in page
    assert page.count("/progress/remarks/") >= 11


def test_nothing_new_writes_nothing(client_of, secretary):
    client = client_of(secretary)
    client.post(FORM, TEXTS | {"version": 0})

    client.post(FORM, TEXTS | {"version": 1})

    assert MeasureRemark.objects.filter(measure__number=1).count() == 1


def test_who_comes_second_sees_both(client_of, secretary, admin):
    client_of(admin).post(FORM, TEXTS | {"obstacles": "ของผู้ดูแล", "version": 0})

    response = client_of(secretary).post(FORM, TEXTS | {"obstacles": "ของเลขานุการ", "version": 0})

    page = response.content.decode()
    assert response.status_code == 409
    assert "ของผู้ดูแล" in page
    assert "ของเลขานุการ" in page
    assert response.context["form"]["version"].value() == "1"


def test_too_long_a_text_is_refused_and_kept_in_the_form(client_of, secretary):
    response = client_of(secretary).post(FORM, {"obstacles": "ก" * 10_001, "version": 0})

    assert response.status_code == 422
    assert "ก" * 10_001 in response.content.decode()


@pytest.mark.parametrize("who", ["staff", "executive", "stranger"])
def test_others_may_not_write_it(who, request, this_year):
    measure = Measure.objects.select_related("ita_round").get(ita_round=this_year, number=1)

    with pytest.raises(PermissionDenied):
        MeasureRemark.objects.write(measure, TEXTS, by=request.getfixturevalue(who), version=0)


def test_a_longer_list_costs_no_more_queries(client_of, secretary, this_year, queries_for):
    client = client_of(secretary)
    few = queries_for(client, LIST)
    multiply_measures(this_year, 4)

    assert queries_for(client, LIST) == few
