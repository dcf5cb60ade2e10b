from io import BytesIO

import segno
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator

from organizations.models import User


class SecondFactorAdapter(DefaultMFAAdapter):
    """allauth's codes in this application's words, drawn by the QR library that is here anyway."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": "รหัสไม่ถูกต้องหรือใช้ไปแล้ว โปรดใช้รหัสที่แอปแสดงอยู่ขณะนี้",
        "cannot_delete_authenticator": "บทบาทของท่านต้องใช้การยืนยันสองขั้น จึงปิดไม่ได้",
        "cannot_generate_recovery_codes": "โปรดเปิดการยืนยันสองขั้นก่อน แล้วระบบจะออกรหัสสำรองให้",
    }

    def get_totp_label(self, user: User) -> str:
        return user.get_username()

    def build_totp_svg(self, url: str) -> str:
        drawn = BytesIO()
        segno.make(url, error="m").save(drawn, kind="svg", xmldecl=False, border=4, scale=5)
        return drawn.getvalue().decode()

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        return not authenticator.user.must_have_second_factor
