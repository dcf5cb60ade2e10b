"""Facts made by hand: a round in which nothing is wrong but what a test puts into it."""

from datetime import date

import pytest

from checking.check import check
from checking.facts import CheckedItem, CheckedMeasure, Facts, Reported
from checking.finding import Place, Way, who_may
from checking.language.vocabulary import Vocabulary, authority_of
from checking.language.years import years_named
from ita_tracker.demo.loader import read
from measures.importing.units import KnownUnit
from measures.importing.words import whole_words
from organizations.models import Organization
from organizations.permissions import Permission
from thai.dates import FiscalYear
from tracking.models import Evidence, Status

_WAYS = (
    *("to_committee", "to_eit", "to_columns", "to_signatories"),
    *("to_review", "to_late_items", "to_measures", "to_people"),
)
WAY = Way("แก้", "/", who_may(Permission.REWORD_MEASURES))
CONCRETE = "เผยแพร่ประกาศบนเว็บไซต์เมื่อวันที่ 3 มีนาคม 2566"


def _units():
    for division, sections in read("office")["units"].items():
        yield from (division, *sections)


def vocabulary(office="องค์การบริหารส่วนตำบลถ้ำสิงห์") -> Vocabulary:
    units = ("ทุกส่วนราชการ", *_units())
    words = whole_words(Organization(name=office), map(KnownUnit, units))
    return Vocabulary(words, units, office, "อบต.ถ้ำสิงห์", authority_of(office))


def a_report(text=CONCRETE, status=Status.ACCEPTED, evidence=()) -> Reported:
    return Reported("สำนักปลัด", status, text, WAY, tuple(evidence))


def a_measure(*texts, title="การปรับปรุงคะแนน", number=1, **more) -> CheckedMeasure:
    """Finished and told, in the words given."""
    details = {
        "place": Place("measure", number, f"มาตรการ {number}", title, "/"),
        "standing": Status.ACCEPTED,
        "units": ("สำนักปลัด",),
        "reports": tuple(a_report(text) for text in texts or (CONCRETE,)),
        "first_month": date(2023, 2, 1),
        "last_month": date(2023, 4, 1),
        "due_on": date(2023, 4, 30),
        **dict.fromkeys(("to_record", "to_assign", "to_edit"), WAY),
    }
    return CheckedMeasure(**details | more)


def an_item(
    title="โครงสร้าง",
    data_year="ปัจจุบัน",
    note="เผยแพร่แล้ว",
    requirement="",
    evidence=(),
    files=(),
    links=(),
    **more,
) -> CheckedItem:
    """Finished, each title of its evidence a link unless it is a file."""
    pieces = [Evidence(title=name, url="https://thamsing.example/o/1") for name in evidence]
    pieces += [Evidence(title=name, file=name) for name in files]
    pieces += [Evidence(title=title, url=url) for url in links]
    details = {
        "place": Place("item", 1, "O1", title, "/"),
        "standing": Status.ACCEPTED,
        "units": ("งานธุรการ",),
        "leads": ("งานธุรการ",),
        "reports": (a_report(note, evidence=pieces),),
        "due_on": date(2023, 4, 30),
        "data_years": years_named(data_year),
        "requirement": requirement,
        **dict.fromkeys(("to_record", "to_assign"), WAY),
    }
    return CheckedItem(**details | more)


def some_facts(**more) -> Facts:
    """A year that is over, with nothing in it, and a link that works."""
    details = {
        "year": FiscalYear(2566),
        "today": date(2023, 6, 1),
        "is_open": True,
        "vocabulary": vocabulary(),
        "eit_url": "https://itas.nacc.go.th/go/eit/thamsing66",
        "book": Place("report", 0, "ทั้งเล่ม", "", "/"),
        "eit": Place("report", 2, "ส่วนที่ 2", "แบบวัด EIT", "/"),
        **dict.fromkeys(_WAYS, WAY),
    }
    return Facts(**details | more)


@pytest.fixture
def found():
    """The keys of the rules that fire on these facts."""
    return lambda **facts: sorted({one.rule.key for one in check(some_facts(**facts)).findings})
