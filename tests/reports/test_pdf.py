"""The report as PDF: what it says of itself, how its pages break, what it refuses to fetch."""

import os
import re
import subprocess
import sys
from collections import Counter
from functools import cache
from io import BytesIO
from subprocess import PIPE

import pymupdf
import pypdf
import pytest
import zxingcpp
from django.conf import settings
from PIL import Image

from reports.columns import USUAL, lay_out
from reports.paper import is_long_row
from reports.pdf import ForeignResourceError, render_pdf

pytestmark = pytest.mark.slow

HEADER = "วิธีการดำเนินการ"
WORDS = (settings.BASE_DIR / "reports" / "words.txt").read_text().split()
ORIENTATIONS = {"portrait": "paper", "landscape": "paper landscape"}


def text_of(page: str) -> str:
    return re.sub(r"\s+", " ", re.sub("<[^>]*>", "", page.partition("<body")[2].partition(">")[2]))


def turned(page: str, orientation: str) -> str:
    return page.replace('class="paper"', f'class="{ORIENTATIONS[orientation]}"')


def measures(*rows: list[str], landscape: bool = False) -> str:
    """A report of these rows alone, as its template writes them."""
    columns = lay_out(USUAL, "landscape" if landscape else "portrait")
    widths = [column.width for column in columns]
    long = [is_long_row(row, widths, landscape=landscape) for row in rows]
    return "".join(
        [
            '<html lang="th"><title>รายงาน</title>',
            f'<body class="{"paper landscape" if landscape else "paper"}">',
            f'<table class="{"measures breaking" if any(long) else "measures"}">',
            "<colgroup>",
            *(f'<col class="{column.css}">' for column in columns),
            "</colgroup><thead><tr>",
            *(f'<th scope="col">{column.heading}</th>' for column in columns),
            "</tr></thead><tbody>",
            *(
                f'<tr class="{"long" if tall else ""}"><td>{"<td>".join(row)}</tr>'
                for row, tall in zip(rows, long, strict=True)
            ),
            "</tbody></table>",
        ]
    )


def pages_of(pdf: bytes) -> list[pymupdf.Page]:
    return list(pymupdf.open(stream=pdf))


@pytest.fixture(scope="session")
def issued(tmp_path_factory):
    """Renders with our words known, in a process of its own: libthai reads its dictionary once."""
    data = tmp_path_factory.mktemp("data")
    subprocess.run([settings.BASE_DIR / "script" / "build_words", data / "libthai"], check=True)
    render = "import sys, reports.pdf as p; sys.stdout.buffer.write(p.render_pdf(sys.stdin.read()))"
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "ita_tracker.settings",
        "DATA_DIR": str(data),
        "PYTHONPATH": str(settings.BASE_DIR),
        "PYTHONUTF8": "1",
    }

    @cache
    def issue(page: str) -> bytes:
        command = [sys.executable, "-c", render]
        done = subprocess.run(
            command, input=page.encode(), stdout=PIPE, check=True, env=environment
        )
        return done.stdout

    return issue


@pytest.mark.parametrize("orientation", ORIENTATIONS)
def test_no_letter_of_the_report_is_lost(read, issued, report, orientation):
    copied = read(issued(turned(report, orientation)))

    assert not Counter("".join(text_of(report).split())) - Counter(copied)


@pytest.mark.parametrize("orientation", ORIENTATIONS)
def test_no_official_word_is_split_at_a_lines_end(read, issued, report, orientation):
    copied = read(issued(turned(report, orientation)))

    written = Counter({word: text_of(report).count(word) for word in WORDS})
    assert not written - Counter({word: copied.count(word) for word in WORDS})


def test_only_the_report_font_is_embedded(rendered, report):
    pdf = pypdf.PdfReader(BytesIO(rendered(report)))

    fonts = {
        str(font["/BaseFont"]).partition("+")[2]
        for page in pdf.pages
        for font in page["/Resources"]["/Font"].values()
    }

    assert fonts == {"SarabunITA", "SarabunITA-Bold"}


def test_the_pdf_is_accessible_and_says_what_it_is(rendered, report):
    pdf = pypdf.PdfReader(BytesIO(rendered(report)))

    assert pdf.root_object["/MarkInfo"]["/Marked"]
    assert pdf.root_object["/Lang"] == "th"
    assert pdf.root_object["/ViewerPreferences"]["/DisplayDocTitle"]
    assert pdf.metadata.title.startswith("รายงานผลการดำเนินการตามมาตรการ")
    assert pdf.metadata.author == "องค์การบริหารส่วนตำบลถ้ำสิงห์"
    assert "pdfuaid:part" in pdf.root_object["/Metadata"].get_data().decode()


def test_the_same_page_gives_the_same_bytes(report):
    assert render_pdf(report) == render_pdf(report)


def test_what_spares_memory_changes_nothing_for_who_reads_the_pdf(report, monkeypatch):
    spared = render_pdf(report)
    monkeypatch.setattr("reports.pdf.pack_when_painted", lambda document: None)
    monkeypatch.setattr("reports.pdf.let_pages_go", None)

    assert render_pdf(report) == spared


