"""Documents that are none, or would do harm: a Thai sentence each, and no other end."""

import io
import random
import zipfile
from contextlib import suppress

import pytest
import xlsxwriter

from measures.importing.drafts import read_measures
from measures.importing.tables import Unreadable, read_pasted, read_tables
from tests.measures.importing.conftest import FORMS, SAMPLES


@pytest.mark.parametrize("seed", range(300))
def test_a_mutated_document_is_read_or_refused_and_nothing_else(seed, source_office):
    chance = random.Random(seed)
    form = chance.choice(FORMS)
    content = bytearray((SAMPLES / f"report-2566.{form}").read_bytes())
    for _ in range(chance.choice([1, 3, 30])):
        at = chance.randrange(len(content))
        content[at : at + chance.choice([1, 1, 40])] = chance.randbytes(chance.choice([1, 8]))
    if seed % 3 == 0:
        del content[chance.randrange(len(content)) :]

    with suppress(Unreadable):
        if form == "html":
            tables = read_pasted(bytes(content).decode(errors="replace"))
        else:
            tables = read_tables(f"report.{form}", bytes(content))
        read_measures(tables, source_office)


def packed(**members: bytes) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return held.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("ภาพ.docx", b"\x89PNG\r\n\x1a\n" + b"0" * 50, "ไม่ใช่เอกสาร Word"),
        ("รายงาน.pdf", b"%PDF-1.7", "ไม่ใช่เอกสาร Word"),
        ("ลับ.docx", b"\xd0\xcf\x11\xe0" + b"0" * 600, "รหัสผ่าน"),
        ("ระเบิด.docx", packed(**{"word/document.xml": b"0" * 100_000_001}), "ใหญ่เกิน"),
        ("มาโคร.xlsx", packed(**{"xl/vbaProject.bin": b"0"}), "มาโคร"),
        ("ว่าง.xlsx", packed(), "เสียหาย|ไม่ใช่เอกสาร"),
        ("ครึ่ง.docx", (SAMPLES / "report-2566.docx").read_bytes()[:9000], "เสียหาย"),
    ],
)
def test_what_is_no_document_is_refused_with_the_reason(name, content, said):
    with pytest.raises(Unreadable, match=said):
        read_tables(name, content)


def test_a_wide_span_does_not_fill_the_memory():
    tables = read_pasted("<table><tr><td colspan=999999999 rowspan=999999999>ก</td></tr></table>")

    assert len(tables[0][0]) == 200


def test_words_own_styles_and_comments_are_no_text():
    (table,) = read_pasted(
        "<style>p{mso:1}</style><!--[if gte mso 9]><xml>x</xml><![endif]-->"
        "<table><tr><td><p>ก<o:p></o:p></p>\n<p>ข&nbsp;ค</p></td></tr></table>"
    )

    assert table == [("ก\nข ค",)]


def test_two_cells_far_apart_do_not_fill_the_memory():
    """A reader lays out every cell between them; the process would end."""
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file)
    sheet = book.add_worksheet()
    sheet.write_string(0, 0, "มาตรการ")
    sheet.write_string(1_048_575, 16_383, "ไกล")
    book.close()

    with pytest.raises(Unreadable, match="กว้างหรือยาวผิดปกติ"):
        read_tables("report.xlsx", file.getvalue())
