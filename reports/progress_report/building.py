"""Builds the progress report in a constant number of queries, whatever columns it has."""

import segno

from ita_tracker.thai import arabic_digits
from measures.models import Measure
from organizations.models import Round
from reports import wording as usual
from reports.columns import Column, ColumnKey, lay_out
from reports.models import Orientation, ReportWording
from reports.paper import is_long_row
from reports.progress_report.cells import cells_of
from reports.progress_report.material import Material, read_material
from reports.progress_report.report import Eit, MeasureRow, ProgressReport
from reports.progress_report.typesetting import Typesetting


def build_progress_report(
    ita_round: Round, *, wording: ReportWording | None = None
) -> ProgressReport:
    """As the round's wording has it, or another one that is only being tried."""
    wording = wording or _wording_of(ita_round)
    set_in = Typesetting(wording.style)

    def written(text: str, ordinary: str) -> tuple[str, ...]:
        return tuple(set_in.text(line) for line in usual.fill(text or ordinary, wording))

    columns = lay_out(wording.columns, wording.orientation)
    return ProgressReport(
        title=written(wording.title, usual.TITLE),
        opening=written(wording.opening, usual.OPENING),
        columns=columns,
        rows=_rows(ita_round, columns, set_in, wording.orientation),
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


def _rows(
    ita_round: Round, columns: tuple[Column, ...], set_in: Typesetting, orientation: str
) -> tuple[MeasureRow, ...]:
    chosen = frozenset(column.key for column in columns)
    measures = Measure.objects.filter(ita_round=ita_round).with_work()
    if ColumnKey.INDICATOR in chosen:
        measures = measures.prefetch_related("items__indicator")
    material = read_material(ita_round, chosen, set_in)
    return tuple(_row(measure, columns, material, orientation) for measure in measures)


def _row(
    measure: Measure, columns: tuple[Column, ...], material: Material, orientation: str
) -> MeasureRow:
    found = cells_of(measure, material)
    cells = {column.key: found[column.key] for column in columns}
    is_long = is_long_row(
        [cell.text for cell in cells.values()],
        [column.width for column in columns],
        landscape=orientation == Orientation.LANDSCAPE,
    )
    return MeasureRow(measure.number, cells, is_long)


def _eit(url: str) -> Eit | None:
    if not url:
        return None
    url = arabic_digits(url)
    qr = segno.make(url, error="m", boost_error=False)
    return Eit(url, qr.svg_data_uri(border=2, omitsize=True, svgclass=None, lineclass=None))
