"""Makes a database of 6a18bac or 00c7d0c in a checkout of it, through that version's own verbs.

See README.md beside this folder. Every table of our own apps gets rows.
"""

import uuid
from dataclasses import replace
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from zoneinfo import ZoneInfo

import time_machine
from disclosures.attachments import Attachments
from disclosures.pieces import link_pieces, links_of
from django.contrib.admin.models import CHANGE, LogEntry
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone
from dump import write_down
from organizations.reorganizing import close_unit, delete_unit, make_unit, merge_unit, rename_unit
from PIL import Image
from reports.checking.check import build_check
from reports.due_notices import notice_dates
from reports.issuing.approving import approve
from reports.issuing.files import keep_printed, print_to_keep
from reports.issuing.proposing import propose
from reports.year_book.bringing_in import import_year
from reports.year_book.collecting import build_year_book
from reports.year_book.reading import read_year_book
from reports.year_book.writing import write_year_book
from reports.years.carrying import build_carried
from reports.years.deciding import agree_to_all, decide
from reports.years.opening import open_from
from reports.years.starting import start_year

from disclosures.actions import open_round
from disclosures.models import Evidence
from ita_tracker.demo.loader import load_demo
from ita_tracker.demo.neighbours import load_neighbours
from measures.actions import add_measure, arrange_measures, remove_measure
from measures.importing.action import import_measures
from measures.importing.reading import read_document
from organizations import digest
from organizations.accounts import NewPerson, open_accounts
from organizations.models import Notice, Organization, User
from organizations.permissions import Role
from reports.models import FileKind, IssuedReport, MeasureRemark, ReportWording, Verdict

NOW = datetime(2026, 11, 24, 10, 0, tzinfo=ZoneInfo("Asia/Bangkok"))
TODAY = NOW.date()
SITE = "https://ita.example.go.th"
PDF = b"%PDF-1.7\n1 0 obj <<>> endobj\nscanned\n%%EOF\n"


class Cast:
    """The demonstration's people, years and units, read anew at every turn."""

    def __getattr__(self, name):
        if name.startswith("year_"):
            return self.office.rounds.get(be_year=name.removeprefix("year_"))
        return User.objects.get(username=name)

    @property
    def office(self):
        return Organization.objects.get(slug="tham-sing")

    def unit(self, name):
        return self.office.units.at_work().get(name=name)


cast = Cast()


def picture(colour: str) -> bytes:
    out = BytesIO()
    image = Image.new("RGB", (60, 40), "white")
    image.paste(colour, (0, 0, 30, 20))
    image.save(out, "JPEG")
    return out.getvalue()


def record(row, by, unit, status, note, *, urls=(), files=(), newer=None):
    """As the form does. `files` are (name, content); `newer` takes the last one's place."""
    last = row.last_report_of(unit)
    latest = row.latest_of(unit)
    form = Attachments(row, unit, by, last)
    for name, content in files:
        form.attach(SimpleUploadedFile(name, content))
    if newer:
        form.attach(SimpleUploadedFile(*newer), replaces=form.offered[-1])
    with transaction.atomic():
        links = link_pieces(urls, known=links_of(last), by=by)
        return row.record_progress(
            by=by,
            unit=unit,
            status=status,
            note=note,
            version=latest.version if latest else 0,
            evidence=[*links, *form.settle()],
        )


