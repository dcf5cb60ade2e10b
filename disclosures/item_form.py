"""The words of an O-item, as an admin mends them by the handbook."""

from typing import Any

from django import forms
from django.core.validators import MaxLengthValidator
from django.http import QueryDict

from disclosures.models import DisclosureItem, ItemWording
from tracking.fields import ProseField, SeenVersionField
from tracking.models import WhatOfItem
from tracking.rewording import Apart, apart

APPLIES, APPLIES_NOT = "yes", "no"


class ItemForm(forms.Form):
    """It changes this year's item, not the edition's catalogue: other years keep their words."""

    title = forms.CharField(
        label="ชื่อข้อ",
        validators=[MaxLengthValidator(300)],
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "โปรดระบุชื่อข้อตามคู่มือ"},
    )
    requirement = ProseField(
        label="สิ่งที่ต้องเปิดเผย",
        validators=[MaxLengthValidator(10_000)],
        widget=forms.Textarea(attrs={"rows": 8}),
        required=False,
    )
    title_is_checked = forms.BooleanField(
        label="ตรวจชื่อข้อกับคู่มือแล้ว",
        help_text="คำเตือนว่ายังไม่ได้ตรวจชื่อของข้อนี้จะหายไป",
        required=False,
    )
    requirement_is_checked = forms.BooleanField(label="ตรวจรายละเอียดกับคู่มือแล้ว", required=False)
    applies = forms.ChoiceField(
        label="ใช้กับหน่วยงานนี้หรือไม่",
        help_text="ข้อที่ไม่ใช้ไม่ต้องรายงาน ไม่นับเป็นงานค้าง และไม่นับในความก้าวหน้า ประวัติเดิมยังอยู่",
        choices=[(APPLIES, "ใช้ ต้องเปิดเผยข้อมูล"), (APPLIES_NOT, "ไม่ใช้กับหน่วยงานนี้")],
        widget=forms.RadioSelect,
        error_messages={"required": "โปรดเลือกว่าข้อนี้ใช้กับหน่วยงานหรือไม่"},
    )
    reason = forms.CharField(
        label="เหตุผลที่ไม่ใช้",
        help_text="เช่น หน่วยงานไม่มีภารกิจนี้ ผู้ตรวจเห็นเหตุผลนี้",
        validators=[MaxLengthValidator(300)],
        required=False,
    )
    version = SeenVersionField()

    #: Django's types do not know what a field of one kind can do.
    fields: dict[str, Any]

    def __init__(self, row: DisclosureItem, posted: QueryDict | None = None) -> None:
        super().__init__(posted, initial=_shown(row))
        self.row = row
        self.fields["reason"].optional_note = "ต้องกรอกเมื่อไม่ใช้"

    def clean(self) -> dict[str, Any]:
        super().clean()
        data = self.cleaned_data
        if data.get("applies") == APPLIES_NOT and data.get("reason") == "":
            self.add_error("reason", "โปรดระบุเหตุผลที่ข้อนี้ไม่ใช้กับหน่วยงาน")
        return data

    @property
    def wanted(self) -> ItemWording:
        data = self.cleaned_data
        applies = data["applies"] == APPLIES
        return ItemWording(
            title=" ".join(data["title"].split()),
            requirement=data["requirement"],
            title_is_checked=data["title_is_checked"],
            requirement_is_checked=data["requirement_is_checked"],
            is_applicable=applies,
            reason="" if applies else data["reason"],
        )

    @property
    def apart(self) -> list[Apart]:
        stands = DisclosureItem.objects.get(pk=self.row.pk).wording
        return apart(WhatOfItem, stands.shown, self.wanted.shown)

    @property
    def remarks(self) -> list[str]:
        """Work that is already reported of an item that need not be answered is worth a look."""
        if self.wanted.is_applicable or not self.row.entries.exists():
            return []
        return [f"{self.row.code} มีรายงานอยู่แล้ว รายงานยังอยู่ในประวัติ แต่ไม่นับในความก้าวหน้า"]


def _shown(row: DisclosureItem) -> dict:
    return {
        "title": row.title,
        "requirement": row.requirement,
        "title_is_checked": row.wording.title_is_checked,
        "requirement_is_checked": row.wording.requirement_is_checked,
        "applies": APPLIES if row.is_applicable else APPLIES_NOT,
        "reason": row.not_applicable_reason,
        "version": row.wording_version,
    }
