"""What stands in the document that was imported, and not in the report any more.

Nothing is to be done about these: the report prints months and names from the data.
"""

import re
from collections.abc import Iterator

from checking.facts import Facts
from checking.finding import Flaw, Rule, Severity
from checking.language.fault import FaultKind, quoted
from checking.language.slips import faults_of
from checking.place import Way, anybody

_TIME = re.compile(r"เวลา|กำหนด")
_WHO = re.compile(r"รับผิดชอบ|เจ้าภาพ|ผู้ดำเนินการ")


def months_as_imported(facts: Facts) -> Iterator[Flaw]:
    return _faults(facts, _TIME, FaultKind.DASH, "ระบบพิมพ์ขีดยาวระหว่างเดือนให้แล้ว")


def units_as_imported(facts: Facts) -> Iterator[Flaw]:
    return _faults(facts, _WHO, FaultKind.UNIT_NAME, "ระบบพิมพ์ชื่อส่วนราชการตามทะเบียนของหน่วยงาน")


def _faults(facts: Facts, heading: re.Pattern[str], kind: FaultKind, reason: str) -> Iterator[Flaw]:
    for measure in facts.measures:
        for name, text in measure.imported:
            found = [one for one in faults_of(text, facts.vocabulary) if one.kind == kind]
            if heading.search(name) and found:
                yield Flaw(
                    place=measure.place,
                    where=f"เอกสารที่นำเข้า ช่อง{name}",
                    reason=reason,
                    way=Way("ดูมาตรการ", measure.place.url, anybody),
                    quotations=tuple(quoted(text, fault) for fault in found),
                )


RULES = (
    Rule("months-imported", "ระยะเวลาในเอกสารที่นำเข้า", Severity.NOTE, months_as_imported),
    Rule("units-imported", "ชื่อหน่วยในเอกสารที่นำเข้า", Severity.NOTE, units_as_imported),
)
