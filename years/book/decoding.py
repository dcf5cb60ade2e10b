"""From the texts of a sheet to values: what cannot be meant is named by sheet, row and column."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import models

from thai.digits import arabic_digits
from tracking.uploads.refusal import Refused
from years.book.cells import Unclear, unheld
from years.book.sheets import PLACE, Column, Sheet

#: By model and number, the rows that are already there to be referred to.
Known = Mapping[type[models.Model], Mapping[int, models.Model]]
_NUMBER = re.compile("[0-9]+")
_PLURAL = re.compile("[^0-9,]*[0-9]+[^0-9,]*(?:,[^0-9,]*[0-9]+[^0-9,]*)*")
MOST_DIGITS = 9


@dataclass(frozen=True)
class Decoded:
    """`number` is the row's in the sheet, `key` what others name it by; `many` its references to
    several. A reference to the sheet's own rows stays a number.
    """

    number: int
    key: int
    values: dict[str, Any]
    many: dict[str, list[Any]]


def decode(
    sheet: Sheet, rows: Sequence[tuple[int, tuple[str, ...]]], known: Known
) -> list[Decoded]:
    """Refused names the first row that cannot be meant."""
    seen: dict[tuple, int] = {}
    decoded = []
    for place, (number, cells) in enumerate(rows, start=1):
        row = _row(sheet, place, number, cells, known)
        for once in _once(sheet, row):
            if once in seen:
                raise wrong(sheet, number, f"ซ้ำกับแถวที่ {seen[once]}")
            seen[once] = number
        decoded.append(row)
    return decoded


def wrong(sheet: Sheet, number: int, why: str) -> Refused:
    return Refused(f"แผ่นงาน “{sheet.name}” แถวที่ {number} {why} โปรดแก้ในไฟล์ แล้วนำเข้าอีกครั้ง")


def _row(sheet: Sheet, place: int, number: int, cells: tuple[str, ...], known: Known) -> Decoded:
    key = place
    if sheet.is_counted:
        key = _number(sheet, number, PLACE, cells[0])
        cells = cells[1:]
    values: dict[str, Any] = {}
    many: dict[str, list[Any]] = {}
    for column, cell in zip(sheet.columns, cells, strict=True):
        name = column.field.name
        if name in sheet.derived:
            continue
        try:
            if column.many:
                many[name] = _several(column, cell, known)
            else:
                values[name] = _one(sheet, column, cell, known)
        except Unclear as unclear:
            raise wrong(sheet, number, f"คอลัมน์ “{column.heading}” {unclear}") from unclear
    if fault := sheet.fault(values):
        raise wrong(sheet, number, fault)
    return Decoded(number, values[sheet.key] if sheet.key else key, values, many)


def _number(sheet: Sheet, number: int, heading: str, cell: str) -> int:
    try:
        return _first(cell)
    except Unclear as unclear:
        raise wrong(sheet, number, f"คอลัมน์ “{heading}” {unclear}") from unclear


def _one(sheet: Sheet, column: Column, cell: str, known: Known) -> Any:
    if column.kind is not None:
        return column.kind.read(cell)
    if not cell:
        if column.field.null:
            return None
        raise Unclear("ว่างไม่ได้")
    key = _first(unheld(cell))
    return key if column.to is sheet.model else _found(column, key, known)


def _several(column: Column, cell: str, known: Known) -> list[models.Model]:
    digits = arabic_digits(cell).strip()
    if not digits:
        return []
    if not _PLURAL.fullmatch(digits):
        raise Unclear(f"ไม่เข้าใจ “{cell[:40]}” ใช้เลขคั่นด้วย , เช่น 1, 2")
    keys = [int(found[:MOST_DIGITS]) for found in _NUMBER.findall(digits)]
    return [_found(column, key, known) for key in dict.fromkeys(keys)]


def _first(cell: str) -> int:
    """The number that a reference begins with: "4 กองคลัง", "O18", "มาตรการ 3"."""
    found = _NUMBER.search(arabic_digits(cell))
    if found is None or len(found[0]) > MOST_DIGITS:
        raise Unclear(f"ไม่เข้าใจ “{cell[:40]}” ต้องเป็นเลขของแถวที่อ้างถึง")
    return int(found[0])


def _found(column: Column, key: int, known: Known) -> models.Model:
    to = column.to
    if to is None:
        raise TypeError(f"{column.heading} leads nowhere")
    row = known.get(to, {}).get(key)
    if row is None:
        raise Unclear(f"อ้างถึง{to._meta.verbose_name} ที่ {key} ซึ่งไม่มีในไฟล์")
    return row


def _once(sheet: Sheet, row: Decoded) -> Iterator[tuple]:
    """What no other row may have alike."""
    if sheet.is_named:
        yield ("", row.key)
    for names in sheet.once:
        values = (row.values[name] for name in names)
        yield (*names, *(getattr(value, "pk", value) for value in values))
