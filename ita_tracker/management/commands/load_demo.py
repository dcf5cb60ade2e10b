from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from ita_tracker.demo.loader import load_demo
from ita_tracker.demo.neighbours import load_neighbours


class Command(BaseCommand):
    help = "สร้างหน่วยงานสาธิต อบต.ถ้ำสิงห์ พร้อมปีงบประมาณ 2566 และปีปัจจุบัน (เรียกซ้ำได้)"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--password", help="รหัสผ่านของทุกบัญชี ถ้าไม่ระบุจะสุ่มให้แต่ละบัญชี")
        parser.add_argument(
            "--neighbours",
            type=int,
            default=0,
            metavar="N",
            help="เพิ่มหน่วยงานข้างเคียง N หน่วยงาน และผู้กำกับดูแลที่อ่านได้ทุกหน่วยงาน",
        )

    def handle(
        self, *args: Any, password: str | None = None, neighbours: int = 0, **options: Any
    ) -> None:
        today = timezone.localdate()
        passwords = load_demo(today=today, password=password)
        if neighbours:
            passwords |= load_neighbours(neighbours, today=today, password=password)
        if not passwords:
            self.stdout.write("มีข้อมูลสาธิตอยู่แล้ว รหัสผ่านเดิมยังใช้ได้")
            return
        self.stdout.write("บัญชีสาธิต (ชื่อผู้ใช้  รหัสผ่าน)")
        for username, given in passwords.items():
            self.stdout.write(f"  {username:<17} {given}")
