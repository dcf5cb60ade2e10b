from reports.progress_report.building import build_progress_report
from reports.progress_report.cell import Cell, Group, Line
from reports.progress_report.report import Eit, MeasureRow, ProgressReport

__all__ = [
    "Cell",
    "Eit",
    "Group",
    "Line",
    "MeasureRow",
    "ProgressReport",
    "build_progress_report",
]
