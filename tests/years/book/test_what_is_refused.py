"""A wrong or mutated workbook: one Thai sentence, where and what to do, and nothing done."""

import io
import random
import re
import zipfile

import pytest
import xlsxwriter
from django.core.exceptions import PermissionDenied

from disclosures.models import DisclosureItem
from measures.models import Measure
from organizations.models import Organization, User
from tests.years.book.conftest import bring, export
from tracking.uploads.refusal import Refused
from years.book.bringing_in import import_year
from years.book.collecting import YearBook, build_year_book
from years.book.reading import read_year_book
from years.book.sheets import SHEETS, _evidence_fault
from years.book.writing import write_year_book
from years.models import YearImport

# On PostgreSQL too: what only a constraint refuses, and texts no column can hold.
pytestmark = [pytest.mark.django_db, pytest.mark.both_databases, pytest.mark.slow]
THAI_SENTENCE = re.compile("[ก-๙].*(โปรด|นำเข้า|รับไม่ได้)")


@pytest.fixture
def target(empty_year):
    return empty_year(2570)


@pytest.fixture
def whole(this_year) -> YearBook:
    return build_year_book(this_year)


@pytest.fixture
def untouched(target):
    """What may not have changed after a refusal."""

    def state():
        return (
            Measure.objects.of(target).count(),
            DisclosureItem.objects.of(target).count(),
            Organization.objects.get(slug="new").units.count(),
            User.objects.count(),
            YearImport.objects.count(),
        )

    before = state()
    return lambda: state() == before


def changed(book: YearBook, sheet: str, row: int, column: str, text: str) -> YearBook:
    """The book with one cell typed over."""
    place = next(one for one in SHEETS if one.name == sheet).headings.index(column)
    rows = list(book.rows[sheet])
    number, cells = rows[row]
    rows[row] = (number, (*cells[:place], text, *cells[place + 1 :]))
    return YearBook(book.rows | {sheet: rows})


def refusal(target, content: bytes, by) -> str:
    with pytest.raises(Refused) as refused:
        bring(target, content, by)
    return str(refused.value)


