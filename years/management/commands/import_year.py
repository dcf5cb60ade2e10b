from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError, CommandParser
from django.db import transaction

from disclosures.actions import open_round
from organizations.commands import BringingInCommand, read_year
from organizations.models import Organization, Round, User
from tracking.uploads.refusal import Refused
from years.book.bringing_in import BroughtIn, import_year
from years.book.reading import read_year_book


class Command(BringingInCommand):
    help = "นำเข้าข้อมูลทั้งปีจากไฟล์ที่ export_year เขียนไว้ ลงในปีที่ยังว่าง"

    def add_arguments(self, parser: CommandParser) -> None:
        super().add_arguments(parser)
        parser.add_argument("file", type=Path, metavar="FILE", help="ไฟล์ .xlsx ที่ส่งออกไว้")

    def handle(
        self,
        *args: Any,
        file: Path,
        organization: str,
        year: str,
        by: str | None = None,
        **options: Any,
    ) -> None:
        office = self.find_office(organization)
        person, be_year = self.find_person(office, by), read_year(year)
        try:
            content = file.read_bytes()
            book = read_year_book(BytesIO(content), len(content))
            with transaction.atomic():
                brought = import_year(
                    self._round(office, be_year, person),
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

    def _round(self, office: Organization, be_year: int, by: User) -> Round:
        """The year asked for; one not opened yet is opened."""
        found = self.find_round_of(office, be_year)
        return found or open_round(organization=office, be_year=be_year, by=by)

    def _tell(self, brought: BroughtIn) -> None:
        for name, count in brought.counts.items():
            self.stdout.write(f"  {name} {count} แถว")
        for unit in brought.units:
            self.stdout.write(f"  สร้างส่วนราชการ {unit}")
        for person in brought.people:
            self.stdout.write(f"  สร้างชื่อผู้บันทึกที่เข้าใช้ระบบไม่ได้ {person}")
