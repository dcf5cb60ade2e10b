"""Roles, and the questions asked of them.

Row questions stand on the rows: `editable_by` and `is_editable_by`.
"""

from typing import Protocol

from django.conf import settings
from django.db import models


class HasRole(Protocol):
    @property
    def role(self) -> str: ...
    @property
    def is_superuser(self) -> bool: ...


class Role(models.TextChoices):
    STAFF = "staff", "เจ้าหน้าที่"
    SECRETARY = "secretary", "ฝ่ายเลขานุการ"
    ADMIN = "admin", "ผู้ดูแลระบบ"
    EXECUTIVE = "executive", "ผู้บริหาร"
    SUPERVISOR = "supervisor", "ผู้กำกับดูแล"


#: Who works in an office. A supervisor belongs to none: the operator alone appoints one.
OFFICE_ROLES = (Role.STAFF, Role.SECRETARY, Role.ADMIN, Role.EXECUTIVE)


def may_supervise(user: HasRole) -> bool:
    """Who reads the overview of several organizations, and writes nowhere."""
    return user.role == Role.SUPERVISOR


def may_edit_all(user: HasRole) -> bool:
    """Secretary and admin work on every row of their organization."""
    return user.role in (Role.SECRETARY, Role.ADMIN)


def may_report(user: HasRole) -> bool:
    """Who reports work at all; on which rows, the rows say."""
    return user.role == Role.STAFF or may_edit_all(user)


def minds_wording(user: HasRole) -> bool:
    """Who is told which wording has not been checked with the handbook."""
    return user.role == Role.ADMIN


def may_assign(user: HasRole) -> bool:
    """Who may say which unit answers for what."""
    return user.role == Role.ADMIN


def may_decide(user: HasRole) -> bool:
    """Who notes what the committee's meeting decides, and does it: a day agreed, another unit.

    The secretary runs the meeting, so there she may hand a row from one unit to another, which is
    noted with the decision. Laying out the year on the board stays the admin's.
    """
    return may_edit_all(user)


def may_keep_people(user: HasRole) -> bool:
    """Who keeps the office's units and its people's accounts."""
    return user.role == Role.ADMIN


def may_run_years(user: HasRole) -> bool:
    """Who opens, starts, closes and re-opens a year."""
    return user.role == Role.ADMIN


def must_have_second_factor(user: HasRole) -> bool:
    """Who can do most harm with a stolen password, where the installation asks for it."""
    return settings.REQUIRE_MFA and (user.is_superuser or may_edit_all(user))


def may_approve(user: HasRole) -> bool:
    """Who approves a report before it is issued."""
    return user.role == Role.EXECUTIVE


def may_keep_template(user: HasRole) -> bool:
    """Who keeps the office's own Word document, by which its report is handed out."""
    return user.role == Role.ADMIN
