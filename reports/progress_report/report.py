"""The progress report as a value. Every text in it is as it will be printed."""

from collections.abc import Mapping
from dataclasses import dataclass

from reports.columns import Column, ColumnKey, Orientation
from reports.progress_report.cell import Cell


@dataclass(frozen=True)
class MeasureRow:
    """One row of the table: a cell for each column of the report, in the columns' order.

    `number` is the measure's own, to find the row again whether it is printed or not.
    """

    number: int
    cells: Mapping[ColumnKey, Cell]
    is_long: bool = False

    def text_of(self, key: str) -> str:
        return self.cells[ColumnKey(key)].text

    @property
    def texts(self) -> dict[str, str]:
        return {key.value: cell.text for key, cell in self.cells.items()}


@dataclass(frozen=True)
class Eit:
    """The public questionnaire: its link in Arabic digits, and the QR code as an SVG data URI."""

    url: str
    qr: str


@dataclass(frozen=True)
class ProgressReport:
    title: tuple[str, ...]
    opening: tuple[str, ...]
    columns: tuple[Column, ...]
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
