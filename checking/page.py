"""The check as a page shows it to one person: what they asked for, and where they may mend it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any
from urllib.parse import urlencode

from checking.check import CheckResult
from checking.finding import Finding, Rule, Severity
from checking.place import Place, Way
from organizations.models import Round, Unit, User
from organizations.tabs import Tab, query

#: What stands over each part, and beside it.
HEADINGS = {
    Severity.ERROR: ("ต้องแก้ก่อนพิมพ์", "ผู้ตรวจประเมินอาจไม่ให้คะแนน"),
    Severity.WARNING: ("ควรแก้", "ถ้อยคำและความสม่ำเสมอ"),
    Severity.NOTE: ("หมายเหตุ", "ไม่ทำให้เสียคะแนน"),
}


@dataclass(frozen=True)
class Line:
    """A finding, with the link that this person may follow."""

    finding: Finding
    label: str
    url: str


@dataclass(frozen=True)
class Group:
    place: Place
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Section:
    severity: Severity
    groups: tuple[Group, ...]

    @property
    def heading(self) -> str:
        return HEADINGS[self.severity][0]

    @property
    def remark(self) -> str:
        return HEADINGS[self.severity][1]


@dataclass(frozen=True)
class CheckPage:
    """What the address asked for, and what else could be."""

    sections: tuple[Section, ...]
    show: str
    rule: Rule | None
    unit: Unit | None
    tabs: tuple[Tab, ...]
    rules: tuple[Rule, ...]
    units: tuple[Unit, ...]
    is_misasked: bool

    @property
    def is_narrowed(self) -> bool:
        return bool(self.show or self.rule or self.unit)


def build_check_page(
    result: CheckResult, ita_round: Round, user: User, asked: Mapping[str, str], back: str
) -> CheckPage:
    """`asked` is the address's `show`, `rule` and `unit`; `back` is the address itself."""
    show, of_rule, of_unit = (asked.get(name, "") for name in ("show", "rule", "unit"))
    kind = show if show in Severity.values else ""
    rules = tuple(dict.fromkeys(finding.rule for finding in result.findings))
    rule = next((one for one in rules if one.key == of_rule), None)
    concerned = frozenset().union(*(one.place.unit_ids for one in result.findings))
    tree = ita_round.unit_tree()
    units = tuple(unit for unit, _ in tree.walk() if unit.pk in concerned)
    unit = next((one for one in units if str(one.pk) == of_unit), None)
    theirs = [
        one
        for one in result.findings
        if rule in (None, one.rule) and (unit is None or unit.pk in one.place.unit_ids)
    ]
    shown = [one for one in theirs if kind in ("", one.severity)]
    kept = {"rule": rule and rule.key, "unit": unit and unit.pk}
    return CheckPage(
        sections=tuple(_sections(shown, ita_round, user, back)),
        show=kind,
        rule=rule,
        unit=unit,
        tabs=tuple(_tabs(theirs, kind, kept)),
        rules=rules,
        units=units,
        is_misasked=show != kind or bool(of_rule and not rule) or bool(of_unit and not unit),
    )


def _sections(
    findings: Sequence[Finding], ita_round: Round, user: User, back: str
) -> Iterator[Section]:
    for severity, ones in groupby(findings, key=lambda one: one.severity):
        groups = groupby(ones, key=lambda one: one.place)
        yield Section(
            severity,
            tuple(
                Group(place, tuple(_line(one, ita_round, user, back) for one in inside))
                for place, inside in groups
            ),
        )


def _line(finding: Finding, ita_round: Round, user: User, back: str) -> Line:
    way = finding.way
    if ita_round.is_open and way.may(user, finding.place):
        return Line(finding, way.label, _address(way, finding.place, user, back))
    return Line(finding, "ดูรายการ", finding.place.url)


def _address(way: Way, place: Place, user: User, back: str) -> str:
    """With the unit in whose name the user reports, if they may, and the way back here."""
    if not way.comes_back:
        return way.url
    may_speak_for = user.own_unit_ids if user.own_unit_ids & place.unit_ids else place.unit_ids
    unit = {"unit": way.unit_id} if way.unit_id in may_speak_for else {}
    return f"{way.url}?{urlencode(unit | {'back': back})}"


def _tabs(findings: Sequence[Finding], current: str, kept: dict[str, Any]) -> Iterator[Tab]:
    """Each with the number behind it; notes only where there are some."""
    labels = {"": "ทั้งหมด"} | dict(Severity.choices)
    for kind, label in labels.items():
        count = sum(kind in ("", one.severity) for one in findings)
        if count or kind != Severity.NOTE or kind == current:
            yield Tab(kind, label, count, query(show=kind, **kept), kind == current)
