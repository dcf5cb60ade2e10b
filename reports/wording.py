"""The usual sentences of the report, and filling in what they leave open."""

from disclosures.catalogue import editions
from disclosures.notation import format_item
from reports.models import ReportWording

COMMITTEE = "คณะกรรมการขับเคลื่อนและกำกับดูแลการส่งเสริมคุณธรรมและความโปร่งใสในการดำเนินงาน"
TITLE = """\
รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใส
ภายใน{หน่วยงาน} ประจำปีงบประมาณ พ.ศ. {ปี}"""
OPENING = """\
ตามที่{หน่วยงาน}ได้มีประกาศ เรื่อง มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงานของ{หน่วยงาน} \
ประจำปีงบประมาณ พ.ศ. {ปี} และได้มอบหมายส่วนราชการหรือเจ้าหน้าที่ผู้รับผิดชอบ ปฏิบัติการเพื่อแก้ไขข้อบกพร่อง \
พัฒนา ปรับปรุง และส่งเสริมการขับเคลื่อนคุณธรรมและความโปร่งใสตามตัวชี้วัดที่กำหนด นั้น
บัดนี้ ฝ่ายเลขานุการของ{คณะกรรมการ}ของ{หน่วยงาน} \
ได้ติดตามผลการดำเนินการตามมาตรการของส่วนราชการหรือผู้รับผิดชอบที่เกี่ยวข้องเสร็จสิ้นแล้ว \
โดยมีรายละเอียดแสดงความก้าวหน้าหรือผลการนำมาตรการเพื่อส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน \
ตามข้อ {ข้อมาตรการ} ไปสู่การปฏิบัติอย่างเป็นรูปธรรม ดังต่อไปนี้"""
EIT_STATEMENT = (
    "งานประชาสัมพันธ์ได้นำ QR code แบบวัด EIT แสดงไว้บนเว็บไซต์ของ{หน่วยงาน}แล้วเสร็จ "
    "เพื่อให้ผู้รับบริการหรือผู้ติดต่อราชการมีโอกาสมีส่วนร่วมในการประเมิน ITA ของหน่วยงาน"
)
NO_EIT = "ยังไม่ได้แสดง QR code แบบวัด EIT บนเว็บไซต์ของ{หน่วยงาน}"
CLOSING = """\
{คณะกรรมการ}
ของ{หน่วยงาน}
(Integrity and Transparency Assessment : ITA)
ประจำปีงบประมาณ พ.ศ. {ปี}"""


def fill(text: str, wording: ReportWording) -> tuple[str, ...]:
    """The lines of a text with what it leaves open filled in. Other braces stay as typed."""
    ita_round = wording.ita_round
    measures_item = editions()[ita_round.edition].measures_item
    for mark, value in {
        "{คณะกรรมการ}": wording.committee or COMMITTEE,
        "{หน่วยงาน}": ita_round.organization.name,
        "{ปี}": str(ita_round.be_year),
        "{ข้อมาตรการ}": format_item(measures_item, wording.style),
    }.items():
        text = text.replace(mark, value)
    return tuple(line.strip() for line in text.splitlines() if line.strip())
