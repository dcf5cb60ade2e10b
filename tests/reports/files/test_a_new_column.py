"""A report column is one object: added in one place, it stands in every form of the report."""

import pytest
from django.urls import reverse

from reports.cell import cell_of
from reports.columns import COLUMNS, Column
from reports.files.excel import write_excel
from reports.files.own.blanks import fields_of
from reports.files.word import write_word
from tests.reports.files.conftest import words_of_excel, words_of_html, words_of_word


@pytest.fixture
def code_column(monkeypatch):
    """ "รหัส": the code of a measure, which no report prints."""
    column = Column(
        "code", "รหัส", "รหัส", lambda measure, _: cell_of([f"#{measure.code}#"]), least=15
    )
    monkeypatch.setitem(COLUMNS.by_key, column.key, column)
    return column


def test_it_is_printed_in_every_form(code_column, report_of):
    report = report_of("measure", code_column.key)

    words = words_of_html(report)
    assert "รหัส" in words
    assert words.count("#") == 2 * len(report.rows)
    assert words_of_word(write_word(report)) == words
    assert words_of_excel(write_excel(report)) == words


def test_an_offices_own_document_may_ask_for_it(code_column, report_of):
    report = report_of(code_column.key)

    rows = fields_of(report, 2570)["มาตรการทั้งหมด"]

    assert rows[0].keys() == {"รหัส"}


def test_the_secretary_may_choose_it(code_column, client_of, secretary):
    page = client_of(secretary).get(reverse("reports:wording", args=[2570])).content.decode()

    assert 'name="columns" value="code" id="column-code"' in page
