from hashlib import sha256
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from issuing.models import IssuedFile
from thai.dates import long_date


class Command(BaseCommand):
    help = "ตรวจว่าไฟล์ PDF หรือ HTML เป็นรายงานฉบับที่ออกจากระบบนี้หรือไม่"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="ไฟล์ที่จะตรวจ")

    def handle(self, *args: Any, file: Path, **options: Any) -> None:
        try:
            found = sha256(file.read_bytes()).hexdigest()
        except OSError as error:
            raise CommandError(f"อ่านไฟล์ {file} ไม่ได้: {error.strerror}") from error
        kept = (
            IssuedFile.objects.filter(sha256=found).select_related("report__organization").first()
        )
        if kept is None:
            raise CommandError(f"{file.name} ไม่ใช่ฉบับที่ออกจากระบบนี้ (SHA-256 {found})")
        kept.read()
        issued = kept.report
        self.stdout.write(
            f"{file.name} เป็น{kept.get_kind_display()} ของ{issued} "
            f"{issued.organization.name} วันที่ {long_date(issued.issued_on)}"
        )
