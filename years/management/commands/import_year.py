from hashlib import sha256
from io import BytesIO
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from disclosures.actions import open_round
from organizations.models import Organization, Round, User
from organizations.permissions import Role
from thai.digits import arabic_digits
from tracking.uploads.refusal import Refused
from years.book.bringing_in import BroughtIn, import_year
from years.book.reading import read_year_book


class Command(BaseCommand):
    help = "นำเข้าข้อมูลทั้งปีจากไฟล์ที่ export_year เขียนไว้ ลงในปีที่ยังว่าง"

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, metavar="FILE", help="ไฟล์ .xlsx ที่ส่งออกไว้")
        parser.add_argument("--organization", required=True, metavar="SLUG", help="รหัสหน่วยงาน")
        parser.add_argument("--year", required=True, help="ปีงบประมาณ พ.ศ. เช่น 2566")
        parser.add_argument("--by", metavar="USERNAME", help="ผู้นำเข้า ปกติคือผู้ดูแลระบบของหน่วยงาน")
        parser.add_argument("--dry-run", action="store_true", help="แสดงสิ่งที่จะนำเข้าโดยไม่นำเข้า")

    def handle(self, *args, file, organization, year, by=None, **options):
        office = Organization.objects.filter(slug=organization).first()
        if office is None:
            raise CommandError(f"ไม่พบหน่วยงาน {organization}")
        person = self._person(office, by)
        try:
            content = file.read_bytes()
            book = read_year_book(BytesIO(content), len(content))
            with transaction.atomic():
                brought = import_year(
                    self._round(office, year, person),
                    book,
                    by=person,
                    name=file.name,
                    sha256=sha256(content).hexdigest(),
                )
                transaction.set_rollback(options["dry_run"])
        except OSError as error:
            raise CommandError(f"อ่านไฟล์ {file} ไม่ได้: {error.strerror}") from error
        except Refused as refused:
            raise CommandError(str(refused)) from refused
        self._tell(brought)
        self.stdout.write("ยังไม่ได้นำเข้า" if options["dry_run"] else f"นำเข้าปี {year} ของ{office}แล้ว")

    def _person(self, office: Organization, username: str | None) -> User:
        people = office.users.filter(is_active=True)
        person = people.filter(**({"username": username} if username else {"role": Role.ADMIN}))
        if not person.exists():
            raise CommandError(f"ไม่พบผู้ใช้ {username or 'ที่เป็นผู้ดูแลระบบ'} ของ{office}")
        return person.first()

    def _round(self, office: Organization, typed: str, by: User) -> Round:
        """The year asked for; one not opened yet is opened."""
        digits = arabic_digits(typed)
        if not (digits.isascii() and digits.isdecimal() and 2550 <= int(digits) <= 2700):
            raise CommandError(f"ไม่เข้าใจปี “{typed}” โปรดใช้ปี พ.ศ. สี่หลัก เช่น 2566")
        found = office.rounds.select_related("organization").filter(be_year=int(digits)).first()
        return found or open_round(organization=office, be_year=int(digits), by=by)

    def _tell(self, brought: BroughtIn) -> None:
        for name, count in brought.counts.items():
            self.stdout.write(f"  {name} {count} แถว")
        for unit in brought.units:
            self.stdout.write(f"  สร้างส่วนราชการ {unit}")
        for person in brought.people:
            self.stdout.write(f"  สร้างชื่อผู้บันทึกที่เข้าใช้ระบบไม่ได้ {person}")
