from measures.models.measure import Measure, Responsibility
from measures.models.update import ProgressUpdate

__all__ = ["Measure", "ProgressUpdate", "Responsibility"]
