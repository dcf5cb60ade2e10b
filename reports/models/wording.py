from django.core.exceptions import ValidationError
from django.db import models

from disclosures.notation import ItemStyle
from organizations.models import Round
from reports.columns import USUAL, ColumnKey, Orientation
from reports.eit import link_faults


def usual_columns() -> list[str]:
    return [key.value for key in USUAL]


def validate_columns(keys: object) -> None:
    """A list of columns, each once."""
    is_list = isinstance(keys, list) and bool(keys)
    if not is_list or len(set(keys)) < len(keys) or not set(keys) <= set(ColumnKey.values):
        raise ValidationError("โปรดเลือกคอลัมน์อย่างน้อยหนึ่งคอลัมน์ ไม่ซ้ำกัน จากรายการ")


class ReportWording(models.Model):
    """How a round's report is worded and laid out. A text left empty prints the usual sentence.

    In the texts {หน่วยงาน} {ปี} {คณะกรรมการ} {ข้อมาตรการ} stand for what the report fills in.
    """

    ita_round = models.OneToOneField(
        Round, models.CASCADE, verbose_name="ปีงบประมาณ", related_name="wording"
    )
    item_style = models.CharField(
        "รหัสข้อ O ในรายงาน",
        max_length=10,
        choices=[(style.value, style.sample) for style in ItemStyle],
        default=ItemStyle.LATIN.value,
    )
    orientation = models.CharField(
        "แนวกระดาษ", max_length=10, choices=Orientation, default=Orientation.PORTRAIT
    )
    columns = models.JSONField("คอลัมน์", default=usual_columns, validators=[validate_columns])
    committee = models.CharField("ชื่อคณะกรรมการ", max_length=300, blank=True)
    title = models.TextField("ชื่อรายงาน", blank=True, help_text="บรรทัดละหนึ่งบรรทัดในรายงาน")
    opening = models.TextField("ย่อหน้านำ", blank=True, help_text="บรรทัดละหนึ่งย่อหน้า")
    eit_statement = models.TextField("ข้อความแสดง QR code แบบวัด EIT", blank=True)
    closing = models.TextField("ข้อความท้ายรายงาน", blank=True)
    eit_url = models.URLField("ลิงก์แบบวัด EIT", max_length=2000, blank=True)
    eit_url_received = models.CharField(
        "ลิงก์แบบวัด EIT ตามเอกสารเดิม",
        max_length=2000,
        blank=True,
        help_text="เก็บไว้เพื่อตรวจสอบ ไม่พิมพ์ในรายงาน",
    )

    class Meta:
        verbose_name = verbose_name_plural = "ถ้อยคำของรายงาน"

    def __str__(self):
        return f"ถ้อยคำของรายงาน {self.ita_round}"

    @property
    def style(self) -> ItemStyle:
        return ItemStyle(self.item_style)

    @property
    def eit_url_faults(self) -> list[str]:
        return link_faults(self.eit_url)

    @property
    def received_faults(self) -> list[str]:
        return link_faults(self.eit_url_received) if self.eit_url_received else []
