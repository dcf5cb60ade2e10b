"""What is proposed to be mended: every slip of the source report, and nothing on clean text."""

import pytest

from ita_tracker.demo.loader import read
from measures.importing.mends import apply, apply_all, propose

WORDS = ["สำนักปลัด", "ติดต่อราชการ", "งานแผน", "องค์การบริหารส่วนตำบลถ้ำสิงห์", "งานธุรการ"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("การยื่นใช้ทรัพย์สินของ ราชการ", "การยืมใช้ทรัพย์สินของ ราชการ"),
        ("ส่งงาน จุรการ สำนัก ปลัด", "ส่งงาน ธุรการ สำนักปลัด"),
        ("ให้งาน รุรการ ทำ", "ให้งาน ธุรการ ทำ"),
        ("องค์กรประกอบด้านข้อมูล", "องค์ประกอบด้านข้อมูล"),
        ("องค์กรการบริหารส่วนตำบล", "องค์การบริหารส่วนตำบล"),
        ("องค์กรบริหารส่วนตำบล", "องค์การบริหารส่วนตำบล"),
        ("จำนวน ชั้นต่ำที่กำหนด", "จำนวน ขั้นต่ำที่กำหนด"),
        ("พ.ศ.๒๕๖๖", "พ.ศ. ๒๕๖๖"),
        ("ก.พ. - มี.ค. ๒๕๖๖", "ก.พ. – มี.ค. ๒๕๖๖"),
        ("จัดทำ E- service", "จัดทำ E-Service"),
        ("ติดต่อ ราชการ", "ติดต่อราชการ"),
        ("https://a.go.th/?id=๒๕", "https://a.go.th/?id=25"),
        (
            "ดำเนินการแล้วเสร็จ โดยมีผู้ตอบครบตามที่ ป.ป.ช. กำหนดแล้วเสร็จ",
            "ดำเนินการแล้วเสร็จ โดยมีผู้ตอบครบตามที่ ป.ป.ช. กำหนด",
        ),
    ],
)
def test_a_known_slip_is_mended(typed, meant):
    assert apply_all(typed, WORDS) == meant


@pytest.mark.parametrize(
    "clean",
    [
        "ยื่นใช้สิทธิเลือกตั้ง",
        "รายงาน แผนการใช้จ่าย",
        "อาคารชั้น 2",
        "ดำเนินการแล้วเสร็จ",
        "ก.พ. – เม.ย. ๒๕๖๖",
        "องค์กรปกครองส่วนท้องถิ่น",
        "กองคลัง - กองช่าง",
    ],
)
def test_right_words_are_left_alone(clean):
    assert propose(clean, WORDS) == []


def _texts(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)


@pytest.mark.parametrize("name", ["measures", "current", "office"])
def test_nothing_is_proposed_on_the_mended_demonstration(name, known_units):
    words = [unit.name for unit in known_units] + WORDS
    texts = [text for text in _texts(read(name)) if "verifypotpeit" not in text]

    assert [mend for text in texts for mend in propose(text, words)] == []


def test_one_mend_can_be_taken_and_another_left():
    text = "ส่งงาน จุรการ ชั้นต่ำ"
    first, _second = propose(text, [])

    assert apply(text, [first]) == "ส่งงาน ธุรการ ชั้นต่ำ"


def test_a_mend_of_another_text_is_refused():
    (mend,) = propose("ชั้นต่ำ", [])

    with pytest.raises(ValueError, match="is not at"):
        apply("ขั้นต่ำ", [mend])
