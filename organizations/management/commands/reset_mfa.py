from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from organizations.models import User


class Command(BaseCommand):
    help = "ยกเลิกการยืนยันสองขั้นของผู้ใช้ที่โทรศัพท์หายและไม่มีรหัสสำรอง"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("username", metavar="USERNAME", help="ผู้ใช้ที่โทรศัพท์หาย")
        parser.add_argument(
            "--by", required=True, metavar="OPERATOR", help="ผู้ดูแลการติดตั้งที่ดำเนินการ เก็บไว้ในประวัติ"
        )

    def handle(self, *args: Any, username: str, by: str, **options: Any) -> None:
        person = User.objects.filter(username=username).first()
        if person is None:
            raise CommandError(f"ไม่พบผู้ใช้ {username}")
        operator = User.objects.filter(username=by, is_superuser=True).first()
        if operator is None:
            raise CommandError(f"ไม่พบผู้ดูแลการติดตั้ง {by} (ต้องเป็นบัญชีที่สร้างด้วย createsuperuser)")
        if not person.has_second_factor:
            raise CommandError(f"{username} ไม่ได้เปิดการยืนยันสองขั้น จึงไม่มีสิ่งที่ต้องยกเลิก")
        person.drop_second_factor(by=operator)
        self.stdout.write(f"ยกเลิกการยืนยันสองขั้นของ {username} แล้ว เข้าสู่ระบบได้ด้วยรหัสผ่าน")
