import re
import uuid
from collections.abc import Collection
from typing import Any

from django import forms

from office.unit_forms import indented
from organizations.accounts import NewPerson
from organizations.models import Organization, User
from organizations.models.account import USERNAME_TAKEN
from organizations.permissions import OFFICE_ROLES, Permission, Role, roles_that_may
from organizations.plain import NameField, plain
from organizations.usernames import propose
from thai.digits import arabic_digits
from thai.names import name_parts

USERNAME = re.compile(r"[a-z0-9][a-z0-9._-]{2,29}")
BAD_USERNAME = "โปรดใช้ a–z ตัวเล็ก ตัวเลข จุด หรือขีด 3 ถึง 30 ตัว เช่น somchai หรือ somchai.j"
ROLES = [(role.value, role.label) for role in OFFICE_ROLES]


class UsernameField(forms.CharField):
    widget = forms.TextInput(attrs={"autocapitalize": "none", "spellcheck": "false"})

    def to_python(self, value: Any) -> str:
        return arabic_digits(plain(super().to_python(value) or "")).lower()

    def validate(self, value: Any) -> None:
        super().validate(value)
        if value and not USERNAME.fullmatch(value):
            raise forms.ValidationError(BAD_USERNAME)


class SentForm(forms.Form):
    """A form that is taken once, however often it is sent."""

    sent = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)


class PersonForm(forms.Form):
    first_name = NameField(
        label="คำนำหน้าและชื่อ", max_length=150, help_text="เช่น นางสาวสมหญิง หรือ ว่าที่ร้อยตรี สมชาย"
    )
    last_name = NameField(label="นามสกุล", max_length=150, required=False)
    role = forms.ChoiceField(
        label="บทบาท",
        choices=ROLES,
        initial=Role.STAFF,
        help_text=(
            "เจ้าหน้าที่บันทึกงานของหน่วย ฝ่ายเลขานุการตรวจรับ ผู้ดูแลระบบจัดการปี หน่วย และผู้ใช้ ผู้บริหารอ่านได้ทั้งหมด"
        ),
    )
    units = forms.TypedMultipleChoiceField(
        label="ส่วนราชการ",
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="เลือกได้หลายหน่วย เจ้าหน้าที่ต้องมีอย่างน้อยหนึ่งหน่วย",
    )
    email = forms.EmailField(
        label="อีเมล", required=False, max_length=254, help_text="ไม่มีก็ใช้ระบบได้ ใช้เฉพาะรับการแจ้งเตือน"
    )
    username = UsernameField(label="ชื่อผู้ใช้", help_text=BAD_USERNAME)

    #: Django's types do not know what a field of one kind can do.
    fields: dict[str, Any]

    def __init__(
        self, office: Organization, *args: Any, person: User | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.person = person
        tree = office.units.all().tree()
        own = {unit.pk for unit in person.units.all()} if person else set()
        closed = [(pk, f"{tree.by_id[pk]} (ปิดแล้ว)") for pk in own if not tree.by_id[pk].is_at_work]
        root = {unit.pk for unit in tree.units if unit.is_root} - own
        self.fields["units"].choices = [*indented(tree, but=root), *closed]
        self.known_units = tree.by_id

    def clean_username(self) -> str:
        username = self.cleaned_data["username"]
        taken = User.objects.filter(username__iexact=username)
        others = taken.exclude(pk=self.person.pk) if self.person else taken
        if username and others.exists():
            raise forms.ValidationError(USERNAME_TAKEN)
        return username

    def clean(self) -> dict[str, Any]:
        super().clean()
        cleaned = self.cleaned_data
        tied_to_units = roles_that_may(Permission.REPORT_OWN)
        if cleaned.get("role") in tied_to_units and cleaned.get("units") == []:
            self.add_error("units", "โปรดเลือกส่วนราชการของเจ้าหน้าที่อย่างน้อยหนึ่งหน่วย")
        return cleaned

    @property
    def details(self) -> dict:
        """What it says of the person, the units as rows."""
        told = {name: self.cleaned_data[name] for name in self.base_fields if name != "sent"}
        return told | {"units": [self.known_units[pk] for pk in self.cleaned_data["units"]]}


class NewPersonForm(PersonForm, SentForm):
    username = UsernameField(
        label="ชื่อผู้ใช้", required=False, help_text="เว้นว่างไว้ ระบบตั้งให้จากชื่อ เช่น somchai"
    )

    @property
    def new_person(self) -> NewPerson:
        details = self.details
        details["username"] = details["username"] or username_for(
            details["first_name"], details["last_name"], usernames()
        )
        return NewPerson(**details)


def username_for(first_name: str, last_name: str, taken: Collection[str]) -> str:
    """One from the name, its title left out."""
    _, first, more = name_parts(f"{first_name} {last_name}")
    return propose(first, more, taken)


def usernames() -> set[str]:
    """Those of the whole database, which has each but once however it is written."""
    return {name.lower() for name in User.objects.values_list("username", flat=True)}