@pytest.mark.parametrize(
    ("sheet", "row", "column", "text", "said"),
    [
        ("ปีงบประมาณ", 0, "ปีงบประมาณ (พ.ศ.)", "2566", "เป็นข้อมูลของปีงบประมาณ 2566"),
        ("ปีงบประมาณ", 0, "ปีงบประมาณ (พ.ศ.)", "ปีนี้", "ไม่ใช่จำนวนเต็ม"),
        ("ปีงบประมาณ", 0, "ฉบับของข้อ O (พ.ศ.)", "2400", "ไม่รู้จักรายการข้อ O"),
        ("ปีงบประมาณ", 0, "กำหนดตอบ OIT", "พรุ่งนี้", "ไม่เข้าใจวันที่"),
        ("ส่วนราชการ", 1, "สังกัด", "", "ต้องมีส่วนราชการที่ไม่มีสังกัดเพียงหนึ่ง"),
        ("ส่วนราชการ", 1, "สังกัด", "99", "สังกัดไม่มีในไฟล์"),
        ("ส่วนราชการ", 1, "สังกัด", "2", "วนกลับมาที่เดิม"),
        ("ส่วนราชการ", 1, "แถวที่", "1", "ซ้ำกับแถวที่ 2"),
        ("ส่วนราชการ", 1, "แถวที่", "", "ต้องเป็นเลข"),
        ("ส่วนราชการ", 1, "รวมเข้ากับ", "3", "ต้องมีวันที่ปิด"),
        ("ส่วนราชการ", 1, "ชื่อส่วนราชการ", "ก" * 201, "ยาวเกิน 200"),
        ("ส่วนราชการ", 1, "ลำดับ", "-1", "ไม่ใช่จำนวนเต็ม"),
        ("ส่วนราชการ", 1, "ลำดับ", "99999", "ไม่ใช่จำนวนเต็ม"),
        ("ผู้ใช้", 0, "บทบาท", "ผู้กำกับดูแล", "ไม่ใช่ของหน่วยงาน"),
        ("ผู้ใช้", 0, "บทบาท", "หัวหน้า", "ไม่ใช่คำที่ใช้ได้"),
        ("ผู้ใช้", 0, "ส่วนราชการ", "99", "ซึ่งไม่มีในไฟล์"),
        ("ผู้ใช้", 0, "ส่วนราชการ", "กองคลัง", "ใช้เลขคั่นด้วย ,"),
        ("ข้อ O (OIT)", 0, "ข้อ", "2", "ซ้ำกับแถวที่ 2"),
        ("ข้อ O (OIT)", 0, "ตัวชี้วัด", "", "ว่างไม่ได้"),
        ("ข้อ O (OIT)", 0, "ใช้กับหน่วยงานนี้", "ไม่ใช่", "ต้องมีเหตุผล"),
        ("ข้อ O (OIT)", 0, "ใช้กับหน่วยงานนี้", "อาจจะ", "ไม่ใช่คำที่ใช้ได้"),
        ("ผู้รับผิดชอบข้อ O", 0, "ข้อ O", "O99", "อ้างถึงข้อ O (OIT) ที่ 99"),
        ("ผู้รับผิดชอบข้อ O", 0, "ส่วนราชการ", "กองคลัง", "เลขของแถวที่อ้างถึง"),
        ("มาตรการ", 0, "เดือนแรก", "1/3/2575", "เดือนแรกไม่หลังเดือนสุดท้าย"),
        ("มาตรการ", 0, "เดือนแรก", "", "โปรดระบุทั้งสองเดือน"),
        ("มาตรการ", 0, "เดือนแรก", "32/13/2570", "ไม่เข้าใจวันที่"),
        ("มาตรการ", 0, "ลำดับ", "2", "ซ้ำกับแถวที่ 2"),
        ("มาตรการ", 0, "มาตรการ", "ก" * 301, "ยาวเกิน 300"),
        ("มาตรการ", 0, "ข้อ O ที่เกี่ยวข้อง", "O99", "ซึ่งไม่มีในไฟล์"),
        ("มาตรการ", 0, "ข้อความในเอกสารที่นำเข้า", "[1]", "ผิดรูป"),
        ("มาตรการ", 0, "ข้อความในเอกสารที่นำเข้า", "{", "ไม่ครบ"),
        ("มาตรการ", 0, "วิธีการดำเนินการ", "JSON:1", "ไม่ใช่ข้อความ"),
        ("มาตรการ", 0, "วิธีการดำเนินการ", 'JSON:"\\u0000"', "อักขระที่เก็บไม่ได้"),
        ("มาตรการ", 0, "วิธีการดำเนินการ", 'JSON:"\\ud800"', "อักขระที่เก็บไม่ได้"),
        ("มาตรการ", 0, "ข้อความในเอกสารที่นำเข้า", '{"title": "\\ud800"}', "อักขระที่เก็บไม่ได้"),
        ("ถ้อยคำของรายงาน", 0, "ลิงก์แบบวัด EIT", "javascript:alert(1)", "ขึ้นต้นด้วย https://"),
        ("ถ้อยคำของรายงาน", 0, "ลิงก์แบบวัด EIT", "https://a.example\nข", "ขึ้นต้นด้วย https://"),
        ("ประวัติข้อ O", 0, "เมื่อ", "เมื่อวาน", "ไม่เข้าใจวันเวลา"),
        ("ประวัติข้อ O", 0, "เมื่อ", "25/3/2570", "ไม่เข้าใจวันเวลา"),
        ("ประวัติข้อ O", 0, "ผู้บันทึก", "99 ใครก็ไม่รู้", "อ้างถึงผู้ใช้ ที่ 99"),
        ("ประวัติข้อ O", 0, "สถานะ", "เสร็จ", "ไม่ใช่คำที่ใช้ได้"),
        ("ประวัติข้อ O", 1, "หลักฐาน", "1,,2", "ใช้เลขคั่นด้วย ,"),
        ("หลักฐาน", 0, "ลิงก์", "javascript:alert(1)", "ขึ้นต้นด้วย https://"),
        ("หลักฐาน", 0, "SHA-256", "a" * 64, "อย่างใดอย่างหนึ่ง"),
        ("หลักฐาน", 0, "แทนฉบับ", "1", "แถวก่อนหน้า"),
        ("ถ้อยคำของรายงาน", 0, "คอลัมน์", '["?"]', "ผิดรูป"),
        ("ถ้อยคำของรายงาน", 0, "คอลัมน์", '[{"a": 1}]', "ผิดรูป"),
        ("ถ้อยคำของรายงาน", 0, "ภาพกิจกรรม", '[{"evidence": 999, "caption": ""}]', "ซึ่งไม่มี"),
    ],
)
def test_a_cell_that_cannot_be_meant_is_named(
    whole, target, newcomer, untouched, sheet, row, column, text, said
):
    message = refusal(target, write_year_book(changed(whole, sheet, row, column, text)), newcomer)

    assert said in message
    assert THAI_SENTENCE.search(message)
    if "แถวที่" in message:
        assert f"“{sheet}”" in message
    assert untouched()


def _of(*sheets: str) -> bytes:
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file)
    for name in sheets or ("Sheet1",):
        book.add_worksheet(name).write_string(0, 0, "รายการ")
    book.close()
    return file.getvalue()


def _far_apart() -> bytes:
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file)
    sheet = book.add_worksheet("ปีงบประมาณ")
    sheet.write_string(0, 0, "ก")
    sheet.write_string(1_048_575, 16_383, "ข")
    book.close()
    return file.getvalue()


