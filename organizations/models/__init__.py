from organizations.models.change import Change, Reworded, StaleWording
from organizations.models.comment import Comment
from organizations.models.entry import Entry
from organizations.models.kept import Kept, KeptQuerySet, held
from organizations.models.notice import Notice, NoticeKind
from organizations.models.organization import Organization
from organizations.models.progress import (
    StaleVersion,
    Standing,
    Tracked,
    TrackedQuerySet,
    latest_by_unit,
)
from organizations.models.round import Round
from organizations.models.status import FINISHED, REPORTABLE, SOON, Due, Status, fold
from organizations.models.unit import Unit, UnitTree
from organizations.models.user import User

__all__ = [
    "FINISHED",
    "REPORTABLE",
    "SOON",
    "Change",
    "Comment",
    "Due",
    "Entry",
    "Kept",
    "KeptQuerySet",
    "Notice",
    "NoticeKind",
    "Organization",
    "Reworded",
    "Round",
    "StaleVersion",
    "StaleWording",
    "Standing",
    "Status",
    "Tracked",
    "TrackedQuerySet",
    "Unit",
    "UnitTree",
    "User",
    "fold",
    "held",
    "latest_by_unit",
]
