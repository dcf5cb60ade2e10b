from django.db import models

from organizations.models import Round, User


class ImportedDocument(models.Model):
    """A document on its way into a round: its tables as read, and what a person decided of them.

    `tables` is rows of cells' texts; `mends` the pairs [found, instead] that were
    accepted, None before anybody was asked; `units` what
    each name not known exactly stands for: see `measures.importing.responsible.decided`.
    """

    ita_round = models.ForeignKey(
        Round, models.CASCADE, verbose_name="ปีงบประมาณ", related_name="imported_documents"
    )
    by = models.ForeignKey(User, models.PROTECT, verbose_name="ผู้นำเข้า", related_name="+")
    at = models.DateTimeField("เมื่อ", auto_now_add=True)
    name = models.CharField("ชื่อเอกสาร", max_length=255)
    tables = models.JSONField("ตาราง")
    mends = models.JSONField("คำที่แก้", null=True, blank=True)
    units = models.JSONField("ส่วนราชการ", default=dict, blank=True)
    moved_years = models.SmallIntegerField(
        "เลื่อนปี", default=0, help_text="เอกสารของปีอื่น เลื่อนระยะเวลามากี่ปี โดยไม่นำผลของปีนั้นมา"
    )
    imported_at = models.DateTimeField("นำเข้าเมื่อ", null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "เอกสารที่นำเข้า"
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.name
