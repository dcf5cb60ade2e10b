"""What an office's own document may ask for, under the names it asks by."""

from copy import copy

from organizations.models import Round
from reports.columns import COLUMNS
from reports.files.characters import printable
from reports.files.outline import cell_lines
from reports.models import ReportWording
from reports.progress_report import ProgressReport, build_progress_report

QR = "QRแบบวัด"
ROWS, SIGNED, OPENING = "มาตรการทั้งหมด", "ผู้ลงนาม", "ย่อหน้านำ"
#: Fields of one text each, with what they are.
TEXTS = {
    "หน่วยงาน": "ชื่อหน่วยงาน",
    "ปี": "ปีงบประมาณ",
    "ชื่อรายงาน": "ชื่อรายงานทุกบรรทัด",
    "ณวันที่": "ข้อมูล ณ วันที่ ถ้ากำหนดไว้",
    "หัวข้อมาตรการ": "หัวข้อเหนือตาราง",
    "หัวข้อแบบวัด": "หัวข้อแบบวัด EIT",
    "ข้อความแบบวัด": "ข้อความเรื่องแบบวัด EIT",
    "ลิงก์แบบวัด": "ลิงก์แบบวัด EIT",
    QR: "ภาพ QR code แบบวัด EIT",
    "ท้ายรายงาน": "ข้อความท้ายรายงานทุกบรรทัด",
}
SIGNED_FIELDS = ("หน้าที่", "ชื่อ", "ตำแหน่ง")


def lists() -> dict[str, frozenset[str]]:
    """Fields of many: under the name of each the names of what every one of them has."""
    return {
        ROWS: frozenset(column.field for column in COLUMNS),
        SIGNED: frozenset(SIGNED_FIELDS),
        OPENING: frozenset(),
    }


def report_for_fields(ita_round: Round) -> ProgressReport:
    """With every column, since the office's own table chooses."""
    wording = copy(ReportWording.objects.of(ita_round))
    wording.columns = COLUMNS.keys
    return build_progress_report(ita_round, wording=wording)


def fields_of(report: ProgressReport, be_year: int) -> dict[str, object]:
    """Texts and lists by field; the picture is left to the caller, who draws it."""
    section, signatures = report.eit_section, report.signatures
    texts = {
        "หน่วยงาน": report.organization,
        "ปี": str(be_year),
        "ชื่อรายงาน": "\n".join(report.title),
        "ณวันที่": report.as_of_words,
        "หัวข้อมาตรการ": report.heading,
        "หัวข้อแบบวัด": section.heading if section else "",
        "ข้อความแบบวัด": "\n".join(section.statement) if section else "",
        "ลิงก์แบบวัด": report.eit.url if report.eit else "",
        "ท้ายรายงาน": "\n".join(report.closing),
    }
    return {
        **{name: printable(text) for name, text in texts.items()},
        OPENING: [printable(paragraph) for paragraph in report.opening],
        ROWS: [
            {
                column.field: "\n".join(line.text for line in cell_lines(cell))
                for column, cell in row.in_columns
            }
            for row in report.rows
        ],
        SIGNED: [
            dict(
                zip(
                    SIGNED_FIELDS,
                    map(printable, (one.duty, one.name, "\n".join(one.post))),
                    strict=True,
                )
            )
            for one in (signatures.signed if signatures else ())
        ],
    }
