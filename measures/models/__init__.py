from measures.models.comment import MeasureComment
from measures.models.measure import Measure, Responsibility
from measures.models.update import ProgressUpdate

__all__ = ["Measure", "MeasureComment", "ProgressUpdate", "Responsibility"]
