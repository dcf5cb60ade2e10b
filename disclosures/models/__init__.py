from disclosures.models.assignment import ItemAssignment
from disclosures.models.comment import ItemComment
from disclosures.models.evidence import Evidence
from disclosures.models.item import Confidence, DisclosureItem, Indicator
from disclosures.models.update import DisclosureUpdate

__all__ = [
    "Confidence",
    "DisclosureItem",
    "DisclosureUpdate",
    "Evidence",
    "Indicator",
    "ItemAssignment",
    "ItemComment",
]
