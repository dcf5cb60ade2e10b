from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from disclosures.actions import open_round
from disclosures.catalogue import editions
from organizations.commands import read_year
from organizations.founding import found_organization
from thai.dates import long_date

#: What the operator typed, by the field that was refused.
OPTIONS = {
    "name": "--name",
    "short_name": "--short-name",
    "slug": "--slug",
    "admin_name": "--admin-name",
    "admin_username": "--admin-username",
    "username": "--admin-username",
    "be_year": "--year",
}


class Command(BaseCommand):
    help = "สร้างหน่วยงานใหม่ในฐานข้อมูลเดียวกัน พร้อมผู้ดูแลระบบคนแรก และปีงบประมาณแรกถ้าระบุ"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--name", required=True, help="ชื่อเต็ม เช่น องค์การบริหารส่วนตำบลหนองบัว")
        parser.add_argument("--short-name", required=True, help="ชื่อย่อ เช่น อบต.หนองบัว")
        parser.add_argument("--slug", required=True, help="รหัสหน่วยงาน เช่น nong-bua")
        parser.add_argument("--admin-name", required=True, help="เช่น “นางสาวสมศรี ใจงาม”")
        parser.add_argument("--admin-username", required=True, help="ชื่อผู้ใช้ของผู้ดูแลระบบคนแรก")
        parser.add_argument("--year", help="ปีงบประมาณแรก พ.ศ. เช่น 2570 ถ้าไม่ระบุ หน่วยงานเปิดเอง")
        parser.add_argument("--edition", help="ฉบับของข้อ O พ.ศ. ปกติคือฉบับล่าสุดที่มีของปีนั้น")

    def handle(
        self, *args: Any, year: str | None = None, edition: str | None = None, **given: Any
    ) -> None:
        asked = {name: given[name] for name in given if name in OPTIONS}
        be_year, of = _year("--year", year), _year("--edition", edition)
        if of and of not in editions():
            known = " ".join(str(one) for one in editions())
            raise CommandError(f"ไม่มีข้อ O ฉบับ {of} มีฉบับ {known}")
        if of and not be_year:
            raise CommandError("--edition ใช้กับ --year โปรดระบุปีงบประมาณแรกด้วย")
        try:
            with transaction.atomic():
                slip = found_organization(**asked)
                office = slip.person.office
                if be_year:
                    # Nobody works in it yet: its admin goes through the steps and starts it.
                    open_round(
                        organization=office,
                        be_year=be_year,
                        by=None,
                        edition=of,
                        is_started=False,
                    )
        except ValidationError as refused:
            raise CommandError("\n".join(_sentences(refused))) from refused
        self.stdout.write(f"สร้าง{office.name} ({office.slug}) แล้ว")
        if be_year:
            self.stdout.write(f"เปิดปีงบประมาณ {be_year} ให้เตรียมแล้ว ผู้ดูแลระบบเริ่มปีเมื่อพร้อม")
        self.stdout.write(f"ผู้ดูแลระบบ {slip.person}")
        self.stdout.write(f"  ชื่อผู้ใช้  {slip.person.username}")
        self.stdout.write(f"  รหัสผ่าน  {slip.password}")
        self.stdout.write(
            f"รหัสผ่านนี้แสดงครั้งเดียว ใช้เข้าระบบครั้งแรกภายใน {long_date(slip.until)} แล้วระบบให้ตั้งใหม่"
        )


def _year(option: str, typed: str | None) -> int | None:
    return None if typed is None else read_year(str(typed), f" {option}")


def _sentences(refused: ValidationError) -> list[str]:
    if not hasattr(refused, "error_dict"):
        return refused.messages
    return [
        f"{OPTIONS.get(field, field)}: {' '.join(words)}"
        for field, words in refused.message_dict.items()
    ]
