"""The report as a value: every fact of the source, in a constant number of queries."""

import pytest

from disclosures.notation import ItemStyle
from reports.columns import Orientation
from reports.progress_report import build_progress_report
from tests.factories import multiply_measures


@pytest.fixture
def report(source_year):
    return build_progress_report(source_year)


def responsible(row):
    return [
        f"{group.heading} {line.text} {line.detail}".strip()
        for group in row.cells["responsible"].groups
        for line in group.lines
    ]


def test_the_title_names_office_and_year_in_two_lines(report):
    assert len(report.title) == 2
    assert report.title[1] == "ภายในองค์การบริหารส่วนตำบลถ้ำสิงห์ ประจำปีงบประมาณ พ.ศ. ๒๕๖๖"


def test_two_paragraphs_lead_in_and_name_the_item_of_the_measures(report):
    assert len(report.opening) == 2
    assert "ตามข้อ ๐๔๒ ไปสู่การปฏิบัติ" in report.opening[1]


def test_there_are_eleven_measures_numbered_in_thai(report):
    numbers = [row.text_of("measure").partition(".")[0] for row in report.rows]

    assert numbers == ["๑", "๒", "๓", "๔", "๕", "๖", "๗", "๘", "๙", "๑๐", "๑๑"]
    assert [row.number for row in report.rows] == list(range(1, 12))


FIVE = ["สำนักปลัด", "ศูนย์พัฒนาเด็กเล็ก", "กองคลัง", "กองช่าง", "หน่วยตรวจสอบภายใน"]
COORDINATORS = [f"ผู้ประสานงานประจำกองหรือส่วนราชการ {unit}" for unit in FIVE]
E_SERVICE = "ส่วนราชการที่มีความพร้อมจัดทำ E-Service"


@pytest.mark.parametrize(
    ("number", "units"),
    [
        (1, ["สำนักปลัด"]),
        (2, ["สำนักปลัด"]),
        (3, [f"{E_SERVICE} {unit}" for unit in ("สำนักปลัด", "กองคลัง", "กองช่าง")]),
        (4, COORDINATORS),
        (5, COORDINATORS),
        (
            6,
            [
                "งานประชาสัมพันธ์ ข้อ ๐๑–๐๓, ๐๕–๐๑๐",
                "งานแผนและงบประมาณ ข้อ ๐๔",
                "สำนักปลัด กองคลัง กองช่าง และหน่วยตรวจสอบภายใน",
            ],
        ),
        (
            7,
            [
                "งานแผนและงบประมาณ ข้อ ๐๑๑–๐๑๓",
                "พนักงานที่จัดทำคู่มือปฏิบัติงาน ข้อ ๐๑๔",
                "ทุกส่วนราชการ ข้อ ๐๑๕, ๐๑๖, ๐๑๘",
                "งานธุรการ ข้อ ๐๑๗, ๐๑๘",
            ],
        ),
        (8, ["กองคลัง (งานพัสดุ) ข้อ ๐๑๙–๐๒๒"]),
        (9, ["งานการเจ้าหน้าที่ ข้อ ๐๒๓–๐๒๖"]),
        (
            10,
            [
                "งานนิติการ ข้อ ๐๒๗, ๐๒๘",
                "งานธุรการ สำนักปลัด ข้อ ๐๒๘",
                "กองคลัง กองช่าง และสำนักปลัด ข้อ ๐๓๐",
            ],
        ),
        (
            11,
            [
                "งานนิติการ ข้อ ๐๓๑–๐๓๓, ๐๓๖–๐๓๘",
                "ทุกส่วนราชการ ข้อ ๐๓๔, ๐๓๕",
                "งานการเจ้าหน้าที่ ข้อ ๐๓๙–๐๔๑",
                "คณะกรรมการขับเคลื่อนคุณธรรมและความโปร่งใส ข้อ ๐๔๒, ๐๔๓",
            ],
        ),
    ],
)
def test_each_measure_names_who_is_responsible(report, number, units):
    assert responsible(report.rows[number - 1]) == units


