"""Bringing drafts into a round: measures, units, assignments and results, all or nothing."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone

from disclosures.models import DisclosureItem
from measures.importing.drafts import MeasureDraft, Office, require_numbered_apart
from measures.importing.responsible import Share
from measures.importing.tables import Unreadable
from measures.importing.units import KnownUnit
from measures.models import Measure
from measures.telling import tell_of_work
from office.reorganizing import make_unit
from organizations.models import Organization, Round, Unit, User
from organizations.permissions import Permission
from tracking.models import Status


def office_of(ita_round: Round, decisions: Mapping[str, str] | None = None) -> Office:
    """What a document is read against in this round, and what a person decided of its units."""
    tree = ita_round.organization.units.all().tree()
    known = [
        KnownUnit(name, tree.names.get(unit.parent_id or 0, ""))
        for name, unit in tree.by_name.items()
    ]
    numbers = DisclosureItem.objects.of(ita_round).values_list("number", flat=True)
    return Office(known, max(numbers, default=0), ita_round.fiscal_year, decisions or {})


@transaction.atomic
def import_measures(ita_round: Round, drafts: Sequence[MeasureDraft], *, by: User) -> list[Measure]:
    """Make the drafts measures of the round; units that the office lacks are made under its root.

    Results become reports of the first responsible unit, waiting for review where they say done.
    Raises Unreadable where the round has a measure of one of the numbers already.
    """
    if not by.may(Permission.IMPORT_DOCUMENTS) or ita_round.organization_id != by.organization_id:
        raise PermissionDenied
    if not ita_round.is_open:
        raise Unreadable(f"ปีงบประมาณ {ita_round.be_year} ปิดแล้ว จึงนำเข้าไม่ได้")
    require_numbered_apart(drafts)
    # Units first: whoever changes the chart locks the office before its years.
    units = _with_new_units(ita_round.organization, drafts, by)
    ita_round.hold_open()
    taken = Measure.objects.of(ita_round).filter(number__in=[draft.number for draft in drafts])
    if numbers := sorted(taken.values_list("number", flat=True)):
        raise Unreadable(
            f"ปีงบประมาณ {ita_round.be_year} มีมาตรการลำดับที่ {', '.join(map(str, numbers))} อยู่แล้ว "
            "โปรดนำเข้าในปีที่ยังไม่มีมาตรการ หรือแก้ลำดับในเอกสาร"
        )
    items = {
        item.number: item
        for item in DisclosureItem.objects.of(ita_round).select_related("ita_round")
    }
    made = [_make(ita_round, draft, units, items, by) for draft in drafts]
    if made:
        _tell(ita_round, made, by)
    return made


def _with_new_units(
    office: Organization, drafts: Sequence[MeasureDraft], by: User
) -> dict[str, Unit]:
    """The units at work by name, with those that the drafts name and the office lacks.

    A name torn by a space is the same name: งานแผนและ งบประมาณ.
    """
    units = office.units.all().tree().by_name
    root = next(unit for unit in units.values() if unit.is_root)
    closed_up = {"".join(name.split()): unit for name, unit in units.items()}
    for name in _names(drafts):
        if name not in units:
            bare = "".join(name.split())
            closed_up[bare] = closed_up.get(bare) or _new_unit(name, root, by)
            units[name] = closed_up[bare]
    return units


def _names(drafts: Sequence[MeasureDraft]) -> Iterator[str]:
    shares = (share for draft in drafts for share in draft.shares)
    return (found.name for share in shares for found in share.units)


def _new_unit(name: str, root: Unit, by: User) -> Unit:
    try:
        return make_unit(name=name, parent=root, by=by)
    except ValidationError as refused:
        raise Unreadable(
            f"สร้างส่วนราชการ “{name[:60]}…” ไม่ได้ เพราะ{refused.messages[0]} "
            "โปรดกลับไปเลือกส่วนราชการที่มี หรือไม่นำเข้าเป็นผู้รับผิดชอบ"
        ) from refused


def _make(
    ita_round: Round,
    draft: MeasureDraft,
    units: dict[str, Unit],
    items: Mapping[int, DisclosureItem],
    by: User,
) -> Measure:
    measure = Measure.objects.create(
        ita_round=ita_round,
        number=draft.number,
        title=draft.title,
        aims="\n".join(draft.aims),
        method=draft.method,
        first_month=draft.timeframe.first,
        last_month=draft.timeframe.last,
        imported_cells=draft.cells,
    )
    measure.items.set(items[number] for number in draft.items if number in items)
    for share in draft.shares:
        # One unit may be named twice in a line, with a space and without.
        its = dict.fromkeys(units[found.name] for found in share.units)
        _assign(measure, share, its, items, by)
    if draft.result:
        _report(measure, draft, units, by)
    return measure


def _tell(ita_round: Round, made: Sequence[Measure], by: User) -> None:
    """Each person of all their units' new work together, once."""
    measures = Measure.objects.filter(pk__in=[measure.pk for measure in made]).with_work()
    items = {item.pk: item for measure in measures for item in measure.items.all()}
    tell_of_work(
        ita_round,
        [*measures, *items.values()],
        event=f"import/{made[0].pk}",
        title=f"นำเข้าเอกสารแล้ว มอบหมายงานของปีงบประมาณ {ita_round.be_year} ให้หน่วยของท่าน",
        by=by,
        at=timezone.now(),
    )


def _assign(
    measure: Measure,
    share: Share,
    its: Iterable[Unit],
    items: Mapping[int, DisclosureItem],
    by: User,
) -> None:
    """For its items a unit leads and those named after it support; without items it does the
    measure itself."""
    for place, unit in enumerate(its):
        for number in share.items:
            items[number].assign(unit, by=by, is_lead=not place, label=share.label, quietly=True)
        if not share.items:
            measure.assign(unit, by=by, label=share.label, quietly=True)


def _report(measure: Measure, draft: MeasureDraft, units: dict[str, Unit], by: User) -> None:
    first = next((found.name for share in draft.shares for found in share.units), None)
    reportable = measure.units_reportable_by(by)
    unit = units[first] if first and units[first] in reportable else reportable[0]
    status = Status.REVIEW if "แล้วเสร็จ" in draft.result else Status.DOING
    measure.record_progress(by=by, unit=unit, status=status, note=draft.result, version=0)
