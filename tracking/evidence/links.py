"""What a link's own words tell of it: nothing is fetched. Pure."""

import ipaddress
import re
from urllib.parse import SplitResult, unquote, urlsplit

from thai.digits import arabic_digits

LOCAL = "ลิงก์นี้เปิดได้เฉพาะในเครื่องหรือเครือข่ายของสำนักงาน ผู้ตรวจภายนอกเปิดไม่ได้ โปรดใช้ลิงก์บนเว็บไซต์ของหน่วยงาน"
HOME_PAGE = "ลิงก์นี้เป็นหน้าแรกของเว็บไซต์ ผู้ตรวจต้องค้นหาต่อเอง โปรดใช้ลิงก์ตรงไปยังเอกสารหรือหน้านั้น"
DIGITS_CHANGED = "ระบบเปลี่ยนเลขไทยในลิงก์เป็นเลขอารบิก โปรดตรวจสอบว่าลิงก์เปิดได้"
DRIVE = (
    "{} มักต้องเข้าสู่ระบบหรือขอสิทธิ์ก่อนเปิด โปรดเผยแพร่บนเว็บไซต์ของหน่วยงานแทน "
    "หรือลองเปิดในหน้าต่างส่วนตัวให้แน่ใจว่าทุกคนเปิดได้"
)
SIGN_IN = "ลิงก์นี้เป็นหน้าเข้าสู่ระบบ ผู้ตรวจเปิดดูไม่ได้ โปรดใช้ลิงก์ที่เปิดได้โดยไม่ต้องเข้าสู่ระบบ"

#: Sites, each with those under it, where a page is often open only to people it is shared with.
_DRIVES = {
    "drive.google.com": "ลิงก์ Google Drive",
    "docs.google.com": "ลิงก์ Google Docs",
    "photos.google.com": "ลิงก์ Google Photos",
    "photos.app.goo.gl": "ลิงก์ Google Photos",
    "1drv.ms": "ลิงก์ OneDrive",
    "onedrive.live.com": "ลิงก์ OneDrive",
    "sharepoint.com": "ลิงก์ SharePoint",
    "dropbox.com": "ลิงก์ Dropbox",
    "box.com": "ลิงก์ Box",
    "icloud.com": "ลิงก์ iCloud",
    "mega.nz": "ลิงก์ MEGA",
    "notion.so": "ลิงก์ Notion",
    "mail.google.com": "ลิงก์อีเมล",
}
#: A form that everybody may fill in and a page published to the web ask for no account.
_OPEN_TO_ALL = re.compile(r"/forms/.*/(viewform|formResponse)|/(pub|pubhtml|published)(/|$)")
_FACEBOOK = ("facebook.com", "fb.com")
_FACEBOOK_CLOSED = re.compile(r"^/(groups|messages)/")
#: The same in a few words, for a cell of a table; what is not named is a drive.
_SHORT = {
    LOCAL: "เปิดได้เฉพาะในสำนักงาน",
    HOME_PAGE: "เป็นหน้าแรกของเว็บไซต์",
    SIGN_IN: "ต้องเข้าสู่ระบบ",
    DIGITS_CHANGED: "มีเลขไทย",
}
_LOCAL_NAMES = re.compile(r"(^|\.)(localhost|local|internal|intranet|lan|home|corp|test|invalid)$")
_SIGN_IN_PATH = re.compile(r"/(wp-login\.php|wp-admin|log-?in|sign-?in)(/|\.\w+|$)", re.I)
_HOME_PATH = re.compile(r"/*((index|default|home|main|หน้าแรก)(\.\w+)?)?/*", re.I)


def link_notes(url: str) -> list[str]:
    """What may be wrong with a link as evidence, each a sentence; none of it forbids the link.

    `url` as it was typed: one that cannot be read as a link at all is for the form to refuse.
    """
    clean = arabic_digits(url.strip())
    try:
        parts = urlsplit(clean)
        host = (parts.hostname or "").rstrip(".")
    except ValueError:
        return []
    notes = [_about(parts, host)] if host else []
    if clean != url.strip():
        notes.append(DIGITS_CHANGED)
    return [note for note in notes if note]


def link_words(url: str) -> list[str]:
    """`link_notes` in a few words each."""
    return [_SHORT.get(note, "อาจต้องขอสิทธิ์เปิด") for note in link_notes(url)]


def _about(parts: SplitResult, host: str) -> str:
    """The one thing most worth saying."""
    if is_local(host):
        return LOCAL
    if drive := _drive(parts, host):
        return DRIVE.format(drive)
    path = unquote(parts.path)
    if _SIGN_IN_PATH.search(path):
        return SIGN_IN
    is_bare = _HOME_PATH.fullmatch(path) and not parts.query and not parts.fragment.strip("/!")
    return HOME_PAGE if is_bare else ""


def is_local(host: str) -> bool:
    """Whether a name or address leads nowhere outside the office."""
    try:
        address = ipaddress.ip_address(_numeric(host))
    except ValueError:
        return "." not in host or _LOCAL_NAMES.search(host.lower()) is not None
    mapped = getattr(address, "ipv4_mapped", None)
    return not (mapped or address).is_global


def _numeric(host: str) -> str:
    """As browsers read an IPv4 address: 2130706433, 0x7f.1 and 127.1 are 127.0.0.1."""
    parts = host.split(".")
    if len(parts) > 4 or not all(re.fullmatch(r"0x[0-9a-fA-F]*|[0-9]+", part) for part in parts):
        return host
    *first, last = (_number(part) for part in parts)
    value = sum(part << (8 * (3 - place)) for place, part in enumerate(first)) + last
    return str(ipaddress.IPv4Address(value)) if value < 1 << 32 else host


def _number(part: str) -> int:
    if part.lower().startswith("0x"):
        return int(part[2:] or "0", 16)
    return int(part, 8 if part.startswith("0") and max(part) < "8" else 10)


def _drive(parts: SplitResult, host: str) -> str:
    host = host.lower()
    path = unquote(parts.path)
    if _is_under(host, _FACEBOOK) and _FACEBOOK_CLOSED.match(path):
        return "ลิงก์กลุ่มหรือข้อความใน Facebook"
    if host == "docs.google.com" and _OPEN_TO_ALL.search(path):
        return ""
    return next((word for site, word in _DRIVES.items() if _is_under(host, (site,))), "")


def _is_under(host: str, sites: tuple[str, ...]) -> bool:
    return any(host == site or host.endswith(f".{site}") for site in sites)
