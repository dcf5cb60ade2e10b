"""Who answers for what: nobody, or too many who lead."""

from collections.abc import Iterator

from reports.checking.facts import CheckedRow, Facts
from reports.checking.finding import Flaw


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