def report():
    """Entries with links and files, a new version of a file, files that only wait; reviewed."""
    year, thanakorn, arunee = cast.year_2570, cast.thanakorn, cast.arunee
    palad, khlang = cast.unit("สำนักปลัด"), cast.unit("กองคลัง")
    measure, item = year.measures.get(number=1), year.items.get(number=34)
    record(measure, thanakorn, palad, "doing", "ร่างประกาศแล้ว\nรอลงนาม", files=[("ร่าง.pdf", PDF)])
    record(measure, thanakorn, palad, "review", "ลงนามแล้ว", newer=("ประกาศ.pdf", PDF + b"signed"))
    entry = record(
        item, arunee, khlang, "review", "ประเมินแล้ว",
        urls=["https://thamsing.example/o34", "https://thamsing.example/o34/ผล"],
        files=[("ประชุม.jpg", picture("red")), ("ประชุม 2.jpg", picture("blue"))],
    )  # fmt: skip
    item.send_back(by=cast.siriporn, unit=khlang, note="ขอภาพที่ชัดกว่านี้", version=entry.version)
    latest = record(
        item, arunee, khlang, "review", "เปลี่ยนภาพแล้ว", newer=("ประชุม ใหม่.jpg", picture("green"))
    )
    item.accept(by=cast.siriporn, unit=khlang, version=latest.version)
    last = measure.latest_of(palad)
    measure.send_back(by=cast.siriporn, unit=palad, note="ขอสำเนาประกาศ", version=last.version)
    third = year.measures.get(number=3)
    waiting = third.latest_of(palad)
    third.accept(by=cast.siriporn, unit=palad, version=waiting.version)
    # Attached, and not recorded yet.
    Attachments(measure, palad, thanakorn, None).attach(SimpleUploadedFile("รอ.pdf", PDF + b"1"))
    Attachments(item, khlang, arunee, None).attach(SimpleUploadedFile("รอ.pdf", PDF + b"2"))


def talk():
    year = cast.year_2570
    for row in (year.measures.get(number=1), year.items.get(number=1)):
        row.comment(by=cast.arunee, text="@สำนักปลัด และ @งานนิติการ ขอเอกสาร\nภายในสัปดาห์นี้")
        row.comment(by=cast.thanakorn, text="ส่งแล้ว")
    due = date(2026, 12, 15)
    year.measures.get(number=1).decide(
        by=cast.siriporn, text="ให้ทบทวน", agreed_due=due,
        taken_from=cast.unit("สำนักปลัด"), given_to=cast.unit("งานแผนและงบประมาณ"),
    )  # fmt: skip
    year.items.get(number=1).decide(by=cast.siriporn, text="เร่งรัด", agreed_due=due)
    # Near, and gone by: the people who answer for them are told of the day.
    year.items.get(number=32).decide(by=cast.siriporn, agreed_due=date(2026, 11, 30))
    year.items.get(number=36).decide(by=cast.siriporn, agreed_due=date(2026, 11, 20))
    year.measures.get(number=2).decide(by=cast.siriporn, agreed_due=date(2026, 11, 20), text="เร่ง")
    year.measures.get(number=5).decide(by=cast.siriporn, agreed_due=date(2026, 11, 20))


def assign():
    year = cast.year_2570
    item = year.items.get(number=29)
    item.assign(cast.unit("งานนิติการ"), by=cast.wittaya, is_lead=False, label="ผู้ประสานงาน")
    item.assign(cast.unit("งานนิติการ"), by=cast.wittaya)
    # That unit's people were told, and are no longer asked.
    item.assign(cast.unit("กองคลัง"), by=cast.wittaya)
    item.unassign(cast.unit("กองคลัง"), by=cast.wittaya)
    year.measures.get(number=2).assign(cast.unit("กองช่าง"), by=cast.wittaya, label="ผู้ช่วย")


