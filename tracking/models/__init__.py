from tracking.models.change import Change, ChangeOfWords, Reworded, StaleWording
from tracking.models.comment import Comment
from tracking.models.decision import Decision
from tracking.models.entry import Entry
from tracking.models.evidence import Evidence
from tracking.models.kind import Kind, WhatOfItem, WhatOfMeasure
from tracking.models.progress import StaleVersion, Standing, folded, latest_by_unit
from tracking.models.row import ITSELF, Row, RowQuerySet
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
    "ITSELF",
    "JUDGEMENTS",
    "REPORTABLE",
    "SOON",
    "Change",
    "ChangeOfWords",
    "Comment",
    "Decision",
    "Due",
    "Entry",
    "Evidence",
    "Kind",
    "Reworded",
    "Row",
    "RowQuerySet",
    "StaleVersion",
    "StaleWording",
    "Standing",
    "Status",
    "WhatOfItem",
    "WhatOfMeasure",
    "fold",
    "folded",
    "kinds",
    "latest_by_unit",
]
