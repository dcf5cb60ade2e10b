"""What is wrong with a link to the EIT questionnaire. Pure."""

import re
from urllib.parse import parse_qs, urlsplit

from thai.digits import arabic_digits

#: The NACC's questionnaires; the public ones look like /go/eit/<code>.
HOST = "itas.nacc.go.th"
UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", re.I)


def link_faults(url: str) -> list[str]:
    """Reasons, each one Thai sentence, why people could not answer through this link."""
    if not url:
        return ["ยังไม่มีลิงก์แบบวัด EIT"]
    faults = []
    arabic = arabic_digits(url)
    if arabic != url:
        faults.append("มีเลขไทยอยู่ในลิงก์ ต้องเป็นเลขอารบิก")
    try:
        parts = urlsplit(arabic)
        parts.port  # noqa: B018 (only reading it tells whether it is one)
    except ValueError:
        return [*faults, "อ่านลิงก์ไม่ได้ โปรดคัดลอกจากระบบ ITAS ใหม่"]
    if parts.scheme != "https" or parts.hostname != HOST:
        faults.append(f"ไม่ใช่ลิงก์ของระบบ ITAS (https://{HOST})")
    if "verify" in parts.path and not parts.path.startswith("/go/eit/"):
        faults.append("เป็นลิงก์ยืนยันตัวของผู้ตอบรายเดียว ไม่ใช่ลิงก์สาธารณะ (/go/eit/…)")
    elif not re.fullmatch(r"/go/eit/[\w-]+/?", parts.path):
        faults.append("ไม่ใช่รูปแบบลิงก์สาธารณะของแบบวัด EIT (/go/eit/…)")
    for token in parse_qs(parts.query).get("tokenValue", []):
        if not UUID.fullmatch(token):
            faults.append(f"รหัส tokenValue ไม่ถูกรูปแบบ ({token})")
    return faults
