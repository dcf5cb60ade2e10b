"""Reads how the report is worded and laid out."""

from collections.abc import Iterable, Iterator
from typing import Any

from checking import ways
from checking.facts import Written
from checking.place import Place
from organizations.models import Round
from reports.models import Part, ReportWording
from reports.models.wording import wording_fields
from reports.progress_report import cells
from reports.wording import COMMITTEE

#: What an office may word itself; where it has not, the usual sentence prints.
WORDED = ("committee", "title", "opening", "eit_statement", "closing")
OF_THE_MEMO = ("memo_from", "memo_subject", "memo_to", "memo_body", "memo_post")
#: Without these columns the table does not answer what is asked of it.
NEEDED = (cells.MEASURE, cells.RESPONSIBLE, cells.WHEN, cells.RESULT)


def read_report(wording: ReportWording, unit_names: Iterable[str]) -> dict[str, Any]:
    """Facts of the report, by name; `unit_names` are of the units that it prints."""
    ita_round = wording.ita_round
    url = ways.to_report(ita_round)
    book = Place("report", 0, "ทั้งเล่ม", "", url)
    return {
        "wording": tuple(_texts(wording, book)),
        "unit_names": tuple(_names(unit_names, book)),
        "missing_columns": tuple(
            column.heading for column in NEEDED if column.key not in wording.columns
        ),
        "signatories": tuple(wording.signed_by),
        "shows_eit": wording.has(Part.EIT),
        "eit_url": wording.eit_url or wording.eit_url_received,
        "committee": _printed_committee(wording),
        "book": book,
        "eit": Place("report", 2, "ส่วนที่ 2", "การแสดง QR code แบบวัด EIT", url),
        **_ways(ita_round),
    }


def _ways(ita_round: Round) -> dict[str, Any]:
    return {
        "to_committee": ways.to_wording(ita_round, "committee"),
        "to_eit": ways.to_wording(ita_round, "eit_url", "แก้ลิงก์"),
        "to_columns": ways.to_wording(ita_round, "columns", "เลือกคอลัมน์"),
        "to_signatories": ways.to_wording(ita_round, "signatories", "แก้ผู้ลงนาม"),
    }


def _texts(wording: ReportWording, book: Place) -> Iterator[Written]:
    labels = dict(wording_fields())
    for field in (*WORDED, *(OF_THE_MEMO if wording.has(Part.MEMO) else ())):
        way = ways.to_wording(wording.ita_round, field)
        yield Written(book, labels[field], getattr(wording, field), way)


def _names(unit_names: Iterable[str], book: Place) -> Iterator[Written]:
    for name in unit_names:
        yield Written(book, "ชื่อส่วนราชการ", name, ways.to_people())


def _printed_committee(wording: ReportWording) -> str:
    """Its name, unless the office's own sentences nowhere ask for it."""
    asks = any(not text or "{คณะกรรมการ}" in text for text in (wording.opening, wording.closing))
    return (wording.committee or COMMITTEE) if asks else ""
