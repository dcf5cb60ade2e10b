from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from organizations.models import Round
from thai.digits import arabic_digits
from years.book.collecting import build_year_book
from years.book.writing import write_year_book


class Command(BaseCommand):
    help = "ส่งออกข้อมูลทั้งปีเป็นไฟล์ Excel (.xlsx) ไฟล์เดียว"

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, metavar="FILE", help="ไฟล์ที่จะเขียน เช่น 2566.xlsx")
        parser.add_argument("--organization", required=True, metavar="SLUG", help="รหัสหน่วยงาน")
        parser.add_argument("--year", required=True, help="ปีงบประมาณ พ.ศ. เช่น 2566")

    def handle(self, *args, file, organization, year, **options):
        rounds = Round.objects.select_related("organization")
        digits = arabic_digits(year)
        found = rounds.filter(organization__slug=organization)
        ita_round = found.filter(be_year=digits).first() if digits.isdecimal() else None
        if ita_round is None:
            raise CommandError(f"ไม่พบปีงบประมาณ {year} ของหน่วยงาน {organization}")
        try:
            file.write_bytes(write_year_book(build_year_book(ita_round)))
        except OSError as error:
            raise CommandError(f"เขียนไฟล์ {file} ไม่ได้: {error.strerror}") from error
        self.stdout.write(f"ส่งออก{ita_round} ไปที่ {file} แล้ว")
