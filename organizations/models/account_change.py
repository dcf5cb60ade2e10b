from django.db import models

from organizations.models.kept import Kept
from organizations.models.user import User


class AccountStep(models.TextChoices):
    """What is done to an account."""

    OPENED = "opened", "สร้างบัญชี"
    CHANGED = "changed", "แก้ไขข้อมูล"
    PASSWORD = "password", "ออกรหัสผ่านครั้งเดียว"
    OWN_PASSWORD = "own", "ตั้งรหัสผ่านเอง"
    LEFT = "left", "ปิดบัญชี"
    BACK = "back", "เปิดบัญชีอีกครั้ง"
    NO_PHONE = "no_phone", "ยกเลิกการยืนยันสองขั้น"


class AccountChange(Kept):
    """Who did what to whose account, and when; never a password.

    `sent` names the form it came from: the same form sent twice is one.
    """

    person = models.ForeignKey(
        User, models.PROTECT, verbose_name="เจ้าของบัญชี", related_name="account_changes"
    )
    by = models.ForeignKey(User, models.PROTECT, verbose_name="ผู้ดำเนินการ", related_name="+")
    at = models.DateTimeField("เมื่อ")
    step = models.CharField("การดำเนินการ", max_length=10, choices=AccountStep)
    text = models.TextField("รายละเอียด", blank=True)
    sent = models.UUIDField("แบบที่ส่ง", null=True, blank=True, db_index=True)

    class Meta:
        verbose_name = verbose_name_plural = "ประวัติบัญชีผู้ใช้"
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.get_step_display()} {self.person}"
