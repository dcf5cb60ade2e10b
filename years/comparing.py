"""Two years of an office side by side: measures and items that came, went, changed or stayed."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from disclosures.models import DisclosureItem
from disclosures.notation import ItemStyle, format_items
from follow_up.rows import read_items, read_measures
from measures.models import Measure
from measures.models.wording import WORDS
from organizations.models import Round, UnitTree
from organizations.tabs import Tab, query
from thai.dates import FiscalYear
from tracking.models import REPORTABLE, Entry, Row
from years.matching import match_items, match_measures

#: What `?show=` may ask for, in the order of the tabs.
KINDS = {"came": "เพิ่มใหม่", "went": "ไม่มีแล้ว", "changed": "เปลี่ยน", "same": "เหมือนเดิม"}


@dataclass(frozen=True)
class Difference:
    """One thing about a row that is not as it was."""

    name: str
    old: str
    new: str


@dataclass(frozen=True)
class Compared:
    """Rows of the earlier year beside one of the later; results differ every year, and make no
    row a changed one.
    """

    olds: tuple[Row, ...]
    new: Row | None
    differences: tuple[Difference, ...]
    old_result: str
    new_result: str

    @property
    def kind(self) -> str:
        if not self.olds:
            return "came"
        if self.new is None:
            return "went"
        return "changed" if self.differences or len(self.olds) > 1 else "same"

    @property
    def label(self) -> str:
        return KINDS[self.kind]

    @property
    def title(self) -> str:
        return (self.new or self.olds[0]).title


@dataclass(frozen=True)
class Comparison:
    """`older` and `newer` however they were asked for."""

    older: Round
    newer: Round
    measures: tuple[Compared, ...]
    items: tuple[Compared, ...]
    tabs: tuple[Tab, ...]


@dataclass(frozen=True)
class _Year:
    """One of the two, with all of it read."""

    ita_round: Round
    tree: UnitTree
    items: list[DisclosureItem]
    measures: list[Measure]
    results: Mapping[int, str]


def build_comparison(one: Round, other: Round, asked: Mapping[str, str]) -> Comparison:
    """`asked` is the address's show. A constant number of queries."""
    older, newer = sorted((one, other), key=lambda ita_round: ita_round.be_year)
    old, new = _read(older), _read(newer)
    pairs = match_items(old.items, new.items)
    places = {item.number: now.number for before, now in pairs if now for item in before}
    measures = [
        _compared(old, new, (was,) if was else (), now, _measure_parts(old, new, places))
        for was, now in match_measures(old.measures, new.measures)
    ]
    items = [_compared(old, new, before, now, _item_parts(old, new)) for before, now in pairs]
    show = asked.get("show", "")
    kind = show if show in KINDS else ""
    return Comparison(
        older,
        newer,
        tuple(row for row in measures if kind in ("", row.kind)),
        tuple(row for row in items if kind in ("", row.kind)),
        tuple(_tabs([*measures, *items], kind)),
    )


def _read(ita_round: Round) -> _Year:
    tree = ita_round.unit_tree()
    items = read_items(ita_round, tree, with_inapplicable=True)
    return _Year(ita_round, tree, items, read_measures(ita_round, items), read_results(ita_round))


def _tabs(rows: Sequence[Compared], current: str) -> Iterator[Tab]:
    yield Tab("", "ทั้งหมด", len(rows), query() if not current else "?", not current)
    for kind, label in KINDS.items():
        count = sum(row.kind == kind for row in rows)
        yield Tab(kind, label, count, query(show=kind), kind == current)


#: The name of a part, how it is shown of each year, and whether it is as it was.
Part = tuple[str, str, str, bool]
Parts = Callable[[Any, Any], Iterator[Part]]


def _compared(old: _Year, new: _Year, before: Any, now: Any, parts: Parts) -> Compared:
    differences: tuple[Difference, ...] = ()
    if now and len(before) == 1:
        found = parts(before[0], now)
        differences = tuple(
            Difference(name, was, is_) for name, was, is_, same in found if not same
        )
    return Compared(
        tuple(before),
        now,
        differences,
        "\n".join(filter(None, (old.results.get(row.pk, "") for row in before))),
        new.results.get(now.pk, "") if now else "",
    )


def _measure_parts(old: _Year, new: _Year, places: Mapping[int, int]) -> Parts:
    """`places` is where an item of the old year stands in the new one."""

    def parts(was: Measure, now: Measure) -> Iterator[Part]:
        yield "ลำดับ", str(was.number), str(now.number), was.number == now.number
        for name, label in WORDS.items():
            before, after = getattr(was, name), getattr(now, name)
            yield label, before, after, before.split() == after.split()
        same = _months(was, old.ita_round) == _months(now, new.ita_round)
        yield "ระยะเวลา", was.timeframe, now.timeframe, same
        yield _units_part(old, new, was, now)
        moved = {places.get(item.number) for item in was.items.all()}
        served = {item.number for item in now.items.all()}
        yield "ข้อ O", _codes(was), _codes(now), moved == served

    return parts


def _item_parts(old: _Year, new: _Year) -> Parts:
    def parts(was: DisclosureItem, now: DisclosureItem) -> Iterator[Part]:
        yield "ลำดับข้อ", was.code, now.code, was.number == now.number
        yield "ชื่อ", was.title, now.title, was.title.split() == now.title.split()
        yield _units_part(old, new, was, now)
        yield "การใช้กับหน่วยงาน", _applies(was), _applies(now), was.is_applicable == now.is_applicable

    return parts


def _units_part(old: _Year, new: _Year, was: Row, now: Row) -> Part:
    before, after = was.responsible_unit_ids(), now.responsible_unit_ids()
    return "ผู้รับผิดชอบ", _names(old.tree, before), _names(new.tree, after), before == after


def _names(tree: UnitTree, unit_ids: frozenset[int]) -> str:
    return ", ".join(unit.name for unit, _ in tree.walk() if unit.pk in unit_ids)


def _codes(measure: Measure) -> str:
    return format_items([item.number for item in measure.items.all()], ItemStyle.LATIN)


def _applies(item: DisclosureItem) -> str:
    return "ใช้" if item.is_applicable else f"ไม่ใช้: {item.not_applicable_reason}"


def _months(measure: Measure, ita_round: Round) -> tuple[int | None, ...]:
    """How many months after the year's start: the same months of two years are the same."""
    year = ita_round.fiscal_year
    return tuple(_place(month, year) for month in (measure.first_month, measure.last_month))


def _place(month: date | None, year: FiscalYear) -> int | None:
    start = year.first_day
    return None if month is None else (month.year - start.year) * 12 + month.month - start.month


def read_results(ita_round: Round) -> Mapping[int, str]:
    """By the row's id; each unit's last words once, a line each."""
    found: dict[int, dict[int, str]] = {}
    entries = Entry.objects.filter(row__ita_round=ita_round, status__in=REPORTABLE)
    for row_id, unit_id, note in entries.order_by("at", "pk").values_list(
        "row_id", "unit_id", "note"
    ):
        found.setdefault(row_id, {})[unit_id] = note
    return {
        row_id: "\n".join(dict.fromkeys(filter(None, by_unit.values())))
        for row_id, by_unit in found.items()
    }
