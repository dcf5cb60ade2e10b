"""What the rules look at: a round as plain values, without the database behind them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from checking.language.vocabulary import Vocabulary
from checking.place import Place, Way
from reports.models import Signatory
from thai.dates import FiscalYear
from tracking.models import FINISHED, Evidence, Status


@dataclass(frozen=True)
class Written:
    """A text that somebody of the office typed, and the way to mend it."""

    place: Place
    where: str
    text: str
    way: Way


@dataclass(frozen=True)
class Reported:
    """A unit's last report on a row, and where it stands since: judged, or not yet."""

    unit: str
    status: str
    text: str
    way: Way
    evidence: tuple[Evidence, ...] = ()
    returned_because: str = ""

    @property
    def is_finished(self) -> bool:
        return self.status in FINISHED


@dataclass(frozen=True, kw_only=True)
class CheckedRow:
    """`units` answer for it, `leads` among them; `due_on` is None where nothing says when.

    `data_years` are those that the catalogue asks about, of the item or of the items it serves.
    """

    place: Place
    standing: str
    units: tuple[str, ...]
    leads: tuple[str, ...] = ()
    due_on: date | None = None
    reports: tuple[Reported, ...] = ()
    labels: tuple[str, ...] = ()
    data_years: frozenset[int] = frozenset()
    to_record: Way
    to_assign: Way

    @property
    def is_finished(self) -> bool:
        return self.standing in FINISHED

    def written(self) -> Iterator[Written]:
        for label in self.labels:
            yield Written(self.place, "ผู้รับผิดชอบ", label, self.to_assign)
        for report in self.reports:
            if report.text:
                yield Written(self.place, "ผลการดำเนินการ", report.text, report.way)


@dataclass(frozen=True, kw_only=True)
class CheckedMeasure(CheckedRow):
    """`holes` are items it serves and nobody answers for; `imported` the cells of the document
    it came from, each with its heading.
    """

    aims: tuple[str, ...] = ()
    method: str = ""
    first_month: date | None = None
    last_month: date | None = None
    serves_items: bool = False
    remarks: tuple[Written, ...] = ()
    holes: tuple[int, ...] = ()
    imported: tuple[tuple[str, str], ...] = ()
    to_edit: Way

    @cached_property
    def result(self) -> tuple[str, ...]:
        """The texts that the report prints as its result."""
        return tuple(dict.fromkeys(report.text for report in self.reports if report.text))

    def written(self) -> Iterator[Written]:
        yield Written(self.place, "ชื่อมาตรการ", self.place.title, self.to_edit)
        for aim in self.aims:
            yield Written(self.place, "เป้าหมาย", aim, self.to_edit)
        yield Written(self.place, "วิธีการดำเนินการ", self.method, self.to_edit)
        yield from self.remarks
        yield from super().written()


@dataclass(frozen=True, kw_only=True)
class CheckedItem(CheckedRow):
    requirement: str = ""
    in_no_measure: bool = False


@dataclass(frozen=True, kw_only=True)
class Facts:
    """A round on a day: `as_of` the one the report speaks of, where it speaks of one.

    `committee` is its name as the report prints it, if it does.
    """

    year: FiscalYear
    today: date
    as_of: date | None = None
    is_open: bool
    vocabulary: Vocabulary
    measures: tuple[CheckedMeasure, ...] = ()
    items: tuple[CheckedItem, ...] = ()
    wording: tuple[Written, ...] = ()
    unit_names: tuple[Written, ...] = ()
    missing_columns: tuple[str, ...] = ()
    signatories: tuple[Signatory, ...] = ()
    shows_eit: bool = True
    eit_url: str = ""
    idle_units: tuple[str, ...] = ()
    unmanned_units: tuple[str, ...] = ()
    committee: str = ""
    book: Place
    eit: Place
    to_committee: Way
    to_eit: Way
    to_columns: Way
    to_signatories: Way
    to_review: Way
    to_late_items: Way
    to_measures: Way
    to_people: Way

    @property
    def rows(self) -> tuple[CheckedRow, ...]:
        return (*self.measures, *self.items)

    @cached_property
    def texts(self) -> tuple[Written, ...]:
        """Everything that the office wrote."""
        of_rows = (written for row in self.rows for written in row.written())
        return tuple(one for one in (*of_rows, *self.wording, *self.unit_names) if one.text)

    def is_past(self, row: CheckedRow) -> bool:
        """Whether its time is over: its day has passed, or the year is closed and told whole."""
        is_over = not self.is_open and self.as_of is None
        return is_over or (row.due_on is not None and row.due_on < self.today)

    def is_told(self, row: CheckedRow, report: Reported) -> bool:
        """Whether a report is meant as a result rather than as how far it has come."""
        return report.is_finished or self.is_past(row)

    @property
    def waiting(self) -> int:
        """How many reports nobody has judged."""
        return sum(report.status == Status.REVIEW for row in self.rows for report in row.reports)
