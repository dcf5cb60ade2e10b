"""The annual progress report as a value: built in a constant number of queries, laid out elsewhere.

Every text in it is as it will be printed: Thai digits except in links and Latin codes, O-items in
the style the report is set to.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

import segno

from disclosures.notation import ItemStyle, format_items, item_range, restyle
from ita_tracker.thai import arabic_digits, composed, printed, thai_digits
from measures.models import Measure, ProgressUpdate
from organizations.models import FINISHED, REPORTABLE, Round, Status
from reports import wording as usual
from reports.models import Orientation, ReportWording
from reports.paper import is_long_row

#: What the result column says of a measure whose units have written nothing.
RESULT_WORDS = {
    Status.NOT_STARTED: "ยังไม่ได้ดำเนินการ",
    Status.DOING: "อยู่ระหว่างดำเนินการ",
    Status.RETURNED: "อยู่ระหว่างดำเนินการ",
    Status.REVIEW: "ดำเนินการแล้วเสร็จ",
    Status.ACCEPTED: "ดำเนินการแล้วเสร็จ",
}


@dataclass(frozen=True)
class ResponsibleLine:
    """One unit, or several that share the same items: "งานแผนและงบประมาณ", "ข้อ O4"."""

    name: str
    items: str = ""


@dataclass(frozen=True)
class ResponsibleGroup:
    """Lines under a heading ("ผู้ประสานงานประจำกอง"), or without one."""

    heading: str
    lines: tuple[ResponsibleLine, ...]

    @property
    def is_list(self) -> bool:
        return bool(self.heading) or len(self.lines) > 1 or any(line.items for line in self.lines)


@dataclass(frozen=True)
class MeasureRow:
    """One row of the table; each tuple of more than one line prints as a list."""

    number: str
    title: str
    aims: tuple[str, ...]
    serves: str
    method: tuple[str, ...]
    responsible: tuple[ResponsibleGroup, ...]
    when: str
    result: tuple[str, ...]
    is_long: bool = False

    @property
    def cells(self) -> tuple[str, ...]:
        """The five columns as plain text, each item of a list on a line of its own."""
        who = [
            text
            for group in self.responsible
            for text in (group.heading, *(f"{line.name}\n{line.items}" for line in group.lines))
        ]
        texts = ([self.title, *self.aims, self.serves], self.method, who, [self.when], self.result)
        return tuple("\n".join(lines) for lines in texts)


@dataclass(frozen=True)
class Eit:
    """The public questionnaire: its link in Arabic digits, and the QR code as an SVG data URI."""

    url: str
    qr: str


@dataclass(frozen=True)
class ProgressReport:
    title: tuple[str, ...]
    opening: tuple[str, ...]
    rows: tuple[MeasureRow, ...]
    eit_statement: tuple[str, ...]
    eit: Eit | None
    closing: tuple[str, ...]
    organization: str
    orientation: str

    @property
    def is_landscape(self) -> bool:
        return self.orientation == Orientation.LANDSCAPE

    @property
    def has_long_row(self) -> bool:
        return any(row.is_long for row in self.rows)

    @property
    def orientation_label(self) -> str:
        return Orientation(self.orientation).label

    @property
    def document_title(self) -> str:
        return " ".join(self.title)


def build_progress_report(ita_round: Round) -> ProgressReport:
    """Eight queries, whatever the number of measures."""
    wording = _wording_of(ita_round)
    style = wording.style
    reports = _reports_by_measure(ita_round)
    measures = Measure.objects.filter(ita_round=ita_round).with_work()

    def written(text: str, ordinary: str) -> tuple[str, ...]:
        return tuple(_as_printed(line, style) for line in usual.fill(text or ordinary, wording))

    return ProgressReport(
        title=written(wording.title, usual.TITLE),
        opening=written(wording.opening, usual.OPENING),
        rows=tuple(
            _long_marked(_row(measure, reports.get(measure.pk, []), style), wording)
            for measure in measures
        ),
        eit_statement=written(
            wording.eit_statement, usual.EIT_STATEMENT if wording.eit_url else usual.NO_EIT
        ),
        eit=_eit(wording.eit_url),
        closing=written(wording.closing, usual.CLOSING),
        organization=ita_round.organization.name,
        orientation=wording.orientation,
    )


def _wording_of(ita_round: Round) -> ReportWording:
    found = ReportWording.objects.filter(ita_round=ita_round).first()
    wording = found or ReportWording(ita_round=ita_round)
    wording.ita_round = ita_round
    return wording


def _as_printed(text: str, style: ItemStyle) -> str:
    return printed(restyle(composed(text), style))


def _lines(text: str, style: ItemStyle) -> tuple[str, ...]:
    return tuple(_as_printed(line.strip(), style) for line in text.splitlines() if line.strip())


def _long_marked(row: MeasureRow, wording: ReportWording) -> MeasureRow:
    landscape = wording.orientation == Orientation.LANDSCAPE
    return replace(row, is_long=is_long_row(row.cells, landscape=landscape))


def _row(measure: Measure, reports: list, style: ItemStyle) -> MeasureRow:
    numbers = [item.number for item in measure.items.all()]
    return MeasureRow(
        number=thai_digits(measure.number),
        title=_as_printed(measure.title, style),
        aims=_lines(measure.aims, style),
        serves=f"ตาม{item_range(numbers, style)}" if numbers else "",
        method=_lines(measure.method, style),
        responsible=tuple(_responsible(measure, style)),
        when=thai_digits(measure.timeframe),
        result=_lines(_result(measure, reports), style),
    )


# Who is responsible


def _responsible(measure: Measure, style: ItemStyle) -> Iterable[ResponsibleGroup]:
    """The units of the items it serves, derived from their assignments, then its own."""
    groups: dict[str, list[str]] = {}
    for link in measure.responsibilities.all():
        groups.setdefault(link.label, []).append(link.unit.name)
    of_items = list(_of_items(measure, style))
    if of_items:
        also = groups.pop("", [])
        yield ResponsibleGroup("", (*of_items, *([ResponsibleLine(_listed(also))] if also else [])))
    for heading, names in groups.items():
        yield ResponsibleGroup(
            _as_printed(heading, style), tuple(ResponsibleLine(name) for name in names)
        )


def _of_items(measure: Measure, style: ItemStyle) -> Iterable[ResponsibleLine]:
    numbers: dict[str, set[int]] = {}
    for item in measure.items.all():
        for link in item.assignments.all():
            numbers.setdefault(str(link), set()).add(item.number)
    shared: dict[frozenset[int], list[str]] = {}
    for name, theirs in numbers.items():
        shared.setdefault(frozenset(theirs), []).append(name)
    for theirs, names in sorted(shared.items(), key=lambda group: min(group[0])):
        yield ResponsibleLine(
            _as_printed(_listed(names), style), f"ข้อ {format_items(theirs, style)}"
        )


def _listed(names: list[str]) -> str:
    """ "กองคลัง กองช่าง และสำนักปลัด"."""
    *others, last = names
    return f"{' '.join(others)} และ{last}" if others else last


# What came of it


def _reports_by_measure(ita_round: Round) -> dict[int, list[tuple[str, str]]]:
    """The last words of each unit on each measure: (unit, text), in order of first report."""
    latest: dict[int, dict[str, str]] = {}
    entries = (
        ProgressUpdate.objects.filter(measure__ita_round=ita_round, status__in=REPORTABLE)
        .exclude(note="")
        .order_by("at", "pk")
        .values_list("measure_id", "unit__name", "note")
    )
    for measure_id, unit, note in entries:
        latest.setdefault(measure_id, {})[unit] = note
    return {measure_id: list(by_unit.items()) for measure_id, by_unit in latest.items()}


def _result(measure: Measure, reports: list[tuple[str, str]]) -> str:
    """What the units wrote, the same words once; each names its unit where they differ."""
    texts = list(dict.fromkeys(text for _, text in reports))
    if not texts:
        return _result_in_numbers(measure)
    if len(texts) == 1:
        return texts[0]
    return "\n".join(text if text.startswith(unit) else f"{unit} {text}" for unit, text in reports)


def _result_in_numbers(measure: Measure) -> str:
    standing = measure.standing
    items = [item for item in measure.items.all() if item.is_applicable]
    if standing in (Status.DOING, Status.RETURNED) and items:
        done = sum(item.status in FINISHED for item in items)
        return f"{RESULT_WORDS[standing]} เผยแพร่แล้ว {done} จาก {len(items)} ข้อ"
    return RESULT_WORDS[standing]


def _eit(url: str) -> Eit | None:
    if not url:
        return None
    url = arabic_digits(url)
    qr = segno.make(url, error="m", boost_error=False)
    return Eit(url, qr.svg_data_uri(border=2, omitsize=True, svgclass=None, lineclass=None))
