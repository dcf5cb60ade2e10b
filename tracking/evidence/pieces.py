"""The pieces of evidence of an entry, and of a row as it stands today."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from organizations.models import Unit, User
from tracking.models import REPORTABLE, Entry, Evidence, latest_by_unit


@dataclass(frozen=True)
class Proof:
    """One piece of what a unit's last report rests on."""

    unit: Unit
    piece: Evidence


def current_evidence(history: Sequence[Entry]) -> list[Proof]:
    """Of every unit that reported, links first; `history` is newest first, evidence loaded."""
    reports = latest_by_unit([entry for entry in history if entry.status in REPORTABLE])
    return [
        Proof(report.unit, piece)
        for report in reports.values()
        for piece in sorted(report.evidence.all(), key=lambda piece: not piece.url)
    ]


def files_of(entry: Entry | None) -> list[Evidence]:
    return [piece for piece in entry.evidence.all() if piece.file] if entry else []


def links_of(entry: Entry | None) -> dict[str, Evidence]:
    evidence = entry.evidence.all() if entry else ()
    return {piece.url: piece for piece in evidence if piece.url}


def same_files(some: Iterable[Evidence], others: Iterable[Evidence]) -> bool:
    """By name and content: what was sent twice is two rows."""
    return {(one.title, one.sha256) for one in some} == {(one.title, one.sha256) for one in others}


def link_pieces(urls: Iterable[str], *, known: dict[str, Evidence], by: User) -> list[Evidence]:
    """The same link as last time stays the same piece of evidence.

    Unless that would change the order, which is the order of the keys: the first is the main one.
    """
    pieces: list[Evidence] = []
    for url in urls:
        piece = known.get(url)
        if piece is None or (pieces and piece.pk < pieces[-1].pk):
            piece = Evidence.objects.create(organization=by.office, url=url, by=by)
        pieces.append(piece)
    return pieces
