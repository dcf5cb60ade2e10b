"""A value as the text of a cell, and back: what is written is read as exactly the same value.

Every cell is text: nothing in it becomes a formula, a number or a date on its way.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import chain
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone

from thai.dates import be_year, parse_date
from thai.digits import arabic_digits

#: A cell holds 32,767 units of UTF-16; a longer text goes on in the rows below.
LONGEST = 16_000
#: What a .xlsx cannot hold as it is, or holds as something else, is written as JSON after a word.
_ODD = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]|_x[0-9A-Fa-f]{4}_")
_AS_JSON = "JSON:"
_YES, _NO = "ใช่", "ไม่ใช่"


class Unclear(ValueError):
    """What is in a cell cannot be meant; says why in Thai."""


@dataclass(frozen=True)
class CellKind:
    """`write` gives the text of a value, `read` the value of a text or raises Unclear."""

    write: Callable[[Any], str]
    read: Callable[[str], Any]


def kind_of(field: models.Field) -> CellKind:
    """By the field's own type; references are not cells' business."""
    if field.choices:
        return _choice(dict(field.flatchoices))
    for of, make in _KINDS.items():
        if isinstance(field, of):
            return make(field)
    raise TypeError(f"{field} has no kind of cell")


def held(text: str) -> str:
    """The text as a cell holds it."""
    if _ODD.search(text) or text.startswith(_AS_JSON):
        return _AS_JSON + json.dumps(text).replace("_x", "\\u005fx")
    return text


def unheld(cell: str) -> str:
    if not cell.startswith(_AS_JSON):
        return cell
    try:
        text = json.loads(cell.removeprefix(_AS_JSON))
    except ValueError as broken:
        raise Unclear("ข้อความที่ขึ้นต้นด้วย JSON: ไม่ครบ") from broken
    if not isinstance(text, str):
        raise Unclear("ข้อความที่ขึ้นต้นด้วย JSON: ไม่ใช่ข้อความ")
    return text


def _text(field: models.Field) -> CellKind:
    def read(cell: str) -> str:
        text = unheld(cell)
        if field.max_length and len(text) > field.max_length:
            raise Unclear(f"ยาวเกิน {field.max_length} ตัวอักษร")
        if not _can_be_kept(text):
            raise Unclear("มีอักขระที่เก็บไม่ได้")
        return text

    return CellKind(lambda value: held(value), read)


def _can_be_kept(text: str) -> bool:
    """Neither null nor half of a pair standing alone: no database and no page can hold them."""
    return "\0" not in text and not any("\ud800" <= letter <= "\udfff" for letter in text)


def _link(field: models.URLField) -> CellKind:
    """One that a browser may open on a page of ours."""
    as_text = _text(field)

    def read(cell: str) -> str:
        text = as_text.read(cell)
        if text and not re.match(r"https?://[^\s]+\Z", text):
            raise Unclear(f"“{text[:40]}” ไม่ใช่ลิงก์ที่ขึ้นต้นด้วย https:// หรือ http://")
        return text

    return CellKind(as_text.write, read)


def _choice(labels: Mapping) -> CellKind:
    values = {str(label): value for value, label in labels.items()}

    def read(cell: str) -> object:
        if cell not in values:
            raise Unclear(f"“{cell[:40]}” ไม่ใช่คำที่ใช้ได้ ใช้ได้เฉพาะ {' / '.join(values)}")
        return values[cell]

    return CellKind(lambda value: str(labels[value]), read)


def _whole(field: models.Field) -> CellKind:
    most = 32_767 if isinstance(field, models.PositiveSmallIntegerField) else 2_147_483_647

    def read(cell: str) -> int | None:
        if not cell and field.null:
            return None
        digits = arabic_digits(cell.strip())
        if not re.fullmatch("[0-9]{1,10}", digits) or int(digits) > most:
            raise Unclear(f"“{cell[:40]}” ไม่ใช่จำนวนเต็มที่ใช้ได้")
        return int(digits)

    return CellKind(lambda value: "" if value is None else str(value), read)


def _truth(_field: models.Field) -> CellKind:
    return _choice({True: _YES, False: _NO})


def _day(field: models.Field) -> CellKind:
    def read(cell: str) -> date | None:
        if not cell and field.null:
            return None
        return _read_day(cell)

    return CellKind(lambda value: "" if value is None else _written_day(value), read)


def _moment(field: models.Field) -> CellKind:
    def write(value: datetime | None) -> str:
        if value is None:
            return ""
        local = timezone.localtime(value)
        return f"{_written_day(local.date())} {local.time().isoformat('microseconds')}"

    def read(cell: str) -> datetime | None:
        if not cell and field.null:
            return None
        day, _, clock = cell.strip().rpartition(" ")
        try:
            moment = datetime.combine(_read_day(day), time.fromisoformat(arabic_digits(clock)))
            return timezone.make_aware(moment.replace(tzinfo=None))
        except (ValueError, OverflowError) as wrong:
            raise Unclear(f"ไม่เข้าใจวันเวลา “{cell[:40]}” ใช้แบบ 25/3/2570 10:30:00") from wrong

    return CellKind(write, read)


def _written_day(day: date) -> str:
    return f"{day.day}/{day.month}/{be_year(day)}"


def _read_day(cell: str) -> date:
    try:
        return parse_date(cell)
    except (ValueError, OverflowError) as wrong:
        raise Unclear(f"ไม่เข้าใจวันที่ “{cell[:40]}” ใช้แบบ 25/3/2570") from wrong


def _structure(field: models.JSONField) -> CellKind:
    """Texts under names, or a list whose shape the field itself looks at."""

    def write(value: Any) -> str:
        return held(json.dumps(value, ensure_ascii=False, sort_keys=True))

    def read(cell: str) -> object:
        try:
            value = json.loads(unheld(cell))
        except (ValueError, RecursionError) as broken:
            raise Unclear("ข้อมูลในช่องไม่ครบ โปรดอย่าแก้ช่องนี้") from broken
        inside = value.values() if isinstance(value, dict) else value
        shape = str if isinstance(value, dict) else (str, dict)
        if type(value) is not type(field.get_default()) or not all(
            isinstance(one, shape) for one in inside
        ):
            raise Unclear("ข้อมูลในช่องผิดรูป โปรดอย่าแก้ช่องนี้")
        if not all(map(_can_be_kept, _texts(value))):
            raise Unclear("มีอักขระที่เก็บไม่ได้")
        try:
            field.run_validators(value)
        except (ValidationError, TypeError) as refused:
            raise Unclear("ข้อมูลในช่องผิดรูป โปรดอย่าแก้ช่องนี้") from refused
        return value

    return CellKind(write, read)


def _texts(value: object) -> Iterator[str]:
    """Every text in a structure, its names too."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from _texts([*value, *value.values()])
    elif isinstance(value, list):
        yield from chain.from_iterable(map(_texts, value))


_KINDS: dict[type[models.Field], Callable[[Any], CellKind]] = {
    models.JSONField: _structure,
    models.DateTimeField: _moment,
    models.DateField: _day,
    models.BooleanField: _truth,
    models.IntegerField: _whole,
    models.URLField: _link,
    models.CharField: _text,
    models.TextField: _text,
}
