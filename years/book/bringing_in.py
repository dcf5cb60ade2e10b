"""Bringing a year's book into an empty year: all of it, exactly as it was written, or nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, transaction
from django.db.models import Model, ProtectedError

from disclosures.catalogue import editions
from disclosures.models import DisclosureItem
from measures.models import Measure
from organizations.models import Round, Unit, User
from organizations.permissions import Permission
from tracking.models import Change, Entry, Evidence, Row, folded
from tracking.uploads.refusal import Refused
from years.book.chart import bring_units
from years.book.collecting import YearBook
from years.book.decoding import Decoded, decode, wrong
from years.book.people import bring_people
from years.book.sheets import EVIDENCE, INDICATORS, ITEMS, PEOPLE, ROUND, SHEETS, UNITS, Sheet
from years.models import YearImport

#: What a year has from the moment it is opened.
_FROM_THE_START = (INDICATORS, ITEMS)


@dataclass(frozen=True)
class BroughtIn:
    """How many rows came of each sheet, and what the office had not."""

    counts: dict[str, int]
    units: tuple[Unit, ...]
    people: tuple[User, ...]

    @property
    def total(self) -> int:
        return sum(self.counts.values())


def why_not_empty(ita_round: Round) -> str:
    """What is in the year already; empty where nothing is."""
    for sheet in SHEETS:
        if not sheet.of_round or sheet in _FROM_THE_START:
            continue
        if sheet.rows_of(ita_round).exists():
            return f"ปีงบประมาณ {ita_round.be_year} มี{sheet.name} อยู่แล้ว นำเข้าทั้งปีได้เฉพาะปีที่ยังว่าง"
    return ""


@transaction.atomic
def import_year(ita_round: Round, book: YearBook, *, by: User, name: str, sha256: str) -> BroughtIn:
    """History is written as it was kept elsewhere: by whom, when and what; nobody is told of it.

    Raises Refused, naming sheet and row, with nothing done.
    """
    if not by.may(Permission.IMPORT_YEAR) or ita_round.organization_id != by.organization_id:
        raise PermissionDenied
    ita_round.hold_open()
    if reason := why_not_empty(ita_round):
        raise Refused(reason)
    bringing = _Bringing(ita_round)
    bringing.take_round(book)
    for sheet in SHEETS:
        bringing.take(sheet, book.rows[sheet.name])
    bringing.fold_statuses()
    YearImport.objects.create(ita_round=ita_round, by=by, name=name[:255], sha256=sha256)
    counts = {sheet.name: len(book.rows[sheet.name]) for sheet in SHEETS}
    return BroughtIn(counts, tuple(bringing.units), tuple(bringing.people))


class _Bringing:
    """Sheet by sheet, each knowing the rows of those before it."""

    def __init__(self, ita_round: Round) -> None:
        self.ita_round = ita_round
        self.known: dict[type[Model], dict[int, Any]] = {}
        self.units: list[Unit] = []
        self.people: list[User] = []
        self.entries: list[Entry] = []

    def take_round(self, book: YearBook) -> None:
        rows = decode(ROUND, book.rows[ROUND.name], {})
        if len(rows) != 1:
            raise Refused(f"แผ่นงาน “{ROUND.name}” ต้องมีข้อมูลหนึ่งแถว โปรดใช้ไฟล์ที่ส่งออกจากหน้าข้อมูลทั้งปี")
        (row,) = rows
        year = row.values["be_year"]
        if year != self.ita_round.be_year:
            raise Refused(f"ไฟล์นี้เป็นข้อมูลของปีงบประมาณ {year} โปรดเปิดปี {year} แล้วนำเข้าในปีนั้น")
        if row.values["edition"] not in editions():
            raise wrong(ROUND, row.number, f"ไม่รู้จักรายการข้อ O ฉบับปี {row.values['edition']}")
        self.ita_round.edition = row.values["edition"]
        self.ita_round.disclosure_due = row.values["disclosure_due"]
        self.ita_round.save(update_fields=["edition", "disclosure_due"])
        self._clear()

    def _clear(self) -> None:
        """Away with the items that the catalogue gave: the book has its own."""
        try:
            DisclosureItem.objects.of(self.ita_round).delete()
            self.ita_round.indicators.all().delete()
        except ProtectedError as used:
            raise Refused("ข้อ O ของปีนี้มีงานอยู่แล้ว นำเข้าทั้งปีได้เฉพาะปีที่ยังว่าง") from used

    def take(self, sheet: Sheet, cells: Sequence) -> None:
        if sheet is ROUND:
            return
        rows = decode(sheet, cells, self.known)
        office = self.ita_round.organization
        try:
            if sheet is UNITS:
                self.known[Unit], self.units = bring_units(office, rows)
            elif sheet is PEOPLE:
                self.known[User], self.people = bring_people(office, rows)
            else:
                self._make(sheet, rows)
        except DatabaseError as refused:
            raise Refused(
                f"แผ่นงาน “{sheet.name}” มีข้อมูลที่ขัดกันหรือยาวเกินไป โปรดใช้ไฟล์ที่ส่งออกจากหน้าข้อมูลทั้งปี"
            ) from refused

    def _make(self, sheet: Sheet, rows: Sequence[Decoded]) -> None:
        made: list[Any] = self._evidence(rows) if sheet is EVIDENCE else self._plain(sheet, rows)
        if issubclass(sheet.model, Row):
            # Each is a row of two tables, which are not written in bulk.
            for one in made:
                one.save()
        else:
            sheet.model._default_manager.bulk_create(made)
        if sheet is EVIDENCE:
            self._replace(rows, made)
        for column in sheet.columns:
            if column.many:
                _link(column.field, rows, made)
        if sheet.is_named:
            self.known[sheet.model] = {row.key: one for row, one in zip(rows, made, strict=True)}
        if issubclass(sheet.model, Entry):
            self.entries += made

    def _plain(self, sheet: Sheet, rows: Sequence[Decoded]) -> list:
        own: dict[str, Any] = {"ita_round": self.ita_round} if sheet.of_round == "ita_round" else {}
        for name, (key, model) in sheet.inner.items():
            for row in rows:
                row.values[name] = [
                    self._inward(sheet, row, one, key, model) for one in row.values[name]
                ]
        if sheet.model is Change and sheet.of_kind:
            own["kind"] = sheet.of_kind.kind
            for row in rows:
                _number(sheet, row)
        return [sheet.model(**row.values, **own) for row in rows]

    def _inward(self, sheet: Sheet, row: Decoded, one: dict, key: str, model: type[Model]) -> dict:
        found = self.known[model].get(one[key])
        if found is None:
            missing = f"{model._meta.verbose_name} ที่ {one[key]}"
            raise wrong(sheet, row.number, f"อ้างถึง{missing} ซึ่งไม่มีในไฟล์")
        return one | {key: found.pk}

    def _evidence(self, rows: Sequence[Decoded]) -> list[Evidence]:
        """A file that the office has is that file; another is its name and SHA-256 alone."""
        office = self.ita_round.organization
        there = {piece.sha256: piece for piece in office.evidence.exclude(file="")}
        made = []
        for row in rows:
            piece = Evidence(organization=office, **row.values | {"replaces": None})
            if not piece.url:
                same = there.get(piece.sha256)
                piece.file.name = same.file.name if same else f"not-here/{piece.sha256}"
                piece.preview.name = same.preview.name if same else ""
                piece.size = same.size if same else 0
            made.append(piece)
        return made

    def _replace(self, rows: Sequence[Decoded], made: Sequence[Evidence]) -> None:
        earlier: dict[int, Evidence] = {}
        changed = []
        for row, piece in zip(rows, made, strict=True):
            key = row.values["replaces"]
            if key is not None:
                if key not in earlier:
                    raise wrong(EVIDENCE, row.number, "ต้องแทนหลักฐานที่อยู่ในแถวก่อนหน้า")
                piece.replaces = earlier[key]
                changed.append(piece)
            earlier[row.key] = piece
        Evidence.objects.bulk_update(changed, ["replaces"], batch_size=500)

    def fold_statuses(self) -> None:
        """How far every row is, from the history that it has now."""
        tree = self.ita_round.unit_tree()
        history: dict[int, list[Entry]] = {}
        for entry in sorted(self.entries, key=lambda one: (one.at, one.pk), reverse=True):
            history.setdefault(entry.row_id, []).append(entry)
        rows = [
            *DisclosureItem.objects.of(self.ita_round).with_work(),
            *Measure.objects.of(self.ita_round).with_work(),
        ]
        for row in rows:
            own = history.get(row.pk, [])
            answering = row.answering_unit_ids() or {entry.unit_id for entry in own}
            row.status = folded(answering, own, tree)
        Row.objects.bulk_update(rows, ["status"], batch_size=200)


def _number(sheet: Sheet, change: Decoded) -> None:
    """An item keeps its number, so that a book does not say which it had at the time."""
    if "number" in change.values:
        return
    if change.values["row"] is None:
        raise wrong(sheet, change.number, f"คอลัมน์ “{sheet.columns[0].heading}” ว่างไม่ได้")
    change.values["number"] = change.values["row"].number


def _link(field: Any, rows: Sequence[Decoded], made: Sequence) -> None:
    through = field.remote_field.through
    source, target = field.m2m_field_name(), field.m2m_reverse_field_name()
    through.objects.bulk_create(
        through(**{f"{source}_id": one.pk, f"{target}_id": other.pk})
        for row, one in zip(rows, made, strict=True)
        for other in row.many[field.name]
    )