def reword():
    year = cast.year_2570
    measure, item = year.measures.get(number=4), year.items.get(number=30)
    words = replace(measure.wording, title="มาตรการที่แก้แล้ว", aims="หนึ่ง\nสอง", items=(1, 2))
    measure.reword(words, by=cast.wittaya, version=measure.wording_version)
    again = replace(measure.wording, method="- ก\n- ข")
    measure.reword(again, by=cast.siriporn, version=measure.wording_version)
    off = replace(item.wording, is_applicable=False, reason="ไม่มีภารกิจ", title_is_checked=True)
    item.reword(off, by=cast.wittaya, version=0)
    extra = replace(words, title="มาตรการที่ลบ", units=((cast.unit("กองช่าง").pk, "ผู้ทำ"),))
    remove_measure(add_measure(year, extra, by=cast.wittaya), by=cast.wittaya)
    add_measure(year, replace(extra, title="มาตรการเพิ่ม"), by=cast.wittaya)
    seen = list(year.measures.values_list("pk", flat=True))
    arrange_measures(year, [*seen[:-2], seen[-1], seen[-2]], seen=seen, by=cast.wittaya)
    for version, text in enumerate(("ขาดบุคลากร", "ขาดบุคลากรและงบประมาณ")):
        texts = {"obstacles": text, "suggestions": "เพิ่มอัตรา", "remark": ""}
        MeasureRemark.objects.write(measure, texts, by=cast.siriporn, version=version)


def word_the_report():
    year = cast.year_2570
    photo = Evidence.objects.exclude(preview="").order_by("pk").last()
    wanted = ReportWording.objects.get(ita_round=year)
    wanted.opening, wanted.memo_subject, wanted.digits = "ย่อหน้าแรก\nย่อหน้าสอง", "รายงานผล", "arabic"
    wanted.parts = ["memo", "eit", "photos"]
    wanted.signatories = [{"duty": "prepared", "name": "นางสาวศิริพร แก้วมณี", "post": "เลขานุการ"}]
    wanted.photos = [{"evidence": photo.pk, "caption": "ประชุมคณะทำงาน"}]
    now = ReportWording.objects.get(ita_round=year)
    now.revise(wanted, by=cast.siriporn, version=now.wording_version)


def bring_documents():
    """One that became a measure, and one on its way."""
    year = cast.year_2570
    heads = ["ลำดับ", "มาตรการ", "วิธีการดำเนินการ", "ผู้รับผิดชอบ", "ระยะเวลา"]
    rows = [heads, ["20", "มาตรการจากเอกสาร", "ทำตามเอกสาร", "กองช่าง", "ต.ค. 2569 - พ.ย. 2569"]]
    for name in ("มาตรการ.docx", "รอตัดสิน.docx"):
        document = year.imported_documents.create(by=cast.wittaya, name=name, tables=[rows])
        document.mends, document.units = [["ทํา", "ทำ"]], {"กองชาง": "กองช่าง"}
        document.save()
    imported = year.imported_documents.get(name="มาตรการ.docx")
    import_measures(year, read_document(imported).drafts, by=cast.wittaya)
    imported.imported_at = timezone.now()
    imported.save()


def run_years():
    """One closed, re-opened and closed again; one prepared; one started; one brought in."""
    old = cast.year_2566
    old.reopen(by=cast.wittaya, reason="แก้ผลข้อ O43")
    unit = cast.unit("สำนักปลัด")
    record(old.measures.get(number=1), cast.thanakorn, unit, "review", "แก้ผลแล้ว")
    old.items.get(number=2).comment(by=cast.siriporn, text="@กองคลัง ตรวจแล้ว")
    cast.year_2566.close(by=cast.wittaya, reason="แก้แล้ว")
    new = open_from(cast.year_2570, be_year=2571, edition=2569, by=cast.wittaya)
    by_admin = {"by": cast.wittaya, "at": timezone.now()}
    dropped = next(one for one in build_carried(new).open if one.kind == "dropped")
    decide(new, kind="dropped", number=dropped.number, moved_to=5, **by_admin)
    agree_to_all(new, **by_admin)
    next_door = Organization.objects.get(slug="nong-bua")
    admin = next_door.users.get(role=Role.ADMIN)
    worked = next_door.rounds.get()
    item = worked.items.get(number=1)
    record(item, admin, item.assignments.get().unit, "doing", "สแกน", files=[("สแกน.pdf", PDF)])
    content = write_year_book(build_year_book(worked))
    division = next_door.units.get(name="กองคลัง")
    staff = NewPerson("nong-bua-1", "นายบุญ", "ใจงาม", Role.STAFF, [division])
    open_accounts([staff], by=admin, sent=uuid.uuid4())
    after = open_from(worked, be_year=2571, edition=2569, by=admin)
    start_year(after, by=admin, at=timezone.now())
    third = Organization.objects.get(slug="thung-thong")
    newcomer = third.users.get(role=Role.ADMIN)
    empty = open_round(organization=third, be_year=2570, by=newcomer)
    book = read_year_book(BytesIO(content), len(content))
    import_year(empty, book, by=newcomer, name="ita-year-2570.xlsx", sha256="5" * 64)


