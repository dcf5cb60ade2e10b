"""The O-items of each edition, as data: `catalogues/<B.E. year>.csv` and `catalogues/editions.csv`.

The same number means different things in different editions, and how many there are differs.
"""

import csv
import re
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "catalogues"


@dataclass(frozen=True)
class CatalogueItem:
    """One row of an edition; confidences are values of `Confidence`."""

    number: int
    title: str
    indicator: str
    indicator_title: str
    group: str
    requirement: str
    data_year: str
    title_confidence: str
    requirement_confidence: str
    remark: str

    def moved(self, years: int) -> "CatalogueItem":
        """The same item asked of a round that many years after the edition's own."""
        return replace(
            self,
            requirement=_move_years(self.requirement, years),
            data_year=_move_years(self.data_year, years),
        )


def _move_years(text: str, years: int) -> str:
    """ "ปี 2566 (ต.ค. 65 – มี.ค. 66)" moved by 4: "ปี 2570 (ต.ค. 69 – มี.ค. 70)"."""
    return re.sub(
        r"(?<!\d)25\d\d(?!\d)|(?<=\.ค\. )\d\d(?!\d)",
        lambda year: str(int(year.group()) + years),
        text,
    )


@dataclass(frozen=True)
class Edition:
    """Which item of an edition holds the measures, and which the report on them."""

    be_year: int
    measures_item: int
    report_item: int

    @property
    def items(self) -> tuple[CatalogueItem, ...]:
        return read_items(self.be_year)


@cache
def editions() -> dict[int, Edition]:
    with (FOLDER / "editions.csv").open(encoding="utf-8", newline="") as rows:
        return {
            int(row["edition"]): Edition(
                int(row["edition"]), int(row["measures_item"]), int(row["report_item"])
            )
            for row in csv.DictReader(rows)
        }


@cache
def read_items(be_year: int) -> tuple[CatalogueItem, ...]:
    with (FOLDER / f"{be_year}.csv").open(encoding="utf-8", newline="") as rows:
        return tuple(map(_item, csv.DictReader(rows)))


def _item(row: dict[str, Any]) -> CatalogueItem:
    return CatalogueItem(**row | {"number": int(row["number"])})


def edition_for(be_year: int) -> Edition:
    """The year's own edition, or the latest one before it until its own is entered."""
    known = editions()
    earlier = [year for year in known if year <= be_year]
    return known[max(earlier) if earlier else min(known)]
