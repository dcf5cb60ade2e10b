"""The Excel file: one sheet for the report, ready to print, where text stays text."""

import io
import re
import zipfile

import pytest
import python_calamine
from hypothesis import given
from hypothesis import strategies as st

from measures.models import Measure
from reports.columns import USUAL
from reports.files.excel import write_excel
from reports.files.excel.cutting import rows_of
from reports.models import Part
from reports.paper import PAPERS


def names_of(content):
    return python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content)).sheet_names


def xml_of(content, number=1):
    return zipfile.ZipFile(io.BytesIO(content)).read(f"xl/worksheets/sheet{number}.xml").decode()


def test_the_report_is_one_sheet(report_of):
    assert names_of(write_excel(report_of(*USUAL))) == ["รายงาน"]


def test_what_goes_with_it_has_sheets_of_its_own(report_of):
    names = names_of(write_excel(report_of(*USUAL, parts=[*Part])))

    assert names == ["บันทึกข้อความ", "รายงาน", "ภาคผนวก ข้อ O"]


@pytest.mark.parametrize("orientation", ["portrait", "landscape"])
def test_it_is_set_up_to_be_printed(report_of, orientation):
    content = write_excel(report_of(*USUAL, orientation=orientation))

    sheet = xml_of(content)
    assert 'paperSize="9"' in sheet
    assert f'orientation="{orientation}"' in sheet
    assert 'fitToHeight="0"' in sheet
    book = zipfile.ZipFile(io.BytesIO(content)).read("xl/workbook.xml").decode()
    assert re.search(r"Print_Titles.*\$\d+:\$\d+", book)


@pytest.mark.parametrize("orientation", ["portrait", "landscape"])
def test_its_margins_are_those_of_the_paper(report_of, orientation):
    sheet = xml_of(write_excel(report_of(*USUAL, orientation=orientation)))

    inches = {side: float(size) for side, size in re.findall(r' (\w+)="([\d.]+)"', margins(sheet))}
    paper = PAPERS[orientation]
    millimetres = {side: round(size * 25.4) for side, size in inches.items()}
    assert [millimetres[side] for side in ("top", "right", "bottom", "left")] == [
        paper.top,
        paper.right,
        paper.bottom,
        paper.left,
    ]


def margins(sheet):
    return re.search("<pageMargins[^>]*>", sheet)[0]


def test_there_is_no_formula_in_it(report_of):
    content = write_excel(report_of(*USUAL, title="=1+1", opening="+1\n-1\n@SUM(A1)"))

    assert "<f>" not in xml_of(content)


def test_no_row_is_higher_than_excel_can_show(report_of, this_year, other_staff, office):
    long = "\n".join(["ดำเนินการแล้วเสร็จ"] * 200)
    measure = Measure.objects.of(this_year).get(number=3)
    finance = office.units.get(name="กองคลัง")
    measure.record_progress(by=other_staff, unit=finance, status="doing", note=long, version=2)

    heights = re.findall(r'ht="([\d.]+)"', xml_of(write_excel(report_of(*USUAL))))

    assert heights
    assert max(map(float, heights)) <= 409


@given(st.text(alphabet="กขเแำิี่ ab\n", max_size=400), st.integers(5, 60), st.integers(1, 18))
def test_a_text_that_was_cut_is_whole_again(text, width, most):
    pieces = rows_of(text, width, most)

    assert "".join("".join(pieces).split()) == "".join(text.split())
