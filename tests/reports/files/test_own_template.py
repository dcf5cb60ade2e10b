"""An office's own Word document: filled in, and never more than filled in."""

import io
import zipfile

import docx
import pytest
from django.core.exceptions import PermissionDenied

from measures.models import Measure
from reports.columns import COLUMNS
from reports.files.own.archive import check_archive
from reports.files.own.blanks import TEXTS
from reports.files.own.filling import fill_in
from reports.files.own.safety import BadTemplate
from reports.files.own.sample import write_sample
from reports.models import WordTemplate
from tests.follow_up.waiting import report as record

PAGE = "/reports/2570/word-template/"
OWN = "/reports/2570/progress-own.docx"


def written(*paragraphs: str, header: str = "", rows: tuple[tuple[str, ...], ...] = ()) -> bytes:
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    if rows:
        table = document.add_table(rows=0, cols=len(rows[-1]))
        for row in rows:
            for cell, text in zip(table.add_row().cells, row, strict=False):
                cell.text = text
    document.sections[0].header.paragraphs[0].text = header
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


def changed(content: bytes, name: str, change) -> bytes:
    """The same archive with one part changed, or added."""
    held, old = io.BytesIO(), zipfile.ZipFile(io.BytesIO(content))
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.namelist():
            part = old.read(member)
            new.writestr(member, change(part) if member == name else part)
        if name not in old.namelist():
            new.writestr(name, change(b""))
    return held.getvalue()


def text_of(content: bytes) -> str:
    document = docx.Document(io.BytesIO(content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    head = [one.text for one in document.sections[0].header.paragraphs]
    return "\n".join([*head, *(one.text for one in document.paragraphs), *cells])


def send(client, content: bytes, name: str = "แบบ.docx"):
    file = io.BytesIO(content)
    file.name = name
    return client.post(PAGE, {"file": file})


@pytest.fixture
def client(client_of, admin):
    return client_of(admin)


def test_the_sample_is_filled_in_with_the_whole_report(this_year):
    text = text_of(fill_in(write_sample(), this_year))

    assert "{{" not in text
    assert "{%" not in text
    assert "รายงานผลการดำเนินการตามมาตรการ" in text
    assert "การปรับปรุงคะแนนด้าน IIT" in text
    assert "https://itas.nacc.go.th/go/eit/thamsing" in text


def test_every_field_there_is_can_be_asked_for(this_year):
    row = tuple("{{ ม." + column.field + " }}" for column in COLUMNS)
    rows = (("{%tr for ม in มาตรการทั้งหมด %}",), row, ("{%tr endfor %}",))

    text = text_of(
        fill_in(written(*("{{ " + name + " }}" for name in TEXTS), rows=rows), this_year)
    )

    assert "องค์การบริหารส่วนตำบลถ้ำสิงห์" in text
    assert "๑๑" in text


def test_a_header_is_filled_in_too(this_year):
    assert "2570" in text_of(fill_in(written("ก", header="ปี {{ ปี }}"), this_year))


def test_a_part_is_shown_where_there_is_something_to_show(this_year):
    asked = "{% if ณวันที่ %}มี{% else %}ไม่มีวัน{% endif %}"

    assert "ไม่มีวัน" in text_of(fill_in(written(asked), this_year))


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("{{ ชื่อหน่วย }}", "ไม่รู้จักช่อง “ชื่อหน่วย”"),
        ("{% for ม in มาตรการทั้งหมด %}{{ ม.คะแนน }}{% endfor %}", "ไม่รู้จักช่อง “ม.คะแนน”"),
        ("{{ หน่วยงาน", "เขียนไม่ถูกรูปแบบ"),
        ("{% if ปี %}", "เขียนไม่ถูกรูปแบบ"),
        ("{{ หน่วยงาน.__class__ }}", "ไม่รู้จักช่อง “หน่วยงาน.__class__”"),
        ("{{ ''.__class__.__mro__ }}", "ไม่รู้จักช่อง"),
        ("{{ range(1000000000) }}", "คำสั่งที่ระบบไม่รับ"),
        ("{{ cycler.__init__.__globals__ }}", "ไม่รู้จักช่อง"),
        ("{{ ปี * 1000000000 }}", "คำสั่งที่ระบบไม่รับ"),
        ("{{ ปี|length }}", "คำสั่งที่ระบบไม่รับ"),
        ("{% include 'x' %}", "คำสั่งที่ระบบไม่รับ"),
        ("{% import 'os' as os %}", "คำสั่งที่ระบบไม่รับ"),
        ("{% set x = 1 %}", "คำสั่งที่ระบบไม่รับ"),
        ("{{ self.__init__ }}", "ไม่รู้จักช่อง"),
        ("{% macro m() %}{% endmacro %}", "คำสั่งที่ระบบไม่รับ"),
        ("{% for ก in [1, 2] %}{% endfor %}", "ใช้ได้กับ"),
        (
            "{% for ก in มาตรการทั้งหมด %}{% for ข in มาตรการทั้งหมด %}{% endfor %}{% endfor %}",
            "ไม่ซ้อนกัน",
        ),
    ],
)
def test_a_field_that_cannot_be_filled_in_is_named(client, typed, said):
    response = send(client, written(typed))

    assert response.status_code == 422
    assert said in response.content.decode()


def test_a_bad_field_in_a_header_is_found_too(this_year):
    with pytest.raises(BadTemplate, match="ไม่รู้จักช่อง"):
        fill_in(written("ก", header="{{ ลับ }}"), this_year)


