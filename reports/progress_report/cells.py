"""The columns of a report's table, each one object, and what it says of a measure."""

from collections.abc import Callable, Iterator

from measures.models import Measure
from reports.cell import Cell, Group, Line, cell_of
from reports.columns import COLUMNS, Column, Need
from reports.progress_report.appendix import main_link, web_link
from reports.progress_report.material import Material
from reports.progress_report.responsible import responsible_groups
from tracking.models import FINISHED, Evidence, Status


def _number(measure: Measure, material: Material) -> Cell:
    return cell_of([material.set_in.number(measure.number)])


def _measure(measure: Measure, material: Material) -> Cell:
    """With its number and the items it serves, unless they stand in columns of their own."""
    set_in = material.set_in
    title = set_in.text(measure.title)
    if NUMBER.key not in material.chosen:
        title = f"{set_in.number(measure.number)}. {title}"
    groups = [Group(title, tuple(map(Line, set_in.lines(measure.aims))))]
    numbers = [item.number for item in measure.items.all()]
    if numbers and CODES.key not in material.chosen:
        groups.append(Group(f"ตาม{set_in.item_range(numbers)}"))
    return Cell(tuple(groups))


def _indicator(measure: Measure, material: Material) -> Cell:
    """Those of the items it serves, in the order of the edition."""
    indicators = {item.indicator for item in measure.items.all()}
    in_order = sorted(indicators, key=lambda indicator: indicator.position)
    return cell_of(material.set_in.text(str(indicator)) for indicator in in_order)


def _codes(measure: Measure, material: Material) -> Cell:
    numbers = [item.number for item in measure.items.all()]
    return cell_of([material.set_in.items(numbers)])


def _method(measure: Measure, material: Material) -> Cell:
    return cell_of(material.set_in.lines(measure.method))


def _responsible(measure: Measure, material: Material) -> Cell:
    return Cell(tuple(responsible_groups(measure, material.set_in)))


def _when(measure: Measure, material: Material) -> Cell:
    return cell_of([material.set_in.number(measure.timeframe)])


def _result(measure: Measure, material: Material) -> Cell:
    """What the units wrote, the same words once; each names its unit where they differ."""
    results = material.said.results_of(measure.pk)
    texts = list(dict.fromkeys(said.note for said in results))
    if len(texts) > 1:
        texts = [
            said.note if said.note.startswith(said.unit) else f"{said.unit} {said.note}"
            for said in results
        ]
    return cell_of(material.set_in.lines("\n".join(texts) or _result_in_numbers(measure)))


def _result_in_numbers(measure: Measure) -> str:
    standing = measure.standing
    done, all_of_them = _published(measure)
    if standing.drawn == Status.DOING and all_of_them:
        return f"{standing.about.printed} เผยแพร่แล้ว {done} จาก {all_of_them} ข้อ"
    return standing.about.printed


def _published(measure: Measure) -> tuple[int, int]:
    items = [item for item in measure.items.all() if item.is_applicable]
    return sum(item.status in FINISHED for item in items), len(items)


def _status(measure: Measure, material: Material) -> Cell:
    return cell_of([measure.standing.about.printed])


def _percent(measure: Measure, material: Material) -> Cell:
    """Of its items published, or, where it serves none, of its units that are done."""
    done, all_of_them = _published(measure)
    if not all_of_them:
        standing = material.said.standing_of(measure.pk)
        units = measure.answering_unit_ids() or standing.keys()
        done, all_of_them = sum(standing.get(unit) in FINISHED for unit in units), len(units)
    if measure.standing in FINISHED:
        return cell_of([material.set_in.number(100)])
    return cell_of([material.set_in.number(done * 100 // all_of_them if all_of_them else 0)])


def _evidence(measure: Measure, material: Material) -> Cell:
    """What the units showed for it, then what shows that its items are published."""
    groups = []
    own = [
        _evidence_line(piece, material)
        for said in material.said.reports_of(measure.pk)
        for piece in material.evidence.get(said.pk, ())
    ]
    if own:
        groups.append(Group(lines=tuple(dict.fromkeys(own))))
    if of_items := tuple(_evidence_of_items(measure, material)):
        groups.append(Group(lines=of_items))
    return Cell(tuple(groups))


def _evidence_of_items(measure: Measure, material: Material) -> Iterator[Line]:
    """The main link of each under its code; where there is an appendix, they stand there."""
    links = {item.number: main_link(item, material) for item in measure.items.all()}
    published = [number for number, url in links.items() if url]
    if material.with_items and published:
        yield Line(f"ข้อ {material.set_in.items(published)} ดูภาคผนวก")
        return
    for number in published:
        yield Line(f"ข้อ {material.set_in.item(number)}", links[number], links[number])


def _evidence_line(piece: Evidence, material: Material) -> Line:
    url = web_link(piece.url)
    if url and not piece.title:
        return Line(url, url=url)
    return Line(material.set_in.text(piece.title), url, url)


def _written(field: str) -> Callable[[Measure, Material], Cell]:
    def cell(measure: Measure, material: Material) -> Cell:
        remark = material.remarks.get(measure.pk)
        return cell_of(material.set_in.lines(getattr(remark, field)) if remark else ())

    return cell


# In the order they usually stand in. All fourteen together fill a landscape sheet exactly at their
# least; the usual five get what a search for the least table height found (37, 35, 33, 18, 37).
NUMBER = COLUMNS.add(Column("number", "ที่", "ที่", _number, least=8, is_centred=True))
MEASURE = COLUMNS.add(Column("measure", "มาตรการ", "มาตรการ", _measure, least=22, share=15))
INDICATOR = COLUMNS.add(
    Column("indicator", "ตัวชี้วัด", "ตัวชี้วัด", _indicator, least=17, share=4, needs=Need.INDICATORS)
)
CODES = COLUMNS.add(Column("codes", "ข้อ O", "ข้อO", _codes, least=18, share=2))
METHOD = COLUMNS.add(Column("method", "วิธีการดำเนินการ", "วิธีการ", _method, least=21, share=14))
RESPONSIBLE = COLUMNS.add(
    Column("responsible", "ผู้รับผิดชอบ", "ผู้รับผิดชอบ", _responsible, least=22, share=11)
)
WHEN = COLUMNS.add(Column("when", "ระยะเวลา", "ระยะเวลา", _when, least=18, is_centred=True))
RESULT = COLUMNS.add(Column("result", "ผลการดำเนินการ", "ผล", _result, least=23, share=14))
STATUS = COLUMNS.add(Column("status", "สถานะ", "สถานะ", _status, least=20, is_centred=True))
PERCENT = COLUMNS.add(Column("percent", "ร้อยละ", "ร้อยละ", _percent, least=12, is_centred=True))
EVIDENCE = COLUMNS.add(
    Column("evidence", "หลักฐาน", "หลักฐาน", _evidence, least=20, share=10, needs=Need.EVIDENCE)
)
OBSTACLES = COLUMNS.add(
    Column(
        "obstacles",
        "ปัญหา/อุปสรรค",
        "ปัญหา",
        _written("obstacles"),
        least=17,
        share=8,
        needs=Need.REMARKS,
    )
)
SUGGESTIONS = COLUMNS.add(
    Column(
        "suggestions",
        "ข้อเสนอแนะ",
        "ข้อเสนอแนะ",
        _written("suggestions"),
        least=17,
        share=8,
        needs=Need.REMARKS,
    )
)
REMARK = COLUMNS.add(
    Column(
        "remark", "หมายเหตุ", "หมายเหตุ", _written("remark"), least=17, share=6, needs=Need.REMARKS
    )
)
