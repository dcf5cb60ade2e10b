from reports.models.wording import Orientation, ReportWording

__all__ = ["Orientation", "ReportWording"]
