"""What one person's units answer for, as a value: what waits for her comes first."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import prefetch_related_objects

from disclosures.models import DisclosureItem, DisclosureUpdate
from measures.models import Measure, ProgressUpdate
from organizations.models import Due, Entry, Round, Standing, Status, Tracked, User, fold

#: The groups in the order they are done, each with its heading.
GROUPS = {
    "returned": "ส่งกลับให้แก้ไข",
    "late": "เกินกำหนด",
    "soon": "ใกล้ครบกำหนด",
    "doing": "อยู่ในกำหนด",
    "review": "รอฝ่ายเลขานุการตรวจ",
    "accepted": "ตรวจรับแล้ว",
}
#: Nothing is left to do in these.
DONE = ("review", "accepted")


@dataclass(frozen=True)
class Work(Due):
    """One row, as far as this person's units go: what the others still owe is not hers."""

    row: Tracked
    standings: tuple[Standing, ...]
    is_lead: bool

    @property
    def kind(self) -> str:
        return "ข้อ" if isinstance(self.row, DisclosureItem) else "มาตรการ"

    @property
    def code(self) -> str | int:
        return self.row.code if isinstance(self.row, DisclosureItem) else self.row.number

    @property
    def standing(self) -> Status:
        return fold(one.status for one in self.standings)

    @property
    def due_on(self) -> date | None:
        return self.row.due_on

    @property
    def reason(self) -> Entry | None:
        """Why it was sent back, where it was."""
        returned = [one.latest for one in self.standings if one.status == Status.RETURNED]
        return returned[0] if returned else None

    def group(self, today: date) -> str:
        if self.standing == Status.RETURNED or self.standing in DONE:
            return self.standing
        if self.is_late(today):
            return "late"
        return "soon" if self.is_due_soon(today) else "doing"


@dataclass(frozen=True)
class Group:
    kind: str
    label: str
    works: tuple[Work, ...]


@dataclass(frozen=True)
class MyWork:
    groups: tuple[Group, ...]

    @property
    def outstanding(self) -> int:
        return sum(len(group.works) for group in self.groups if group.kind not in DONE)


def build_my_work(ita_round: Round, user: User, *, today: date) -> MyWork:
    """A constant number of queries. Within a group leads come first, then what is due first."""
    works = read_work(ita_round, user.answering_unit_ids)
    grouped = {kind: [work for work in works if work.group(today) == kind] for kind in GROUPS}
    return MyWork(
        tuple(
            Group(kind, label, tuple(grouped[kind]))
            for kind, label in GROUPS.items()
            if grouped[kind]
        )
    )


def read_work(ita_round: Round, unit_ids: Collection[int]) -> list[Work]:
    """A constant number of queries. Leads come first, then what is due first."""
    # Every row asks for the office's units; they are read once.
    prefetch_related_objects([ita_round.organization], "units")
    works = [
        *_works(_items(ita_round, unit_ids), DisclosureUpdate, "item", ita_round, unit_ids),
        *_works(_measures(ita_round, unit_ids), ProgressUpdate, "measure", ita_round, unit_ids),
    ]
    return sorted(works, key=lambda work: (not work.is_lead, work.due_on or date.max))


def _items(ita_round: Round, unit_ids: Collection[int]) -> list[DisclosureItem]:
    items = DisclosureItem.objects.filter(ita_round=ita_round).applicable()
    return list(items.of_units(unit_ids).with_work())


def _measures(ita_round: Round, unit_ids: Collection[int]) -> list[Measure]:
    """Those the units do themselves; one that they serve by an item is done with the item."""
    theirs = Measure.objects.filter(ita_round=ita_round, responsibilities__unit__in=unit_ids)
    return list(theirs.distinct().with_work())


def _works(rows: Sequence[Tracked], history, name: str, ita_round, unit_ids) -> list[Work]:
    entries: dict[int, list[Entry]] = {}
    of_rows = history.objects.filter(**{f"{name}__in": rows}).select_related("by", "unit")
    for entry in of_rows:
        entries.setdefault(getattr(entry, f"{name}_id"), []).append(entry)
    works = []
    for row in rows:
        row.ita_round = ita_round
        theirs = tuple(
            one for one in row.standings(entries.get(row.pk, [])) if one.unit.pk in unit_ids
        )
        leads = row.answering_unit_ids()
        works.append(Work(row, theirs, any(one.unit.pk in leads for one in theirs)))
    return works
