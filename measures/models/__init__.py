from measures.models.imported_document import ImportedDocument
from measures.models.measure import Measure, Responsibility
from measures.models.wording import MeasureWording

__all__ = [
    "ImportedDocument",
    "Measure",
    "MeasureWording",
    "Responsibility",
]
