import sys
from typing import Any

from django.utils import timezone

from checking.check import build_check
from checking.text import check_text
from organizations.commands import YearCommand


class Command(YearCommand):
    help = "ตรวจความพร้อมของรายงานก่อนพิมพ์ จบด้วยรหัส 1 เมื่อมีเรื่องที่ต้องแก้"

    def handle(self, *args: Any, organization: str, year: str, **options: Any) -> None:
        found = self.find_round(organization, year)
        result = build_check(found, today=timezone.localdate())
        self.stdout.write(check_text(result, found))
        if not result.is_ready:
            sys.exit(1)
