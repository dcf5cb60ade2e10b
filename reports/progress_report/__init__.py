from reports.cell import Cell, Group, Line
from reports.progress_report.appendix import ItemRow
from reports.progress_report.building import build_progress_report
from reports.progress_report.memo import Memo
from reports.progress_report.photos import Photo
from reports.progress_report.report import Eit, EitSection, MeasureRow, PageMark, ProgressReport
from reports.progress_report.signatures import Signature, Signatures

__all__ = [
    "Cell",
    "Eit",
    "EitSection",
    "Group",
    "ItemRow",
    "Line",
    "MeasureRow",
    "Memo",
    "PageMark",
    "Photo",
    "ProgressReport",
    "Signature",
    "Signatures",
    "build_progress_report",
]