@pytest.mark.parametrize(
    ("number", "serves"),
    [
        (1, ""),
        (6, "ตามข้อ ๐๑ ถึงข้อ ๐๑๐"),
        (7, "ตามข้อ ๐๑๑ ถึงข้อ ๐๑๘"),
        (8, "ตามข้อ ๐๑๙ ถึงข้อ ๐๒๒"),
        (9, "ตามข้อ ๐๒๓ ถึงข้อ ๐๒๖"),
        (10, "ตามข้อ ๐๒๗ ถึงข้อ ๐๓๐"),
        (11, "ตามข้อ ๐๓๑ ถึงข้อ ๐๔๓"),
    ],
)
def test_each_measure_names_the_items_it_serves(report, number, serves):
    _title, *more = report.rows[number - 1].text_of("measure").splitlines()

    assert [line for line in more if line.startswith("ตามข้อ")] == ([serves] if serves else [])


def test_months_are_those_of_the_source(report):
    months = [row.text_of("when").replace("\u00a0", " ") for row in report.rows]

    assert months == [
        "ก.พ. – มี.ค. ๒๕๖๖" if number in (4, 5) else "ก.พ. – เม.ย. ๒๕๖๖" for number in range(1, 12)
    ]


def test_aims_and_results_keep_the_gap_of_measure_three(report):
    third = report.rows[2]

    assert len(third.text_of("measure").splitlines()) == 1 + 3
    assert len(third.text_of("result").splitlines()) == 2


def test_what_five_units_said_alike_is_printed_once(report):
    (said,) = report.rows[3].text_of("result").splitlines()

    assert "ขั้นต่ำที่คณะกรรมการ ป.ป.ช. กำหนด" in said


def test_section_two_shows_the_public_link(report):
    assert report.eit.url == "https://itas.nacc.go.th/go/eit/thamsing66"
    assert report.eit.qr.startswith("data:image/svg+xml")


def test_a_link_with_thai_digits_is_printed_and_coded_in_arabic(source_year):
    source_year.wording.eit_url = "https://itas.nacc.go.th/go/eit/๑๒๓"
    source_year.wording.save()

    assert build_progress_report(source_year).eit.url == "https://itas.nacc.go.th/go/eit/123"


def test_a_round_without_wording_or_link_still_has_a_report(source_year):
    source_year.wording.delete()

    report = build_progress_report(type(source_year).objects.get(pk=source_year.pk))

    assert report.eit is None
    assert report.eit_section.statement == (
        "ยังไม่ได้แสดง QR code แบบวัด EIT บนเว็บไซต์ขององค์การบริหารส่วนตำบลถ้ำสิงห์",
    )


@pytest.mark.parametrize(
    ("style", "written"),
    [(ItemStyle.LATIN, "ข้อ O42"), (ItemStyle.MIXED, "ข้อ O๔๒"), (ItemStyle.ZERO, "ข้อ ๐๔๒")],
)
def test_items_are_written_in_the_style_the_report_is_set_to(source_year, style, written):
    source_year.wording.item_style = style
    source_year.wording.save()

    assert written in build_progress_report(source_year).opening[1]


def test_the_office_may_word_its_own_title(source_year):
    source_year.wording.title = "รายงานของ{หน่วยงาน} {อะไรก็ไม่รู้} ปี {ปี}"
    source_year.wording.save()

    assert build_progress_report(source_year).title == (
        "รายงานขององค์การบริหารส่วนตำบลถ้ำสิงห์ {อะไรก็ไม่รู้} ปี ๒๕๖๖",
    )


def test_units_that_say_different_things_are_each_named(this_year):
    first, second = build_progress_report(this_year).rows[2].text_of("result").splitlines()

    assert first.startswith("กองคลัง เพิ่มช่องทางชำระภาษี")
    assert second.startswith("สำนักปลัด เปิดหน้า E–Service")


def test_a_measure_nobody_reported_on_says_how_far_its_items_are(this_year):
    sixth = build_progress_report(this_year).rows[5]

    assert sixth.text_of("result") == "อยู่ระหว่างดำเนินการ เผยแพร่แล้ว ๙ จาก ๑๐ ข้อ"


def test_a_measure_not_begun_says_so(this_year):
    assert build_progress_report(this_year).rows[3].text_of("result") == "ยังไม่ได้ดำเนินการ"


def test_a_report_in_landscape_says_so(source_year):
    source_year.wording.orientation = Orientation.LANDSCAPE
    source_year.wording.save()

    assert build_progress_report(source_year).is_landscape


def test_ten_times_the_measures_cost_no_more_queries(
    source_year, django_assert_max_num_queries, django_assert_num_queries
):
    with django_assert_max_num_queries(12) as eleven:
        build_progress_report(source_year)
    multiply_measures(source_year, 10)

    with django_assert_num_queries(len(eleven)):
        report = build_progress_report(source_year)

    assert len(report.rows) == 110