def put_before_executives(year, **more):
    check = build_check(year, today=TODAY)
    return propose(year, by=cast.siriporn, check=check, reason="จะแก้รอบหน้า", **more)


def issue():
    """Sent back, withdrawn and waiting; issued anew in the place of the demonstration's."""
    rattana, at = cast.rattana, timezone.now()
    returned = put_before_executives(cast.year_2570, note="ฉบับร่าง")
    returned.decide(by=rattana, verdict=Verdict.RETURNED, reason="แก้ข้อ O3", at=at)
    withdrawn = put_before_executives(cast.year_2570)
    withdrawn.decide(by=cast.siriporn, verdict=Verdict.WITHDRAWN, reason="รอผล", at=at)
    put_before_executives(cast.year_2570)
    first = IssuedReport.objects.get()
    second = put_before_executives(cast.year_2566, replaces=first)
    issued = approve(second, by=rattana, at=at, site=SITE)
    issued.publish(by=rattana, at=at)
    first.publish(by=cast.siriporn, at=at, is_public=False)
    made, page = print_to_keep(first, FileKind.PDF)
    made.start(page)
    made.wait(120)
    keep_printed(first, FileKind.PDF, made.read())


def reorganize():
    admin = cast.wittaya
    new = NewPerson("somsri", "นางสมศรี", "มีสุข", Role.STAFF, [cast.unit("กองช่าง")])
    open_accounts([new], by=admin, sent=uuid.uuid4())
    cast.suda.change(by=admin, units=[cast.unit("กองคลัง")], email="suda@thamsing.example")
    cast.somsri.deactivate(by=admin)
    rename_unit(cast.unit("กองช่าง"), name="กองโยธา", by=admin)
    merge_unit(cast.unit("งานพัสดุ"), into=cast.unit("กองคลัง"), by=admin)
    above = cast.unit("กองคลัง")
    close_unit(make_unit(name="งานเดิม", parent=above, by=admin), by=admin)
    delete_unit(make_unit(name="งานพิมพ์ผิด", parent=above, by=admin), by=admin)


def look_around():
    """An operator's changes in the admin, the day's notices, what was read and mailed of them."""
    year = cast.year_2570
    touched = [year.measures.get(number=1), year.items.get(number=1), Evidence.objects.first()]
    LogEntry.objects.log_actions(cast.operator.pk, touched, CHANGE)
    for office in Organization.objects.all():
        notice_dates(office, now=timezone.localtime())
    Notice.objects.filter(user=cast.thanakorn).mark_read(at=timezone.now())
    digest.claim(cast.arunee, list(Notice.objects.filter(user=cast.arunee)), today=TODAY)


STEPS = (report, talk, assign, reword, word_the_report, bring_documents, run_years)
STEPS += (issue, reorganize, look_around)


def main(folder: str) -> None:
    call_command("migrate", interactive=False, verbosity=0)
    call_command("createcachetable", verbosity=0)
    with time_machine.travel(NOW, tick=False) as clock:
        load_demo(today=TODAY, password="demo-pass-2570")
        load_neighbours(2, today=TODAY, password="demo-pass-2570")
        for step in STEPS:
            clock.shift(300)
            step()
    write_down(Path(folder))
