"""Every rule, in the order of the page. docs/checks.md says of each why points are lost by it."""

from checking.finding import Rule, Severity
from checking.language.fault import FaultKind
from checking.rules import dates, evidence, imported, names, people, report, results, review
from checking.rules.words import fault_rule

ERROR, WARNING, NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE

RULES = (
    Rule("item-of-nobody", "ข้อ O ไม่มีผู้รับผิดชอบ", ERROR, people.item_of_nobody),
    Rule("measure-of-nobody", "มาตรการไม่มีผู้รับผิดชอบ", ERROR, people.measure_of_nobody),
    Rule("result-missing", "ไม่มีผลการดำเนินการ", ERROR, results.result_missing),
    Rule("result-generic", "ผลระบุเพียงว่าแล้วเสร็จ", ERROR, results.result_generic),
    Rule("aim-without-result", "เป้าหมายไม่มีผลการดำเนินการ", ERROR, results.aim_without_result),
    Rule("result-year", "ผลเป็นของปีอื่น", ERROR, results.result_of_another_year),
    Rule("plan-for-result", "เขียนแผนในช่องที่ถามผล", ERROR, results.plan_for_a_result),
    Rule("no-timeframe", "ไม่มีระยะเวลา", ERROR, dates.no_timeframe),
    Rule("timeframe-year", "ระยะเวลาอยู่นอกปีงบประมาณ", ERROR, dates.timeframe_outside_the_year),
    Rule("items-unpublished", "ข้อ O ที่ยังไม่เผยแพร่", ERROR, evidence.items_unpublished),
    Rule("no-evidence", "ไม่มีหลักฐาน", ERROR, evidence.no_evidence),
    Rule("no-link", "ไม่มีลิงก์บนเว็บไซต์", ERROR, evidence.no_link),
    Rule("link-digits", "เลขไทยในลิงก์ของหลักฐาน", ERROR, evidence.thai_digits_in_a_link),
    Rule("evidence-year", "หลักฐานเป็นของปีอื่น", ERROR, evidence.evidence_of_another_year),
    Rule("plan-for-report", "แนบแผนในข้อที่ถามผล", ERROR, evidence.plan_for_a_report),
    Rule("none-unsaid", "ไม่ได้บอกว่าไม่มี", ERROR, evidence.none_left_unsaid),
    Rule("sent-back", "ส่งกลับแล้วยังไม่แก้", ERROR, review.sent_back_unanswered),
    Rule("column-missing", "รายงานไม่มีช่องที่ต้องมี", ERROR, report.column_missing),
    Rule("eit-missing", "ไม่มีลิงก์แบบวัด EIT", ERROR, report.eit_missing),
    Rule("eit-link", "ลิงก์แบบวัด EIT ใช้ไม่ได้", ERROR, report.eit_unusable),
    Rule(
        "text-link-digits",
        "เลขไทยในลิงก์",
        ERROR,
        fault_rule(FaultKind.URL_DIGITS, "ลิงก์ที่มีเลขไทยเปิดไม่ได้"),
    ),
    Rule("item-led-twice", "มีผู้รับผิดชอบหลักมากกว่าหนึ่งหน่วย", WARNING, people.item_led_twice),
    Rule("item-in-no-measure", "ข้อ O ไม่อยู่ในมาตรการใด", WARNING, people.item_in_no_measure),
    Rule("result-awaited", "ยังไม่มีผลการดำเนินการ", WARNING, results.result_awaited),
    Rule("link-access", "ลิงก์ที่ผู้ตรวจอาจเปิดไม่ได้", WARNING, evidence.link_hard_to_open),
    Rule("unjudged", "งานที่ยังไม่ตรวจรับ", WARNING, review.reports_unjudged),
    Rule("signatories", "ผู้ลงนามไม่ครบ", WARNING, report.signatories_amiss),
    Rule("unknown-mark", "เครื่องหมายที่ไม่มีข้อมูลมาแทน", WARNING, report.unknown_mark),
    Rule("committee-name", "ชื่อคณะกรรมการไม่ตรงกัน", WARNING, names.committee_of_two_names),
    Rule(
        "unit-name",
        "ชื่อส่วนราชการสะกดไม่ตรงกัน",
        WARNING,
        fault_rule(FaultKind.UNIT_NAME, "ไม่ตรงกับชื่อในทะเบียนส่วนราชการ"),
    ),
    Rule(
        "authority-words",
        "คำของ อปท. ประเภทอื่น",
        WARNING,
        fault_rule(FaultKind.AUTHORITY, "ไม่ใช่คำของหน่วยงานนี้ โปรดพิจารณา"),
    ),
    Rule("slip", "คำที่น่าจะพิมพ์ผิด", WARNING, fault_rule(FaultKind.SLIP, "น่าจะพิมพ์ผิด")),
    Rule("torn-word", "มีช่องว่างในคำ", WARNING, fault_rule(FaultKind.TORN, "เว้นวรรคกลางคำ")),
    Rule("doubled-word", "คำซ้ำ", WARNING, fault_rule(FaultKind.DOUBLED, "พิมพ์ซ้ำติดกันหรือซ้ำท้ายประโยค")),
    Rule("era-space", "พ.ศ. ไม่เว้นวรรค", WARNING, fault_rule(FaultKind.ERA, "หลัง พ.ศ. เว้นหนึ่งวรรค")),
    Rule("month-dash", "ขีดระหว่างเดือน", WARNING, fault_rule(FaultKind.DASH, "ระหว่างเดือนใช้ขีดยาว")),
    Rule("measure-with-holes", "มาตรการที่มีข้อ O ไม่มีผู้รับผิดชอบ", NOTE, people.measure_with_holes),
    Rule("unit-idle", "ส่วนราชการที่ยังไม่มีงาน", NOTE, people.units_idle),
    Rule("unit-unmanned", "ส่วนราชการที่ไม่มีผู้เข้าใช้ระบบได้", NOTE, people.units_unmanned),
    Rule("months-imported", "ระยะเวลาในเอกสารที่นำเข้า", NOTE, imported.months_as_imported),
    Rule("units-imported", "ชื่อหน่วยในเอกสารที่นำเข้า", NOTE, imported.units_as_imported),
)
