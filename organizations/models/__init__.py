from organizations.models.account import Account, AccountState
from organizations.models.account_change import AccountChange, AccountStep
from organizations.models.change import Change, Reworded, StaleWording
from organizations.models.comment import Comment
from organizations.models.decision import Decision
from organizations.models.entry import Entry
from organizations.models.kept import Kept, KeptQuerySet, held
from organizations.models.notice import Notice, NoticeKind
from organizations.models.organization import Organization
from organizations.models.progress import (
    StaleVersion,
    Standing,
    Tracked,
    TrackedQuerySet,
    folded,
    latest_by_unit,
)
from organizations.models.round import Round, RoundClosed, RoundState, RoundStep
from organizations.models.round_change import RoundChange
from organizations.models.status import FINISHED, REPORTABLE, SOON, Due, Status, fold
from organizations.models.unit import Unit, UnitTree
from organizations.models.unit_change import UnitChange, UnitStep
from organizations.models.user import User

__all__ = [
    "FINISHED",
    "REPORTABLE",
    "SOON",
    "Account",
    "AccountChange",
    "AccountState",
    "AccountStep",
    "Change",
    "Comment",
    "Decision",
    "Due",
    "Entry",
    "Kept",
    "KeptQuerySet",
    "Notice",
    "NoticeKind",
    "Organization",
    "Reworded",
    "Round",
    "RoundChange",
    "RoundClosed",
    "RoundState",
    "RoundStep",
    "StaleVersion",
    "StaleWording",
    "Standing",
    "Status",
    "Tracked",
    "TrackedQuerySet",
    "Unit",
    "UnitChange",
    "UnitStep",
    "UnitTree",
    "User",
    "fold",
    "folded",
    "held",
    "latest_by_unit",
]