@pytest.mark.parametrize("text", ["{{ ปี }} {% for %}", "<w:t>&amp;</w:t>", "=ก+ข", "ก\x0bข\x07ค"])
def test_what_units_wrote_is_shown_as_typed(this_year, other_staff, office, text):
    finance = office.units.get(name="กองคลัง")
    record(Measure.objects.of(this_year).get(number=3), other_staff, finance, note=f"ผล {text}")

    filled = text_of(fill_in(write_sample(), this_year))

    shown = text.replace("\x07", "").replace("ปี }}", "").split()[0].replace("\x0b", "\n")
    assert shown.splitlines()[0] in filled
    assert "ผล 2570" not in filled


RELATIONSHIPS = "word/_rels/document.xml.rels"


@pytest.mark.parametrize(
    ("kind", "target"),
    [
        ("attachedTemplate", "http://evil.example/a.dotm"),
        ("image", "http://evil.example/a.png"),
        ("oleObject", "file:///c:/x"),
        ("hyperlink", "file:///etc/passwd"),
        ("subDocument", "other.docx"),
    ],
)
def test_a_document_that_points_outside_is_refused(client, kind, target):
    relation = (
        f'<Relationship Id="rId99" Target="{target}" TargetMode="External" '
        f'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}"/>'
    ).encode()
    content = changed(
        write_sample(),
        RELATIONSHIPS,
        lambda part: part.replace(b"</Relationships>", relation + b"</Relationships>"),
    )

    response = send(client, content)

    assert response.status_code == 422
    assert "ภายนอก" in response.content.decode()


@pytest.mark.parametrize("mode", ["&#69;xternal", "Ext&#x65;rnal"])
def test_pointing_outside_in_other_letters_is_refused_too(client, mode):
    relation = (
        f'<Relationship Id="rId99" Target="http://evil.example/a>b.dotm" TargetMode="{mode}" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"/>'
    ).encode()
    content = changed(
        write_sample(),
        RELATIONSHIPS,
        lambda part: part.replace(b"</Relationships>", relation + b"</Relationships>"),
    )

    assert "ภายนอก" in send(client, content).content.decode()


def test_a_link_to_a_web_page_is_no_harm():
    content = changed(
        write_sample(),
        RELATIONSHIPS,
        lambda part: part.replace(
            b"</Relationships>",
            b'<Relationship Id="rId99" Target="https://www.example.go.th/" TargetMode="External" '
            b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"/>'
            b"</Relationships>",
        ),
    )

    check_archive(io.BytesIO(content), "แบบ.docx", len(content))


@pytest.mark.parametrize(
    "field", ["INCLUDETEXT c:\\x", "DDEAUTO c:\\cmd", "includepicture x", "MACROBUTTON a b"]
)
def test_a_field_that_fetches_or_runs_is_refused(client, field):
    inside = f"<w:r><w:instrText> {field} </w:instrText></w:r></w:p>".encode()
    content = changed(
        write_sample(), "word/document.xml", lambda part: part.replace(b"</w:p>", inside, 1)
    )

    assert "ฟิลด์ที่ดึงข้อมูล" in send(client, content).content.decode()


@pytest.mark.parametrize("part", ["word/embeddings/a.bin", "word/activeX/activeX1.xml"])
def test_a_document_that_carries_objects_is_refused(client, part):
    content = changed(write_sample(), part, lambda _: b"x")

    assert send(client, content).status_code == 422


def test_entities_are_refused(client):
    content = changed(
        write_sample(),
        "word/footnotes.xml",
        lambda _: b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>',
    )

    assert send(client, content).status_code == 422


@pytest.mark.parametrize(
    ("content", "name", "said"),
    [
        (b"not a zip", "แบบ.docx", "ยังไม่ได้เก็บแบบนี้"),
        (b"", "แบบ.docx", "ยังไม่ได้เก็บแบบนี้"),
        (b"PK", "แบบ.docm", "ไม่มีมาโคร"),
        (b"x" * 2_100_000, "แบบ.docx", "ใหญ่เกิน 2 MB"),
    ],
)
def test_what_is_no_such_document_is_said(client, content, name, said):
    response = send(client, content, name)

    assert response.status_code == 422
    assert said in response.content.decode()


def test_a_bomb_is_refused_before_it_is_unpacked(client):
    content = changed(write_sample(), "word/big.xml", lambda _: b" " * 60_000_000)

    assert "ขยายออกแล้วใหญ่ผิดปกติ" in send(client, content).content.decode()


# Each database gives bytes out in its own way.
@pytest.mark.both_databases
def test_an_office_hands_out_its_report_by_its_own_document(client, client_of, staff):
    response = send(client, written("ของเรา {{ หน่วยงาน }}"), "ของเรา.docx")

    assert response.status_code == 302
    assert "ของเรา.docx" in client.get(PAGE).content.decode()
    page = client_of(staff).get("/reports/2570/progress/").content.decode()
    assert OWN in page
    own = client_of(staff).get(OWN)
    assert "ของเรา องค์การบริหารส่วนตำบลถ้ำสิงห์" in text_of(own.content)


def test_a_document_is_taken_away(client):
    client.post(PAGE, {"drop": "1"})

    assert client.get(OWN).status_code == 404
    assert OWN not in client.get("/reports/2570/progress/").content.decode()


def test_the_document_of_the_office_next_door_is_not_ours(client_of, stranger):
    assert client_of(stranger).get("/reports/2569/progress-own.docx").status_code == 404


@pytest.mark.parametrize("who", ["staff", "secretary", "executive"])
def test_only_the_admin_keeps_it(request, who):
    with pytest.raises(PermissionDenied):
        WordTemplate.objects.keep(by=request.getfixturevalue(who), name="x", content=b"x")
    with pytest.raises(PermissionDenied):
        WordTemplate.objects.drop(by=request.getfixturevalue(who))
