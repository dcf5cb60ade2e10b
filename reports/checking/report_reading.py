"""Reads what stands in the report outside its table."""

from collections.abc import Iterable, Iterator

from organizations.models import Round
from reports.checking import ways
from reports.checking.facts import Written
from reports.checking.finding import Place
from reports.models import ReportWording
from reports.wording import COMMITTEE

#: What an office may word itself; where it has not, the usual sentence prints.
WORDED = ("committee", "title", "opening", "eit_statement", "closing")


def read_report(ita_round: Round, unit_names: Iterable[str]) -> dict:
    """Facts of the report, by name; `unit_names` are of the units that it prints."""
    wording = ReportWording.objects.filter(ita_round=ita_round).first() or ReportWording()
    way = ways.to_wording(ita_round)
    book = Place("report", 0, "ทั้งเล่ม", "", way.url)
    return {
        "report_texts": tuple(_texts(wording, unit_names, book, way)),
        "eit_url": wording.eit_url or wording.eit_url_received,
        "committee": _printed_committee(wording),
        "book": book,
        "eit": Place("report", 2, "ส่วนที่ 2", "การแสดง QR code แบบวัด EIT", way.url),
        "to_wording": way,
    }


def _texts(wording: ReportWording, unit_names, book: Place, way) -> Iterator[Written]:
    for field in WORDED:
        where = wording._meta.get_field(field).verbose_name
        yield Written(book, where, getattr(wording, field), way)
    for name in unit_names:
        yield Written(book, "ชื่อส่วนราชการ", name, ways.to_people())


def _printed_committee(wording: ReportWording) -> str:
    """Its name, unless the office's own sentences nowhere ask for it."""
    asks = any(not text or "{คณะกรรมการ}" in text for text in (wording.opening, wording.closing))
    return (wording.committee or COMMITTEE) if asks else ""
