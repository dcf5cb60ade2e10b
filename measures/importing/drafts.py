"""From the rows of a document to measures as drafts: what was understood, beside what stood there.

Pure. Nothing is dropped: a cell keeps its text, and what was not understood is named.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from disclosures.notation import ItemStyle, format_items, parse_items
from measures.importing.columns import Column, is_heading, recognise
from measures.importing.responsible import Share, decided, read_shares
from measures.importing.tables import Row, Unreadable
from measures.importing.timeframes import Timeframe, parse_timeframe
from measures.importing.units import KnownUnit, Likeness
from thai.dates import FiscalYear
from thai.digits import arabic_digits


@dataclass(frozen=True)
class Office:
    """What a document is read against."""

    units: Sequence[KnownUnit]
    highest_item: int
    year: FiscalYear
    decisions: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class MeasureDraft:
    """`items` are those the measure's own text names; `cells` the row as it stood, by heading,
    and `columns` what each heading was taken for.
    """

    number: int
    title: str
    aims: tuple[str, ...]
    method: str
    items: tuple[int, ...]
    shares: tuple[Share, ...]
    timeframe: Timeframe
    result: str
    cells: dict[str, str] = field(compare=False)
    remarks: tuple[str, ...] = ()
    columns: Mapping[str, Column] = field(default_factory=dict, compare=False)


_Name = TypeVar("_Name", bound=str)
#: More rows than this are a register of something else.
MOST_MEASURES = 500
#: No office writes more above its table than this.
_LAST_HEADING = 200
_NUMBER = re.compile(r"^\s*(?P<number>\d{1,3})\s*[.)]\s*")
_BULLET = re.compile(r"(?:^|(?<=\s))[-–—•*]\s*(?=\S)")
_ITEMS = re.compile(r"(?:ตาม\s*)?ข้อ(?:ที่)?\s*(?=[OoＯｏ๐0])")


def read_measures(
    tables: Sequence[Sequence[Row]], office: Office, *, mend: Callable[[str], str] = str
) -> list[MeasureDraft]:
    """The measures of every table whose heading is known, or that goes on from one before it.

    `mend` puts right what a cell says before it is read; `cells` keep what it said.

    Raises Unreadable, in Thai, where no heading is known.
    """
    rows: list[ReadRow] = []
    places: dict[int, Column] | None = None
    names: Row = ()
    for number, table in enumerate(tables):
        if table and places and len(table[0]) != len(names):
            places = None
        for line, row in enumerate(table):
            if places is None and line > _LAST_HEADING:
                break
            heading = recognise(row)
            if heading and (places is None or not is_heading(row, places)):
                places, names = heading, row
            elif places and not heading and any(cell.strip() for cell in row):
                _add(rows, row, places, names, mend)
            if len(rows) > MOST_MEASURES:
                # Known well before the end, which may be ten thousand rows away.
                ahead = len(table) - line - 1 + sum(map(len, tables[number + 1 :]))
                raise _too_many(len(rows) + ahead)
    if not rows:
        raise Unreadable(
            "ไม่พบตารางมาตรการในเอกสาร ตารางต้องมีหัวตารางที่มีคำว่า มาตรการ "
            "และหัวอื่นอย่างน้อยสองหัว เช่น ผู้รับผิดชอบ ระยะเวลา ผลการดำเนินการ"
        )
    return [_draft(place, row, office) for place, row in enumerate(rows, 1)]


def _too_many(count: int) -> Unreadable:
    return Unreadable(
        f"ตารางมี {count:,} แถว มากกว่ามาตรการของหน่วยงานใดในหนึ่งปี โปรดเลือกเฉพาะตารางมาตรการ"
    )


@dataclass(frozen=True)
class ReadRow:
    """One measure's cells: as they stood by heading, what each heading is, and what they say."""

    cells: dict[str, str]
    columns: dict[str, Column]
    known: dict[Column, str]


def _add(
    rows: list[ReadRow], row: Row, places: dict[int, Column], names: Row, mend: Callable[[str], str]
) -> None:
    known = {
        column: mend(row[place].strip()) for place, column in places.items() if place < len(row)
    }
    headings = [name or f"คอลัมน์ที่ {i + 1}" for i, name in enumerate(names)]
    headings += [f"คอลัมน์ที่ {i + 1}" for i in range(len(names), len(row))]
    cells = {headings[i]: cell for i, cell in enumerate(row) if cell.strip()}
    columns = {headings[i]: column for i, column in places.items()}
    if known.get(Column.TITLE) or not rows:
        rows.append(ReadRow(cells, columns, known))
        return
    # A row with no measure in it goes on with the one above: a cell merged down, or a page's end.
    above = rows[-1]
    _go_on(above.known, known)
    _go_on(above.cells, cells)


def _go_on(texts: dict[_Name, str], more: dict[_Name, str]) -> None:
    for name, text in more.items():
        texts[name] = "\n".join(filter(None, [texts.get(name, ""), text]))


