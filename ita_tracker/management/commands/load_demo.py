from django.core.management.base import BaseCommand
from django.utils import timezone

from ita_tracker.demo.loader import load_demo


class Command(BaseCommand):
    help = "สร้างหน่วยงานสาธิต อบต.ถ้ำสิงห์ พร้อมปีงบประมาณ 2566 และปีปัจจุบัน (เรียกซ้ำได้)"

    def add_arguments(self, parser):
        parser.add_argument("--password", help="รหัสผ่านของทุกบัญชี ถ้าไม่ระบุจะสุ่มให้แต่ละบัญชี")

    def handle(self, *args, password=None, **options):
        passwords = load_demo(today=timezone.localdate(), password=password)
        if not passwords:
            self.stdout.write("มีข้อมูลสาธิตอยู่แล้ว รหัสผ่านเดิมยังใช้ได้")
            return
        self.stdout.write("บัญชีสาธิต (ชื่อผู้ใช้  รหัสผ่าน)")
        for username, given in passwords.items():
            self.stdout.write(f"  {username:<12}{given}")
