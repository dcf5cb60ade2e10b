"""A document as it stands to be decided on: what was understood, and what is left to a person."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from measures.importing.action import office_of
from measures.importing.columns import Column, recognise
from measures.importing.drafts import MeasureDraft, read_measures
from measures.importing.mends import apply, apply_all, propose
from measures.importing.responsible import NEW
from measures.importing.tables import Row
from measures.importing.timeframes import moved
from measures.importing.units import FoundUnit, Likeness
from measures.importing.words import whole_words
from measures.models import ImportedDocument
from thai.dates import FiscalYear

#: Marks that lost their consonant to a cut: they would stand on a dotted circle.
_CUT_OFF = re.compile("^[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]+")


@dataclass(frozen=True)
class Heading:
    """A column of the document, and what it was taken for; None is kept as text."""

    text: str
    column: Column | None


@dataclass(frozen=True)
class MendChoice:
    found: str
    instead: str
    reason: str
    count: int
    sample: str
    is_chosen: bool

    @property
    def key(self) -> str:
        return f"{self.found}\t{self.instead}"


@dataclass(frozen=True)
class UnitChoice:
    """A name not known exactly; `word` is what was decided or, at first, what is likeliest."""

    unit: FoundUnit
    word: str

    @property
    def hint(self) -> str:
        if self.unit.likeness == Likeness.SIMILAR:
            return f"ใกล้เคียงกับ “{self.unit.name}” ที่มีอยู่ โปรดยืนยัน"
        return "ไม่มีส่วนราชการชื่อใกล้เคียง"


@dataclass(frozen=True)
class Reading:
    """`other_year` is the one that all its months lie in, where that is not the round's own."""

    headings: tuple[Heading, ...]
    drafts: tuple[MeasureDraft, ...]
    mends: tuple[MendChoice, ...]
    units: tuple[UnitChoice, ...]
    other_year: int | None


def read_document(document: ImportedDocument) -> Reading:
    """Raises Unreadable where the tables hold no measures."""
    ita_round = document.ita_round
    plain = office_of(ita_round)
    words = whole_words(ita_round.organization, plain.units)
    chosen = {tuple(pair) for pair in document.mends or ()}
    tables = [[tuple(row) for row in table] for table in document.tables]

    def mend(text: str) -> str:
        return _apply_chosen(text, chosen, words)

    undecided = read_measures(tables, plain, mend=mend)
    decisions = _decisions_on(undecided, document.units, words)
    drafts = read_measures(tables, office_of(ita_round, decisions), mend=mend)
    return Reading(
        headings=tuple(_headings(tables)),
        drafts=tuple(_in_this_year(draft, document.moved_years) for draft in drafts),
        mends=tuple(_mend_choices(tables, chosen, words)),
        units=tuple(_unit_choices(undecided, decisions)),
        other_year=_other_year(drafts, ita_round.fiscal_year),
    )


def _other_year(drafts: Iterable[MeasureDraft], year: FiscalYear) -> int | None:
    firsts = (draft.timeframe.first for draft in drafts)
    years = {FiscalYear.of(first) for first in firsts if first}
    return years.pop().be if len(years) == 1 and year not in years else None


def _in_this_year(draft: MeasureDraft, years: int) -> MeasureDraft:
    """Last year's plan in this year: its months moved, and nothing done of it yet."""
    if not years:
        return draft
    old = draft.timeframe
    remarks = tuple(remark for remark in draft.remarks if remark != old.remark)
    timeframe = moved(old, years)
    more = filter(None, [timeframe.remark])
    return replace(draft, timeframe=timeframe, result="", remarks=(*remarks, *more))


def _apply_chosen(text: str, chosen: set[tuple[str, str]], words: Iterable[str]) -> str:
    """One mend may uncover the next, so until none of the chosen is left."""
    while mends := [one for one in propose(text, words) if (one.found, one.instead) in chosen]:
        text = apply(text, mends)
    return text


def _headings(tables: Sequence[Sequence[Row]]) -> Iterable[Heading]:
    for table in tables:
        for row in table:
            if places := recognise(row):
                return [Heading(text, places.get(place)) for place, text in enumerate(row)]
    return []


def _mend_choices(
    tables: Sequence[Sequence[Row]], chosen: set[tuple[str, str]], words: Iterable[str]
) -> Iterable[MendChoice]:
    found: dict[tuple[str, str], tuple[str, str]] = {}
    counts: Counter[tuple[str, str]] = Counter()
    for cell in (cell for table in tables for row in table for cell in row):
        for mend in propose(cell, words):
            pair = (mend.found, mend.instead)
            counts[pair] += 1
            around = cell[max(0, mend.start - 25) : mend.end + 25]
            around = _CUT_OFF.sub("", around)
            found.setdefault(pair, (mend.reason, re.sub(r"\s+", " ", around)))
    for pair, (reason, sample) in found.items():
        yield MendChoice(*pair, reason, counts[pair], sample, pair in chosen)


def _decisions_on(
    drafts: Iterable[MeasureDraft], decided: Mapping[str, str], words: Iterable[str]
) -> dict[str, str]:
    """What was decided of the names as they now stand: mending changes how a name is spelled, and
    its mends are chosen together with whose name it is.
    """

    def spelled(name: str) -> str:
        return "".join(apply_all(name, words).split())

    by_name = {spelled(typed): word for typed, word in decided.items()}
    return {
        typed: by_name[spelled(typed)]
        for typed in _unsure_names(drafts)
        if spelled(typed) in by_name
    }


def _unsure_names(drafts: Iterable[MeasureDraft]) -> dict[str, FoundUnit]:
    return {
        unit.typed: unit
        for draft in drafts
        for share in draft.shares
        for unit in share.units
        if unit.likeness != Likeness.EXACT
    }


def _unit_choices(
    drafts: Iterable[MeasureDraft], decisions: Mapping[str, str]
) -> Iterable[UnitChoice]:
    for typed, unit in _unsure_names(drafts).items():
        likeliest = unit.name if unit.likeness == Likeness.SIMILAR else NEW
        yield UnitChoice(unit, decisions.get(typed, likeliest))
