"""What a report says, as plain data that outlives the code that made it."""

import re
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Any

from reports.progress_report import ProgressReport

#: Elements that end a line of what a reader sees.
_BLOCK = re.compile(
    r"address|article|br|caption|d[dtl]|div|fig(caption|ure)|h[1-3]|li|[ou]l|p|section|span|t[dhr]"
)


def value_of(report: ProgressReport, page: str) -> dict[str, Any]:
    """`columns`: [[key, heading]], `rows`: [{number, cells: {key: text}}], `lines`: what stands
    outside of the table of measures, a line each. Everything is as printed.
    """
    return {
        "organization": report.organization,
        "title": report.document_title,
        "columns": [[column.key, column.heading] for column in report.columns],
        "rows": [{"number": row.number, "cells": row.texts} for row in report.rows],
        "lines": lines_of(page),
    }


def lines_of(page: str) -> list[str]:
    reader = _Lines()
    reader.feed(page)
    reader.end_line()
    return reader.lines


@dataclass
class _Place:
    in_body: bool = False
    tables: int = 0


def _is_of_measures(attrs: list[tuple[str, str | None]]) -> bool:
    return "measures" in (dict(attrs).get("class") or "")


class _Lines(HTMLParser):
    """The text of a page's body, but for its tables of measures."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []
        self._line: list[str] = []
        self._place = _Place()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "body":
            self._place.in_body = True
        elif tag == "table" and (
            self._place.tables or "measures" in (dict(attrs).get("class") or "")
        ):
            self._place.tables += 1
        if _BLOCK.fullmatch(tag):
            self.end_line()

    def handle_endtag(self, tag: str) -> None:
        if tag == "table" and self._place.tables:
            self._place.tables -= 1
        if _BLOCK.fullmatch(tag):
            self.end_line()

    def handle_data(self, data: str) -> None:
        if self._place.in_body and not self._place.tables:
            self._line.append(data)

    def end_line(self) -> None:
        if text := " ".join("".join(self._line).split()):
            self.lines.append(text)
        self._line.clear()
