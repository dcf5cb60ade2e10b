"""Whatever is typed in a free field is printed as it was typed, and fetches nothing."""

import pytest

from disclosures.models import DisclosureItem
from measures.models import Measure
from reports.columns import COLUMNS
from reports.models import MeasureRemark, Part
from reports.pdf import render_pdf
from reports.progress_report.typesetting import Typesetting
from tests.reports.conftest import poppler
from tests.reports.paper.conftest import letters, page_with, text_of
from tracking.models import Evidence, Status

pytestmark = pytest.mark.slow

HOSTILE = [
    "<script>alert('x')</script>",
    "<img src=x onerror=alert(1)>",
    "<style>@import 'http://www.example.com/x.css';</style>",
    "<link rel=stylesheet href=http://www.example.com/x.css>",
    "<svg onload=alert(1)><image href='file:///etc/passwd'/></svg>",
    "<iframe src='file:///etc/passwd'></iframe>",
    "<object data='file:///etc/passwd'></object>",
    "<base href='file:///'>",
    "<meta http-equiv=refresh content='0;url=http://www.example.com'>",
    "</p></td></tr></table></section>",
    "</title></head><body onload=alert(1)>",
    "<!-- หมายเหตุ",
    "<![CDATA[ ก ]]>",
    "&lt;b&gt; &amp; &#x3c;",
    '" onmouseover="alert(1)',
    "' style='position:fixed'",
    "{{ settings.SECRET_KEY }}",
    "{% include 'base.html' %}{% debug %}",
    "{# ซ่อน #} ${7*7} #{7*7} <%= 7*7 %>",
    "} .paper { display: none } {",
    "@page { size: A3 } @import url(file:///etc/passwd)",
    "url(file:///etc/passwd)",
    "file:///etc/passwd",
    "javascript:alert(document.cookie)",
    "data:text/html,<b>x</b>",
    '=HYPERLINK("http://www.example.com","คลิก")',
    "+cmd|' /C calc'!A0",
    "@SUM(A:A)",
    "\u202eกลับด้าน\u202c",
    "\u2067ขวาไปซ้าย\u2069 \u200f\u200e",
    "ก\u200b\u2060\ufeffข",
    "่้๊๋",
    "ก่่่่่่่่่่",
    "ิีึื ํ ฺ",
    "เเเเแแแโโโไไไ",
    "ก" * 10_000,
    "W" * 3_000,
    "https://www.example.com/" + "a" * 1_900,
    "Z̷̡̛͎͓a̵͎l̸g̵o",
    "😀👨‍👩‍👧🇹🇭",
    "العربية עברית",
    "漢字かな交じり",
    "% s %s %(x)s %n",
    "..\\..\\windows\\system32",
    "../../../../etc/passwd",
    "'; DROP TABLE measures; --",
    "\\u0000 \\x00 %00",
    "\ttab\u00a0nbsp\u3000space",
    "๐๔๒ ๑๒๓ O๔๒ CO๒",
    "<a href='javascript:alert(1)'>คลิก</a>",
]


@pytest.fixture
def year_of(this_year, staff, secretary):
    """The year with this text in every free field, and the fields of its wording."""

    def fill(text):
        short = text[:290]
        measure = Measure.objects.of(this_year).get(number=1)
        Measure.objects.of(this_year).filter(pk=measure.pk).update(
            title=short, aims=text, method=text
        )
        measure.responsibilities.update(label=short[:200])
        unit = this_year.organization.units.get(name="สำนักปลัด")
        piece = Evidence.objects.create(
            organization=staff.organization, by=staff, title=short, file="a.jpg", preview="b.jpg"
        )
        version = getattr(measure.latest_of(unit), "version", 0)
        measure.record_progress(
            by=staff, unit=unit, status=Status.DOING, note=text, version=version, evidence=[piece]
        )
        measure.refresh_from_db()
        remarks = dict.fromkeys(("obstacles", "suggestions", "remark"), text)
        MeasureRemark.objects.write(measure, remarks, by=secretary, version=0)
        DisclosureItem.objects.of(this_year).filter(number=1).update(title=short)
        return {
            **dict.fromkeys(("title", "opening", "eit_statement", "closing"), text),
            **dict.fromkeys(("memo_body", "memo_post", "memo_from", "memo_to"), text),
            **dict.fromkeys(("memo_number", "memo_date", "memo_subject", "memo_signer"), short),
            "committee": short,
            "orientation": "landscape",
            "columns": COLUMNS.keys,
            "parts": Part.values,
            "signatories": [{"duty": "prepared", "name": short, "post": short}],
            "photos": [{"evidence": piece.pk, "caption": short}],
        }

    return fill


def printed(text: str, ita_round) -> str:
    return letters(Typesetting(ita_round.wording.style).text(text.strip()))


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_every_text_is_in_the_page_as_it_was_typed(this_year, year_of, text):
    page = page_with(this_year, **year_of(text))

    shown = letters(text_of(page))
    assert shown.count(printed(text, this_year)) >= 12
    assert shown.count(printed(text[:200], this_year)) >= 20


def test_all_of_them_at_once_are_printed_and_nothing_is_fetched(this_year, year_of):
    """ForeignResourceError would say so. The long ones are cells of several pages by themselves."""
    fields = year_of("\n".join(text for text in HOSTILE if len(text) < 1_000))
    fields |= {"columns": ["number", "measure", "evidence", "remark"], "parts": ["memo", "photos"]}

    copied = letters(poppler(render_pdf(page_with(this_year, **fields))))

    assert copied.count("<script>alert('x')</script>") >= 8
    assert copied.count("{{settings.SECRET_KEY}}") >= 6
    assert "@importurl(file:///etc/passwd)" in copied


def test_a_word_of_ten_thousand_letters_is_printed_whole(this_year, year_of):
    year_of("ก" * 10_000)

    pdf = render_pdf(page_with(this_year, columns=["number", "result"], parts=[]))

    assert letters(poppler(pdf)).count("ก") >= 10_000
