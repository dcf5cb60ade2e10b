from reports.columns import Orientation
from reports.models.carry_decision import CarryDecision, CarryKind
from reports.models.remark import MeasureRemark
from reports.models.typed_in import TypedIn
from reports.models.wording import ReportWording

__all__ = [
    "CarryDecision",
    "CarryKind",
    "MeasureRemark",
    "Orientation",
    "ReportWording",
    "TypedIn",
]
