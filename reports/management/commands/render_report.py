from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError, CommandParser

from organizations.commands import YearCommand
from reports.files.excel import write_excel
from reports.files.word import write_word
from reports.page import paper_html, standalone_html
from reports.pdf import render_pdf
from reports.progress_report import build_progress_report
from thai.dates import parse_date

FORMS = {
    "html": lambda report: standalone_html(report).encode(),
    "pdf": lambda report: render_pdf(paper_html(report)),
    "docx": write_word,
    "xlsx": write_excel,
}


class Command(YearCommand):
    help = "พิมพ์รายงานผลการดำเนินการตามมาตรการของหน่วยงานหนึ่งในปีหนึ่ง เป็น HTML PDF Word หรือ Excel"

    def add_arguments(self, parser: CommandParser) -> None:
        super().add_arguments(parser)
        parser.add_argument(
            "--as-of", metavar="DAY", type=_day, help="ข้อมูล ณ วันที่ เช่น 31/3/2570 แทนวันที่ตั้งไว้ในรายงาน"
        )
        parser.add_argument("--format", choices=FORMS, default="pdf", help="รูปแบบ")
        parser.add_argument("--output", required=True, type=Path, help="ไฟล์ที่จะเขียน")

    def handle(
        self, *args: Any, organization: str, year: str, output: Path, **options: Any
    ) -> None:
        ita_round = self.find_round(organization, year)
        report = build_progress_report(ita_round, as_of=options["as_of"])
        content = FORMS[options["format"]](report)
        try:
            output.write_bytes(content)
        except OSError as error:
            raise CommandError(f"เขียนไฟล์ {output} ไม่ได้: {error.strerror}") from error
        self.stdout.write(f"เขียน {output} แล้ว ({len(content):,} ไบต์)")


def _day(typed: str) -> date:
    try:
        return parse_date(typed)
    except ValueError as error:
        raise CommandError(str(error)) from error
