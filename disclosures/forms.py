from django import forms

from ita_tracker.thai import arabic_digits
from organizations.models import REPORTABLE


class ArabicURLField(forms.URLField):
    """A link as people paste it from a Thai document: digits in it become Arabic."""

    def __init__(self, **kwargs):
        super().__init__(assume_scheme="https", **kwargs)

    def to_python(self, value):
        return super().to_python(arabic_digits(value) if value else value)


class ProgressForm(forms.Form):
    """What a unit reports of a measure or an O-item."""

    status = forms.ChoiceField(
        label="สถานะ",
        choices=[(status.value, status.label) for status in REPORTABLE],
        widget=forms.RadioSelect,
    )
    note = forms.CharField(
        label="ผลการดำเนินการ",
        help_text="ข้อความนี้จะปรากฏในรายงาน ระบุว่าทำอะไร เมื่อใด และดูได้ที่ไหน",
        widget=forms.Textarea(attrs={"rows": 5}),
        max_length=10_000,
        required=False,
    )
    url = ArabicURLField(
        label="ลิงก์ที่เผยแพร่บนเว็บไซต์",
        help_text="ลิงก์ตรงไปยังเอกสารหรือระบบ ที่เปิดได้โดยไม่ต้องเข้าสู่ระบบ",
        max_length=2000,
        required=False,
    )
    version = forms.IntegerField(min_value=0, widget=forms.HiddenInput)

    def clean(self):
        data = super().clean()
        if data.get("status") == "review" and "note" in data and not data["note"].strip():
            self.add_error("note", "โปรดระบุผลการดำเนินการก่อนส่งตรวจ")
        return data
