from measures.models.comment import MeasureComment
from measures.models.decision import MeasureDecision
from measures.models.imported_document import ImportedDocument
from measures.models.measure import Measure, Responsibility
from measures.models.update import ProgressUpdate

__all__ = [
    "ImportedDocument",
    "Measure",
    "MeasureComment",
    "MeasureDecision",
    "ProgressUpdate",
    "Responsibility",
]
