"""What was issued stays as it was, whatever becomes of data, templates and styles."""

import json
import re
import shutil
from hashlib import sha256
from io import BytesIO

import pymupdf
import pypdf
import pytest
import zxingcpp
from django.conf import settings as given
from PIL import Image

from issuing.models import DamagedFile, FileKind, IssuedFile
from measures.models import Measure

pytestmark = pytest.mark.slow


@pytest.fixture
def issued(this_year, issue):
    return issue(this_year)


@pytest.fixture
def fetch(client_of, staff, issued):
    """A file of the report as a member of staff gets it."""
    client = client_of(staff)
    return lambda kind: client.get(f"{issued.get_absolute_url()}{kind}/")


@pytest.mark.parametrize("kind", FileKind.values)
def test_edited_data_changes_nothing(fetch, this_year, kind):
    before = fetch(kind).content
    Measure.objects.of(this_year).filter(number=1).update(title="อย่างอื่น", method="อย่างอื่น")
    this_year.organization.name = "ชื่อใหม่"
    this_year.organization.save()

    assert fetch(kind).content == before


def test_edited_data_changes_nothing_that_is_printed_only_then(fetch, this_year, issued):
    title = Measure.objects.of(this_year).get(number=1).title
    Measure.objects.of(this_year).filter(number=1).update(title="อย่างอื่น")

    text = pypdf.PdfReader(BytesIO(fetch("pdf").content)).pages[0].extract_text()

    assert "".join(title.split())[:12] in "".join(text.split())
    assert "อย่างอื่น" not in text


@pytest.mark.parametrize("kind", FileKind.values)
def test_another_template_changes_nothing(fetch, settings, tmp_path, kind):
    before = fetch(kind).content
    shutil.copytree(given.BASE_DIR / "templates", tmp_path / "templates")
    drawn = ("reports/_progress_report.html", "reports/progress_print.html", "issuing/_mark.html")
    for name in drawn:
        (tmp_path / "templates" / name).write_text("อีกแบบหนึ่ง")
    settings.TEMPLATES = [{**given.TEMPLATES[0], "DIRS": [tmp_path / "templates"]}]

    assert fetch(kind).content == before


def test_another_stylesheet_does_not_change_what_is_printed_only_then(issued):
    page = issued.files.get(kind="html").read().decode()

    assert "url(data:font/ttf;base64," in page
    assert not re.search(r'<link|<script|src="(?!data:)|url\((?!data:)', page)


def test_what_was_proposed_is_issued_and_not_what_was_edited_since(
    this_year, proposed, executive, client_of
):
    proposal = proposed(this_year)
    title = Measure.objects.of(this_year).get(number=1).title
    Measure.objects.of(this_year).filter(number=1).update(title="แก้หลังเสนอ")

    client_of(executive).post(f"{proposal.get_absolute_url()}approve/")

    page = proposal.issued.files.get(kind="html").read().decode()
    assert "แก้หลังเสนอ" not in page
    assert title in page


def test_the_hash_is_of_the_very_bytes(fetch, issued):
    content = fetch("pdf").content

    assert issued.files.get(kind="pdf").sha256 == sha256(content).hexdigest()


# Each database gives bytes out in its own way.
@pytest.mark.both_databases
def test_a_file_damaged_in_the_database_is_not_given_out(issued):
    file = issued.files.get(kind="html")
    file.content = bytes(file.content).replace(b"\xe0", b"\xe1", 1)

    with pytest.raises(DamagedFile):
        file.read()


def test_the_first_file_of_a_kind_stays(issued, fetch):
    before = fetch("pdf").content

    issued.keep(FileKind.PDF, b"another", at=issued.at)

    assert fetch("pdf").content == before
    assert IssuedFile.objects.filter(report=issued, kind="pdf").count() == 1


def test_every_page_bears_the_mark_and_its_code_is_read_back(fetch, issued):
    sheets = pymupdf.open(stream=fetch("pdf").content)

    assert all("๑/๒๕๖๙" in sheet.get_text() for sheet in sheets)
    picture = Image.open(BytesIO(sheets[0].get_pixmap(dpi=150).tobytes("png")))
    [code] = zxingcpp.read_barcodes(picture)
    assert code.text == f"https://ita.example.go.th/verify/{issued.code}/"


def test_the_archive_variant_holds_the_data(fetch, issued):
    pdf = pypdf.PdfReader(BytesIO(fetch("archive").content))

    meta = pdf.root_object["/Metadata"].get_data().decode()
    assert re.search(r"pdfaid:part\D+3\b", meta)
    assert re.search(r"pdfaid:conformance\W+U", meta)
    [[data]] = pdf.attachments.values()
    assert list(pdf.attachments) == ["report.json"]
    assert json.loads(data) == issued.proposal.value


def test_the_page_is_shown_alone_and_runs_nothing(fetch):
    response = fetch("html")

    policy = response["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'")
    assert "script-src" not in policy
    assert policy.endswith("sandbox")
