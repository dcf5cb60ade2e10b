import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from checking.check import build_check
from checking.text import check_text
from organizations.models import Round
from thai.digits import arabic_digits


class Command(BaseCommand):
    help = "ตรวจความพร้อมของรายงานก่อนพิมพ์ จบด้วยรหัส 1 เมื่อมีเรื่องที่ต้องแก้"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--organization", required=True, metavar="SLUG", help="รหัสหน่วยงาน")
        parser.add_argument("--year", required=True, help="ปีงบประมาณ พ.ศ. เช่น 2566")

    def handle(self, *args: Any, organization: str, year: str, **options: Any) -> None:
        rounds = Round.objects.select_related("organization")
        typed = arabic_digits(year)
        if not (typed.isascii() and typed.isdigit()):
            raise CommandError(f"ไม่เข้าใจปี “{year}” โปรดใช้ปี พ.ศ. สี่หลัก เช่น 2566", returncode=2)
        found = rounds.filter(organization__slug=organization, be_year=int(typed)).first()
        if found is None:
            raise CommandError(f"ไม่พบปีงบประมาณ {year} ของ {organization}", returncode=2)
        result = build_check(found, today=timezone.localdate())
        self.stdout.write(check_text(result, found))
        if not result.is_ready:
            sys.exit(1)
