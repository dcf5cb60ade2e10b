"""Reports of the demonstration year in any columns, and what each form of one says."""

import html
import io
import re

import docx
import pymupdf
import pytest
import python_calamine
from docx.oxml.ns import qn

from reports.files.characters import printable
from reports.models import Part, ReportWording
from reports.page import paper_html
from reports.progress_report import build_progress_report

#: Form 29 keeps a place for the emblem; it is no word of the memo.
GARUDA = re.compile('<div class="garuda">.*?</div>', re.S)


@pytest.fixture
def report_of(this_year):
    """A report of these columns and parts, worded as given."""

    def build(*columns, orientation="landscape", parts=(Part.EIT,), **wording):
        worded = ReportWording.objects.of(this_year)
        worded.columns = list(columns)
        worded.parts, worded.orientation = list(parts), orientation
        for field, value in ({"signatories": []} | wording).items():
            setattr(worded, field, value)
        return build_progress_report(this_year, wording=worded)

    return build


def bare(text: str) -> str:
    """The letters alone: where lines end is each form's own affair."""
    return "".join(printable(text).split()).replace("\u00ad", "")


def words_of_html(report) -> str:
    page = GARUDA.sub("", paper_html(report)).partition("<body")[2].partition(">")[2]
    return bare(html.unescape(re.sub("<[^>]*>", " ", page)))


def words_of_word(content: bytes) -> str:
    body = docx.Document(io.BytesIO(content)).element.body
    return bare(" ".join(piece.text or "" for piece in body.iter(qn("w:t"))))


def words_of_excel(content: bytes) -> str:
    """Sheet by sheet, row by row; what went on in the row below stands with its cell."""
    book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
    return bare(
        " ".join(
            cell
            for name in book.sheet_names
            for row in whole_rows(book.get_sheet_by_name(name), has_pictures="ภาคผนวก" in name)
            for cell in row
        )
    )


def whole_rows(sheet, *, has_pictures: bool) -> list[list[str]]:
    """A paragraph stands in merged cells; a row of a table has an empty cell only where others of
    the row above go on, or where it has a picture.
    """
    paragraphs = {start[0] for start, _end in sheet.merged_cell_ranges or ()}
    found = []
    for number, row in enumerate(sheet.to_python(skip_empty_area=False)):
        goes_on = number not in paragraphs and "" in row and len(row) > 1 and not has_pictures
        if goes_on:
            found[-1] = [f"{above}{cell}" for above, cell in zip(found[-1], row, strict=True)]
        else:
            found.append(row)
    return found


def words_of_pdf(pdf: bytes) -> str:
    return bare(" ".join(page.get_text() for page in pymupdf.open(stream=pdf)))
