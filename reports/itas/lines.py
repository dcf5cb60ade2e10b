"""What is to be typed into the NACC's system for each O-item, as a value."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256

from disclosures.models import DisclosureItem
from follow_up.rows import read_items
from follow_up.work import last_report, read_standings, unit_tree
from organizations.models import Round
from reports.models import TypedIn
from thai.digits import arabic_digits
from thai.shortening import shortened
from tracking.evidence.links import link_notes
from tracking.models import FINISHED, Entry, Standing, Status

#: An explanation is read by people who have eight thousand more of them before them.
EXPLANATION_LENGTH = 300


@dataclass(frozen=True)
class ItasLine:
    """One item's answer. `report` is the unit's report it is taken from, None for none."""

    item: DisclosureItem
    report: Entry | None
    standing: str
    typed: TypedIn | None

    @cached_property
    def urls(self) -> tuple[str, ...]:
        """The main one first."""
        pieces = self.report.evidence.all() if self.report else ()
        return tuple(arabic_digits(piece.url) for piece in pieces if piece.url)

    @property
    def url(self) -> str:
        return next(iter(self.urls), "")

    @property
    def has(self) -> str:
        return "มี" if self.url else "ไม่มี"

    @property
    def explanation(self) -> str:
        return shortened(self.report.note, EXPLANATION_LENGTH) if self.report else ""

    @property
    def answer(self) -> str:
        """A key of the answer: another answer has another key."""
        return sha256("\n".join([self.url, self.explanation]).encode()).hexdigest()

    @property
    def is_changed(self) -> bool:
        """Whether it has been typed in, and has changed since."""
        return self.typed is not None and self.typed.answer != self.answer

    @property
    def cautions(self) -> list[str]:
        """What to mend before it is typed: a link that was sent in cannot be changed later."""
        found = []
        if self.is_changed:
            found.append("ข้อมูลเปลี่ยนหลังกรอก โปรดกรอกใหม่แล้วทำเครื่องหมายอีกครั้ง")
        if self.report is None:
            return [*found, "ยังไม่มีผู้รายงาน"]
        if self.standing not in FINISHED:
            found.append(f"สถานะ: {Status(self.standing).label}")
        elif self.standing == Status.REVIEW:
            found.append("ยังไม่ได้ตรวจรับ")
        if not self.url:
            found.append("ยังไม่มีลิงก์")
        return found + link_notes(self.url)


@dataclass(frozen=True)
class Itas:
    ita_round: Round
    lines: tuple[ItasLine, ...]
    not_applicable: tuple[DisclosureItem, ...]

    @property
    def without_link(self) -> list[ItasLine]:
        return [line for line in self.lines if not line.url]

    @property
    def typed(self) -> int:
        return sum(line.typed is not None and not line.is_changed for line in self.lines)

    def line_of(self, number: str) -> ItasLine | None:
        return next((line for line in self.lines if str(line.item.number) == number), None)


def build_itas(ita_round: Round) -> Itas:
    """A constant number of queries."""
    items = read_items(ita_round, unit_tree(ita_round))
    typed = TypedIn.objects.filter(item__ita_round=ita_round).select_related("by")
    by_item = {one.item_id: one for one in typed}
    off = DisclosureItem.objects.filter(ita_round=ita_round, is_applicable=False)
    return Itas(
        ita_round=ita_round,
        lines=tuple(
            _line(item, standings, said, by_item.get(item.pk))
            for item, standings, said in read_standings(items, with_evidence=True)
        ),
        not_applicable=tuple(off),
    )


def _line(
    item: DisclosureItem,
    standings: Sequence[Standing],
    said: Sequence[Entry],
    typed: TypedIn | None,
) -> ItasLine:
    """By the unit that says it best; where none of them has, by whoever reported last."""
    reported = [(one, one.report) for one in standings if one.report]
    if reported:
        one, report = max(reported, key=lambda pair: _worth(item, *pair))
        return ItasLine(item, report, one.status, typed)
    return ItasLine(item, last_report(said), item.standing, typed)


def _worth(item: DisclosureItem, one: Standing, report: Entry) -> tuple:
    """A report with a link before one without, the lead's before others', what was accepted
    before what was only reported, then the latest.
    """
    has_link = any(piece.url for piece in report.evidence.all())
    is_lead = one.unit.pk in item.answering_unit_ids()
    return has_link, is_lead, one.status == Status.ACCEPTED, report.at
