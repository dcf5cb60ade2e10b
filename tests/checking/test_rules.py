"""Each rule by itself, on facts made by hand: what it finds and what it leaves alone."""

from dataclasses import replace
from datetime import date

import pytest

from checking.check import check
from checking.facts import Written
from reports.models import Duty, Signatory
from tests.checking.conftest import WAY, a_measure, a_report, an_item, some_facts
from tracking.models import Evidence, Status

BEFORE_DUE = {"today": date(2023, 3, 1)}


def test_a_clean_year_is_clean(found):
    assert found(measures=(a_measure(),), items=(an_item(evidence=["ผัง"]),)) == []


def test_a_year_not_begun_yet_asks_only_for_its_link(found):
    waiting = {"standing": Status.NOT_STARTED, "reports": ()}
    facts = {"measures": (a_measure(**waiting),), "items": (an_item(**waiting),)}

    assert found(**facts, eit_url="", today=date(2022, 10, 3)) == ["eit-missing"]


@pytest.mark.parametrize(
    ("measure", "rules"),
    [
        ({"units": ()}, ["measure-of-nobody"]),
        ({"first_month": None, "last_month": None}, ["no-timeframe"]),
        ({"first_month": date(2022, 9, 1)}, ["timeframe-year"]),
        ({"last_month": date(2023, 10, 1)}, ["timeframe-year"]),
        ({"reports": (), "standing": Status.NOT_STARTED}, ["result-missing"]),
        ({"reports": (), "standing": Status.DOING}, ["result-missing"]),
        ({"reports": (a_report("-"),), "standing": Status.DOING}, ["result-missing"]),
        ({"reports": (), "standing": Status.DOING, "serves_items": True}, []),
        ({"reports": (), "standing": Status.ACCEPTED}, ["result-generic"]),
        ({"reports": (a_report("-"),)}, ["result-generic"]),
        ({"reports": (a_report("แล้วเสร็จ"), a_report())}, []),
        ({"reports": (a_report("ทำแล้ว"), a_report("แล้วเสร็จ"))}, ["result-generic"]),
        ({"labels": ("ผู้รับผิดชอบด้านเทศบัญญัติ",)}, ["authority-words"]),
        ({"holes": (29,)}, ["measure-with-holes"]),
        ({"imported": (("ระยะเวลา", "ก.พ. - มี.ค. ๒๕๖๖"),)}, ["months-imported"]),
        ({"imported": (("ผู้รับผิดชอบ", "-งานนิติกร"),)}, ["units-imported"]),
        ({"imported": (("ผลการดำเนินการ", "ก.พ. - มี.ค. ๒๕๖๖ ชั้นต่ำ"),)}, []),
    ],
)
def test_what_is_wrong_with_a_measure(found, measure, rules):
    assert found(measures=(a_measure(**measure),)) == rules


@pytest.mark.parametrize(
    ("measure", "rules"),
    [
        ({"reports": (), "standing": Status.NOT_STARTED}, ["result-awaited"]),
        ({"reports": (a_report("แล้วเสร็จ", Status.DOING),), "standing": Status.DOING}, []),
        ({"reports": (a_report("จะจัดอบรม", Status.DOING),), "standing": Status.DOING}, []),
        ({"reports": (a_report("จะจัดอบรม", Status.REVIEW),), "standing": Status.REVIEW},
         ["plan-for-result", "unjudged"]),
    ],
)  # fmt: skip
def test_before_it_is_due_only_what_is_said_to_be_done_is_judged(found, measure, rules):
    assert found(measures=(a_measure(**measure),), **BEFORE_DUE) == rules


@pytest.mark.parametrize(
    ("item", "rules"),
    [
        ({"units": (), "leads": (), "standing": Status.NOT_STARTED, "reports": ()},
         ["item-of-nobody"]),
        ({"leads": ("งานธุรการ", "งานพัสดุ")}, ["item-led-twice"]),
        ({"in_no_measure": True}, ["item-in-no-measure"]),
        ({"standing": Status.DOING, "reports": ()}, ["items-unpublished"]),
        ({"labels": ("งานนิติกร",)}, ["unit-name"]),
    ],
)  # fmt: skip
def test_what_is_wrong_with_an_item(found, item, rules):
    assert found(items=(an_item(evidence=["ผัง"], **item),)) == rules


def test_an_item_not_due_yet_is_nobodys_fault(found):
    item = an_item(standing=Status.DOING, reports=())

    assert found(items=(item,), **BEFORE_DUE) == []


def test_what_was_sent_back_is_named_with_the_reason():
    report = replace(a_report("เดิม", Status.RETURNED), returned_because="ลิงก์เปิดไม่ได้")
    facts = some_facts(measures=(a_measure(reports=(report,), standing=Status.RETURNED),))

    (finding,) = [one for one in check(facts).findings if one.rule.key == "sent-back"]

    assert finding.quotations[0][0].text == "ลิงก์เปิดไม่ได้"


