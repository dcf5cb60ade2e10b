"""What an admin does on the board: one cell, many items at once, a typed line, one step back."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.text import Truncator

from disclosures.models import AssignmentChange, Capacity, DisclosureItem
from disclosures.notation import ItemStyle, format_items
from disclosures.typed_assignments import parse_assignments
from office.pasted import nearest
from organizations.models import Round, Unit, User

NOT_FOUND = "ไม่พบข้อ O หรือส่วนราชการที่เลือก โปรดโหลดหน้านี้ใหม่แล้วเลือกอีกครั้ง"


@dataclass(frozen=True)
class Done:
    """What to say of it in Thai, and the numbers of the items it touched."""

    said: str
    numbers: frozenset[int]


@transaction.atomic
def carry_out(ita_round: Round, asked: QueryDict, *, by: User) -> Done:
    """Do what was asked.

    Raises ValidationError, naming what was not understood, with nothing done.
    """
    for name, act in _ACTS.items():
        if name in asked:
            return act(ita_round, asked, by)
    raise ValidationError("ไม่ได้เลือกสิ่งที่ต้องการทำ")


def _press_cell(ita_round: Round, asked: QueryDict, by: User) -> Done:
    """`cell` is item, unit and what the unit is to be: the same press sent twice is one."""
    number, unit_id, capacity = [*asked.get("cell", "").split(":"), "", ""][:3]
    (item,) = _items(ita_round, [number])
    unit = _unit(ita_round, unit_id)
    if capacity not in Capacity.values:
        raise ValidationError(NOT_FOUND)
    item.entrust(unit, capacity, by=by)
    return _done([item], f"{item.code} {unit}: {Capacity(capacity).label}")


def _assign_many(ita_round: Round, asked: QueryDict, by: User) -> Done:
    capacity = asked.get("many", "")
    chosen = asked.getlist("item")
    if capacity not in Capacity.values:
        raise ValidationError(NOT_FOUND)
    if not chosen:
        raise ValidationError("โปรดเลือกข้อ O อย่างน้อยหนึ่งข้อ แล้วกดอีกครั้ง")
    if not asked.get("unit"):
        raise ValidationError("โปรดเลือกส่วนราชการ แล้วกดอีกครั้ง")
    unit, items = _unit(ita_round, asked.get("unit", "")), _items(ita_round, chosen)
    for item in items:
        item.entrust(unit, capacity, by=by)
    numbers = format_items([item.number for item in items], ItemStyle.LATIN)
    return _done(items, f"{numbers} {unit}: {Capacity(capacity).label}")


def _assign_typed(ita_round: Round, asked: QueryDict, by: User) -> Done:
    units = ita_round.organization.units.all().tree().by_name
    items = {item.number: item for item in _all_items(ita_round)}
    parsed = parse_assignments(asked.get("typed_line", ""), units, max(items, default=0))
    strange = list(parsed.unknown)
    strange += [
        format_items([number], ItemStyle.LATIN)
        for one in parsed.understood
        for number in one.items
        if number not in items
    ]
    if parsed.nobody:
        raise ValidationError(_no_such_units(parsed.nobody, units))
    if strange or not parsed.understood:
        raise ValidationError(
            f"ไม่เข้าใจ {_quoted(strange) or 'ข้อความที่ว่าง'} โปรดพิมพ์ชื่อส่วนราชการ ตามด้วย : และข้อ O "
            "เช่น งานพัสดุ: O19-O22"
        )
    for one in parsed.understood:
        for number in one.items:
            capacity = Capacity.LEAD if one.is_lead else Capacity.SUPPORT
            items[number].entrust(units[one.unit], capacity, by=by)
    said = [f"{one.unit} {format_items(one.items, ItemStyle.LATIN)}" for one in parsed.understood]
    touched = {number for one in parsed.understood for number in one.items}
    return Done(" · ".join(said), frozenset(touched))


def _no_such_units(typed: Iterable[str], units: dict[str, Unit]) -> str:
    told_apart = {one: [name for name in units if units[name].name == one] for one in typed}
    said = [
        f"ส่วนราชการชื่อ {_quoted([one])} มีมากกว่าหนึ่งแห่ง โปรดพิมพ์ {_quoted(names, ' หรือ ')}"
        for one, names in told_apart.items()
        if names
    ]
    if strange := [one for one, names in told_apart.items() if not names]:
        like = list(dict.fromkeys(filter(None, (nearest(one, units) for one in strange))))
        hint = f"ใกล้เคียงที่สุดคือ {_quoted(like)} " if like else ""
        said.append(f"ไม่พบส่วนราชการ {_quoted(strange)} {hint}โปรดพิมพ์ชื่อให้ตรงกับหัวตาราง")
    return " ".join(said)


def _quoted(parts: Iterable[str], between: str = " ") -> str:
    """What was not understood, quoted; of a long text only the beginning."""
    return between.join(f"“{Truncator(part).chars(60)}”" for part in parts)


def _undo(ita_round: Round, asked: QueryDict, by: User) -> Done:
    """One step back, unless the cell has been changed again since."""
    changes = AssignmentChange.objects.filter(item__ita_round=ita_round)
    pk = asked.get("undo", "")
    found = changes.filter(pk=pk) if pk.isdecimal() else changes.none()
    change = found.select_related("item__ita_round", "unit").first()
    if change is None:
        raise ValidationError(NOT_FOUND)
    if changes.filter(item=change.item, unit=change.unit, pk__gt=change.pk).exists():
        raise ValidationError("มีผู้แก้ไขช่องนี้อีกหลังจากนั้น จึงเลิกทำไม่ได้ โปรดดูการแก้ไขล่าสุด")
    change.item.entrust(change.unit, change.old, by=by)
    said = f"เลิกทำแล้ว {change.item.code} {change.unit}: {change.get_old_display()}"
    return _done([change.item], said)


_ACTS: dict[str, Callable[[Round, QueryDict, User], Done]] = {
    "cell": _press_cell,
    "many": _assign_many,
    "typed": _assign_typed,
    "undo": _undo,
}


def _all_items(ita_round: Round) -> QuerySet[DisclosureItem]:
    return DisclosureItem.objects.filter(ita_round=ita_round).select_related(
        "ita_round__organization"
    )


def _items(ita_round: Round, numbers: Iterable[str]) -> list[DisclosureItem]:
    wanted = {int(number) for number in numbers if number.isdecimal() and len(number) < 4}
    found = list(_all_items(ita_round).filter(number__in=wanted))
    if not wanted or len(found) != len(wanted):
        raise ValidationError(NOT_FOUND)
    return found


def _unit(ita_round: Round, unit_id: str) -> Unit:
    units = {str(unit.pk): unit for unit in ita_round.organization.units.all()}
    if unit_id not in units:
        raise ValidationError(NOT_FOUND)
    return units[unit_id]


def _done(items: Iterable[DisclosureItem], said: str) -> Done:
    return Done(said, frozenset(item.number for item in items))
