from disclosures.models.assignment import AssignmentChange, ItemAssignment
from disclosures.models.capacity import Capacity
from disclosures.models.item import DisclosureItem, Indicator
from disclosures.models.wording import Confidence, ItemWording

__all__ = [
    "AssignmentChange",
    "Capacity",
    "Confidence",
    "DisclosureItem",
    "Indicator",
    "ItemAssignment",
    "ItemWording",
]
