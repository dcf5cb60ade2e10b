"""The follow-up sheet: the lines that the address asks for, in the order that it asks for."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from follow_up.meetings.lines import WANTS, Line, read_lines
from follow_up.my_work import ROWS
from follow_up.work import unit_tree
from organizations.models import Round, Unit
from organizations.tabs import Tab, query
from tracking.filters import KINDS, QUIET

_NEVER = datetime.min.replace(tzinfo=timezone.get_default_timezone())

#: What the sheet can be sorted by, each with its heading; lines of one place stay in their order.
SORTS: dict[str, tuple[str, Callable[[Line, dict[int, int]], Any]]] = {
    "code": ("รายการ", lambda line, places: (line.is_item, line.row.number)),
    "unit": ("ส่วนราชการ", lambda line, places: places[line.unit.pk] if line.unit else -1),
    "status": ("สถานะ", lambda line, places: line.standing.about.rank),
    "last": ("รายงานล่าสุด", lambda line, places: line.report.at if line.report else _NEVER),
    "due": ("กำหนดส่ง", lambda line, places: _pressing(line)),
    "evidence": ("หลักฐาน", lambda line, places: len(line.evidence)),
    "link": ("ลิงก์", lambda line, places: (not line.link_faults, not line.links)),
    "review": ("การตรวจ", lambda line, places: line.judgement.at if line.judgement else _NEVER),
}


@dataclass(frozen=True)
class Heading:
    name: str
    label: str
    query: str
    direction: str

    @property
    def next_direction(self) -> str:
        return "มากไปน้อย" if self.direction == "ascending" else "น้อยไปมาก"


@dataclass(frozen=True)
class FollowUp:
    """The lines asked for, and what else could be asked. `asked` is what was, as understood."""

    ita_round: Round
    today: date
    lines: tuple[Line, ...]
    total: int
    tabs: tuple[Tab, ...]
    headings: tuple[Heading, ...]
    unit: Unit | None
    units: tuple[Unit, ...]
    asked: Mapping[str, str]
    is_misasked: bool

    @property
    def is_narrowed(self) -> bool:
        return any(self.asked[name] for name in ("show", "unit", "kind", "want", "q"))

    @property
    def query(self) -> str:
        return query(**self.asked)

    @property
    def kinds(self) -> tuple[tuple[str, str], ...]:
        return tuple(ROWS.items())

    @property
    def wants(self) -> tuple[tuple[str, str], ...]:
        return tuple(WANTS.items())


def build_follow_up(ita_round: Round, *, today: date, asked: Mapping[str, str]) -> FollowUp:
    """A constant number of queries. `asked` is the address's show, unit, kind, want, q and sort.

    What does not exist narrows nothing, and is said.
    """
    tree = unit_tree(ita_round)
    places = {unit.pk: place for place, (unit, _) in enumerate(tree.walk())}
    everything = read_lines(ita_round)
    unit = next((one for one in tree.units if str(one.pk) == asked.get("unit", "")), None)
    understood = {
        "show": _known(asked.get("show", ""), KINDS),
        "unit": str(unit.pk) if unit else "",
        "kind": _known(asked.get("kind", ""), ROWS),
        "want": _known(asked.get("want", ""), WANTS),
        "q": " ".join(asked.get("q", "").split())[:100],
        "sort": _known(asked.get("sort", ""), [*SORTS, *(f"-{name}" for name in SORTS)]),
    }
    theirs = [line for line in everything if _is_wanted(line, understood, unit, today)]
    show, sort = understood["show"], understood["sort"]
    lines = [line for line in theirs if not show or line.is_among(show, today)]
    busy = {line.unit.pk for line in everything if line.unit}
    return FollowUp(
        ita_round=ita_round,
        today=today,
        lines=tuple(_sorted(lines, sort, places)),
        total=len(everything),
        tabs=_tabs(theirs, understood, today),
        headings=tuple(_headings(understood)),
        unit=unit,
        units=tuple(one for one, _ in tree.walk() if one.pk in busy or one == unit),
        asked=understood,
        is_misasked=any(
            asked.get(name, "") != understood[name] for name in understood if name != "q"
        ),
    )


def _known(asked: str, names: Collection[str]) -> str:
    return asked if asked in names else ""


def _is_wanted(line: Line, asked: Mapping[str, str], unit: Unit | None, today: date) -> bool:
    return (
        unit in (None, line.unit)
        and (not asked["kind"] or line.is_item == (asked["kind"] == "items"))
        and (not asked["want"] or line.is_among(asked["want"], today))
        and (not asked["q"] or asked["q"].casefold() in _words(line))
    )


def _words(line: Line) -> str:
    """All that a person may remember of a line."""
    said = [line.row.code, line.row.title, str(line.unit or WANTS["nobody"])]
    said += [entry.note for entry in (line.report, line.judgement) if entry]
    said += [line.decision.words] if line.decision else []
    return " ".join(" ".join(said).split()).casefold()


def _pressing(line: Line) -> tuple[bool, date]:
    """What is finished presses no more."""
    return line.is_finished or line.due_on is None, line.due_on or date.max


def _sorted(lines: list[Line], sort: str, places: dict[int, int]) -> list[Line]:
    if not sort:
        return lines
    key = SORTS[sort.removeprefix("-")][1]
    return sorted(lines, key=lambda line: key(line, places), reverse=sort.startswith("-"))


def _tabs(lines: list[Line], asked: Mapping[str, str], today: date) -> tuple[Tab, ...]:
    """Each with the number of lines behind it, all else kept."""
    current = asked["show"]
    counts = {kind: sum(line.is_among(kind, today) for line in lines) for kind in KINDS}
    labels = {"": "ทั้งหมด"} | {
        kind: label for kind, label in KINDS.items() if counts[kind] or kind not in QUIET
    }
    return tuple(
        Tab(
            kind,
            str(label),
            counts.get(kind, len(lines)),
            query(**{**asked, "show": kind}),
            kind == current,
        )
        for kind, label in labels.items()
    )


def _headings(asked: Mapping[str, str]) -> Any:
    """Pressed once a heading sorts upwards, pressed again downwards."""
    for name, (label, _) in SORTS.items():
        direction = {name: "ascending", f"-{name}": "descending"}.get(asked["sort"], "")
        following = f"-{name}" if direction == "ascending" else name
        yield Heading(name, label, query(**{**asked, "sort": following}), direction)
