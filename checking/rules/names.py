"""One body, two names."""

import re
from collections.abc import Iterator

from checking.facts import Facts
from checking.finding import Flaw, Rule, Severity
from checking.language.fault import plain

_COMMITTEE = re.compile(r"คณะกรรมการขับเคลื่อน[ก-๎]*")
#: Where the name is over and the sentence goes on.
_GOES_ON = re.compile(
    r"(?:ของ|ภายใน|ใน)?(?:องค์การบริหาร|เทศบาล)|ได้|ข้อ(?![ก-๎])|ประชุม|ติดตาม|จัด|พิจารณา"
)


def committee_of_two_names(facts: Facts) -> Iterator[Flaw]:
    """The committee that drives the measures, as the report, its units and its texts call it."""
    called = dict.fromkeys(_committees(facts))
    if len(called) > 1:
        yield Flaw(
            place=facts.book,
            where="ชื่อคณะกรรมการ",
            reason=f"รายงานเรียกคณะกรรมการชุดเดียวกันด้วย {len(called)} ชื่อ ควรใช้ชื่อตามคำสั่งแต่งตั้งชื่อเดียว",
            way=facts.to_committee,
            quotations=tuple(plain(name) for name in called),
        )


def _committees(facts: Facts) -> Iterator[str]:
    named = (unit for row in facts.rows for unit in row.units)
    for text in (facts.committee, *named, *(written.text for written in facts.texts)):
        for found in _COMMITTEE.findall(re.sub(r"\s+", "", text)):
            if name := _name_in(found, facts.committee):
                yield name


def _name_in(found: str, committee: str) -> str:
    """The name at the beginning of it; the committee's own where that is what stands there."""
    own = re.sub(r"\s+", "", committee)
    if found.startswith(own):
        return own
    end = _GOES_ON.search(found)
    return found[: end.start()] if end else found


RULES = (Rule("committee-name", "ชื่อคณะกรรมการไม่ตรงกัน", Severity.WARNING, committee_of_two_names),)
