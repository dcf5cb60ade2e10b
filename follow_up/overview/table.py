"""Several offices in one year, a row each: for people who supervise them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from follow_up.overview.row import COLUMNS, KINDS, Column, Row
from follow_up.overview.tallies import Tally, tally_items, tally_measures
from organizations.models import Organization, Round, User
from organizations.tabs import Tab, query
from thai.dates import FiscalYear
from thai.digits import arabic_digits, composed


@dataclass(frozen=True)
class Heading:
    """A column's title as a link that sorts by it, or the other way round.

    `direction` is said as in `aria-sort`; "" where the rows stand by another column.
    """

    column: Column
    query: str
    direction: str


@dataclass(frozen=True)
class Order:
    """One way of sorting, for the choice of them all."""

    sort: str
    label: str
    is_current: bool


@dataclass(frozen=True)
class Overview:
    year: int
    years: tuple[int, ...]
    rows: tuple[Row, ...]
    total: Row
    headings: tuple[Heading, ...]
    orders: tuple[Order, ...]
    tabs: tuple[Tab, ...]
    kind: str
    words: str
    query: str
    is_misasked: bool

    @property
    def groups(self) -> tuple[tuple[str, int], ...]:
        """What stands over the headings, and how many of them it spans."""
        names = [heading.column.group for heading in self.headings]
        return tuple((name, len(list(same))) for name, same in groupby(names))

    @property
    def is_narrowed(self) -> bool:
        return bool(self.kind or self.words)


def build_overview(user: User, asked: Mapping[str, str], *, today: date) -> Overview:
    """The offices that the user supervises, as the address asks: `year`, `q`, `show`, `sort`.

    A constant number of queries. What is asked for and does not exist narrows nothing, and is said.
    """
    years = _years(user)
    wanted = arabic_digits(asked.get("year", ""))
    year = next((one for one in years if str(one) == wanted), _usual(years, today))
    words, sort = asked.get("q", "").strip(), asked.get("sort", "")
    kind = asked.get("show", "") if asked.get("show") in KINDS else ""
    column = next((one for one in COLUMNS if one.name == sort.removeprefix("-")), None)
    sort = sort if column else ""
    named = [row for row in _read(user, year, today) if _is_named(row.organization, words)]
    rows = _sorted(
        [row for row in named if not kind or KINDS[kind][1](row)],
        column or COLUMNS[0],
        backwards=sort.startswith("-"),
    )
    kept = {"year": year, "q": words, "show": kind}
    return Overview(
        year=year,
        years=years,
        rows=tuple(rows),
        total=_total(rows),
        headings=tuple(_heading(one, sort or COLUMNS[0].name, kept) for one in COLUMNS),
        orders=tuple(_orders(sort or COLUMNS[0].name)),
        tabs=_tabs(named, kind, {"year": year, "q": words, "sort": sort}),
        kind=kind,
        words=words,
        query=query(**kept, sort=sort),
        is_misasked=(
            bool(wanted and wanted != str(year))
            or asked.get("show", "") != kind
            or asked.get("sort", "") != sort
        ),
    )


def _years(user: User) -> tuple[int, ...]:
    rounds = Round.objects.supervised_by(user).order_by("-be_year")
    return tuple(rounds.values_list("be_year", flat=True).distinct())


def _usual(years: Sequence[int], today: date) -> int:
    """This fiscal year where any office has opened it, else the latest."""
    current = FiscalYear.of(today).be
    return current if current in years or not years else years[0]


def _read(user: User, year: int, today: date) -> list[Row]:
    # Only what a row says: a closed year carries its whole chart.
    rounds = Round.objects.supervised_by(user).filter(be_year=year)
    rounds = rounds.only("organization_id", "be_year", "is_open")
    by_office = {one.organization_id: one for one in rounds}
    ids = [one.pk for one in rounds]
    items, measures = tally_items(ids, today), tally_measures(ids, today)
    rows = []
    for office in user.supervised.only("name", "short_name", "slug"):
        ita_round = by_office.get(office.pk)
        found = (
            tally.get(ita_round.pk if ita_round else 0, Tally()) for tally in (items, measures)
        )
        rows.append(Row(office, ita_round, *found))
    return rows


def _is_named(office: Organization, words: str) -> bool:
    """Each word stands somewhere in the name, long, short or of the commands."""
    if not words:
        return True
    names = composed(f"{office.name} {office.short_name} {office.slug}").casefold()
    return all(word in names for word in composed(words).casefold().split())


def _sorted(rows: Sequence[Row], column: Column, *, backwards: bool) -> list[Row]:
    """Those alike stand by name."""
    by_name = sorted(rows, key=COLUMNS[0].sort_key)
    if column.is_name:
        return by_name[::-1] if backwards else by_name
    return sorted(by_name, key=column.sort_key, reverse=backwards)


def _total(rows: Sequence[Row]) -> Row:
    office = Organization(name=f"รวม {len(rows)} หน่วยงาน")
    return Row(
        office,
        None,
        Tally.total_of(row.items for row in rows),
        Tally.total_of(row.measures for row in rows),
    )


def _heading(column: Column, sort: str, kept: Mapping) -> Heading:
    """Numbers begin with the largest."""
    turned = {column.name: f"-{column.name}", f"-{column.name}": column.name}
    direction = {column.name: "ascending", f"-{column.name}": "descending"}
    first = column.name if column.is_name else f"-{column.name}"
    link = query(**kept, sort=turned.get(sort, first))
    return Heading(column, link, direction.get(sort, ""))


def _orders(sort: str) -> list[Order]:
    orders = []
    for column in COLUMNS:
        up, down = ("ก–ฮ", "ฮ–ก") if column.is_name else ("น้อยไปมาก", "มากไปน้อย")
        for name, way in ((f"-{column.name}", down), (column.name, up)):
            orders.append(Order(name, f"{column.full_label} {way}", name == sort))
    return orders


def _tabs(rows: Sequence[Row], current: str, kept: Mapping) -> tuple[Tab, ...]:
    return (
        Tab("", "ทั้งหมด", len(rows), query(**kept), not current),
        *(
            Tab(kind, label, sum(map(is_so, rows)), query(**kept, show=kind), kind == current)
            for kind, (label, is_so) in KINDS.items()
        ),
    )
