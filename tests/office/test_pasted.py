"""What each line of a pasted list is taken for."""

import pytest

from office.pasted import read_paste
from organizations.permissions import Role

UNITS = ["สำนักปลัด", "งานธุรการ", "กองคลัง", "กองช่าง", "งานพัสดุ", "ศูนย์พัฒนาเด็กเล็ก"]


def read(text):
    [line] = read_paste(text, UNITS)
    return line.first_name, line.last_name, line.units, line.role


@pytest.mark.parametrize(
    "text",
    [
        "นายสมชาย ใจดี\tกองช่าง\tเจ้าหน้าที่",
        "กองช่าง\tเจ้าหน้าที่\tนายสมชาย ใจดี",
        "1\tนาย\tสมชาย\tใจดี\tกองช่าง",
        "๑, นาย สมชาย ใจดี, กองช่าง",
        "นายสมชาย  ใจดี  กองช่าง",
        "นายสมชาย ใจดี กองช่าง",
        "นายสมชาย ใจดี กองช่าง เจ้าหน้าที่",
        '"นายสมชาย ใจดี","กอง ช่าง","staff"',
        "\u202eนายสมชาย ใจดี\u202c\tกอง\u200bช่าง",
    ],
)
def test_columns_come_in_any_order_and_any_manner(text):
    assert read(text) == ("นายสมชาย", "ใจดี", ["กองช่าง"], Role.STAFF)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("ว่าที่ร้อยตรี สมชาย ใจดี", ("ว่าที่ร้อยตรี สมชาย", "ใจดี")),
        ("ว่าที่ ร.ต.หญิง สมหญิง รักงาน", ("ว่าที่ ร.ต.หญิง สมหญิง", "รักงาน")),
        ("น.ส.มาลี สุขใจ", ("น.ส.มาลี", "สุขใจ")),
        ("นางสาวิตรี ดีงาม", ("นางสาวิตรี", "ดีงาม")),
        ("สมชาย ณ อยุธยา", ("สมชาย", "ณ อยุธยา")),
        ("กองแก้ว มีดี", ("กองแก้ว", "มีดี")),
        ("=1+1", ("=1+1", "")),
    ],
)
def test_titles_and_surnames_are_told_apart(name, expected):
    assert read(f"{name}\tกองช่าง")[:2] == expected


@pytest.mark.parametrize(
    ("word", "role"),
    [
        ("เลขานุการ", Role.SECRETARY),
        ("ฝ่ายเลขานุการ", Role.SECRETARY),
        ("ผู้ดูแลระบบ", Role.ADMIN),
        ("ปลัด อบต.", Role.EXECUTIVE),
        ("นายก", Role.EXECUTIVE),
    ],
)
def test_roles_are_known_by_the_words_people_use(word, role):
    assert read(f"นายสมชาย ใจดี\t{word}\tกองช่าง")[3] == role


def test_several_units_in_one_cell():
    assert read("นายสมชาย ใจดี\tกองช่าง/งานพัสดุ")[2] == ["กองช่าง", "งานพัสดุ"]


def test_a_unit_misspelt_is_read_and_said():
    [line] = read_paste("นายสมชาย ใจดี\tกองครัง", UNITS)

    assert line.units == ["กองคลัง"]
    assert line.remarks == ["อ่าน “กองครัง” เป็น กองคลัง"]


def test_a_unit_that_is_not_there_is_said_not_dropped():
    [line] = read_paste("นายสมชาย ใจดี\tกองสาธารณสุข\tนักวิชาการ", UNITS)

    assert line.strange == ["กองสาธารณสุข"]
    assert "ไม่พบส่วนราชการ “กองสาธารณสุข”" in line.remarks
    assert "ไม่ได้ใช้ “นักวิชาการ”" in line.remarks


def test_headings_and_empty_lines_are_nobody():
    lines = read_paste("ที่\tชื่อ - สกุล\tสังกัด\n\n1\n\t\t\nนายสมชาย ใจดี\tกองช่าง", UNITS)

    assert [line.first_name for line in lines] == ["นายสมชาย"]


def test_the_same_name_twice_is_said():
    lines = read_paste("นายสมชาย ใจดี,กองช่าง\nสมชาย ใจดี,กองคลัง", UNITS)

    assert lines[1].remarks == ["ชื่อซ้ำกับบรรทัดที่ 1"]


def test_a_line_without_a_name_is_said():
    [line] = read_paste("กองช่าง\tเจ้าหน้าที่", UNITS)

    assert line.remarks == ["ไม่พบชื่อในบรรทัดนี้"]