def _with_macro(content: bytes) -> bytes:
    file = io.BytesIO(content)
    with zipfile.ZipFile(file, "a") as packed:
        packed.writestr("xl/vbaProject.bin", b"macro")
    return file.getvalue()


def _bomb() -> bytes:
    file = io.BytesIO(_of())
    with zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/big.xml", b"0" * 60_000_000)
    return file.getvalue()


FOREIGN = {
    "empty": lambda _book: b"",
    "text": lambda _book: "ไม่ใช่ตาราง".encode(),
    "picture": lambda _book: b"\x89PNG\r\n\x1a\n" + b"0" * 500,
    "old Excel or a password": lambda _book: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"0" * 5000,
    "cut in half": lambda book: book[: len(book) // 2],
    "without its end": lambda book: book[:-30],
    "another workbook": lambda _book: _of(),
    "one sheet of ours": lambda _book: _of("ปีงบประมาณ"),
    "every sheet without headings": lambda _book: _of(*(sheet.name for sheet in SHEETS)),
    "a macro": _with_macro,
    "a bomb": lambda _book: _bomb(),
    "two cells far apart": lambda _book: _far_apart(),
}


@pytest.mark.parametrize("name", FOREIGN)
def test_a_foreign_file_is_refused_in_a_sentence(this_year, target, newcomer, untouched, name):
    message = refusal(target, FOREIGN[name](export(this_year)), newcomer)

    assert THAI_SENTENCE.search(message)
    assert untouched()


@pytest.mark.parametrize("seed", range(20))
def test_a_mutated_file_is_refused_or_brought_in_whole(
    this_year, target, newcomer, untouched, seed
):
    """Bytes inside one of its parts, so that the archive itself is sound."""
    chance = random.Random(seed)
    packed = zipfile.ZipFile(io.BytesIO(export(this_year)))
    parts = {name: bytearray(packed.read(name)) for name in packed.namelist()}
    part = parts[chance.choice([name for name in parts if "sheet" in name or "Strings" in name])]
    for _ in range(chance.choice([1, 4, 40])):
        part[chance.randrange(len(part))] = chance.choice(b'<>&"x0A9/= \xff')
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as again:
        for name, content in parts.items():
            again.writestr(name, bytes(content))

    said = "ไฟล์นี้นำเข้าได้"
    try:
        bring(target, file.getvalue(), newcomer)
    except Refused as refused:
        said = str(refused)

    assert THAI_SENTENCE.search(said)
    assert untouched() != YearImport.objects.filter(ita_round=target).exists()


def test_a_column_too_many_or_a_sheet_too_many_is_named(whole, target, newcomer, untouched):
    content = io.BytesIO(write_year_book(whole))
    with zipfile.ZipFile(content) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    strings = parts["xl/sharedStrings.xml"].decode()
    parts["xl/sharedStrings.xml"] = strings.replace("เป้าหมาย<", "หมายเหตุของฉัน<", 1).encode()
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as again:
        for name, part in parts.items():
            again.writestr(name, part)

    message = refusal(target, file.getvalue(), newcomer)

    assert "แผ่นงาน “มาตรการ” ต้องมีคอลัมน์ “เป้าหมาย”" in message
    assert untouched()


def test_a_year_with_something_in_it_takes_no_other(whole, this_year, admin):
    with pytest.raises(Refused, match="อยู่แล้ว"):
        import_year(this_year, whole, by=admin, name="x", sha256="")


@pytest.mark.parametrize("who", ["secretary", "staff", "executive", "admin"])
def test_only_the_admin_of_the_office_brings_a_year_in(request, whole, target, who):
    with pytest.raises(PermissionDenied):
        import_year(target, whole, by=request.getfixturevalue(who), name="x", sha256="")


def test_a_closed_year_takes_nothing(whole, target, newcomer):
    type(target).objects.filter(pk=target.pk).update(is_open=False)

    with pytest.raises(PermissionDenied):
        import_year(target, whole, by=newcomer, name="x", sha256="")


def test_what_only_the_table_knows_is_refused_too(whole, target, newcomer, untouched):
    """The last guard: two wordings of one year."""
    rows = whole.rows["ถ้อยคำของรายงาน"]
    number, cells = rows[0]
    twice = [rows[0], (number + 1, ("2", *cells[1:]))]
    book = YearBook(whole.rows | {"ถ้อยคำของรายงาน": twice})

    with pytest.raises(Refused, match="ขัดกัน"):
        import_year(target, book, by=newcomer, name="x", sha256="")
    assert untouched()


def test_a_file_too_large_is_refused_before_it_is_opened():
    with pytest.raises(Refused, match="20 MB"):
        read_year_book(io.BytesIO(b""), 21 * 1024 * 1024)


def test_a_file_is_known_by_a_number_and_nothing_else():
    assert "เลขฐานสิบหก" in _evidence_fault({"url": "", "sha256": "../x/abc"})
