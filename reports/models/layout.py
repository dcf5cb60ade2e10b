"""How a report is laid out on paper, apart from what it says."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import models

from disclosures.notation import ItemStyle
from organizations.models import Round
from reports.columns import COLUMNS, USUAL, Orientation


class Period(models.TextChoices):
    ANNUAL = "annual", "ประจำปี"
    HALF = "half", "รอบ 6 เดือน"


class Digits(models.TextChoices):
    THAI = "thai", "เลขไทย ๑๒๓"
    ARABIC = "arabic", "เลขอารบิก 123"


class MarkForm(models.TextChoices):
    """How the number of a page is written."""

    TILDE = "tilde", "~ ๒ ~"
    DASH = "dash", "- ๒ -"
    PLAIN = "plain", "๒"
    NONE = "none", "ไม่พิมพ์"


class MarkPlace(models.TextChoices):
    TOP = "top", "กลางบน"
    CORNER = "corner", "มุมบนขวา"
    FOOT = "foot", "กลางล่าง"


class Part(models.TextChoices):
    """What a report may have besides its table, in the order of the paper."""

    MEMO = "memo", "บันทึกข้อความนำส่ง"
    EIT = "eit", "ส่วนที่ 2 QR code แบบวัด EIT"
    ITEMS = "items", "ภาคผนวก ข้อ O พร้อมลิงก์"
    PHOTOS = "photos", "ภาคผนวก ภาพกิจกรรม"


def usual_columns() -> list[str]:
    return list(USUAL)


def usual_parts() -> list[str]:
    return [Part.EIT.value]


def _some_of(keys: object, known: list[str]) -> bool:
    return isinstance(keys, list) and len(set(keys)) == len(keys) and set(keys) <= set(known)


def validate_columns(keys: object) -> None:
    """A list of columns, each once."""
    if not keys or not _some_of(keys, COLUMNS.keys):
        raise ValidationError("โปรดเลือกคอลัมน์อย่างน้อยหนึ่งคอลัมน์ ไม่ซ้ำกัน จากรายการ")


def validate_parts(keys: object) -> None:
    if not _some_of(keys, Part.values):
        raise ValidationError("โปรดเลือกส่วนประกอบจากรายการ แต่ละส่วนครั้งเดียว")


class Layout(models.Model):
    """What has it says of which year."""

    ita_round: "models.OneToOneField[Round, Round]"

    period = models.CharField("รอบรายงาน", max_length=10, choices=Period, default=Period.ANNUAL)
    as_of = models.DateField(
        "ข้อมูล ณ วันที่",
        null=True,
        blank=True,
        help_text="เว้นว่างไว้เพื่อใช้ข้อมูลล่าสุด หรือ 31 มีนาคมเมื่อเป็นรอบ 6 เดือน",
    )
    orientation = models.CharField(
        "แนวกระดาษ", max_length=10, choices=Orientation, default=Orientation.PORTRAIT
    )
    digits = models.CharField("ตัวเลข", max_length=10, choices=Digits, default=Digits.THAI)
    item_style = models.CharField(
        "รหัสข้อ O ในรายงาน",
        max_length=10,
        choices=[(style.value, style.sample) for style in ItemStyle],
        default=ItemStyle.LATIN.value,
    )
    mark_form = models.CharField("เลขหน้า", max_length=10, choices=MarkForm, default=MarkForm.TILDE)
    mark_place = models.CharField(
        "ตำแหน่งเลขหน้า", max_length=10, choices=MarkPlace, default=MarkPlace.TOP
    )
    columns = models.JSONField("คอลัมน์", default=usual_columns, validators=[validate_columns])
    parts = models.JSONField(
        "ส่วนประกอบ", default=usual_parts, blank=True, validators=[validate_parts]
    )

    class Meta:
        abstract = True

    @property
    def style(self) -> ItemStyle:
        return ItemStyle(self.item_style)

    @property
    def is_half(self) -> bool:
        return self.period == Period.HALF

    @property
    def reported_as_of(self) -> date | None:
        """The last day that the report knows of, or None for all that is known."""
        if self.as_of is None and self.is_half:
            return self.ita_round.fiscal_year.half(1)[1]
        return self.as_of

    def has(self, part: str) -> bool:
        return part in self.parts
