"""A whole year as a value: the rows of every sheet as texts, in a constant number of queries."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Model, QuerySet

from disclosures.models import DisclosureItem
from measures.models import Measure
from organizations.models import Round, Unit, UnitTree, User
from tracking.models import Entry, Evidence
from years.book.cells import held
from years.book.sheets import EVIDENCE, PEOPLE, ROUND, SHEETS, UNITS, Column, Sheet


@dataclass(frozen=True)
class YearBook:
    """By the name of each sheet its rows, each with the number it has there and its texts."""

    rows: dict[str, list[tuple[int, tuple[str, ...]]]]


@dataclass(frozen=True)
class _Table:
    """Values as the database has them, by field; `many` holds the ids that a row refers to."""

    sheet: Sheet
    values: list[dict]
    many: dict[str, dict[int, list[int]]]


def build_year_book(ita_round: Round) -> YearBook:
    """Of a closed year the office's chart is the one it had then."""
    tables = {sheet: _table(sheet, _rows(sheet, ita_round)) for sheet in SHEETS if sheet.of_round}
    tables[EVIDENCE] = _table(EVIDENCE, _evidence(ita_round))
    tables[ROUND] = _table(ROUND, Round.objects.filter(pk=ita_round.pk))
    tables[UNITS] = _units(ita_round.unit_tree())
    tables[PEOPLE] = _people(tables.values())
    names = {sheet.model: _names(tables[sheet]) for sheet in SHEETS if sheet.is_named}
    return YearBook(
        {sheet.name: list(enumerate(_texts(tables[sheet], names), start=2)) for sheet in SHEETS}
    )


def _rows(sheet: Sheet, ita_round: Round) -> QuerySet:
    """In the order of their numbers, or in that in which they were written."""
    return sheet.rows_of(ita_round).order_by(*([sheet.key] if sheet.key else []), "pk")


def _evidence(ita_round: Round) -> QuerySet:
    """What this year's history has, not what a form only holds."""
    links = Entry.evidence.through.objects.filter(entry__row__ita_round=ita_round)
    return Evidence.objects.filter(pk__in=links.values("evidence")).order_by("pk")


def _table(sheet: Sheet, rows: QuerySet) -> _Table:
    own = [column.field.attname for column in sheet.columns if not column.many]
    many = {}
    for column in sheet.columns:
        if column.many:
            links: dict[int, list[int]] = {}
            through = getattr(sheet.model, column.field.name).through
            source, target = column.field.m2m_column_name(), column.field.m2m_reverse_name()
            found = through.objects.filter(**{f"{column.field.m2m_field_name()}__in": rows})
            for pk, other in found.order_by(target).values_list(source, target):
                links.setdefault(pk, []).append(other)
            many[column.field.name] = links
    return _Table(sheet, list(rows.values("pk", *own)), many)


def _units(tree: UnitTree) -> _Table:
    """Every unit after the one it belongs to, those of one unit in their own order."""
    below: dict[int | None, list[Unit]] = {}
    for unit in tree.units:
        below.setdefault(unit.parent_id, []).append(unit)

    def walk(parent_id: int | None) -> Iterator[Unit]:
        for unit in below.get(parent_id, ()):
            yield unit
            yield from walk(unit.pk)

    fields = ["pk", *(column.field.attname for column in UNITS.columns)]
    values = [{name: getattr(unit, name) for name in fields} for unit in walk(None)]
    return _Table(UNITS, values, {})


def _people(tables: Iterable[_Table]) -> _Table:
    """The people in the year's history, and nobody else."""
    ids = {row["by_id"] for table in tables for row in table.values if "by_id" in row}
    table = _table(PEOPLE, User.objects.filter(pk__in=ids).order_by("pk"))
    usernames = dict(User.objects.filter(pk__in=ids).values_list("pk", "username"))
    for row in table.values:
        # People without a name in the system are known by the user name.
        if not (row["first_name"] or row["last_name"]):
            row["first_name"] = usernames[row["pk"]]
    return table


def _names(table: _Table) -> dict[int, tuple[int, str]]:
    """The number by which others name each row, and what they call it."""
    sheet = table.sheet
    return {
        row["pk"]: (number, _called(sheet.model, number, row))
        for place, row in enumerate(table.values, start=1)
        for number in [row[sheet.key] if sheet.key else place]
    }


def _called(model: type[Model], number: int, row: dict) -> str:
    if model is DisclosureItem:
        return f"O{number}"
    if model is Measure:
        return f"มาตรการ {number}"
    words = [row[name] for name in ("name", "first_name", "last_name", "code") if row.get(name)]
    return " ".join([str(number), *words])


def _texts(table: _Table, names: dict) -> Iterator[tuple[str, ...]]:
    sheet = table.sheet
    for place, row in enumerate(table.values, start=1):
        texts = [str(place)] if sheet.is_counted else []
        for column in sheet.columns:
            if column.many:
                ids = table.many[column.field.name].get(row["pk"], ())
                numbers = sorted(names[column.to][pk][0] for pk in ids if pk in names[column.to])
                texts.append(", ".join(map(str, numbers)))
            elif column.kind is None:
                _, called = names[column.to].get(row[column.field.attname], (0, ""))
                texts.append(held(called))
            else:
                value = _outward(sheet, column, row[column.field.attname], names)
                texts.append(column.kind.write(value))
        yield tuple(texts)


def _outward(sheet: Sheet, column: Column, value: Any, names: dict) -> Any:
    """A list with references in it names rows of the book instead of the database's."""
    if column.field.name not in sheet.inner:
        return value
    key, model = sheet.inner[column.field.name]
    return [one | {key: names[model][one[key]][0]} for one in value if one[key] in names[model]]
