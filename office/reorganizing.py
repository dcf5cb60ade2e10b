"""What the admin does to the office's chart: units made, renamed, moved, merged, closed.

Closed years keep the chart they had; open ones follow, and their rows are folded anew. Every verb
raises PermissionDenied for anyone who may not, and ValidationError with a sentence for what cannot
be.
"""

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DEFAULT_DB_ALIAS, IntegrityError, transaction
from django.db.models.deletion import Collector, ProtectedError
from django.utils import timezone

from organizations.models import Organization, Unit, UnitStep, User
from organizations.permissions import Permission
from tracking.models import Comment, Entry

NAME_TAKEN = "มีส่วนราชการชื่อนี้ในสังกัดเดียวกันอยู่แล้ว โปรดใช้ชื่ออื่น"
NOT_THE_ROOT = "“{}” คือทั้งหน่วยงาน จึง{}ไม่ได้"


@transaction.atomic
def make_unit(*, name: str, parent: Unit, by: User) -> Unit:
    organization = _hold(by)
    if parent.organization_id != organization.pk:
        raise PermissionDenied
    _keep_charts(organization)
    position = max((one.position for one in parent.children.all()), default=-1) + 1
    unit = Unit(organization=organization, parent=parent, name=name, position=position)
    _save(unit)
    _keep(unit, UnitStep.MADE, by, f"สังกัด{parent}")
    return unit


@transaction.atomic
def rename_unit(unit: Unit, *, name: str, by: User) -> Unit:
    """The unit under its new name.

    One that a closed year knows keeps its old name there and in history; another takes its place.
    """
    unit = _held(unit, by, "เปลี่ยนชื่อ")
    old = unit.name
    if name == old:
        return unit
    _keep_charts(unit.organization)
    if not _is_in_a_closed_year(unit):
        unit.name = name
        _save(unit)
    else:
        heir = Unit(
            organization=unit.organization, parent=unit.parent, name=name, position=unit.position
        )
        _save(heir)
        _pass_on(unit, heir, by)
        _keep(unit, UnitStep.RENAMED, by, f"{old} → {name}")
        unit = heir
    _keep(unit, UnitStep.RENAMED, by, f"{old} → {name}")
    return unit


@transaction.atomic
def move_unit(unit: Unit, *, parent: Unit, by: User) -> None:
    unit = _held(unit, by, "ย้าย")
    if parent.pk == unit.parent_id:
        return
    _keep_charts(unit.organization)
    old, unit.parent = unit.parent, parent
    unit.position = max((one.position for one in parent.children.all()), default=-1) + 1
    _save(unit)
    _keep(unit, UnitStep.MOVED, by, f"{old} → {parent}")
    _fold_open_years(unit.organization)


@transaction.atomic
def shift_unit(unit: Unit, *, up: bool, by: User) -> bool:
    """One place before or after its neighbour; False where there is none."""
    unit = _held(unit, by, "จัดลำดับ")
    _keep_charts(unit.organization)
    row = list(Unit.objects.at_work().filter(parent=unit.parent_id))
    place = row.index(unit)
    to = place - 1 if up else place + 1
    if not 0 <= to < len(row):
        return False
    row[place], row[to] = row[to], row[place]
    for position, one in enumerate(row):
        one.position = position
    Unit.objects.bulk_update(row, ["position"])
    _keep(unit, UnitStep.REORDERED, by, "เลื่อนขึ้น" if up else "เลื่อนลง")
    return True


@transaction.atomic
def merge_unit(unit: Unit, *, into: Unit, by: User) -> None:
    """Its work in open years, its people, sections and mentions go over; what it did stays its."""
    unit = _held(unit, by, "รวม")
    tree = unit.organization.units.all().tree()
    if into.organization_id != unit.organization_id or into.is_root or not into.is_at_work:
        raise ValidationError("โปรดเลือกส่วนราชการที่จะรับงานต่อ")
    if into.pk in tree.downward(unit.pk):
        raise ValidationError(f"{into}อยู่ใต้{unit} โปรดย้าย{into}ออกมาก่อน แล้วจึงรวม")
    _keep_charts(unit.organization)
    _pass_on(unit, into, by)
    _keep(unit, UnitStep.MERGED, by, f"เข้ากับ{into}")
    _keep(into, UnitStep.MERGED, by, f"รับงานและผู้ใช้ของ{unit}")


@transaction.atomic
def close_unit(unit: Unit, *, by: User) -> None:
    """It takes no more work and stays in history. What still hangs on it has to go elsewhere
    first."""
    unit = _held(unit, by, "ปิด")
    if reasons := why_not_closed(unit):
        raise ValidationError(f"ยังปิด{unit}ไม่ได้ เพราะ{' และ'.join(reasons)}")
    _keep_charts(unit.organization)
    unit.closed_at = timezone.now()
    _save(unit)
    _keep(unit, UnitStep.CLOSED, by)


