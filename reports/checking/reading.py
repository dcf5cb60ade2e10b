"""Reads a round into facts, in a constant number of queries."""

from collections.abc import Iterable, Sequence
from datetime import date

from disclosures.models import DisclosureItem, DisclosureUpdate
from measures.importing.units import KnownUnit
from measures.importing.words import whole_words
from measures.models import Measure, ProgressUpdate
from organizations.models import REPORTABLE, Entry, Round, Status, Tracked, UnitTree
from reports.checking import ways
from reports.checking.facts import CheckedItem, CheckedMeasure, Facts, Reported, Written
from reports.checking.finding import Place
from reports.checking.language.vocabulary import Vocabulary, authority_of
from reports.checking.language.years import years_named
from reports.coverage import find_coverage
from reports.models import ReportWording
from reports.rows import read_items, read_measures
from reports.wording import COMMITTEE


def read_facts(ita_round: Round, *, today: date) -> Facts:
    organization = ita_round.organization
    tree = ita_round.unit_tree()
    items = read_items(ita_round, tree)
    measures = read_measures(ita_round, items)
    coverage = find_coverage(organization, tree, items, measures)
    missing = {item.pk for item in coverage.of_nobody}
    outside = {item.pk for item in coverage.in_no_measure}
    told = {
        "item": _by_row(DisclosureUpdate, "item", ita_round),
        "measure": _by_row(ProgressUpdate, "measure", ita_round),
    }
    wording = ReportWording.objects.filter(ita_round=ita_round).first() or ReportWording()
    names = tuple(unit.name for unit in tree.units)
    url = ways.to_wording(ita_round).url
    book = Place("report", 0, "ทั้งเล่ม", "", url)
    return Facts(
        year=ita_round.fiscal_year,
        today=today,
        is_open=ita_round.is_open,
        vocabulary=Vocabulary(
            whole_words=whole_words(organization, map(KnownUnit, names)),
            unit_names=names,
            office=organization.name,
            short_name=organization.short_name,
            authority=authority_of(organization.name),
        ),
        measures=tuple(
            _measure(one, told["measure"].get(one.pk, ()), tree, missing) for one in measures
        ),
        items=tuple(_item(one, told["item"].get(one.pk, ()), tree, outside) for one in items),
        report_texts=tuple(_report_texts(wording, names, book, ita_round)),
        idle_units=tuple(unit.name for unit in coverage.idle_units),
        unmanned_units=tuple(unit.name for unit in coverage.unmanned_units),
        eit_url=wording.eit_url or wording.eit_url_received,
        committee=_printed_committee(wording),
        book=book,
        eit=Place("report", 2, "ส่วนที่ 2", "การแสดง QR code แบบวัด EIT", url),
        to_wording=ways.to_wording(ita_round),
        to_review=ways.to_review(ita_round),
        to_late_items=ways.to_late_items(ita_round),
        to_measures=ways.to_measures(ita_round),
        to_people=ways.to_people(),
    )


def _by_row(history: type[Entry], name: str, ita_round: Round) -> dict[int, list[Entry]]:
    """Every entry of the round with its evidence, newest first, by its row."""
    entries = history.objects.filter(**{f"{name}__ita_round": ita_round})
    found: dict[int, list[Entry]] = {}
    for entry in entries.prefetch_related("evidence"):
        found.setdefault(getattr(entry, f"{name}_id"), []).append(entry)
    return found


def _measure(measure: Measure, history, tree: UnitTree, missing: set[int]) -> CheckedMeasure:
    for link in measure.responsibilities.all():
        link.unit = tree.by_id[link.unit_id]
    served = measure.items.all()
    return CheckedMeasure(
        **_shared("measure", measure, history, tree),
        units=tuple(measure.unit_names),
        labels=tuple({link.label: None for link in measure.responsibilities.all() if link.label}),
        data_years=frozenset().union(*(_years_asked(item) for item in served)),
        aims=tuple(measure.aim_list),
        method=measure.method,
        first_month=measure.first_month,
        last_month=measure.last_month,
        serves_items=any(item.is_applicable for item in served),
        holes=tuple(item.number for item in served if item.pk in missing),
        imported=tuple(measure.imported_cells.items()),
        to_edit=ways.to_edit(measure),
    )


def _item(item: DisclosureItem, history, tree: UnitTree, outside: set[int]) -> CheckedItem:
    links = item.assignments.all()
    return CheckedItem(
        **_shared("item", item, history, tree),
        units=tuple(str(link) for link in links),
        leads=tuple(str(link) for link in links if link.is_lead),
        labels=tuple({link.label: None for link in links if link.label}),
        data_years=_years_asked(item),
        requirement=item.requirement,
        in_no_measure=item.pk in outside,
    )


def _shared(kind: str, row: Tracked, history: Sequence[Entry], tree: UnitTree) -> dict:
    units = row.responsible_unit_ids()
    place = Place(kind, row.number, row.code, row.title, row.get_absolute_url(), units)
    return {
        "place": place,
        "standing": row.standing,
        "due_on": row.due_on,
        "reports": tuple(_reports(row, history, tree)),
        "to_record": ways.to_record(row),
        "to_assign": ways.to_assign(row),
    }


def _reports(row: Tracked, history: Sequence[Entry], tree: UnitTree) -> Iterable[Reported]:
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
            way=ways.to_record(row, unit_id),
            evidence=tuple(reports[-1].evidence.all()) if reports else (),
            returned_because=latest.note if latest.status == Status.RETURNED else "",
        )


def _years_asked(item: DisclosureItem) -> frozenset[int]:
    return years_named(item.data_year)


def _report_texts(wording: ReportWording, names, book: Place, ita_round: Round):
    way = ways.to_wording(ita_round)
    for field in ("committee", "title", "opening", "eit_statement", "closing"):
        where = wording._meta.get_field(field).verbose_name
        yield Written(book, where, getattr(wording, field), way)
    for name in names:
        yield Written(book, "ชื่อส่วนราชการ", name, way)


def _printed_committee(wording: ReportWording) -> str:
    """Its name, unless the office's own sentences nowhere ask for it."""
    asks = any(not text or "{คณะกรรมการ}" in text for text in (wording.opening, wording.closing))
    return (wording.committee or COMMITTEE) if asks else ""
