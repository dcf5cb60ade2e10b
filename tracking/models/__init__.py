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
from tracking.models.status import (
    BY_RANK,
    BY_TAB,
    DATED,
    FINISHED,
    JUDGEMENTS,
    REPORTABLE,
    SOON,
    Due,
    Status,
    fold,
    kinds,
)

__all__ = [
    "BY_RANK",
    "BY_TAB",
    "DATED",
    "FINISHED",
    "JUDGEMENTS",
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
    "kinds",
    "latest_by_unit",
]
