from years.models.carry_decision import CarryDecision, CarryKind
from years.models.year_import import YearImport

__all__ = [
    "CarryDecision",
    "CarryKind",
    "YearImport",
]