@transaction.atomic
def reopen_unit(unit: Unit, *, by: User) -> None:
    unit = _held(unit, by, "เปิด")
    if unit.is_at_work or unit.merged_into_id:
        raise ValidationError(f"{unit}ไม่ได้ปิดอยู่ หรือรวมเข้ากับหน่วยอื่นแล้ว")
    _keep_charts(unit.organization)
    unit.closed_at = None
    _save(unit)
    _keep(unit, UnitStep.REOPENED, by)


@transaction.atomic
def delete_unit(unit: Unit, *, by: User) -> None:
    """Only one that nothing ever knew: made by mistake."""
    unit = _held(unit, by, "ลบ")
    if not is_unused(unit):
        raise ValidationError(f"{unit}เคยใช้งานแล้ว จึงลบไม่ได้ โปรดปิดหรือรวมเข้ากับหน่วยอื่น")
    _keep(unit, UnitStep.DELETED, by, f"สังกัด{unit.parent}")
    unit.delete()


def why_not_closed(unit: Unit) -> list[str]:
    """What it still has in hand, in words."""
    counts = {
        "ยังรับผิดชอบงาน {} รายการ โปรดให้หน่วยอื่นรับผิดชอบแทน": (
            unit.assignments.filter(item__ita_round__is_open=True).count()
            + unit.responsibilities.filter(measure__ita_round__is_open=True).count()
        ),
        "ยังมีผู้ใช้ {} คน โปรดย้ายก่อน": unit.users.filter(is_active=True).count(),
        "ยังมีหน่วยในสังกัด {} หน่วย โปรดย้ายหรือปิดก่อน": unit.children.at_work().count(),
    }
    return [reason.format(count) for reason, count in counts.items() if count]


def is_unused(unit: Unit) -> bool:
    """Whether nothing knows it but the record of its making."""
    if unit.users.exists() or Comment.objects.filter(mentions=unit).exists():
        return False
    try:
        Collector(using=unit._state.db or DEFAULT_DB_ALIAS).collect([unit])
    except ProtectedError:
        return False
    return True


def _hold(by: User) -> Organization:
    """One change of an office's chart at a time."""
    if by.organization_id is None or not by.may(Permission.KEEP_PEOPLE):
        raise PermissionDenied
    return Organization.objects.select_for_update().get(pk=by.organization_id)


def _held(unit: Unit, by: User, verb: str) -> Unit:
    """The unit as it stands now."""
    organization = _hold(by)
    if unit.organization_id != organization.pk:
        raise PermissionDenied
    if unit.is_root:
        raise ValidationError(NOT_THE_ROOT.format(unit, verb))
    return Unit.objects.select_related("organization", "parent").get(pk=unit.pk)


def _save(unit: Unit) -> None:
    try:
        unit.full_clean()
        with transaction.atomic():
            unit.save()
    except IntegrityError:
        raise ValidationError(NAME_TAKEN) from None


def _keep(unit: Unit, step: UnitStep, by: User, text: str = "") -> None:
    unit.organization.unit_changes.create(
        unit=unit, name=unit.name, by=by, at=timezone.now(), step=step, text=text
    )


def _keep_charts(organization: Organization) -> None:
    """A closed year shows the office as it was: written down before it is first changed."""
    closed = organization.rounds.filter(is_open=False, kept_chart__isnull=True)
    if closed.exists():
        closed.update(kept_chart=organization.units.all().tree().written_down())


def _pass_on(unit: Unit, to: Unit, by: User) -> None:
    """Work first, so that people who come along are not told of work that they have."""
    unit.closed_at, unit.merged_into = timezone.now(), to
    _save(unit)
    for link in unit.assignments.filter(item__ita_round__is_open=True):
        known = link.item.assignments.filter(unit=to).first()
        is_lead = link.is_lead or (known is not None and known.is_lead)
        link.item.unassign(unit, by=by)
        link.item.assign(to, by=by, is_lead=is_lead, label=None if known else link.label)
    for share in unit.responsibilities.filter(measure__ita_round__is_open=True):
        if not share.measure.responsibilities.filter(unit=to).exists():
            share.measure.assign(to, by=by, label=share.label)
        share.measure.unassign(unit, by=by)
    for comment in Comment.objects.filter(mentions=unit, row__ita_round__is_open=True):
        comment.mentions.add(to)
    for section in unit.children.at_work():
        section.parent = to
        _save(section)
    for person in unit.users.filter(is_active=True):
        person.units.remove(unit)
        person.units.add(to)
        person.keep_change("changed", by=by, text=f"ส่วนราชการ: {unit} → {to}")
    _fold_open_years(unit.organization)


def _fold_open_years(organization: Organization) -> None:
    """Which units' reports count for which unit has changed."""
    for ita_round in organization.rounds.filter(is_open=True):
        for row in ita_round.rows.with_own():
            itself = row.itself
            itself.ita_round = ita_round
            itself.refresh_status()


def _is_in_a_closed_year(unit: Unit) -> bool:
    return (
        unit.assignments.filter(item__ita_round__is_open=False).exists()
        or unit.responsibilities.filter(measure__ita_round__is_open=False).exists()
        or Entry.objects.filter(unit=unit, row__ita_round__is_open=False).exists()
    )
