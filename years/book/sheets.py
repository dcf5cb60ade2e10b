"""What a year's workbook holds: one sheet a table, in the order in which each needs the others."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from django.db import models

from disclosures.models import AssignmentChange, DisclosureItem, Indicator, ItemAssignment
from measures.models import Measure, Responsibility
from measures.models.wording import WRITTEN
from organizations.models import Round, Unit, User
from reports.models import MeasureRemark, ReportWording, TypedIn, WordingChange
from tracking.models import Change, Comment, Decision, Entry, Evidence, Kind, Row
from years.book.cells import CellKind, kind_of
from years.models import CarryDecision

#: The heading of the number that other sheets know a row by.
PLACE = "แถวที่"


@dataclass(frozen=True)
class Column:
    """`field` is the model's; a reference names the model that it leads to, one or `many`."""

    heading: str
    field: Any
    kind: CellKind | None = None
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
    of_kind: "OfKind | None" = None
    key: str = ""
    is_named: bool = False
    derived: frozenset[str] = frozenset()
    fault: Callable[[dict], str] = lambda _row: ""
    inner: dict[str, tuple[str, type[models.Model]]] = field(default_factory=dict, hash=False)

    @property
    def name(self) -> str:
        if self.of_kind:
            return self.of_kind.names[self.model]
        return str(self.model._meta.verbose_name)

    @property
    def is_counted(self) -> bool:
        return self.is_named and not self.key

    def rows_of(self, ita_round: Round) -> models.QuerySet:
        rows = self.model._default_manager.filter(**{self.of_round: ita_round})
        if self.of_kind is None or issubclass(self.model, Row):
            return rows
        way = "kind" if self.model is Change else "row__kind"
        return rows.filter(**{way: self.of_kind.kind})

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        meta = self.model._meta
        known = {one.name: one for one in (*meta.concrete_fields, *meta.many_to_many)}
        fields = [known[name] for name in self.names.split()]
        return tuple(self.of_kind.column(one) if self.of_kind else _column(one) for one in fields)

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


def _column(of: Any, heading: str = "") -> Column:
    heading = heading or str(of.verbose_name)
    if of.is_relation:
        return Column(heading, of, to=of.related_model, many=bool(of.many_to_many))
    return Column(heading, of, kind_of(of))


@dataclass(frozen=True)
class OfKind:
    """What a book has for one kind of rows, though both kinds share a table by now:
    `headings` are those that the field itself does not bear.
    """

    kind: Kind
    rows: type[models.Model]
    headings: dict[str, str] = field(hash=False)
    names: dict[type[models.Model], str] = field(hash=False)

    def column(self, of: Any) -> Column:
        if of.name == "what":
            words: models.Field[Any, Any] = models.CharField(
                of.verbose_name, choices=self.kind.what
            )
            return Column(str(of.verbose_name), of, kind_of(words))
        column = _column(of, self.headings.get(of.name, ""))
        return replace(column, to=self.rows) if column.to is Row else column


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

#: A book is read by people, who know the two kinds apart: what the tables share is written on a
#: sheet for each, under the names and headings of every book there is.
_ITEM = OfKind(
    Kind.ITEM,
    DisclosureItem,
    {"row": "ข้อ O", "number": "ข้อ", "title": "รายการ"},
    {
        DisclosureItem: "ข้อ O (OIT)",
        Entry: "ประวัติข้อ O",
        Comment: "ความเห็นต่อข้อ O",
        Decision: "มติต่อข้อ O",
        Change: "ประวัติการแก้ไขข้อ O",
    },
)
_MEASURE = OfKind(
    Kind.MEASURE,
    Measure,
    {"row": "มาตรการ", "title": "มาตรการ"},
    {
        Measure: "มาตรการ",
        Entry: "ประวัติมาตรการ",
        Comment: "ความเห็นต่อมาตรการ",
        Decision: "มติต่อมาตรการ",
        Change: "ประวัติการแก้ไขมาตรการ",
    },
)

ROUND = Sheet(Round, "be_year edition disclosure_due")
UNITS = Sheet(Unit, "name parent position closed_at merged_into", is_named=True)
PEOPLE = Sheet(User, "first_name last_name role units", is_named=True)
INDICATORS = Sheet(Indicator, "code title position", "ita_round", is_named=True)
ITEMS = Sheet(
    DisclosureItem,
    "number indicator title group requirement data_year title_confidence requirement_confidence"
    " remark is_applicable not_applicable_reason agreed_due status",
    "ita_round",
    _ITEM,
    key="number",
    is_named=True,
    derived=_STATUS,
    fault=_item_fault,
)
MEASURES = Sheet(
    Measure,
    f"number {' '.join(WRITTEN)} items imported_cells agreed_due status",
    "ita_round",
    _MEASURE,
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
OF_ITEM, OF_MEASURE, OF_ROW = "item__ita_round", "measure__ita_round", "row__ita_round"
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
    Sheet(Entry, f"row {_ENTRY}", OF_ROW, _ITEM),
    Sheet(Entry, f"row {_ENTRY}", OF_ROW, _MEASURE),
    Sheet(Comment, f"row {_COMMENT}", OF_ROW, _ITEM),
    Sheet(Comment, f"row {_COMMENT}", OF_ROW, _MEASURE),
    Sheet(Decision, f"row {_DECISION}", OF_ROW, _ITEM),
    Sheet(Decision, f"row {_DECISION}", OF_ROW, _MEASURE),
    Sheet(AssignmentChange, "item unit by at old new", OF_ITEM),
    Sheet(Change, f"row {_CHANGE}", "ita_round", _ITEM),
    Sheet(Change, f"number row {_CHANGE}", "ita_round", _MEASURE),
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
