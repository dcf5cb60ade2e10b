"""Makes a database of 66b2cb0 in a checkout of it, through that version's own verbs.

See README.md beside this folder. It knew no comments, no notices and no issued reports yet.
"""

from datetime import datetime
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from zoneinfo import ZoneInfo

import time_machine
from django.contrib.admin.models import CHANGE, LogEntry
from django.core.files.base import ContentFile
from django.core.management import call_command
from dump import write_down
from PIL import Image

from disclosures.actions import open_round
from disclosures.models import Evidence
from ita_tracker.demo.loader import load_demo
from organizations.models import Organization, User
from organizations.permissions import Role

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=ZoneInfo("Asia/Bangkok"))
PDF = b"%PDF-1.7\n1 0 obj <<>> endobj\nscanned\n%%EOF\n"


def picture() -> bytes:
    out = BytesIO()
    Image.new("RGB", (60, 40), "red").save(out, "JPEG")
    return out.getvalue()


def link(by: User, url: str) -> Evidence:
    return Evidence.objects.create(organization=by.organization, url=url, by=by)


def file(by: User, title: str, content: bytes, replaces: Evidence | None = None) -> Evidence:
    return Evidence.objects.create(
        organization=by.organization,
        title=title,
        file=ContentFile(content, name=title),
        sha256=sha256(content).hexdigest(),
        replaces=replaces,
        by=by,
    )


def record(row, by: User, unit, status: str, note: str, *evidence: Evidence):
    latest = row.latest_of(unit)
    return row.record_progress(
        by=by,
        unit=unit,
        status=status,
        note=note,
        version=latest.version if latest else 0,
        evidence=evidence,
    )


def report(office: Organization) -> None:
    """Entries of several units with links and files, one a new version; reviewed."""
    year = office.rounds.get(be_year=2570)
    people = {user.username: user for user in office.users.all()}
    units = {unit.name: unit for unit in office.units.all()}
    thanakorn, arunee, secretary = (people[one] for one in ("thanakorn", "arunee", "siriporn"))
    palad, khlang = units["สำนักปลัด"], units["กองคลัง"]
    measure, item = year.measures.get(number=1), year.items.get(number=34)
    draft = file(thanakorn, "ร่าง.pdf", PDF)
    record(measure, thanakorn, palad, "doing", "ร่างประกาศแล้ว\nรอลงนาม", draft)
    signed = file(thanakorn, "ประกาศ.pdf", PDF + b"signed", replaces=draft)
    entry = record(measure, thanakorn, palad, "review", "ลงนามแล้ว", signed)
    measure.send_back(by=secretary, unit=palad, note="ขอสำเนาประกาศ", version=entry.version)
    shown = [link(arunee, "https://thamsing.example/o34"), file(arunee, "ประชุม.jpg", picture())]
    entry = record(item, arunee, khlang, "review", "ประเมินแล้ว", *shown)
    item.accept(by=secretary, unit=khlang, version=entry.version)
    third = year.measures.get(number=3)
    third.accept(by=secretary, unit=palad, version=third.latest_of(palad).version)
    admin = people["wittaya"]
    item = year.items.get(number=29)
    item.assign(units["งานนิติการ"], by=admin, label="ผู้ประสานงาน")
    item.assign(units["กองคลัง"], by=admin, is_lead=False)
    item.unassign(units["กองคลัง"], by=admin)
    operator = User.objects.get(is_superuser=True)
    LogEntry.objects.log_actions(operator.pk, [measure, item, signed], CHANGE)


def open_next_door() -> None:
    """Another office, whose year is a year of the first office too."""
    office = Organization.objects.create(
        name="เทศบาลตำบลบ้านใหม่", short_name="ทต.บ้านใหม่", slug="ban-mai"
    )
    admin = User.objects.create(username="ban-mai", role=Role.ADMIN, organization=office)
    unit = office.units.create(name="สำนักปลัด", parent=office.units.get())
    admin.units.add(unit)
    year = open_round(organization=office, be_year=2570, by=admin)
    measure = year.measures.create(number=1, title="มาตรการของเทศบาล")
    measure.responsibilities.create(unit=unit)
    item = year.items.get(number=1)
    item.assign(unit, by=admin)
    record(item, admin, unit, "doing", "เริ่มแล้ว", link(admin, "https://banmai.example/o1"))
    record(measure, admin, unit, "review", "แล้วเสร็จ", file(admin, "สแกน.pdf", PDF))


def main(folder: str) -> None:
    call_command("migrate", interactive=False, verbosity=0)
    with time_machine.travel(NOW, tick=False) as clock:
        load_demo(today=NOW.date(), password="demo-pass-2570")
        clock.shift(300)
        report(Organization.objects.get())
        clock.shift(300)
        open_next_door()
    write_down(Path(folder))
