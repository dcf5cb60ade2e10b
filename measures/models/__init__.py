from measures.models.change import MeasureChange, WhatOfMeasure
from measures.models.comment import MeasureComment
from measures.models.decision import MeasureDecision
from measures.models.imported_document import ImportedDocument
from measures.models.measure import Measure, Responsibility
from measures.models.update import ProgressUpdate
from measures.models.wording import MeasureWording

__all__ = [
    "ImportedDocument",
    "Measure",
    "MeasureChange",
    "MeasureComment",
    "MeasureDecision",
    "MeasureWording",
    "ProgressUpdate",
    "Responsibility",
    "WhatOfMeasure",
]
