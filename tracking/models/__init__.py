from tracking.models.change import Change, Reworded, StaleWording
from tracking.models.comment import Comment
from tracking.models.decision import Decision
from tracking.models.entry import Entry
from tracking.models.evidence import Evidence
from tracking.models.progress import (
    StaleVersion,
    Standing,
    Tracked,
    TrackedQuerySet,
    folded,
    latest_by_unit,
)
from tracking.models.status import FINISHED, REPORTABLE, SOON, Due, Status, fold

__all__ = [
    "FINISHED",
    "REPORTABLE",
    "SOON",
    "Change",
    "Comment",
    "Decision",
    "Due",
    "Entry",
    "Evidence",
    "Reworded",
    "StaleVersion",
    "StaleWording",
    "Standing",
    "Status",
    "Tracked",
    "TrackedQuerySet",
    "fold",
    "folded",
    "latest_by_unit",
]
