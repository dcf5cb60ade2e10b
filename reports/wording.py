"""The usual sentences of the report, and filling in what they leave open."""

import re
from dataclasses import dataclass

from disclosures.catalogue import editions
from disclosures.notation import ItemStyle, format_item
from organizations.models import Organization
from reports.models import ReportWording
from thai.dates import long_date

#: What may stand in any text, and what it is replaced by.
MARKS = {
    "{หน่วยงาน}": "ชื่อหน่วยงานเต็ม",
    "{ผู้บริหาร}": "ตำแหน่งผู้บริหารสูงสุด เช่น นายกองค์การบริหารส่วนตำบล…",
    "{ปี}": "ปีงบประมาณ",
    "{รอบ}": "“รอบ 6 เดือน” หรือไม่พิมพ์เมื่อเป็นรายงานประจำปี",
    "{วันที่ข้อมูล}": "“ณ วันที่ …” หรือไม่พิมพ์เมื่อใช้ข้อมูลล่าสุด",
    "{คณะกรรมการ}": "ชื่อคณะกรรมการ",
    "{ข้อมาตรการ}": "ข้อ O ที่กำหนดให้มีมาตรการ",
    "{จำนวนมาตรการ}": "จำนวนมาตรการในรายงาน",
}
_MARK = re.compile(r"\{[^{}\n]*\}")

COMMITTEE = "คณะกรรมการขับเคลื่อนและกำกับดูแลการส่งเสริมคุณธรรมและความโปร่งใสในการดำเนินงาน"
_TITLE = """\
รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใส
ภายใน{หน่วยงาน} ประจำปีงบประมาณ พ.ศ. {ปี} {รอบ}"""
_OPENING = """\
ตามที่{หน่วยงาน}ได้มีประกาศ เรื่อง มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงานของ{หน่วยงาน} \
ประจำปีงบประมาณ พ.ศ. {ปี} และได้มอบหมายส่วนราชการหรือเจ้าหน้าที่ผู้รับผิดชอบ ปฏิบัติการเพื่อแก้ไขข้อบกพร่อง \
พัฒนา ปรับปรุง และส่งเสริมการขับเคลื่อนคุณธรรมและความโปร่งใสตามตัวชี้วัดที่กำหนด นั้น
บัดนี้ ฝ่ายเลขานุการของ{คณะกรรมการ}ของ{หน่วยงาน} \
ได้ติดตามผลการดำเนินการตามมาตรการของส่วนราชการหรือผู้รับผิดชอบที่เกี่ยวข้อง%s \
โดยมีรายละเอียดแสดงความก้าวหน้าหรือผลการนำมาตรการเพื่อส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน \
ตามข้อ {ข้อมาตรการ} ไปสู่การปฏิบัติอย่างเป็นรูปธรรม ดังต่อไปนี้"""
_FOLLOWED = {"annual": "เสร็จสิ้นแล้ว", "half": " {รอบ} แล้ว"}
_EIT_STATEMENT = (
    "งานประชาสัมพันธ์ได้นำ QR code แบบวัด EIT แสดงไว้บนเว็บไซต์ของ{หน่วยงาน}แล้วเสร็จ "
    "เพื่อให้ผู้รับบริการหรือผู้ติดต่อราชการมีโอกาสมีส่วนร่วมในการประเมิน ITA ของหน่วยงาน"
)
_NO_EIT = "ยังไม่ได้แสดง QR code แบบวัด EIT บนเว็บไซต์ของ{หน่วยงาน}"
_CLOSING = """\
{คณะกรรมการ}
ของ{หน่วยงาน}
(Integrity and Transparency Assessment : ITA)
ประจำปีงบประมาณ พ.ศ. {ปี}"""
_MEMO_BODY = """\
ตามที่{หน่วยงาน}ได้ประกาศมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ประจำปีงบประมาณ พ.ศ. {ปี} \
และได้มอบหมายส่วนราชการหรือเจ้าหน้าที่ผู้รับผิดชอบดำเนินการ นั้น
บัดนี้ ฝ่ายเลขานุการของ{คณะกรรมการ}ของ{หน่วยงาน} \
ได้ติดตามและรวบรวมผลการดำเนินการตามมาตรการ จำนวน {จำนวนมาตรการ} มาตรการ%s \
จึงขอรายงานผลการดำเนินการ รายละเอียดตามเอกสารที่แนบมาพร้อมนี้
จึงเรียนมาเพื่อโปรดทราบและพิจารณา"""


def usual_texts(wording: ReportWording) -> dict[str, str]:
    """What is printed where a text is left empty, by field; marks not filled in yet."""
    followed = _FOLLOWED[wording.period]
    return {
        "committee": COMMITTEE,
        "title": _TITLE,
        "opening": _OPENING % followed,
        "eit_statement": _EIT_STATEMENT if wording.eit_url else _NO_EIT,
        "closing": _CLOSING,
        "memo_from": "สำนักปลัด {หน่วยงาน}",
        "memo_subject": "รายงานผลตามมาตรการส่งเสริมคุณธรรมและความโปร่งใส ประจำปีงบประมาณ พ.ศ. {ปี} {รอบ}",
        "memo_to": "{ผู้บริหาร}",
        "memo_body": _MEMO_BODY % followed,
        "memo_post": "ปลัด{หน่วยงาน}",
    }


def unknown_marks(text: str) -> tuple[str, ...]:
    """What looks like a mark and is none; it will be printed as it was typed."""
    return tuple(dict.fromkeys(mark for mark in _MARK.findall(text) if mark not in MARKS))


@dataclass(frozen=True)
class Filling:
    """The texts of one report with their marks filled in."""

    wording: ReportWording
    values: dict[str, str]

    def text(self, field: str) -> str:
        """One line, or lines, as typed or as usual. Braces that are no marks stay as typed."""
        return self.filled(getattr(self.wording, field) or usual_texts(self.wording)[field])

    def lines(self, field: str) -> tuple[str, ...]:
        return tuple(line.strip() for line in self.text(field).splitlines() if line.strip())

    def filled(self, text: str) -> str:
        # A mark that stands for nothing leaves the spaces around it.
        return re.sub(" {2,}", " ", _MARK.sub(lambda mark: self.values.get(mark[0], mark[0]), text))


def filling_of(wording: ReportWording, measures: int) -> Filling:
    """Codes are filled in as O42: the report writes them in its own style."""
    ita_round = wording.ita_round
    office = ita_round.organization
    day = wording.reported_as_of
    values = {
        "{หน่วยงาน}": office.name,
        "{ผู้บริหาร}": head_of(office),
        "{ปี}": str(ita_round.be_year),
        "{รอบ}": wording.get_period_display() if wording.is_half else "",
        "{วันที่ข้อมูล}": f"ณ วันที่ {long_date(day)}" if day else "",
        "{ข้อมาตรการ}": format_item(editions()[ita_round.edition].measures_item, ItemStyle.LATIN),
        "{จำนวนมาตรการ}": str(measures),
    }
    committee = Filling(wording, values).text("committee")
    return Filling(wording, values | {"{คณะกรรมการ}": committee})


def head_of(office: Organization) -> str:
    """นายกองค์การบริหารส่วนตำบล…, but of a เทศบาล นายกเทศมนตรี…"""
    rest = office.name.removeprefix("เทศบาล")
    return f"นายกเทศมนตรี{rest}" if rest != office.name else f"นายก{office.name}"
