from tracking.uploads.limits import MAX_FILES, MAX_SIZE_WORDS


class Refused(Exception):
    """A file that is not taken; says in Thai why, and what to do instead."""


class DiskFull(Refused):
    """Not the file's fault, and nothing its sender can mend."""

    def __init__(self) -> None:
        super().__init__(
            "เนื้อที่เก็บไฟล์ของระบบเต็ม ยังรับไฟล์ไม่ได้ โปรดแจ้งผู้ดูแลระบบ ข้อความที่พิมพ์ไว้บันทึกได้ตามปกติ"
        )


def too_large() -> Refused:
    return Refused(
        f"ไฟล์ใหญ่เกิน {MAX_SIZE_WORDS} โปรดลดขนาดไฟล์ แบ่งเป็นหลายไฟล์ หรือเผยแพร่บนเว็บไซต์แล้วใส่เป็นลิงก์"
    )


def too_many() -> Refused:
    return Refused(
        f"แนบได้ครั้งละไม่เกิน {MAX_FILES} ไฟล์ โปรดรวมเอกสารที่เกี่ยวข้องเป็นไฟล์เดียว หรือนำไฟล์ที่ไม่จำเป็นออก"
    )
