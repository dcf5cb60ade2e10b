"""Whether the result of a measure speaks of each of its aims.

Pure. No dictionary is carried, so words are not known: what an aim shares with the result is
counted in runs of letters, the common phrases of every report and the office's names left out.
An aim is only missed where the result speaks of another one in the aims' own words; a result in
other words altogether cannot be judged, and is not.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

_LETTERS = re.compile(r"[A-Za-z0-9]+|[เ-ไ]?[ก-ฮ][\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]*[ะาำๅ]*")
#: Said of any aim at all.
_COMMON = re.compile(
    r"ของหน่วยงาน|หน่วยงาน|ส่วนราชการ|ดำเนินการ|ดำเนินงาน|การปรับปรุง|ปรับปรุง|พัฒนา|ส่งเสริม|จัดทำ|เพื่อ|ทางเว็บไซต์|ในเว็บไซต์|บนเว็บไซต์|เว็บไซต์|เผยแพร่|"
    r"ประจำปีงบประมาณ|ปีงบประมาณ|ประจำปี|เจ้าหน้าที่|บุคลากร|ประชาชน|แล้วเสร็จ|เรียบร้อย|ให้แก่|ให้มี|มีการ|ผ่าน|รวมถึง|เกี่ยวกับ|และ|หรือ"
)
#: Letters in a run that two texts hardly share by chance.
_RUN = 4
#: An aim of fewer runs is too short to be told from any other.
_TOO_FEW = 4
#: An aim with less than this of its runs in the result is missed, if another has more than that.
_MISSED, _MET = 0.16, 0.34
_ALL = re.compile(
    r"ครบ(?:ถ้วน)?\s*(?:ทุก|ทั้ง)\s*[\d๐-๙]*\s*(?:เป้าหมาย|กิจกรรม|ข้อ|ประการ|ด้าน)|ทุกเป้าหมาย|ตามเป้าหมายทั้ง"
)


@lru_cache(maxsize=4096)
def missed_aims(
    aims: Sequence[str], results: Sequence[str], names: tuple[str, ...] = ()
) -> tuple[int, ...]:
    """The places, from 0, of the aims that the result says nothing of. One aim alone never is."""
    told = "\n".join(results)
    if len(aims) < 2 or _ALL.search(told) or _has_a_line_each(aims, results):
        return ()
    told_runs = _runs(told, names)
    shares = [_share(_runs(aim, names), told_runs) for aim in aims]
    if max(shares) < _MET:
        return ()
    return tuple(place for place, share in enumerate(shares) if share < _MISSED)


def _has_a_line_each(aims: Sequence[str], results: Sequence[str]) -> bool:
    """As many numbered lines as there are aims."""
    numbered = re.compile(r"^\s*(?:\(?[0-9๐-๙]{1,2}[.)]|เป้าหมายที่\s*[0-9๐-๙])")
    lines = [line for text in results for line in text.splitlines() if numbered.match(line)]
    return len(lines) >= len(aims)


def _share(wanted: frozenset[tuple[str, ...]], told: frozenset[tuple[str, ...]]) -> float:
    """How much of an aim is told; of an aim with too few letters nothing is known."""
    return len(wanted & told) / len(wanted) if len(wanted) >= _TOO_FEW else 1


def _runs(text: str, names: tuple[str, ...]) -> frozenset[tuple[str, ...]]:
    bare = re.sub(r"\s+", "", text).lower()
    for name in names:
        bare = bare.replace(re.sub(r"\s+", "", name), "|")
    runs = set()
    for part in _COMMON.sub("|", bare).split("|"):
        letters = _LETTERS.findall(part)
        runs |= {tuple(letters[at : at + _RUN]) for at in range(len(letters) - _RUN + 1)}
    return frozenset(runs)