def test_what_waits_is_counted_while_the_year_is_open(found):
    waiting = (a_measure(reports=(a_report(status=Status.REVIEW),), standing=Status.REVIEW),)

    assert found(measures=waiting) == ["unjudged"]
    assert found(measures=waiting, is_open=False) == []


def test_a_committee_of_one_name_is_well_named(found):
    name = "คณะกรรมการขับเคลื่อนคุณธรรมและความโปร่งใส"
    unit = a_measure(units=(name,))

    assert found(measures=(unit,), committee=name) == []
    assert found(measures=(unit,), committee=f"{name}ในการดำเนินงาน") == ["committee-name"]


def test_a_committee_named_with_a_space_in_it_is_the_same_one(found):
    name = "คณะกรรมการขับเคลื่อนคุณธรรมและความโปร่งใส"
    text = "คณะกรรมการขับเคลื่อนคุณธรรม และความโปร่งใส ขององค์การบริหารส่วนตำบลถ้ำสิงห์ ประชุม 2 ครั้ง"

    assert "committee-name" not in found(measures=(a_measure(text),), committee=name)


def test_units_without_work_or_people_are_only_noted(found):
    assert found(idle_units=("กองช่าง",), unmanned_units=("กองคลัง",)) == [
        "unit-idle",
        "unit-unmanned",
    ]


@pytest.mark.parametrize(
    ("signatories", "reason"),
    [
        ([(Duty.PREPARED, "นางสาวศิริพร แก้วมณี")], "ยังไม่มีผู้อนุมัติ"),
        ([(Duty.PREPARED, " "), (Duty.APPROVED, "นางรัตนา ทองดี")], "ผู้จัดทำยังไม่มีชื่อ"),
        ([(Duty.PREPARED, "นางรัตนา ทองดี"), (Duty.APPROVED, "นางรัตนา  ทองดี")],
         "นางรัตนา ทองดีเป็นทั้งผู้จัดทำและผู้อนุมัติ"),
    ],
)  # fmt: skip
def test_who_signs_is_looked_at_where_somebody_does(signatories, reason):
    facts = some_facts(signatories=tuple(Signatory(*one, "") for one in signatories))

    assert [finding.reason for finding in check(facts).findings] == [reason]


def test_a_report_signed_by_two_or_by_nobody_is_in_order(found):
    two = (Signatory(Duty.PREPARED, "ก", ""), Signatory(Duty.APPROVED, "ข", ""))

    assert found(signatories=two) == found(signatories=()) == []


def test_a_table_without_its_results_is_no_report(found):
    assert found(missing_columns=("ผลการดำเนินการ",)) == ["column-missing"]


def test_a_mark_that_stands_for_nothing_is_named(found):
    book = some_facts().book
    good = Written(book, "ชื่อรายงาน", "รายงานของ{หน่วยงาน} {ปี}", WAY)
    wrong = Written(book, "ชื่อรายงาน", "รายงานของ{ชื่อหน่วยงาน}", WAY)

    assert found(wording=(good,)) == []
    assert found(wording=(wrong,)) == ["unknown-mark"]


def test_a_report_that_shows_no_questionnaire_needs_no_link(found):
    assert found(eit_url="", shows_eit=False) == []


def test_what_is_remarked_of_a_measure_is_read_too(found):
    measure = a_measure()
    remark = Written(measure.place, "ปัญหา/อุปสรรค", "งานจุรการมีเจ้าหน้าที่คนเดียว", WAY)

    assert found(measures=(replace(measure, remarks=(remark,)),)) == ["slip"]


def test_a_half_year_asks_for_no_result_that_is_due_after_it(found):
    undone = a_measure(standing=Status.NOT_STARTED, reports=(), first_month=date(2023, 6, 1),
                       last_month=date(2023, 8, 1), due_on=date(2023, 8, 31))  # fmt: skip
    half = {"as_of": date(2023, 3, 31), "today": date(2023, 3, 31), "is_open": False}

    assert found(measures=(undone,), **half) == []
    assert found(measures=(undone,), is_open=False) == ["result-missing"]


def test_a_file_among_links_is_no_fault(found):
    pieces = [Evidence(title="ผัง", file="a.pdf"), Evidence(url="https://thamsing.example/o/1")]

    assert found(items=(an_item(reports=(a_report(evidence=pieces),)),)) == []


def test_every_kind_of_authority_has_words_of_its_own(found):
    method = "เผยแพร่ข้อบัญญัติ และเทศบัญญัติ"

    assert found(measures=(a_measure(method=method),)) == ["authority-words"]


HOSTILE = {
    "word": "ก" * 10_000,
    "vowels": "เ" * 5_000,
    "marks": "\u0e34" * 2_000,
    "doubled": "แล้วเสร็จ " * 2_000,
    "links": "http://" * 1_500,
    "code": "{{ 7|add:7 }}\u202e<b>",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_no_text_is_too_strange_to_be_read(found, text):
    found(measures=(a_measure(text, method=text, aims=(text, "ก")),), eit_url=text)
