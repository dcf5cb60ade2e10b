"""Builds the progress report in a constant number of queries, whatever is in it."""

from copy import copy
from dataclasses import replace
from datetime import date

from measures.models import Measure
from organizations.models import Round
from reports.columns import Need, PlacedColumn, lay_out
from reports.models import Part, ReportWording
from reports.paper import is_long_row
from reports.progress_report.appendix import build_appendix
from reports.progress_report.as_of import as_they_stood, end_of
from reports.progress_report.material import Material, read_material
from reports.progress_report.memo import build_memo
from reports.progress_report.photos import build_photos
from reports.progress_report.report import (
    Eit,
    EitSection,
    MeasureRow,
    PageMark,
    ProgressReport,
)
from reports.progress_report.signatures import build_signatures
from reports.progress_report.typesetting import Typesetting, typesetting_of
from reports.qr import qr_of
from reports.wording import Filling, filling_of
from thai.dates import long_date
from thai.digits import arabic_digits


def build_progress_report(
    ita_round: Round, *, as_of: date | None = None, wording: ReportWording | None = None
) -> ProgressReport:
    """As the round's wording has it, or another one that is only being tried.

    With `as_of` as it stood at the end of that day in Bangkok, whatever day the wording says.
    """
    wording = copy(wording or ReportWording.objects.of(ita_round))
    wording.as_of = as_of or wording.as_of
    set_in = typesetting_of(wording)
    columns = lay_out(wording.columns, wording.orientation)
    material = read_material(
        ita_round,
        [placed.column for placed in columns],
        set_in,
        before=end_of(wording.reported_as_of),
        with_items=wording.has(Part.ITEMS),
    )
    measures = _measures(ita_round, material)
    rows = tuple(_row(measure, columns, material) for measure in measures)
    filling = filling_of(wording, len(rows))
    report = replace(_worded(filling, set_in), columns=columns)
    return replace(
        report,
        rows=tuple(_long_marked(row, report) for row in rows),
        items=build_appendix(ita_round, material) if wording.has(Part.ITEMS) else (),
        photos=build_photos(wording, set_in) if wording.has(Part.PHOTOS) else (),
    )


def _worded(filling: Filling, set_in: Typesetting) -> ProgressReport:
    """The whole report except its rows."""
    wording = filling.wording
    day = wording.reported_as_of

    def written(field: str) -> tuple[str, ...]:
        return tuple(map(set_in.text, filling.lines(field)))

    return ProgressReport(
        title=written("title"),
        opening=written("opening"),
        heading=set_in.text("1. ความก้าวหน้าหรือผลการดำเนินการตามมาตรการเพื่อส่งเสริมคุณธรรมฯ"),
        columns=(),
        rows=(),
        eit_section=_eit_section(filling, set_in) if wording.has(Part.EIT) else None,
        closing=written("closing"),
        memo=build_memo(filling, set_in) if wording.has(Part.MEMO) else None,
        signatures=build_signatures(filling, set_in),
        items_heading=set_in.text(
            f"ภาคผนวก รายการข้อมูลที่เปิดเผยตามแบบ OIT ประจำปีงบประมาณ พ.ศ. {wording.ita_round.be_year}"
        ),
        items=(),
        photos=(),
        organization=wording.ita_round.organization.name,
        orientation=wording.orientation,
        page_mark=PageMark(wording.mark_form, wording.mark_place, wording.digits),
        as_of=day,
        as_of_words=set_in.text(f"ข้อมูล ณ วันที่ {long_date(day)}") if day else "",
    )


def _eit_section(filling: Filling, set_in: Typesetting) -> EitSection:
    url = arabic_digits(filling.wording.eit_url)
    return EitSection(
        heading=set_in.text("2. การแสดง QR code แบบวัด EIT"),
        statement=tuple(map(set_in.text, filling.lines("eit_statement"))),
        eit=Eit(url, qr_of(url)) if url else None,
    )


def _measures(ita_round: Round, material: Material) -> list[Measure]:
    measures = Measure.objects.filter(ita_round=ita_round).with_work()
    if Need.INDICATORS in material.needed:
        measures = measures.prefetch_related("items__indicator")
    if material.before is None:
        return list(measures)
    return as_they_stood(measures, material, ita_round.unit_tree())


def _row(measure: Measure, columns: tuple[PlacedColumn, ...], material: Material) -> MeasureRow:
    cells = {placed.key: placed.column.cell(measure, material) for placed in columns}
    return MeasureRow(measure.number, cells)


def _long_marked(row: MeasureRow, report: ProgressReport) -> MeasureRow:
    widths = [column.width for column in report.columns]
    texts = [*row.texts.values()]
    is_long = is_long_row(texts, widths, landscape=report.is_landscape, tight=report.is_tight)
    return replace(row, is_long=is_long)
