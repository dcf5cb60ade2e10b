"""The progress report as a value. Every text in it is as it will be printed."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from reports.cell import Cell
from reports.columns import COLUMNS, Column, Orientation, PlacedColumn, is_tight
from reports.progress_report.appendix import ItemRow
from reports.progress_report.memo import Memo
from reports.progress_report.photos import Photo
from reports.progress_report.signatures import Signatures


@dataclass(frozen=True)
class MeasureRow:
    """One row of the table: a cell for each column of the report, in the columns' order.

    `number` is the measure's own, to find the row again whether it is printed or not.
    """

    number: int
    cells: Mapping[str, Cell]
    is_long: bool = False

    def text_of(self, key: str) -> str:
        return self.cells[key].text

    @property
    def texts(self) -> dict[str, str]:
        return {key: cell.text for key, cell in self.cells.items()}

    @property
    def in_columns(self) -> list[tuple[Column, Cell]]:
        return [(COLUMNS[key], cell) for key, cell in self.cells.items()]


@dataclass(frozen=True)
class Eit:
    """The public questionnaire: its link in Arabic digits, and the QR code as an SVG data URI."""

    url: str
    qr: str


@dataclass(frozen=True)
class EitSection:
    """Section two; without a link it only says that there is none."""

    heading: str
    statement: tuple[str, ...]
    eit: Eit | None


@dataclass(frozen=True)
class PageMark:
    """How and where the number of a page stands, none on the first; see `MarkForm`, `MarkPlace`."""

    form: str
    place: str
    digits: str

    @property
    def css(self) -> str:
        return f"mark-{self.form} mark-{self.place} digits-{self.digits}"


@dataclass(frozen=True)
class ProgressReport:
    """A part that was not chosen is None, or empty where it is a list.

    `as_of` is the last day whose history it knows, None for all; who is responsible and how the
    report is worded are always as they are now.
    """

    title: tuple[str, ...]
    opening: tuple[str, ...]
    heading: str
    columns: tuple[PlacedColumn, ...]
    rows: tuple[MeasureRow, ...]
    eit_section: EitSection | None
    closing: tuple[str, ...]
    memo: Memo | None
    signatures: Signatures | None
    items_heading: str
    items: tuple[ItemRow, ...]
    photos: tuple[Photo, ...]
    organization: str
    orientation: str
    page_mark: PageMark
    as_of: date | None
    as_of_words: str

    @property
    def eit(self) -> Eit | None:
        return self.eit_section.eit if self.eit_section else None

    @property
    def is_tight(self) -> bool:
        """Whether the table is set in smaller letters, having so many columns."""
        return is_tight([column.key for column in self.columns], self.orientation)

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

    def shortened(self, most: int) -> "ProgressReport":
        """With no more rows than these in its table of measures."""
        return replace(self, rows=self.rows[:most])
