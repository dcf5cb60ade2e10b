from pathlib import Path
from typing import Any

from django.core.management.base import CommandError, CommandParser

from organizations.commands import YearCommand
from years.book.collecting import build_year_book
from years.book.writing import write_year_book


class Command(YearCommand):
    help = "ส่งออกข้อมูลทั้งปีเป็นไฟล์ Excel (.xlsx) ไฟล์เดียว"

    def add_arguments(self, parser: CommandParser) -> None:
        super().add_arguments(parser)
        parser.add_argument("file", type=Path, metavar="FILE", help="ไฟล์ที่จะเขียน เช่น 2566.xlsx")

    def handle(self, *args: Any, file: Path, organization: str, year: str, **options: Any) -> None:
        ita_round = self.find_round(organization, year)
        try:
            file.write_bytes(write_year_book(build_year_book(ita_round)))
        except OSError as error:
            raise CommandError(f"เขียนไฟล์ {file} ไม่ได้: {error.strerror}") from error
        self.stdout.write(f"ส่งออก{ita_round} ไปที่ {file} แล้ว")
