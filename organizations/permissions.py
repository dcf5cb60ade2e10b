"""What each role may do: the one place that says it.

Code asks `user.may(Permission.ASSIGN)`, a template `{% if user.may.assign %}`. Questions about a
row stand on the row: `editable_by` and `is_editable_by`.
"""

from enum import StrEnum, auto

from django.db import models


class Permission(StrEnum):
    """Named by what is done; the office it is done in is always the person's own."""

    #: Report on the rows of their own units, and start from them: “งานของฉัน”.
    REPORT_OWN = auto()
    #: Report on every row, in the name of the unit responsible.
    REPORT_ALL = auto()
    #: Follow the work of every unit, whoever does it.
    OVERSEE = auto()
    #: See a year before it is started.
    SEE_PREPARATION = auto()
    #: Accept finished work or send it back.
    REVIEW = auto()
    #: Note what the committee's meeting decides, and do it: a day agreed, another unit.
    DECIDE = auto()
    REWORD_MEASURES = auto()
    #: The report's own texts, and the remarks it makes on a measure.
    REWORD_REPORT = auto()
    #: Mark what has been typed into ITAS.
    MARK_ITAS = auto()
    #: Take a whole year out as one Excel file.
    EXPORT_YEAR = auto()
    #: Put a report before the executives, and withdraw it.
    PROPOSE = auto()
    #: Be told how any proposal of the office ended.
    HEAR_VERDICTS = auto()
    #: Let the public have an issued report, or no longer.
    PUBLISH = auto()
    #: Approve a report before it is issued, or send it back.
    APPROVE = auto()
    #: Say which unit answers for what: the board.
    ASSIGN = auto()
    #: Add and take away measures; say who does one, by when and for which items.
    SET_UP_MEASURES = auto()
    REORDER_MEASURES = auto()
    #: Reword the items of a year's catalogue, or say that one does not apply.
    REWORD_ITEMS = auto()
    #: Be told which wording has not been checked with the handbook.
    MIND_WORDING = auto()
    IMPORT_DOCUMENTS = auto()
    #: Bring a whole year in from an Excel file.
    IMPORT_YEAR = auto()
    #: Keep the office's own Word document, by which its report is handed out.
    KEEP_TEMPLATE = auto()
    #: Keep the office's units and its people's accounts.
    KEEP_PEOPLE = auto()
    #: Open, start, close and re-open a year.
    RUN_YEARS = auto()
    #: Read the overview of several organizations, and write nowhere.
    SUPERVISE = auto()
    #: Can do most harm with a stolen password: needs a second factor where the installation asks.
    NEED_SECOND_FACTOR = auto()


class Role(models.TextChoices):
    STAFF = "staff", "เจ้าหน้าที่"
    SECRETARY = "secretary", "ฝ่ายเลขานุการ"
    ADMIN = "admin", "ผู้ดูแลระบบ"
    EXECUTIVE = "executive", "ผู้บริหาร"
    SUPERVISOR = "supervisor", "ผู้กำกับดูแล"

    def may(self, permission: Permission) -> bool:
        return permission in PERMISSIONS[self]


_STAFF = frozenset({Permission.REPORT_OWN})
_EXECUTIVE = frozenset({Permission.OVERSEE, Permission.APPROVE, Permission.PUBLISH})
#: The secretary runs the meeting, so there they may hand a row from one unit to another, which is
#: noted with the decision. Laying out the year on the board stays the admin's.
_SECRETARY_AND_ADMIN = frozenset(
    {
        Permission.REPORT_ALL,
        Permission.OVERSEE,
        Permission.SEE_PREPARATION,
        Permission.REVIEW,
        Permission.DECIDE,
        Permission.REWORD_MEASURES,
        Permission.REWORD_REPORT,
        Permission.MARK_ITAS,
        Permission.EXPORT_YEAR,
        Permission.PROPOSE,
        Permission.PUBLISH,
        Permission.NEED_SECOND_FACTOR,
    }
)
_ADMIN = frozenset(
    {
        Permission.ASSIGN,
        Permission.SET_UP_MEASURES,
        Permission.REORDER_MEASURES,
        Permission.REWORD_ITEMS,
        Permission.MIND_WORDING,
        Permission.IMPORT_DOCUMENTS,
        Permission.IMPORT_YEAR,
        Permission.KEEP_TEMPLATE,
        Permission.KEEP_PEOPLE,
        Permission.RUN_YEARS,
    }
)

PERMISSIONS: dict[str, frozenset[Permission]] = {
    Role.STAFF: _STAFF,
    Role.SECRETARY: _SECRETARY_AND_ADMIN | {Permission.HEAR_VERDICTS},
    Role.ADMIN: _SECRETARY_AND_ADMIN | _ADMIN,
    Role.EXECUTIVE: _EXECUTIVE,
    Role.SUPERVISOR: frozenset({Permission.SUPERVISE}),
}

#: Roles of people in an office. A supervisor belongs to none: the operator alone appoints one.
OFFICE_ROLES = tuple(role for role in Role if not role.may(Permission.SUPERVISE))


def roles_that_may(permission: Permission) -> list[Role]:
    """For a query: `office.users.filter(role__in=roles_that_may(Permission.APPROVE))`."""
    return [role for role in Role if role.may(permission)]


class May:
    """What a person of this role may do, as code and templates ask it."""

    do_not_call_in_templates = True

    def __init__(self, role: str) -> None:
        self._held = PERMISSIONS.get(role, frozenset())

    def __call__(self, permission: Permission) -> bool:
        return permission in self._held

    def __getitem__(self, name: str) -> bool:
        """`{% if user.may.assign %}`."""
        return self(Permission(name))
