from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator, URLValidator

from ita_tracker.thai import arabic_digits
from organizations.models import Status


class ArabicURLField(forms.URLField):
    """A link as people paste it from a Thai document: digits in it become Arabic."""

    default_validators = [URLValidator(schemes=["http", "https"])]
    default_error_messages = {
        "invalid": "โปรดกรอกลิงก์ให้ครบ โดยขึ้นต้นด้วย https:// เช่น https://www.example.go.th/ita/o18.pdf",
    }

    def __init__(self, **kwargs):
        super().__init__(assume_scheme="https", **kwargs)

    def to_python(self, value):
        return super().to_python(arabic_digits(value) if value else value)


class ProseField(forms.CharField):
    """Running text. A browser sends two characters for each new line; one is meant.

    `optional_note` stands beside the label of one that only sometimes may be left out.
    """

    def __init__(self, *, optional_note: str = "", **kwargs):
        super().__init__(**kwargs)
        self.optional_note = optional_note

    def to_python(self, value):
        return super().to_python(value).replace("\r\n", "\n")


class SeenVersionField(forms.IntegerField):
    """The version the page carried; a page that lost it has seen nothing, which is 0."""

    widget = forms.HiddenInput

    def clean(self, value):
        try:
            return super().clean(value)
        except ValidationError:
            return 0


# Lengths are validators: as `max_length` they would reach the browser, which cuts off what is
# pasted beyond them without a word.
class ProgressForm(forms.Form):
    """What a unit reports of a measure or an O-item."""

    status = forms.ChoiceField(
        label="สถานะ",
        choices=[
            (Status.NOT_STARTED.value, Status.NOT_STARTED.label),
            (Status.DOING.value, Status.DOING.label),
            (Status.REVIEW.value, "แล้วเสร็จ ส่งตรวจ"),
        ],
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
    url = ArabicURLField(
        label="ลิงก์ที่เผยแพร่บนเว็บไซต์",
        help_text="ลิงก์ตรงไปยังเอกสารหรือระบบ ที่เปิดได้โดยไม่ต้องเข้าสู่ระบบ",
        validators=[MaxLengthValidator(2000)],
        required=False,
    )
    version = SeenVersionField()

    def clean(self):
        data = super().clean()
        if data.get("status") == Status.REVIEW and data.get("note") == "":
            self.add_error("note", "โปรดระบุผลการดำเนินการก่อนส่งตรวจ")
        return data


class ReviewForm(forms.Form):
    """The secretary's word on a unit's finished work."""

    decision = forms.ChoiceField(
        label="ผลการตรวจ",
        choices=[
            (Status.ACCEPTED.value, "ตรวจรับ"),
            (Status.RETURNED.value, "ส่งกลับให้แก้ไข"),
        ],
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

    def clean(self):
        data = super().clean()
        if data.get("decision") == Status.RETURNED and data.get("reason") == "":
            self.add_error("reason", "โปรดระบุเหตุผลก่อนส่งกลับ")
        return data
