"""A list of people pasted from Word, Excel or a message: what each line says, in any order. Pure.

Nothing is dropped: what is not understood is said beside the line.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches

from organizations.permissions import OFFICE_ROLES, Role
from organizations.plain import plain
from thai.names import name_parts

#: What people write for a role besides its own name.
_ALSO = {
    Role.STAFF: "พนักงาน",
    Role.SECRETARY: "เลขานุการ เลขา",
    Role.ADMIN: "ผู้ดูแล แอดมิน",
    Role.EXECUTIVE: "ปลัด ปลัดอบต. รองปลัด นายก นายกอบต. รองนายก",
}
_ROLE_OF = {
    word: role
    for role in OFFICE_ROLES
    for word in (role.label, role.value, *_ALSO.get(role, "").split())
}
_HEADING = re.compile(
    "ที่|ลำดับ(ที่)?|คำนำหน้า|ชื่อ([-–]?(นาม)?สกุล)?|(นาม)?สกุล|ส่วนราชการ|สังกัด|หน่วย(งาน)?|กอง/งาน"
    "|บทบาท|หน้าที่|สิทธิ|ตำแหน่ง|อีเมล|e-?mail"
)
_NUMBER = re.compile(r"\(?\d{1,4}[.)]*")
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_LIKE_A_UNIT = re.compile("กอง|งาน|สำนัก|ฝ่าย|ศูนย์|หน่วย|คณะ|โรงเรียน")
_UNITS_APART = re.compile(r"\s*[/,;]\s*|\s+และ\s*")
_CLOSE = ("นาย", "นาง", "นางสาว", "น.ส.")
#: Nearer than this a name is a way of writing another.
_NEAR = 0.8


@dataclass
class PastedLine:
    """`units` are names the office has; `strange` are ones it has not. `remarks` are sentences."""

    text: str
    first_name: str = ""
    last_name: str = ""
    role: str = Role.STAFF
    email: str = ""
    units: list[str] = field(default_factory=list)
    strange: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)

    @property
    def name(self) -> tuple[str, str]:
        """The first name and surname that it means, without a title."""
        return name_parts(f"{self.first_name} {self.last_name}")[1:]


def read_paste(text: str, units: Sequence[str]) -> list[PastedLine]:
    """One for each line that is neither empty nor a heading."""
    rows = [[plain(cell) for cell in _cells(line)] for line in text.splitlines()]
    rows = [row for row in rows if _says_something(row) and not _is_heading(row)]
    lines = [_read(list(filter(None, row)), units) for row in rows]
    seen: dict[tuple[str, str], int] = {}
    for number, line in enumerate(lines, start=1):
        if line.name in seen and line.first_name:
            line.remarks.append(f"ชื่อซ้ำกับบรรทัดที่ {seen[line.name]}")
        seen.setdefault(line.name, number)
    return lines


def find_units(text: str, units: Sequence[str]) -> tuple[list[str], list[str]]:
    """The units a cell names, and what in it names none."""
    whole = _unit(text, units)
    if whole:
        return [whole], []
    parts = list(filter(None, _UNITS_APART.split(text)))
    found = [(part, _unit(part, units)) for part in parts]
    return (
        list(dict.fromkeys(unit for _, unit in found if unit)),
        [part for part, unit in found if not unit],
    )


def nearest(text: str, units: Iterable[str]) -> str:
    """To be asked about, where `find_units` finds none; "" where nothing is like it."""
    bare = {_bare(unit): unit for unit in units}
    return next((bare[one] for one in get_close_matches(_bare(text), bare, 1, 0.6)), "")


def _cells(line: str) -> list[str]:
    """By tabs where there are any, else by commas, else by wide gaps."""
    if "\t" in line:
        return line.split("\t")
    if re.search("[,;|，]", line):
        return [cell.strip(' "') for cell in re.split("[,;|，]", line)]
    return re.split(r"\s{2,}", line.strip())


def _says_something(row: Sequence[str]) -> bool:
    return any(cell and not _NUMBER.fullmatch(cell) for cell in row)


def _is_heading(row: Sequence[str]) -> bool:
    words = [_bare(cell) for cell in row if cell]
    return all(_HEADING.fullmatch(word) for word in words)


def _read(cells: list[str], units: Sequence[str]) -> PastedLine:
    cells = [cell for cell in cells if not _NUMBER.fullmatch(cell)]
    line = PastedLine(text=" · ".join(cells))
    if len(cells) == 1:
        cells = _taken_apart(cells[0], units)
    names = [cell for cell in cells if not _is_told(cell, line, units)]
    _name(line, names)
    for part in line.strange:
        line.remarks.append(f"ไม่พบส่วนราชการ “{part}”")
    if not line.first_name:
        line.remarks.append("ไม่พบชื่อในบรรทัดนี้")
    return line


def _taken_apart(text: str, units: Sequence[str]) -> list[str]:
    """A line without separators: what it ends in may be a role or a unit."""
    words, tail = text.split(" "), []
    while len(words) > 1:
        sizes = range(1, min(4, len(words) - 1) + 1)
        ends = (" ".join(words[-size:]) for size in sizes)
        end = next((one for one in ends if _bare(one) in _ROLE_OF or _exact(one, units)), None)
        if end is None:
            break
        words = words[: -len(end.split(" "))]
        tail.append(end)
    return [" ".join(words), *tail]


def _is_told(cell: str, line: PastedLine, units: Sequence[str]) -> bool:
    """Whether it is something else than a name; if so the line has it now."""
    if _EMAIL.fullmatch(cell):
        line.email = cell
        return True
    if role := _ROLE_OF.get(_bare(cell)):
        line.role = role
        return True
    found, strange = find_units(cell, units)
    if found and not strange:
        for unit in found:
            line.units += [] if unit in line.units else [unit]
        if not _exact(cell, units) and len(found) == 1:
            line.remarks.append(f"อ่าน “{cell}” เป็น {found[0]}")
        return True
    return False


def _name(line: PastedLine, cells: list[str]) -> None:
    """A title alone, a first name and a surname may each have a cell."""
    named = [cell for cell in cells if not _LIKE_A_UNIT.match(cell)] or cells[:1]
    line.strange = [cell for cell in cells if cell not in named]
    rest = list(named)
    alone = f"{rest.pop(0)} " if rest and _is_title(rest[0]) else ""
    title, first, last = name_parts(alone + (rest.pop(0) if rest else ""))
    if first and not last and rest:
        last = rest.pop(0)
    # นาย stands close to the name; of the others it is as it was written: ว่าที่ร้อยตรี สมชาย.
    spaced = title not in _CLOSE and f"{title} {first}" in " ".join(named)
    line.first_name = f"{title} {first}".strip() if spaced else f"{title}{first}"
    line.last_name = last
    line.remarks += [f"ไม่ได้ใช้ “{cell}”" for cell in rest]


def _is_title(cell: str) -> bool:
    return name_parts(f"{cell}ก")[1:] == ("ก", "")


def _unit(text: str, units: Sequence[str]) -> str:
    bare = {_bare(unit): unit for unit in units}
    found = get_close_matches(_bare(text), bare, 1, _NEAR)
    return bare[found[0]] if found else ""


def _exact(text: str, units: Sequence[str]) -> bool:
    return _bare(text) in {_bare(unit) for unit in units}


def _bare(text: str) -> str:
    return text.replace(" ", "").lower()
