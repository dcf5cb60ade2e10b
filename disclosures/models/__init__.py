from disclosures.models.assignment import AssignmentChange, ItemAssignment
from disclosures.models.capacity import Capacity
from disclosures.models.change import ItemChange, WhatOfItem
from disclosures.models.comment import ItemComment
from disclosures.models.decision import ItemDecision
from disclosures.models.item import DisclosureItem, Indicator
from disclosures.models.update import DisclosureUpdate
from disclosures.models.wording import Confidence, ItemWording

__all__ = [
    "AssignmentChange",
    "Capacity",
    "Confidence",
    "DisclosureItem",
    "DisclosureUpdate",
    "Indicator",
    "ItemAssignment",
    "ItemChange",
    "ItemComment",
    "ItemDecision",
    "ItemWording",
    "WhatOfItem",
]
