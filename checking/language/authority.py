"""Words of another kind of local authority than the office is, left from somebody's model text.

Pure. Those that name another office (นายกเทศมนตรีตำบลบ้านใหม่) are right where they stand.
"""

import re
from collections.abc import Iterator

from checking.language.fault import Fault, FaultKind
from checking.language.vocabulary import Authority, Vocabulary

#: Of another office: its name follows.
_NAMED = r"(?!\s*(?:ของ)?\s*(?:เทศบาล|องค์การบริหารส่วน)?\s*(?:ตำบล|เมือง|นคร|จังหวัด)\s?[ก-ฮเ-ไ])"
#: What each kind calls: its by-law, head, clerk, council and staff.
_BYLAW = "by-law"
_WORDS = {
    Authority.MUNICIPALITY: {
        _BYLAW: "เทศบัญญัติ",
        "head": "นายกเทศมนตรี",
        "clerk": "ปลัดเทศบาล",
        "council": "สภาเทศบาล",
        "staff": "พนักงานเทศบาล",
    },
    Authority.SUBDISTRICT: {
        _BYLAW: "ข้อบัญญัติ",
        "head": "นายกองค์การบริหารส่วนตำบล",
        "clerk": "ปลัดองค์การบริหารส่วนตำบล",
        "council": "สภาองค์การบริหารส่วนตำบล",
        "staff": "พนักงานส่วนตำบล",
    },
    Authority.PROVINCE: {
        _BYLAW: "ข้อบัญญัติ",
        "head": "นายกองค์การบริหารส่วนจังหวัด",
        "clerk": "ปลัดองค์การบริหารส่วนจังหวัด",
        "council": "สภาองค์การบริหารส่วนจังหวัด",
        "staff": "ข้าราชการองค์การบริหารส่วนจังหวัด",
    },
}
#: By-laws of no one kind of office, and of Bangkok.
_ANYBODYS = r"(?!\s*(?:ท้องถิ่น|กรุงเทพ))"


def foreign_words(text: str, vocabulary: Vocabulary) -> Iterator[Fault]:
    own = _WORDS.get(vocabulary.authority, {})
    for authority, words in _WORDS.items() if own else ():
        for role, word in words.items():
            if authority == vocabulary.authority or own[role] == word:
                continue
            after = _ANYBODYS if role == _BYLAW else ""
            for found in re.finditer(f"{word}{after}{_NAMED}", text):
                yield Fault(FaultKind.AUTHORITY, found.start(), word, own[role])
