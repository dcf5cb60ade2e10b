from organizations.models.account import Account, AccountState
from organizations.models.account_change import AccountChange, AccountStep
from organizations.models.kept import Kept, KeptQuerySet, held
from organizations.models.notice import Notice, NoticeKind
from organizations.models.organization import Organization
from organizations.models.round import Round, RoundClosed, RoundState, RoundStep
from organizations.models.round_change import RoundChange
from organizations.models.unit import Unit, UnitTree
from organizations.models.unit_change import UnitChange, UnitStep
from organizations.models.user import User

__all__ = [
    "Account",
    "AccountChange",
    "AccountState",
    "AccountStep",
    "Kept",
    "KeptQuerySet",
    "Notice",
    "NoticeKind",
    "Organization",
    "Round",
    "RoundChange",
    "RoundClosed",
    "RoundState",
    "RoundStep",
    "Unit",
    "UnitChange",
    "UnitStep",
    "UnitTree",
    "User",
    "held",
]
