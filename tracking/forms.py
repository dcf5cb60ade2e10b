from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.validators import MaxLengthValidator

from tracking.evidence.links import link_notes
from tracking.fields import FilesInput, LinksField, ProseField, SeenVersionField, link_errors
from tracking.models import JUDGEMENTS, REPORTABLE, Status
from tracking.uploads.kinds import ACCEPT, TAKEN_WORDS


@dataclass(frozen=True)
class LinkLine:
    """One link of the form: `number` from 1, `notes` on what may be amiss with a valid one."""

    number: int
    typed: str
    is_wrong: bool = False

    @property
    def notes(self) -> list[str]:
        return [] if self.is_wrong else link_notes(self.typed)

    @property
    def is_spare(self) -> bool:
        """One to type another link in, which a page with scripts shows when asked for."""
        return self.number > 1 and not self.typed


# Lengths are validators: as `max_length` they would reach the browser, which cuts off what is
# pasted beyond them without a word.
class ProgressForm(forms.Form):
    """What a unit reports of a measure or an O-item."""

    status = forms.ChoiceField(
        label="สถานะ",
        choices=[(one.value, one.about.chosen or one.label) for one in REPORTABLE],
        widget=forms.RadioSelect,
        error_messages={"required": "โปรดเลือกสถานะ", "invalid_choice": "โปรดเลือกสถานะจากรายการ"},
    )
    note = ProseField(
        label="ผลการดำเนินการ",
        help_text="ข้อความนี้จะปรากฏในรายงาน ระบุว่าทำอะไร เมื่อใด และดูได้ที่ไหน",
        widget=forms.Textarea(attrs={"rows": 6}),
        validators=[MaxLengthValidator(10_000)],
        required=False,
        optional_note="ต้องกรอกเมื่อส่งตรวจ",
    )
    url = LinksField(
        label="ลิงก์ที่เผยแพร่บนเว็บไซต์",
        help_text="ลิงก์ตรงไปยังเอกสารหรือระบบ ที่เปิดได้โดยไม่ต้องเข้าสู่ระบบ",
        required=False,
    )
    # Django takes the fields off the class, so that its own `files` stays what it is.
    files = forms.Field(  # type: ignore[assignment]
        label="ไฟล์หลักฐาน",
        help_text=TAKEN_WORDS,
        widget=FilesInput(attrs={"accept": ACCEPT}),
        required=False,
    )
    version = SeenVersionField()

    def clean(self) -> dict[str, Any]:
        super().clean()
        data = self.cleaned_data
        if data.get("status") == Status.REVIEW and data.get("note") == "":
            self.add_error("note", "โปรดระบุผลการดำเนินการก่อนส่งตรวจ")
        return data

    @property
    def link_lines(self) -> list[LinkLine]:
        """The links as typed, and always one more line to type in."""
        typed = [*(self["url"].value() or []), ""]
        return [LinkLine(at, link, bool(link_errors(link))) for at, link in enumerate(typed, 1)]


class ReviewForm(forms.Form):
    """The secretary's word on a unit's finished work."""

    decision = forms.ChoiceField(
        label="ผลการตรวจ",
        choices=[(one.value, one.about.chosen or one.label) for one in JUDGEMENTS],
        widget=forms.RadioSelect,
        error_messages={
            "required": "โปรดเลือกผลการตรวจ",
            "invalid_choice": "โปรดเลือกผลการตรวจจากรายการ",
        },
    )
    reason = ProseField(
        label="เหตุผลที่ส่งกลับ",
        help_text="บอกว่าต้องแก้อะไร ส่วนราชการเห็นข้อความนี้ก่อนสิ่งอื่น",
        widget=forms.Textarea(attrs={"rows": 4}),
        validators=[MaxLengthValidator(10_000)],
        required=False,
        optional_note="ต้องกรอกเมื่อส่งกลับ",
    )
    version = SeenVersionField()

    def clean(self) -> dict[str, Any]:
        super().clean()
        data = self.cleaned_data
        if data.get("decision") == Status.RETURNED and data.get("reason") == "":
            self.add_error("reason", "โปรดระบุเหตุผลก่อนส่งกลับ")
        return data