def _draft(place: int, row: ReadRow, office: Office) -> MeasureDraft:
    known = row.known
    number, title, aims, items, unknown = _read_title(known.get(Column.TITLE, ""), office)
    said = parse_items(known.get(Column.ITEMS, ""), office.highest_item)
    items = tuple(dict.fromkeys(items + said.numbers))
    shares = read_shares(
        known.get(Column.RESPONSIBLE, ""),
        office.units,
        highest=office.highest_item,
        row_items=items,
    )
    shares = [decided(share, office.decisions) for share in shares]
    timeframe = parse_timeframe(known.get(Column.TIMEFRAME, ""), office.year)
    typed_number = arabic_digits(known.get(Column.NUMBER, "")).strip(" .)")
    return MeasureDraft(
        number=int(typed_number) if typed_number.isdecimal() else number or place,
        title=title,
        aims=tuple(aims) + _lines(known.get(Column.AIMS, "")),
        method="\n".join(_lines(known.get(Column.METHOD, ""))),
        items=items,
        shares=tuple(shares),
        timeframe=timeframe,
        result="\n".join(_lines(known.get(Column.RESULT, ""))),
        cells=row.cells,
        columns=row.columns,
        remarks=_remarks(unknown + said.unknown, items, shares, timeframe, title),
    )


def _read_title(
    cell: str, office: Office
) -> tuple[int | None, str, list[str], tuple[int, ...], tuple[str, ...]]:
    """The number, title, aims and items that stand together in the cell of the measure."""
    numbered = _NUMBER.match(arabic_digits(cell))
    number = int(numbered["number"]) if numbered else None
    text = cell[numbered.end() :] if numbered else cell
    items: tuple[int, ...] = ()
    unknown: tuple[str, ...] = ()
    lines = []
    for line in text.splitlines():
        if found := _ITEMS.search(line):
            parsed = parse_items(line[found.start() :], office.highest_item)
            items, unknown = items + parsed.numbers, unknown + parsed.unknown
            line = line[: found.start()]
        lines.append(line)
    head, *aims = _split_at_bullets("\n".join(lines))
    return number, head, aims, items, unknown


def _split_at_bullets(text: str) -> list[str]:
    """What stands before the first bullet, then what follows each; lines without one go on."""
    starts = [found.start() for found in _BULLET.finditer(text)]
    ends = [*starts, len(text)]
    head = " ".join(text[: ends[0]].split())
    parts = (text[begin:end] for begin, end in zip(starts, ends[1:], strict=True))
    return [head, *(" ".join(_BULLET.sub("", part, count=1).split()) for part in parts)]


def _lines(cell: str) -> tuple[str, ...]:
    tidy = (" ".join(line.split()) for line in cell.splitlines())
    return tuple(_BULLET.sub("", line, count=1) for line in tidy if line)


def _remarks(
    unknown: Sequence[str],
    items: Sequence[int],
    shares: list[Share],
    timeframe: Timeframe,
    title: str,
) -> tuple[str, ...]:
    remarks = [f"ไม่เข้าใจข้อ O “{one}”" for one in unknown]
    if not title:
        remarks.append("ไม่มีชื่อมาตรการ")
    if not shares:
        remarks.append("ไม่มีผู้รับผิดชอบ")
    taken = {item for share in shares for item in share.items}
    if taken and (left := [item for item in items if item not in taken]):
        remarks.append(f"ไม่มีผู้รับผิดชอบข้อ {format_items(left, ItemStyle.LATIN)}")
    if items and (more := sorted(taken - set(items))):
        remarks.append(f"มาตรการไม่ได้กล่าวถึงข้อ {format_items(more, ItemStyle.LATIN)} ที่ผู้รับผิดชอบมี")
    for share in shares:
        remarks += [f"ไม่เข้าใจข้อ O “{one}” ของ “{share.text}”" for one in share.unknown]
        remarks += [
            f"ยังไม่มีส่วนราชการ “{unit.typed}”"
            for unit in share.units
            if unit.likeness == Likeness.NEW
        ]
        if share.is_implied:
            remarks.append(f"“{share.text}” ไม่ได้ระบุข้อ O จึงนับทุกข้อของมาตรการ")
    if timeframe.remark:
        remarks.append(timeframe.remark)
    return tuple(remarks)


def require_numbered_apart(drafts: Sequence[MeasureDraft]) -> None:
    """Raises Unreadable, naming the numbers that two measures bear."""
    numbers = [draft.number for draft in drafts]
    doubled = sorted({number for number in numbers if numbers.count(number) > 1})
    if doubled:
        raise Unreadable(
            f"มีมาตรการลำดับที่ {', '.join(map(str, doubled))} มากกว่าหนึ่งมาตรการ โปรดแก้ลำดับให้ไม่ซ้ำกัน"
        )
