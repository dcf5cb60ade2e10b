"""The report as the form would have it, and what to know before saving."""

from dataclasses import dataclass

from django.utils import timezone

from reports.columns import MOST_IN_PORTRAIT, is_crowded
from reports.editing.forms import WordingForm
from reports.models import Orientation, Part, ReportWording
from reports.progress_report import ProgressReport, build_progress_report
from reports.progress_report.cells import EVIDENCE

#: More rows than these are not drawn while somebody types: they look like the first.
MOST_ROWS = 40


@dataclass(frozen=True)
class Preview:
    """`left_out` says how many rows of the table the preview does without."""

    report: ProgressReport
    notes: list[str]
    left_out: int


def build_preview(form: WordingForm) -> Preview:
    wording = form.instance
    report = build_progress_report(wording.ita_round, wording=wording)
    left_out = max(0, len(report.rows) - MOST_ROWS)
    notes = [*_on_paper(wording), *_on_the_day(wording, report)]
    notes += [
        f"{label}: {marks} ไม่ใช่คำแทนที่ระบบรู้จัก จึงจะพิมพ์ตามที่เขียน" for label, marks in form.strange_marks
    ]
    return Preview(report.shortened(MOST_ROWS), notes, left_out)


def _on_paper(wording: ReportWording) -> list[str]:
    notes = []
    is_portrait = wording.orientation == Orientation.PORTRAIT
    if is_portrait and len(wording.columns) > MOST_IN_PORTRAIT:
        notes.append(f"มี {len(wording.columns)} คอลัมน์ แนะนำกระดาษแนวนอน")
    if is_crowded(wording.columns, wording.orientation):
        notes.append("คอลัมน์มากเกินความกว้างของกระดาษ คำจะถูกตัดกลางคำ โปรดเลือกแนวนอนหรือลดคอลัมน์")
    if EVIDENCE.key in wording.columns and not wording.has(Part.ITEMS):
        notes.append("คอลัมน์หลักฐานพิมพ์ลิงก์ของข้อ O ทุกข้อ เลือกภาคผนวกข้อ O เพื่อย้ายลิงก์ไปไว้ที่นั่นพร้อม QR code")
    if wording.has(Part.PHOTOS) and not wording.photos:
        notes.append("เลือกภาคผนวกภาพกิจกรรมไว้ แต่ยังไม่ได้เลือกภาพ")
    if wording.photos and not wording.has(Part.PHOTOS):
        notes.append("เลือกภาพไว้แล้ว แต่ยังไม่ได้เลือกภาคผนวกภาพกิจกรรมในส่วนประกอบ")
    return notes


def _on_the_day(wording: ReportWording, report: ProgressReport) -> list[str]:
    if report.as_of is None:
        return []
    notes = ["สถานะ ผล และหลักฐานเป็นของวันที่เลือก ส่วนผู้รับผิดชอบและถ้อยคำเป็นปัจจุบัน"]
    if report.as_of > timezone.localdate():
        notes.append("ยังไม่ถึงวันที่ของข้อมูล รายงานจึงเป็นข้อมูลถึงขณะนี้เท่านั้น")
    return notes
