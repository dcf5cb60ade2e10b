"""The units of a year's book in an office: those it has already are used, the others are made."""

from collections.abc import Sequence
from datetime import datetime

from organizations.models import Organization, Unit
from tracking.uploads.refusal import Refused
from years.book.decoding import Decoded, wrong
from years.book.sheets import UNITS


def bring_units(
    office: Organization, rows: Sequence[Decoded]
) -> tuple[dict[int, Unit], list[Unit]]:
    """Each unit by the number of its row; and those that were made."""
    units = list(office.units.all())
    there = {_place(unit.parent_id, unit.name, unit.closed_at): unit for unit in units}
    found: dict[int, Unit] = {}
    made = []
    for row in _from_the_root(rows):
        name, parent_key = row.values["name"], row.values["parent"]
        if parent_key is None:
            found[row.key] = _root(units, name, row)
            continue
        parent, closed_at = found[parent_key], row.values["closed_at"]
        unit = there.get(_place(parent.pk, name, closed_at))
        if unit is None:
            unit = office.units.create(
                parent=parent, name=name, closed_at=closed_at, position=row.values["position"]
            )
            there[_place(parent.pk, name, closed_at)] = unit
            made.append((unit, row))
        found[row.key] = unit
    _merge(made, found)
    _require_whole(office)
    return found, [unit for unit, _ in made]


def _place(parent_id: int | None, name: str, closed_at: datetime | None) -> tuple:
    return parent_id, name, closed_at


def _root(units: list[Unit], name: str, row: Decoded) -> Unit:
    """An office that has nothing yet calls everybody as the book does."""
    root = next(unit for unit in units if unit.is_root)
    if len(units) == 1:
        root.name, root.position = name, row.values["position"]
        root.save(update_fields=["name", "position"])
    return root


def _from_the_root(rows: Sequence[Decoded]) -> list[Decoded]:
    """Each after the one it belongs to; Refused where there is no such order."""
    roots = [row for row in rows if row.values["parent"] is None]
    if len(roots) != 1:
        at = roots[1].number if roots else 2
        raise wrong(UNITS, at, "ต้องมีส่วนราชการที่ไม่มีสังกัดเพียงหนึ่ง คือทุกส่วนราชการ")
    ordered, reached, waiting = roots, {roots[0].key}, [row for row in rows if row not in roots]
    while waiting:
        ready = [row for row in waiting if row.values["parent"] in reached]
        if not ready:
            raise wrong(UNITS, waiting[0].number, "สังกัดไม่มีในไฟล์ หรือวนกลับมาที่เดิม")
        ordered, reached = ordered + ready, reached | {row.key for row in ready}
        waiting = [row for row in waiting if row.key not in reached]
    return ordered


def _merge(made: Sequence[tuple[Unit, Decoded]], found: dict[int, Unit]) -> None:
    for unit, row in made:
        key = row.values["merged_into"]
        if key is None:
            continue
        if unit.is_at_work or key not in found or found[key] == unit:
            raise wrong(UNITS, row.number, "หน่วยที่รวมแล้วต้องมีวันที่ปิด และรวมเข้ากับหน่วยอื่นที่มีในไฟล์")
        unit.merged_into = found[key]
        unit.save(update_fields=["merged_into"])


def _require_whole(office: Organization) -> None:
    """Every unit is reached from the root: none was merged into one below itself."""
    tree = office.units.all().tree()
    if len(list(tree.walk())) != len(tree.units):
        raise Refused(
            f"แผ่นงาน “{UNITS.name}” มีหน่วยที่รวมเข้ากับหน่วยใต้ตัวเอง โปรดแก้คอลัมน์ “รวมเข้ากับ” แล้วนำเข้าอีกครั้ง"
        )
