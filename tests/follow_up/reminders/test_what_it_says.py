"""What an e-mail says, as text and as HTML."""

from measures.models import Measure
from organizations.models import NoticeKind
from tests.conftest import TODAY
from tests.factories import give_notices


def test_what_presses_most_comes_first(staff, this_year, office, remind, mailoutbox):
    this_year.disclosure_due = TODAY
    this_year.save()
    for kind in reversed(NoticeKind):
        if kind not in (NoticeKind.LATE, NoticeKind.SOON):
            give_notices(staff, kind=kind, title=kind.label)
    unit = office.units.get(name="งานธุรการ")
    october = TODAY.replace(month=10, day=1)
    late = Measure.objects.create(
        ita_round=this_year, number=90, title="ช้า", first_month=october, last_month=october
    )
    late.responsibilities.create(unit=unit)

    remind()

    lines = mailoutbox[0].body.splitlines()
    headings = [line.rsplit(" ", 2)[0] for line in lines if line.endswith("เรื่อง")][1:]
    assert headings == [kind.label for kind in NoticeKind]


def test_each_line_has_its_reason_and_leads_to_its_page(staff, remind, mailoutbox):
    give_notices(staff, title="ส่งกลับ O18", text="ลิงก์เปิดไม่ได้")

    remind()

    link = "https://ita.example.go.th/disclosures/2570/18/"
    text, (html, kind) = mailoutbox[0].body, mailoutbox[0].alternatives[0]
    assert kind == "text/html"
    assert "ลิงก์เปิดไม่ได้" in text
    assert link in text
    assert f'href="{link}"' in html


def test_without_an_address_of_its_own_it_links_nowhere(settings, staff, remind, mailoutbox):
    settings.SITE_URL = ""
    give_notices(staff)

    remind()

    assert "/disclosures/" not in mailoutbox[0].body
    assert "href" not in mailoutbox[0].alternatives[0][0]


def test_it_names_the_years_where_they_differ(staff, admin, source_year, remind, mailoutbox):
    source_year.reopen(by=admin, reason="ขอให้แก้ไข")
    give_notices(staff, title="ปีนี้")
    give_notices(staff, title="ปีก่อน", path="/disclosures/2566/18/")

    remind()

    assert "ปีก่อน (ปีงบประมาณ 2566)" in mailoutbox[0].body
    assert "ปีนี้ (ปีงบประมาณ 2570)" in mailoutbox[0].body


def test_what_people_typed_is_text_in_both_its_forms(staff, remind, mailoutbox):
    give_notices(staff, title="<b>O18</b> & ปี", text="<img src=x>")

    remind()

    assert "<b>O18</b> & ปี" in mailoutbox[0].body
    assert "&lt;b&gt;O18&lt;/b&gt; &amp; ปี" in mailoutbox[0].alternatives[0][0]
    assert "<img" not in mailoutbox[0].alternatives[0][0]


def test_new_lines_in_a_title_are_spaces_and_no_headers(staff, remind, mailoutbox):
    give_notices(staff, title="O18\r\nBcc: somebody@else.example\n\nหมด")

    remind()

    assert "- O18 Bcc: somebody@else.example หมด" in mailoutbox[0].body
    assert set(mailoutbox[0].message().keys()) == {
        "Content-Type", "MIME-Version", "Subject", "From", "To", "Date", "Message-ID",
        "Auto-Submitted",
    }  # fmt: skip
