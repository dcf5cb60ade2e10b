"""What waits for the secretary's word, as a value: what has waited longest comes first."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from organizations.models import Round, Unit, User
from organizations.permissions import Permission
from organizations.tabs import Tab, query
from tracking.history import Told
from tracking.models import ITSELF, Entry, Kind, Row

#: What `?kind=` may ask for.
KINDS = dict(Kind.choices)


@dataclass(frozen=True)
class Waiting:
    """One unit's finished work. Nobody judges their own."""

    told: Told
    is_own: bool

    @property
    def entry(self) -> Entry:
        return self.told.entry

    @property
    def row(self) -> Row:
        return self.entry.row

    @property
    def kind(self) -> str:
        return self.row.kind

    @property
    def mark(self) -> str:
        """What its checkbox sends: the very entry that was read, hence its version."""
        return f"entry/{self.entry.pk}"

    @property
    def review_url(self) -> str:
        return self.row.url_of("review")


@dataclass(frozen=True)
class ReviewQueue:
    """What the address asked for, and what else could be: empty where the round is closed."""

    waiting: tuple[Waiting, ...]
    kind: str
    unit: Unit | None
    tabs: tuple[Tab, ...]
    units: tuple[Unit, ...]
    is_misasked: bool

    @property
    def is_narrowed(self) -> bool:
        return bool(self.kind or self.unit)

    @property
    def can_choose(self) -> bool:
        return any(not one.is_own for one in self.waiting)


def build_review_queue(ita_round: Round, user: User, asked: Mapping[str, str]) -> ReviewQueue:
    """A constant number of queries. `asked` is the address's `kind` and `unit`."""
    everything = list(_waiting(ita_round, user))
    wanted, of_unit = asked.get("kind", ""), asked.get("unit", "")
    kind = wanted if wanted in KINDS else ""
    units = {one.entry.unit_id: one.entry.unit for one in everything}
    unit = next((unit for unit in units.values() if str(unit.pk) == of_unit), None)
    theirs = [one for one in everything if unit in (None, one.entry.unit)]
    return ReviewQueue(
        waiting=tuple(one for one in theirs if kind in ("", one.kind)),
        kind=kind,
        unit=unit,
        tabs=tuple(_tabs(theirs, kind, unit)),
        units=tuple(sorted(units.values(), key=lambda one: one.name)),
        is_misasked=wanted != kind or bool(of_unit and unit is None),
    )


def _waiting(ita_round: Round, user: User) -> Iterator[Waiting]:
    if not ita_round.is_open:
        return
    entries = Entry.objects.filter(row__ita_round=ita_round).waiting().with_before()
    entries = entries.select_related(*ITSELF, "by", "unit").order_by("at", "pk")
    for entry in entries.prefetch_related("evidence"):
        entry.row = entry.row.itself
        entry.row.ita_round = ita_round
        told = Told(entry, entry.before, is_reopened=entry.was_accepted)
        yield Waiting(told, is_own=entry.by_id == user.pk)


def _tabs(waiting: Sequence[Waiting], current: str, unit: Unit | None) -> Iterator[Tab]:
    """Each with the number behind it, the unit kept."""
    for kind, label in ({"": "ทั้งหมด"} | KINDS).items():
        count = sum(kind in ("", one.kind) for one in waiting)
        asked = query(kind=kind, unit=unit and unit.pk)
        yield Tab(kind, label, count, asked, kind == current)


def count_waiting(ita_round: Round, user: User) -> int:
    """How many wait for this person's word, in one query at most."""
    if not (user.may(Permission.REVIEW) and ita_round.is_open):
        return 0
    return Entry.objects.filter(row__ita_round=ita_round).waiting().exclude(by=user).count()
