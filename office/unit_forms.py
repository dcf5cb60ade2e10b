from collections.abc import Collection
from typing import Any

from django import forms

from organizations.models import Organization, Unit, UnitTree
from organizations.plain import NameField


class UnitForm(forms.Form):
    name = NameField(label="ชื่อส่วนราชการ", max_length=200, help_text="เช่น กองช่าง หรือ งานพัสดุ")
    parent = forms.TypedChoiceField(
        label="สังกัด", coerce=int, help_text="กองและหน่วยที่ไม่สังกัดกองใด อยู่ใต้ทุกส่วนราชการ"
    )

    #: Django's types do not know what a field of one kind can do.
    fields: dict[str, Any]

    def __init__(
        self, office: Organization, *args: Any, unit: Unit | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        tree = office.units.all().tree()
        below = tree.downward(unit.pk) if unit else ()
        self.fields["parent"].choices = indented(tree, but=below)
        self.units = tree.by_id

    @property
    def chosen_parent(self) -> Unit:
        return self.units[self.cleaned_data["parent"]]


class MergeForm(forms.Form):
    into = forms.TypedChoiceField(
        label="รวมเข้ากับ", coerce=int, help_text="หน่วยนี้รับงานในปีที่ยังเปิดอยู่ ผู้ใช้ และหน่วยในสังกัดทั้งหมด"
    )

    #: Django's types do not know what a field of one kind can do.
    fields: dict[str, Any]

    def __init__(self, unit: Unit, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        tree = unit.organization.units.all().tree()
        root = next(one.pk for one in tree.units if one.is_root)
        choices = indented(tree, but={root, *tree.downward(unit.pk)})
        self.fields["into"].choices = [("", "เลือกส่วนราชการ"), *choices]
        self.units = tree.by_id

    @property
    def chosen(self) -> Unit:
        return self.units[self.cleaned_data["into"]]


def indented(tree: UnitTree, but: Collection[int] = ()) -> list[tuple[int, str]]:
    """As the chart is read; a dash a step down, since a browser drops leading spaces."""
    found = [(unit, depth) for unit, depth in tree.at_work() if unit.pk not in but]
    least = min((depth for _, depth in found), default=0)
    return [(unit.pk, f"{'– ' * (depth - least)}{unit}") for unit, depth in found]
