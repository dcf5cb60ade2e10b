from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError, CommandParser
from django.db import transaction

from disclosures.actions import open_round
from measures.importing.action import import_measures, office_of
from measures.importing.drafts import MeasureDraft, read_measures
from measures.importing.mends import apply_all, propose
from measures.importing.tables import Row, Unreadable, read_pasted, read_tables
from measures.importing.words import whole_words
from organizations.commands import BringingInCommand, read_year
from organizations.models import Organization, Round, User
from thai.dates import month_range


class Command(BringingInCommand):
    help = "นำเข้าตารางมาตรการจากเอกสาร Word (.docx) Excel (.xlsx) หรือตารางที่คัดลอกไว้ (.html)"

    def add_arguments(self, parser: CommandParser) -> None:
        super().add_arguments(parser)
        parser.add_argument("file", type=Path, metavar="FILE", help="เอกสารที่นำเข้า")
        parser.add_argument("--mend", action="store_true", help="แก้คำที่พิมพ์ผิดทุกคำที่เสนอ")

    def handle(
        self,
        *args: Any,
        file: Path,
        organization: str,
        year: str,
        by: str | None = None,
        mend: bool = False,
        **options: Any,
    ) -> None:
        office = self.find_office(organization)
        person = self.find_person(office, by)
        try:
            with transaction.atomic():
                ita_round = self._round(office, year, person)
                drafts = self._read(file, ita_round, mend)
                self._show(drafts)
                import_measures(ita_round, drafts, by=person)
                transaction.set_rollback(options["dry_run"])
        except Unreadable as refused:
            raise CommandError(str(refused)) from refused
        done = "ยังไม่ได้นำเข้า" if options["dry_run"] else "นำเข้าแล้ว"
        self.stdout.write(f"{done} {len(drafts)} มาตรการ ปีงบประมาณ {ita_round.be_year} {office}")
        if not ita_round.is_started:
            self.stdout.write("ปีนี้กำลังเตรียม ส่วนราชการยังไม่เห็นจนกว่าผู้ดูแลระบบจะเริ่มปีที่หน้า ปีงบประมาณ")

    def _round(self, office: Organization, typed: str, by: User) -> Round:
        """The year asked for; one not opened yet is opened, to be started by the office."""
        be_year = read_year(typed)
        found = self.find_round_of(office, be_year)
        return found or open_round(organization=office, be_year=be_year, by=by, is_started=False)

    def _read(self, file: Path, ita_round: Round, mend: bool) -> list[MeasureDraft]:
        try:
            content = file.read_bytes()
        except OSError as error:
            raise CommandError(f"อ่านไฟล์ {file} ไม่ได้: {error.strerror}") from error
        pasted = file.suffix.lower() in (".html", ".htm", ".txt")
        tables = (
            read_pasted(content.decode(errors="replace"))
            if pasted
            else read_tables(file.name, content)
        )
        office = office_of(ita_round)
        words = whole_words(ita_round.organization, office.units)
        if mend:
            return read_measures(tables, office, mend=partial(apply_all, words=words))
        self._propose(tables, words)
        return read_measures(tables, office)

    def _propose(self, tables: list[list[Row]], words: Iterable[str]) -> None:
        for cell in (cell for table in tables for row in table for cell in row):
            for mend in propose(cell, words):
                self.stdout.write(f"  เสนอแก้ “{mend.found}” เป็น “{mend.instead}” ({mend.reason})")

    def _show(self, drafts: list[MeasureDraft]) -> None:
        for draft in drafts:
            time = draft.timeframe
            months = (
                month_range(time.first, time.last) if time.first and time.last else "ไม่ทราบระยะเวลา"
            )
            self.stdout.write(f"มาตรการ {draft.number} {draft.title} ({months})")
            for share in draft.shares:
                names = ", ".join(unit.name for unit in share.units)
                items = " ".join(f"O{number}" for number in share.items)
                self.stdout.write(f"    {names} {items}".rstrip())
            for remark in draft.remarks:
                self.stdout.write(f"    ! {remark}")
