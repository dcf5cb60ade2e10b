"""The pasted list as forms, a line each, to be mended before anything is written."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.http import QueryDict

from office.pasted import PastedLine, find_units, nearest, read_paste
from office.person_forms import ROLES, UsernameField, username_for, usernames
from organizations.accounts import NewPerson
from organizations.models import Organization, Unit, User
from organizations.models.account import USERNAME_TAKEN
from organizations.permissions import Permission, roles_that_may
from organizations.plain import NameField
from thai.digits import arabic_digits

#: A password is hashed for each, which takes its time: more would keep the page waiting.
AT_ONCE = 100


class PasteForm(forms.Form):
    text = forms.CharField(
        label="รายชื่อ",
        max_length=100_000,
        widget=forms.Textarea(attrs={"rows": 12, "spellcheck": "false"}),
        help_text=(
            "วางจาก Word, Excel หรือไลน์ บรรทัดละหนึ่งคน มีชื่อ ส่วนราชการ และบทบาท เรียงอย่างไรก็ได้ "
            "คั่นด้วยแท็บหรือจุลภาค บทบาทเว้นได้ ถือเป็นเจ้าหน้าที่"
        ),
    )

    def __init__(self, units: Mapping[str, Unit], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.units = units

    def clean_text(self) -> str:
        lines = read_paste(self.cleaned_data["text"], list(self.units))
        if not lines:
            raise forms.ValidationError("ไม่พบรายชื่อในข้อความที่วาง โปรดวางบรรทัดละหนึ่งคน")
        if len(lines) > AT_ONCE:
            raise forms.ValidationError(
                f"วางมา {len(lines)} คน รับครั้งละไม่เกิน {AT_ONCE} คน โปรดแบ่งวางทีละชุด"
            )
        self.lines = lines
        return self.cleaned_data["text"]


class LineForm(forms.Form):
    """`line` is what was pasted; a line not taken is not looked at."""

    take = forms.BooleanField(label="สร้างบัญชี", required=False)
    first_name = NameField(label="คำนำหน้าและชื่อ", max_length=150, required=False)
    last_name = NameField(label="นามสกุล", max_length=150, required=False)
    units = NameField(label="ส่วนราชการ", max_length=1000, required=False)
    role = forms.ChoiceField(label="บทบาท", choices=ROLES)
    username = UsernameField(label="ชื่อผู้ใช้", required=False)
    email = forms.EmailField(required=False, widget=forms.HiddenInput)
    line = forms.CharField(required=False, widget=forms.HiddenInput, max_length=2000)

    def __init__(
        self, known: Mapping[str, Unit], *args: Any, remarks: Sequence[str] = (), **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.known = known
        self.remarks = remarks
        self.fields["units"].widget.attrs["list"] = "known-units"
        self.chosen_units: list[Unit] = []

    def full_clean(self) -> None:
        super().full_clean()
        if self.is_bound and not self.is_taken:
            self.errors.clear()

    @property
    def is_taken(self) -> bool:
        return bool(self["take"].value())

    def clean(self) -> dict[str, Any]:
        super().clean()
        cleaned = self.cleaned_data
        if self.is_taken and not cleaned.get("first_name"):
            self.add_error("first_name", "โปรดกรอกชื่อ")
        found, strange = find_units(cleaned.get("units", ""), list(self.known))
        self.chosen_units = [self.known[name] for name in found]
        for name in strange:
            like = nearest(name, self.known)
            hint = f" ใกล้เคียงที่สุดคือ “{like}”" if like else ""
            self.add_error("units", f"ไม่พบส่วนราชการ “{name}”{hint}")
        if cleaned.get("role") in roles_that_may(Permission.REPORT_OWN) and not (found or strange):
            self.add_error("units", "โปรดระบุส่วนราชการของเจ้าหน้าที่")
        return cleaned

    @property
    def new_person(self) -> NewPerson:
        names = ("username", "first_name", "last_name", "role", "email")
        details = {name: self.cleaned_data[name] for name in names}
        return NewPerson(units=self.chosen_units, **details)


def forms_of(
    office: Organization, known: Mapping[str, Unit], lines: list[PastedLine]
) -> list[LineForm]:
    """Each with what was understood; anyone with an account, or pasted twice, is not taken."""
    people = {_name(person): person for person in office.users.all()}
    taken = usernames()
    seen: set[tuple[str, str]] = set()
    made = []
    for number, line in enumerate(lines):
        username = username_for(line.first_name, line.last_name, taken) if line.first_name else ""
        there = people.get(line.name)
        remarks = [*line.remarks, *([f"มีบัญชี {there.username} ชื่อนี้แล้ว"] if there else [])]
        is_new = bool(line.first_name) and not there and line.name not in seen
        seen.add(line.name)
        taken.add(username)
        first = {
            "take": is_new,
            "first_name": line.first_name,
            "last_name": line.last_name,
            "units": ", ".join([*line.units, *line.strange]),
            "role": line.role,
            "username": username,
            "email": line.email,
            "line": line.text,
        }
        made.append(LineForm(known, prefix=f"p{number}", initial=first, remarks=remarks))
    return made


def posted_forms(known: Mapping[str, Unit], posted: QueryDict) -> list[LineForm]:
    lines = arabic_digits(posted.get("lines", ""))
    count = min(int(lines), AT_ONCE) if lines.isdecimal() and len(lines) < 4 else 0
    return [LineForm(known, posted, prefix=f"p{number}") for number in range(count)]


def check_together(made: list[LineForm]) -> list[NewPerson]:
    """The people of the lines taken, each with a user name that nobody else has.

    Empty where any line has an error, which it then shows.
    """
    wanted = [form for form in made if form.is_valid() and form.is_taken]
    taken = usernames()
    for form in wanted:
        chosen = form.cleaned_data["username"]
        if chosen in taken:
            form.add_error("username", USERNAME_TAKEN)
        elif not chosen:
            data = form.cleaned_data
            data["username"] = username_for(data["first_name"], data["last_name"], taken)
        taken.add(form.cleaned_data.get("username", ""))
    if any(form.errors for form in made):
        return []
    return [form.new_person for form in wanted]


def units_by_name(office: Organization) -> dict[str, Unit]:
    """Those that people can belong to: the root, everybody together, is not one."""
    units = office.units.all().tree().by_name
    return {name: unit for name, unit in units.items() if not unit.is_root}


def _name(person: User) -> tuple[str, str]:
    return PastedLine("", person.first_name, person.last_name).name
