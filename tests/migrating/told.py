"""What a database is compared by, before and after: names of fields, and values as plain data.

These are facts of the years kept, whatever tables hold them.
"""

from datetime import UTC, date, datetime
from hashlib import sha256
from uuid import UUID

from django.db.models.fields.files import FieldFile

OFFICE = "name short_name evidence_quota dates_noticed_on"
UNIT = "name position closed_at"
PERSON = (
    "password last_login is_superuser first_name last_name email is_staff is_active date_joined"
    " role one_time_until"
)
ROUND = "edition is_open is_started disclosure_due closed_on kept_chart"
MEASURE = "title status agreed_due aims method first_month last_month imported_cells"
ITEM = (
    "title status agreed_due group requirement data_year title_confidence requirement_confidence"
    " remark is_applicable not_applicable_reason"
)
INDICATOR = "code title position"
ENTRY = "at version old_status status note"
COMMENT = "at text"
DECISION = "at text old_due new_due"
CHANGE = "at what old new"
ASSIGNMENT_CHANGE = "at old new"
EVIDENCE = "title url file sha256 size preview version at"
NOTICE = "kind title text path at read_at mailed_on"
REMARK = "version at obstacles suggestions remark"
TYPED_IN = "at answer"
CARRY_DECISION = "kind number moved_to at"
YEAR_IMPORT = "at name sha256"
DOCUMENT = "at name tables mends units moved_years imported_at"
WORDING = (
    "period as_of orientation digits item_style mark_form mark_place columns parts committee title"
    " opening eit_statement closing eit_url eit_url_received signatories photos memo_from"
    " memo_number memo_date memo_subject memo_to memo_body memo_signer memo_post"
)
TEMPLATE = "name content at"
PROPOSAL = "at title note verdict open_errors reason page value"
VERDICT = "at verdict reason"
ISSUED = "year number issued_on title at code"
FILE = "kind content sha256 size at"
PUBLICATION = "at is_public"
UNIT_CHANGE = "name at step text"
ACCOUNT_CHANGE = "at step text sent"
ROUND_CHANGE = "step at reason"
ADMIN_LOG = "action_time object_repr action_flag change_message"


def plain(value):
    """Whatever kind of database it comes from; of bytes their hash."""
    if isinstance(value, datetime):
        # SQLite keeps moments in UTC, and does not say so.
        return (value if value.tzinfo else value.replace(tzinfo=UTC)).astimezone(UTC).isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bytes | memoryview):
        return sha256(value).hexdigest()
    if isinstance(value, UUID):
        return value.hex
    if isinstance(value, FieldFile):
        return value.name
    return value


def named(row: object, names: str, **more) -> dict:
    """These fields of a row, and what stands for what it refers to."""
    return {name: plain(getattr(row, name)) for name in names.split()} | more


def grouped(pairs) -> dict[str, list]:
    """By their first, in their order."""
    found: dict[str, list] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return found


def in_order(records: list[dict]) -> list[dict]:
    return sorted(records, key=lambda one: [str(one[name]) for name in sorted(one)])
