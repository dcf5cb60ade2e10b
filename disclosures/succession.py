"""How the items of one edition go on in a later one: `catalogues/successors.csv`.

Each line names an item and the one of the next edition that asks for the same; an empty successor
means that it is asked no more. Several items may go on in one. Drawn up from the titles and
requirements of the catalogues, to be decided on by a person where it matters.
"""

import csv
from dataclasses import dataclass
from functools import cache

from disclosures.catalogue import FOLDER, editions, read_items


@dataclass(frozen=True)
class Succession:
    """`successors` has every item of the earlier edition, with None for one asked no more."""

    successors: dict[int, int | None]
    new: tuple[int, ...]

    @property
    def dropped(self) -> tuple[int, ...]:
        return tuple(number for number, to in self.successors.items() if to is None)

    @property
    def merged(self) -> dict[int, tuple[int, ...]]:
        """Items of the later edition that take the place of several, with those."""
        return {to: olds for to, olds in self._by_successor().items() if len(olds) > 1}

    def predecessors(self, number: int) -> tuple[int, ...]:
        return self._by_successor().get(number, ())

    def _by_successor(self) -> dict[int, tuple[int, ...]]:
        found: dict[int, tuple[int, ...]] = {}
        for number, to in self.successors.items():
            if to is not None:
                found[to] = (*found.get(to, ()), number)
        return found


def succession(earlier: int, later: int) -> Succession:
    """From one edition (B.E. year) to the same or a later one, through all between.

    Raises ValueError where `later` comes before `earlier`.
    """
    if later < earlier:
        raise ValueError(f"Edition {later} comes before {earlier}")
    successors: dict[int, int | None] = {row.number: row.number for row in read_items(earlier)}
    for edition in sorted(year for year in editions() if earlier <= year < later):
        step = _steps()[edition]
        successors = {old: step.get(to) if to else None for old, to in successors.items()}
    taken = set(successors.values())
    return Succession(
        successors, tuple(row.number for row in read_items(later) if row.number not in taken)
    )


@cache
def _steps() -> dict[int, dict[int, int | None]]:
    """For each edition but the last: its items with those of the next edition."""
    steps: dict[int, dict[int, int | None]] = {}
    with (FOLDER / "successors.csv").open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            to = int(row["successor"]) if row["successor"] else None
            steps.setdefault(int(row["edition"]), {})[int(row["number"])] = to
    return steps
