from reports.columns import Orientation
from reports.models.remark import MeasureRemark
from reports.models.wording import ReportWording

__all__ = ["MeasureRemark", "Orientation", "ReportWording"]