@pytest.mark.parametrize("orientation", ORIENTATIONS)
def test_every_page_but_the_first_bears_its_number_in_thai(rendered, report, orientation):
    first, *others = pages_of(rendered(turned(report, orientation)))

    assert "~" not in first.get_text()
    assert [re.search("~ . ~", sheet.get_text())[0] for sheet in others] == [
        f"~ {digit} ~" for digit in "๒๓๔๕๖"[: len(others)]
    ]


@pytest.mark.parametrize("landscape", [False, True])
def test_an_ordinary_row_stays_whole_under_a_repeated_header(rendered, landscape):
    rows = [["ต้นแถว", "วิธี " * 60, "กองคลัง", "ก.พ. ๒๕๖๖", "ผล " * 60 + "ท้ายแถว"]] * 12

    sheets = [
        sheet.get_text() for sheet in pages_of(rendered(measures(*rows, landscape=landscape)))
    ]

    assert len(sheets) > 1
    assert all(sheet.count("ต้นแถว") == sheet.count("ท้ายแถว") for sheet in sheets)
    assert all(HEADER in sheet for sheet in sheets)


@pytest.mark.parametrize("landscape", [False, True])
def test_a_row_taller_than_a_page_breaks_under_a_repeated_header(rendered, landscape):
    row = ["มาตรการ", "วิธี", "กองคลัง", "ก.พ. ๒๕๖๖", "ดำเนินการแล้วเสร็จฯ " * 200]

    sheets = pages_of(rendered(measures(row, landscape=landscape)))

    assert len(sheets) > 2
    assert all(HEADER in sheet.get_text() for sheet in sheets)
    assert sum(sheet.get_text().count("ฯ") for sheet in sheets) == 200


def test_a_broken_row_is_closed_at_the_foot_of_each_page(rendered):
    row = ["มาตรการ", "วิธี", "กองคลัง", "ก.พ. ๒๕๖๖", "ดำเนินการแล้วเสร็จฯ " * 200]

    for sheet in pages_of(rendered(measures(row))):
        foot = max(line[3] for line in sheet.get_text("words"))
        rules = [drawing["rect"] for drawing in sheet.get_drawings()]
        assert any(rule.y1 > foot - 2 and rule.width > 30 for rule in rules)


def test_the_qr_code_is_read_back_from_paper(rendered, report):
    sheet = pages_of(rendered(report))[-1]
    picture = Image.open(BytesIO(sheet.get_pixmap(dpi=150).tobytes("png")))

    (code,) = zxingcpp.read_barcodes(picture)

    assert code.text == "https://itas.nacc.go.th/go/eit/thamsing66"
    assert code.ec_level == "M"


@pytest.mark.parametrize(
    "hostile",
    [
        '<img src="SECRET">',
        '<img src="https://www.example.com/picture.png">',
        '<img src="http://169.254.169.254/latest/meta-data">',
        '<img src="//www.example.com/picture.png">',
        '<img src="/static/../../manage.py">',
        '<img src="/static/%2e%2e/%2e%2e/manage.py">',
        '<img src="data:text/html,<b>">',
        '<img src="data:image/svg+xml,<svg xmlns=%27http://www.w3.org/2000/svg%27>'
        '<image href=%27SECRET%27 width=%271%27 height=%271%27/></svg>">',
        '<link rel="stylesheet" href="http://www.example.com/style.css">',
        '<link rel="attachment" href="SECRET">',
        '<style>@import "http://www.example.com/style.css";</style>',
        "<style>@font-face { font-family: SarabunITA; src: url(SECRET) }</style>",
        "<style>p { background: url(SECRET) }</style>",
        '<base href="file:///"><img src="etc/passwd">',
    ],
)
def test_nothing_but_our_own_files_is_fetched(tmp_path, hostile):
    secret = tmp_path / "secret.svg"
    secret.write_text('<svg xmlns="http://www.w3.org/2000/svg"><text>ลับ</text></svg>')
    page = f'<html lang="th"><title>ร</title><body class="paper"><p>ข้อความ {hostile}</p>'

    with pytest.raises(ForeignResourceError):
        render_pdf(page.replace("SECRET", secret.as_uri()))


def test_our_own_static_files_may_be_named_by_the_page():
    linked = '<link rel="stylesheet" href="/static/css/paper.css">'

    assert render_pdf(f'<html lang="th"><title>ร</title>{linked}<body class="paper">ข้อความ')


def test_a_report_without_its_font_is_not_made(monkeypatch, tmp_path):
    (tmp_path / "css").mkdir()
    sheet = (settings.BASE_DIR / "static" / "css" / "paper.css").read_text()
    (tmp_path / "css" / "paper.css").write_text(sheet)
    monkeypatch.setattr(settings, "STATICFILES_DIRS", [tmp_path])
    monkeypatch.setattr(settings, "STATIC_ROOT", tmp_path)

    with pytest.raises(ForeignResourceError, match="SarabunITA-Regular"):
        render_pdf('<html lang="th"><title>ร</title><body class="paper">ข้อความ')
