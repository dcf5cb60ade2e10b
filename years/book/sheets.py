"""What a year's workbook holds: one sheet a table, in the order in which each needs the others."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property

from django.db import models

from disclosures.models import (
    AssignmentChange,
    DisclosureItem,
    DisclosureUpdate,
    Indicator,
    ItemAssignment,
    ItemChange,
    ItemComment,
    ItemDecision,
)
from measures.models import (
    Measure,
    MeasureChange,
    MeasureComment,
    MeasureDecision,
    ProgressUpdate,
    Responsibility,
)
from measures.models.wording import WRITTEN
from organizations.models import Round, Unit, User
from reports.models import MeasureRemark, ReportWording, TypedIn, WordingChange
from tracking.models import Evidence
from years.book.cells import Kind, kind_of
from years.models import CarryDecision

#: The heading of the number that other sheets know a row by.
PLACE = "แถวที่"


@dataclass(frozen=True)
class Column:
    """`field` is the model's; a reference names the model that it leads to, one or `many`."""

    heading: str
    field: models.Field
    kind: Kind | None = None
    to: type[models.Model] | None = None
    many: bool = False


@dataclass(frozen=True)
class Sheet:
    """`names` are the fields; `of_round` is the way from the table to its year, empty where it is
    gone otherwise.

    `key` is the field by whose number others name a row, `is_named` whether they do at all; where
    there is no such field the rows are counted. What is `derived` is written and not read; `inner`
    says what in a list of a field leads to another sheet.
    """

    model: type[models.Model]
    names: str
    of_round: str = ""
    key: str = ""
    is_named: bool = False
    derived: frozenset[str] = frozenset()
    fault: Callable[[dict], str] = lambda _row: ""
    inner: dict[str, tuple[str, type[models.Model]]] = field(default_factory=dict, hash=False)

    @property
    def name(self) -> str:
        return str(self.model._meta.verbose_name)

    @property
    def is_counted(self) -> bool:
        return self.is_named and not self.key

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        return tuple(_column(self.model._meta.get_field(name)) for name in self.names.split())

    @cached_property
    def headings(self) -> tuple[str, ...]:
        own = tuple(column.heading for column in self.columns)
        return (PLACE, *own) if self.is_counted else own

    @cached_property
    def once(self) -> list[tuple[str, ...]]:
        """The fields that no two rows of a year have alike."""
        names = set(self.names.split())
        rules = [
            tuple(name for name in rule.fields if name != "ita_round")
            for rule in self.model._meta.constraints
            if isinstance(rule, models.UniqueConstraint)
            and rule.condition is None
            and set(rule.fields) <= names | {"ita_round"}
        ]
        return rules + [(column.field.name,) for column in self.columns if column.field.unique]


def _column(of: models.Field) -> Column:
    heading = str(of.verbose_name)
    if of.is_relation:
        return Column(heading, of, to=of.related_model, many=of.many_to_many)
    return Column(heading, of, kind_of(of))


def _measure_fault(row: dict) -> str:
    first, last = row["first_month"], row["last_month"]
    if (first is None) != (last is None) or (first and first > last):
        return "โปรดระบุทั้งสองเดือน โดยเดือนแรกไม่หลังเดือนสุดท้าย"
    return ""


def _item_fault(row: dict) -> str:
    is_silent = not row["is_applicable"] and not row["not_applicable_reason"]
    return "ข้อที่ไม่ใช้กับหน่วยงานต้องมีเหตุผล" if is_silent else ""


def _evidence_fault(row: dict) -> str:
    if bool(row["url"]) == bool(row["sha256"]):
        return "หลักฐานต้องเป็นลิงก์ หรือไฟล์ที่มีค่า SHA-256 อย่างใดอย่างหนึ่ง"
    # It becomes the name of a file.
    if row["sha256"] and not re.fullmatch("[0-9a-f]{64}", row["sha256"]):
        return "ค่า SHA-256 ของหลักฐานไม่ถูกต้อง ต้องเป็นเลขฐานสิบหก 64 ตัว"
    return ""


_ENTRY = "unit by at version old_status status note evidence"
_DECISION = "by at text old_due new_due taken_from given_to"
_COMMENT = "by at text mentions"
_CHANGE = "by at what old new"
_STATUS = frozenset(["status"])

ROUND = Sheet(Round, "be_year edition disclosure_due")
UNITS = Sheet(Unit, "name parent position closed_at merged_into", is_named=True)
PEOPLE = Sheet(User, "first_name last_name role units", is_named=True)
INDICATORS = Sheet(Indicator, "code title position", "ita_round", is_named=True)
ITEMS = Sheet(
    DisclosureItem,
    "number indicator title group requirement data_year title_confidence requirement_confidence"
    " remark is_applicable not_applicable_reason agreed_due status",
    "ita_round",
    key="number",
    is_named=True,
    derived=_STATUS,
    fault=_item_fault,
)
MEASURES = Sheet(
    Measure,
    f"number {' '.join(WRITTEN)} items imported_cells agreed_due status",
    "ita_round",
    key="number",
    is_named=True,
    derived=_STATUS,
    fault=_measure_fault,
)
EVIDENCE = Sheet(
    Evidence,
    "title url sha256 version replaces by at",
    is_named=True,
    fault=_evidence_fault,
)
WORDING = Sheet(
    ReportWording,
    "title opening eit_statement closing committee eit_url eit_url_received period as_of"
    " orientation digits item_style mark_form mark_place columns parts signatories photos"
    " memo_from memo_number memo_date memo_subject memo_to memo_body memo_signer memo_post",
    "ita_round",
    is_named=True,
    inner={"photos": ("evidence", Evidence)},
)
OF_ITEM, OF_MEASURE = "item__ita_round", "measure__ita_round"
SHEETS = (
    ROUND,
    UNITS,
    PEOPLE,
    INDICATORS,
    ITEMS,
    Sheet(ItemAssignment, "item unit is_lead label", OF_ITEM),
    MEASURES,
    Sheet(Responsibility, "measure unit label", OF_MEASURE),
    EVIDENCE,
    Sheet(DisclosureUpdate, f"item {_ENTRY}", OF_ITEM),
    Sheet(ProgressUpdate, f"measure {_ENTRY}", OF_MEASURE),
    Sheet(ItemComment, f"item {_COMMENT}", OF_ITEM),
    Sheet(MeasureComment, f"measure {_COMMENT}", OF_MEASURE),
    Sheet(ItemDecision, f"item {_DECISION}", OF_ITEM),
    Sheet(MeasureDecision, f"measure {_DECISION}", OF_MEASURE),
    Sheet(AssignmentChange, "item unit by at old new", OF_ITEM),
    Sheet(ItemChange, f"item {_CHANGE}", OF_ITEM),
    Sheet(MeasureChange, f"number measure {_CHANGE}", "ita_round"),
    Sheet(CarryDecision, "kind number moved_to by at", "ita_round"),
    Sheet(MeasureRemark, "measure version by at obstacles suggestions remark", OF_MEASURE),
    Sheet(TypedIn, "item by at answer", OF_ITEM),
    WORDING,
    Sheet(WordingChange, f"wording {_CHANGE}", "wording__ita_round"),
)
#: What hangs on a year and stays behind, each with the reason.
LEFT_OUT = {
    "organizations.RoundChange": "how this very year was opened and closed here",
    "years.YearImport": "what was brought in here",
    "measures.ImportedDocument": "documents on their way into measures",
    "issuing.Proposal": "a report as issued stays with the office that issued it",
}
