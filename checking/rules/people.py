"""Who answers for what: nobody, or too many who lead."""

from collections.abc import Iterator

from checking.facts import CheckedRow, Facts
from checking.finding import Flaw, Rule, Severity
from checking.place import Way
from disclosures.notation import ItemStyle, format_items


def item_of_nobody(facts: Facts) -> Iterator[Flaw]:
    for item in facts.items:
        if not item.units:
            yield _of_nobody(item, f"จึงไม่มีหน่วยใดจัดทำ{item.place.title}")


def measure_of_nobody(facts: Facts) -> Iterator[Flaw]:
    for measure in facts.measures:
        if not measure.units:
            yield _of_nobody(measure, "ช่องผู้รับผิดชอบในรายงานจะว่าง")


def _of_nobody(row: CheckedRow, reason: str) -> Flaw:
    return Flaw(place=row.place, where="ผู้รับผิดชอบ", reason=reason, way=row.to_assign)


def item_led_twice(facts: Facts) -> Iterator[Flaw]:
    for item in facts.items:
        if len(item.leads) > 1:
            yield Flaw(
                place=item.place,
                where="ผู้รับผิดชอบ",
                reason=f"{' และ'.join(item.leads)} ควรเลือกหน่วยหลักหนึ่งหน่วย",
                way=item.to_assign,
            )


def item_in_no_measure(facts: Facts) -> Iterator[Flaw]:
    for item in facts.items:
        if item.in_no_measure:
            yield Flaw(
                place=item.place,
                where="มาตรการ",
                reason="รายงานจึงไม่กล่าวถึงข้อนี้",
                way=facts.to_measures,
            )


def measure_with_holes(facts: Facts) -> Iterator[Flaw]:
    for measure in facts.measures:
        if measure.holes:
            codes = format_items(measure.holes, ItemStyle.LATIN)
            yield Flaw(
                place=measure.place,
                where="ผู้รับผิดชอบ",
                reason=f"{codes} หายไปเองเมื่อมอบหมายข้อนั้นแล้ว",
                way=measure.to_edit,
            )


def units_idle(facts: Facts) -> Iterator[Flaw]:
    if facts.idle_units:
        yield _of_units(facts, facts.idle_units, facts.to_people)


def units_unmanned(facts: Facts) -> Iterator[Flaw]:
    if facts.unmanned_units:
        yield _of_units(facts, facts.unmanned_units, facts.to_people, "ฝ่ายเลขานุการบันทึกแทนได้")


def _of_units(facts: Facts, names: tuple[str, ...], way: Way, remark: str = "") -> Flaw:
    return Flaw(place=facts.book, reason=f"{' '.join(names)} {remark}".strip(), way=way)


RULES = (
    Rule("item-of-nobody", "ข้อ O ไม่มีผู้รับผิดชอบ", Severity.ERROR, item_of_nobody),
    Rule("measure-of-nobody", "มาตรการไม่มีผู้รับผิดชอบ", Severity.ERROR, measure_of_nobody),
    Rule("item-led-twice", "มีผู้รับผิดชอบหลักมากกว่าหนึ่งหน่วย", Severity.WARNING, item_led_twice),
    Rule("item-in-no-measure", "ข้อ O ไม่อยู่ในมาตรการใด", Severity.WARNING, item_in_no_measure),
    Rule("measure-with-holes", "มาตรการที่มีข้อ O ไม่มีผู้รับผิดชอบ", Severity.NOTE, measure_with_holes),
    Rule("unit-idle", "ส่วนราชการที่ยังไม่มีงาน", Severity.NOTE, units_idle),
    Rule("unit-unmanned", "ส่วนราชการที่ไม่มีผู้เข้าใช้ระบบได้", Severity.NOTE, units_unmanned),
)
