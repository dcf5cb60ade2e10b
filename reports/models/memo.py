from django.db import models


class MemoWording(models.Model):
    """The cover memo, form 29 of the rules on correspondence; what is left empty is dotted."""

    memo_from = models.CharField("ส่วนราชการ", max_length=300, blank=True)
    memo_number = models.CharField("ที่", max_length=100, blank=True)
    memo_date = models.CharField("วันที่", max_length=100, blank=True)
    memo_subject = models.CharField("เรื่อง", max_length=500, blank=True)
    memo_to = models.CharField("เรียน", max_length=300, blank=True)
    memo_body = models.TextField("ข้อความในบันทึก", blank=True, help_text="บรรทัดละหนึ่งย่อหน้า")
    memo_signer = models.CharField("ชื่อผู้ลงนามในบันทึก", max_length=200, blank=True)
    memo_post = models.TextField("ตำแหน่งผู้ลงนามในบันทึก", blank=True, help_text="บรรทัดละหนึ่งบรรทัดใต้ชื่อ")

    class Meta:
        abstract = True
