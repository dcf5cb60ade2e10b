"""Reads a round into facts, in a constant number of queries."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from checking import ways
from checking.facts import CheckedItem, CheckedMeasure, Facts, Reported, Written
from checking.history import History, read_history, take_back
from checking.language.vocabulary import Vocabulary, authority_of
from checking.language.years import years_named
from checking.place import Place, Way
from checking.report_facts import read_report
from disclosures.models import DisclosureItem, ItemAssignment
from follow_up.coverage import Coverage, find_coverage
from follow_up.rows import read_items, read_measures
from measures.importing.units import KnownUnit
from measures.importing.words import whole_words
from measures.models import Measure, Responsibility
from organizations.models import Organization, Round, UnitTree
from reports.models import MeasureRemark, ReportWording
from reports.progress_report.as_of import end_of
from tracking.models import REPORTABLE, Entry, Row, Status


def read_facts(ita_round: Round, *, today: date) -> Facts:
    """As the report will say it: as of its day, where it has one."""
    wording = ReportWording.objects.of(ita_round)
    day = wording.reported_as_of
    tree = ita_round.unit_tree(with_people=True)
    items = read_items(ita_round, tree)
    measures = read_measures(ita_round, items)
    coverage = find_coverage(tree, items, measures)
    said = read_history(ita_round, end_of(day))
    if day is not None:
        take_back((*items, *measures), said, tree)
    return Facts(
        year=ita_round.fiscal_year,
        today=min(today, day or today),
        as_of=day,
        is_open=ita_round.is_open,
        vocabulary=_vocabulary(ita_round.organization, tree),
        measures=tuple(_measures(measures, said, tree, coverage)),
        items=tuple(_items(items, said, tree, coverage)),
        idle_units=tuple(unit.name for unit in coverage.idle_units),
        unmanned_units=tuple(unit.name for unit in coverage.unmanned_units),
        **read_report(wording, _printed_names(tree, (*items, *measures))),
        **ways.of_the_round(ita_round),
    )


def _printed_names(tree: UnitTree, rows: Iterable[Row]) -> list[str]:
    busy = frozenset().union(*(row.responsible_unit_ids() for row in rows))
    return [unit.name for unit in tree.units if unit.pk in busy]


def _vocabulary(organization: Organization, tree: UnitTree) -> Vocabulary:
    names = tuple(unit.name for unit in tree.units)
    return Vocabulary(
        whole_words=whole_words(organization, map(KnownUnit, names)),
        unit_names=names,
        office=organization.name,
        short_name=organization.short_name,
        authority=authority_of(organization.name),
    )


def _measures(
    measures: Sequence[Measure], said: History, tree: UnitTree, coverage: Coverage
) -> Iterator[CheckedMeasure]:
    missing = {item.pk for item in coverage.of_nobody}
    for measure in measures:
        for link in measure.responsibilities.all():
            link.unit = tree.by_id[link.unit_id]
        served = measure.items.all()
        shared = _shared(measure, said.of(measure), tree)
        yield CheckedMeasure(
            **shared,
            remarks=tuple(_remarks(shared["place"], measure, said.remarks.get(measure.pk))),
            units=tuple(measure.unit_names),
            labels=_labels(measure.responsibilities.all()),
            data_years=frozenset().union(*(years_named(item.data_year) for item in served)),
            aims=tuple(measure.aim_list),
            method=measure.method,
            first_month=measure.first_month,
            last_month=measure.last_month,
            serves_items=any(item.is_applicable for item in served),
            holes=tuple(item.number for item in served if item.pk in missing),
            imported=tuple(measure.imported_cells.items()),
            to_edit=ways.to_edit(measure),
        )


def _items(
    items: Sequence[DisclosureItem], said: History, tree: UnitTree, coverage: Coverage
) -> Iterator[CheckedItem]:
    outside = {item.pk for item in coverage.in_no_measure}
    for item in items:
        links = item.assignments.all()
        yield CheckedItem(
            **_shared(item, said.of(item), tree),
            units=tuple(str(link) for link in links),
            leads=tuple(str(link) for link in links if link.is_lead),
            labels=_labels(links),
            data_years=years_named(item.data_year),
            requirement=item.requirement,
            in_no_measure=item.pk in outside,
        )


def _remarks(place: Place, measure: Measure, remark: MeasureRemark | None) -> Iterator[Written]:
    labels = {field.name: str(field.verbose_name) for field in MeasureRemark._meta.fields}
    for name, text in remark.texts.items() if remark else ():
        yield Written(place, labels[name], text, ways.to_remark(measure))


def _labels(links: Iterable[ItemAssignment | Responsibility]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(link.label for link in links if link.label))


def _shared(row: Row, history: Sequence[Entry], tree: UnitTree) -> dict[str, Any]:
    units = row.responsible_unit_ids()
    record = ways.to_record(row)
    place = Place(row.kind, row.number, row.code, row.title, row.get_absolute_url(), units)
    return {
        "place": place,
        "standing": row.standing,
        "due_on": row.due_on,
        "reports": tuple(_reports(record, history, tree)),
        "to_record": record,
        "to_assign": ways.to_assign(row),
    }


def _reports(record: Way, history: Sequence[Entry], tree: UnitTree) -> Iterable[Reported]:
    """Each unit's last report, in the order of the first ones, as the report prints them."""
    by_unit: dict[int, list[Entry]] = {}
    for entry in reversed(history):
        by_unit.setdefault(entry.unit_id, []).append(entry)
    for unit_id, entries in by_unit.items():
        reports = [entry for entry in entries if entry.status in REPORTABLE]
        texts = [entry.note for entry in reports if entry.note]
        latest = entries[-1]
        yield Reported(
            unit=tree.by_id[unit_id].name,
            status=latest.status,
            text=texts[-1] if texts else "",
            way=ways.to_mend(record, unit_id),
            evidence=tuple(reports[-1].evidence.all()) if reports else (),
            returned_because=latest.note if latest.status == Status.RETURNED else "",
        )
