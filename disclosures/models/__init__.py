from disclosures.models.assignment import AssignmentChange, ItemAssignment
from disclosures.models.capacity import Capacity
from disclosures.models.comment import ItemComment
from disclosures.models.decision import ItemDecision
from disclosures.models.evidence import Evidence
from disclosures.models.item import Confidence, DisclosureItem, Indicator
from disclosures.models.update import DisclosureUpdate

__all__ = [
    "AssignmentChange",
    "Capacity",
    "Confidence",
    "DisclosureItem",
    "DisclosureUpdate",
    "Evidence",
    "Indicator",
    "ItemAssignment",
    "ItemComment",
    "ItemDecision",
]
