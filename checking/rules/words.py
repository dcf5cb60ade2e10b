"""The words of every text that the office wrote, each fault with what should stand there."""

from collections.abc import Callable, Iterator

from checking.facts import Facts, Written
from checking.finding import Flaw, Rule, Severity
from checking.language.fault import Fault, FaultKind, quoted
from checking.language.slips import faults_of

#: The rest shows itself when these are mended.
MOST_QUOTED = 5


def fault_rule(kind: FaultKind, reason: str) -> Callable[[Facts], Iterator[Flaw]]:
    """A rule that yields each text with faults of one kind, all of them quoted."""

    def find(facts: Facts) -> Iterator[Flaw]:
        for written in facts.texts:
            found = [one for one in faults_of(written.text, facts.vocabulary) if one.kind == kind]
            if found:
                yield _flaw(written, reason, found)

    return find


def _flaw(written: Written, reason: str, found: list[Fault]) -> Flaw:
    return Flaw(
        place=written.place,
        where=written.where,
        reason=reason if len(found) == 1 else f"{reason} {len(found)} แห่ง",
        way=written.way,
        quotations=tuple(quoted(written.text, fault) for fault in found[:MOST_QUOTED]),
    )


RULES = (
    Rule(
        "text-link-digits",
        "เลขไทยในลิงก์",
        Severity.ERROR,
        fault_rule(FaultKind.URL_DIGITS, "ลิงก์ที่มีเลขไทยเปิดไม่ได้"),
    ),
    Rule(
        "unit-name",
        "ชื่อส่วนราชการสะกดไม่ตรงกัน",
        Severity.WARNING,
        fault_rule(FaultKind.UNIT_NAME, "ไม่ตรงกับชื่อในทะเบียนส่วนราชการ"),
    ),
    Rule(
        "authority-words",
        "คำของ อปท. ประเภทอื่น",
        Severity.WARNING,
        fault_rule(FaultKind.AUTHORITY, "ไม่ใช่คำของหน่วยงานนี้ โปรดพิจารณา"),
    ),
    Rule("slip", "คำที่น่าจะพิมพ์ผิด", Severity.WARNING, fault_rule(FaultKind.SLIP, "น่าจะพิมพ์ผิด")),
    Rule("torn-word", "มีช่องว่างในคำ", Severity.WARNING, fault_rule(FaultKind.TORN, "เว้นวรรคกลางคำ")),
    Rule(
        "doubled-word",
        "คำซ้ำ",
        Severity.WARNING,
        fault_rule(FaultKind.DOUBLED, "พิมพ์ซ้ำติดกันหรือซ้ำท้ายประโยค"),
    ),
    Rule(
        "era-space",
        "พ.ศ. ไม่เว้นวรรค",
        Severity.WARNING,
        fault_rule(FaultKind.ERA, "หลัง พ.ศ. เว้นหนึ่งวรรค"),
    ),
    Rule(
        "month-dash",
        "ขีดระหว่างเดือน",
        Severity.WARNING,
        fault_rule(FaultKind.DASH, "ระหว่างเดือนใช้ขีดยาว"),
    ),
)
