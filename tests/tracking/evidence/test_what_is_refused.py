"""What somebody might try, and what the page then says in Thai."""

import pytest

from tests.tracking.evidence import makers
from tests.tracking.evidence.conftest import held, on_disk

pytestmark = pytest.mark.filterwarnings("ignore::PIL.Image.DecompressionBombWarning")

ATTACKS = {
    "html named pdf": ("ก.pdf", makers.HTML, "เนื้อไฟล์เป็นหน้าเว็บ (HTML) ไม่ใช่ PDF"),
    "svg": ("ตรา.svg", makers.SVG, "ภาพแบบ SVG รับไม่ได้"),
    "svg named png": ("ตรา.png", makers.SVG, "เนื้อไฟล์เป็นภาพ SVG ไม่ใช่ภาพ PNG"),
    "pdf and zip": ("ก.pdf", makers.pdf(after=makers.archive({"a": b"b"})), "ZIP ซ้อนอยู่"),
    "pdf and html": ("ก.pdf", makers.pdf(after=makers.HTML), "(HTML) ซ้อนอยู่"),
    "picture and zip": ("ก.jpg", makers.picture() + makers.archive({"a": b"b"}), "ZIP ซ้อนอยู่"),
    "picture and html": ("ก.png", makers.picture("PNG") + makers.HTML, "(HTML) ซ้อนอยู่"),
    "bomb": ("ก.docx", makers.bomb(), "ขยายออกแล้วใหญ่ผิดปกติ"),
    "overlapping bomb": ("ก.docx", makers.overlapping(), "ขยายออกแล้วใหญ่ผิดปกติ"),
    "path in archive": ("ก.docx", makers.archive({"../x": b""}), "โครงสร้างภายในไฟล์ผิดปกติ"),
    "absolute in archive": ("ก.docx", makers.archive({"/x": b""}), "โครงสร้างภายในไฟล์ผิดปกติ"),
    "before the archive": ("ก.docx", b"PK\x03\x04x" + makers.office(), "โครงสร้างภายในไฟล์ผิดปกติ"),
    "after the archive": ("ก.docx", makers.office() + makers.HTML, "ไฟล์เสียหายหรือไม่ครบ"),
    "macro part": ("ก.xlsx", makers.archive({"xl/vbaProject.bin": b"x"}), "มีมาโคร"),
    "macro type": ("ก.docx", makers.office(types="x.macroEnabled.main+xml"), "มีมาโคร"),
    "encrypted": ("ก.docx", makers.encrypted(), "ใส่รหัสผ่านไว้"),
    "password": ("ก.xlsx", makers.OLE, "ใส่รหัสผ่านไว้ หรือเป็น Office รุ่นเก่า"),
    "old word": ("ก.doc", makers.OLE, "Word รุ่นเก่า (.doc) รับไม่ได้"),
    "zip named docx": ("ก.docx", makers.archive({"a.txt": b"a"}), "เนื้อไฟล์ไม่ใช่ Word"),
    "xlsx named docx": ("ก.docx", makers.office("xlsx"), "เนื้อไฟล์ไม่ใช่ Word"),
    "spoilt": ("ก.docx", makers.spoilt(), "ไฟล์เสียหายหรือไม่ครบ"),
    "cut docx": ("ก.docx", makers.office()[:-30], "ไฟล์เสียหายหรือไม่ครบ"),
    "cut pdf": ("ก.pdf", makers.pdf()[:-6], "ไฟล์ PDF ไม่ครบ"),
    "cut picture": ("ก.jpg", makers.picture(size=(900, 900))[:-4000], "ไฟล์ภาพเสียหายหรือไม่ครบ"),
    "empty": ("ก.pdf", b"", "ไฟล์ว่างเปล่า"),
    "25 MB": ("ก.pdf", makers.pdf(b"x" * 25_000_000), "ไฟล์ใหญ่เกิน 20 MB"),
    "100 megapixels": ("ก.png", makers.giant(), "ภาพละเอียดเกิน 50 ล้านพิกเซล"),
    "1,000 megapixels": ("ก.png", makers.giant(50_000, 20_000), "ภาพละเอียดเกิน 50 ล้านพิกเซล"),
    "png named jpg": ("ก.jpg", makers.picture("PNG"), "เนื้อไฟล์เป็นภาพ PNG ไม่ใช่ภาพ JPG"),
    "gif": ("ก.gif", makers.picture("GIF"), "ไฟล์แบบ .gif รับไม่ได้"),
    "heic": ("ก.heic", b"\0\0\0\x18ftypheic", "บันทึกภาพเป็น JPG ก่อนแนบ"),
    "program": ("ก.pdf.exe", b"MZ", "ไฟล์แบบ .exe รับไม่ได้"),
    "program named pdf": ("ก.pdf", b"MZ\0\0", "เนื้อไฟล์เป็นโปรแกรม ไม่ใช่ PDF"),
    "pdf named docx": ("ก.docx", makers.pdf(), "เนื้อไฟล์เป็น PDF ไม่ใช่ Word ตามนามสกุล"),
    "no extension": ("ก", makers.pdf(), "ไฟล์ที่ไม่มีนามสกุล"),
}


@pytest.fixture(params=ATTACKS.values(), ids=ATTACKS.keys())
def attack(request):
    name, content, reason = request.param
    return makers.named(name, content), reason


@pytest.fixture
def page() -> str:
    return "/disclosures/2570/17/"


def test_it_is_refused_with_the_reason_and_leaves_nothing_behind(attack, attach, db):
    file, reason = attack

    response = attach(file)

    assert response.status_code == 422
    assert reason in response.content.decode()
    assert (held(), on_disk()) == ([], [])


def test_without_scripts_the_reason_stands_in_the_form(attack, client_of, staff, form):
    file, reason = attack
    typed = {"status": "doing", "note": "พิมพ์ไว้", "url": "", "version": "1", "files": file}

    response = client_of(staff).post(form, typed)

    html = response.content.decode()
    assert response.status_code == 422
    assert reason in html
    assert "พิมพ์ไว้</textarea>" in html
    assert (held(), on_disk()) == ([], [])
