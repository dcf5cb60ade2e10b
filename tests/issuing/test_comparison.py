"""What one issue says otherwise than the one before it."""

from django.utils import timezone

from issuing.comparison import compare
from issuing.value import lines_of
from measures.models import Measure
from tracking.differences import Kind
from tracking.models import Entry

COLUMNS = [["measure", "มาตรการ"], ["method", "วิธีการดำเนินการ"], ["result", "ผลการดำเนินการ"]]


def row(number, name, method="วิธี", result="ผล"):
    cells = {"measure": f"{number}. {name}", "method": method, "result": result}
    return {"number": number, "cells": cells}


def value(*rows, columns=COLUMNS, lines=()):
    keys = [key for key, _ in columns]
    kept = [
        one | {"cells": {key: text for key, text in one["cells"].items() if key in keys}}
        for one in rows
    ]
    return {"columns": columns, "rows": kept, "lines": list(lines)}


def changes(old, new):
    """(measure's number now, heading, old, new) of each changed cell."""
    return [
        (change.new_number, cell.heading, cell.old, cell.new)
        for change in compare(old, new).rows
        for cell in change.cells
    ]


def test_the_same_is_the_same():
    assert compare(value(row(1, "ก")), value(row(1, "ก"))).is_same


def test_each_changed_cell_is_named():
    old = value(row(1, "ก"), row(2, "ข", result="แล้วเสร็จ"), row(3, "ค"))
    new = value(row(1, "ก", method="วิธีใหม่"), row(2, "ข", result="แล้วเสร็จ 5 เรื่อง"), row(3, "ค"))

    assert changes(old, new) == [
        (1, "วิธีการดำเนินการ", "วิธี", "วิธีใหม่"),
        (2, "ผลการดำเนินการ", "แล้วเสร็จ", "แล้วเสร็จ 5 เรื่อง"),
    ]


def test_a_changed_cell_shows_what_of_it_changed():
    old, new = value(row(1, "ก", result="เสร็จ")), value(row(1, "ก", result="เสร็จ 5 เรื่อง"))
    [[cell]] = [change.cells for change in compare(old, new).rows]

    assert [piece.text for piece in cell.pieces if piece.kind == Kind.ADDED] == [" 5 เรื่อง"]


def test_a_measure_put_in_between_does_not_make_all_after_it_other_ones():
    old = value(row(1, "ก"), row(2, "ข"))
    new = value(row(1, "ก"), row(2, "ใหม่"), row(3, "ข"))

    by_number = {change.new_number: change for change in compare(old, new).rows}

    assert by_number[2].is_added
    assert by_number[3].is_moved
    assert [cell.heading for cell in by_number[3].cells] == ["มาตรการ"]


def test_a_measure_that_went_is_named_with_what_it_said():
    [change] = compare(value(row(1, "ก"), row(2, "ข")), value(row(1, "ก"))).rows

    assert change.is_removed
    assert [cell.old for cell in change.cells] == ["2. ข", "วิธี", "ผล"]


def test_a_renamed_measure_is_found_by_its_number():
    old, new = value(row(1, "ก"), row(2, "ข")), value(row(1, "ก"), row(2, "คำใหม่"))

    assert changes(old, new) == [(2, "มาตรการ", "2. ข", "2. คำใหม่")]


def test_two_measures_of_one_name_are_told_apart_by_number():
    old = value(row(1, "ก"), row(2, "ก", result="เดิม"))
    new = value(row(1, "ก"), row(2, "ก", result="ใหม่"))

    assert changes(old, new) == [(2, "ผลการดำเนินการ", "เดิม", "ใหม่")]


def test_another_column_is_named_once():
    found = compare(
        value(row(1, "ก"), row(2, "ข"), columns=COLUMNS[:2]), value(row(1, "ก"), row(2, "ข"))
    )

    assert found.added_columns == ("ผลการดำเนินการ",)
    assert found.rows == ()


def test_a_changed_line_outside_of_the_table_is_shown():
    [line] = compare(value(lines=["ก", "ข"]), value(lines=["ก", "ค"])).lines

    assert (line.old, line.new) == ("ข", "ค")


def test_the_lines_are_what_stands_outside_of_the_table():
    page = (
        "<title>ไม่เห็น</title><body><h1><span>หนึ่ง</span> <span>สอง</span></h1>"
        '<table class="measures split"><td>ในตาราง<table><td>ซ้อน</table></table><p>ท้าย &amp; จบ'
    )

    assert lines_of(page) == ["หนึ่ง", "สอง", "ท้าย & จบ"]


def test_of_a_real_report_every_edit_is_named_and_no_other(this_year, issue, client_of, staff):
    before = issue(this_year)
    entry = Entry.objects.filter(
        row__ita_round=this_year, row__kind="measure", status="doing"
    ).first()
    edited = Measure.objects.of(this_year).exclude(pk=entry.row_id).first()
    Measure.objects.of(this_year).filter(pk=edited.pk).update(method=f"{edited.method} และเผยแพร่")
    say_anew(entry, "มีผู้ตอบแล้ว 40 คน")
    after = issue(this_year, replaces=before)

    found = compare(before.proposal.value, after.proposal.value)
    page = client_of(staff).get(f"{after.get_absolute_url()}changes/").content.decode()

    assert {
        change.new_number: [cell.heading for cell in change.cells] for change in found.rows
    } == {
        edited.number: ["วิธีการดำเนินการ"],
        entry.row.number: ["ผลการดำเนินการ"],
    }
    assert found.lines == ()
    assert "ตารางต่างกัน 2 มาตรการ 2 ช่อง" in page


def say_anew(entry, note):
    """The same unit says something else of the same measure."""
    Entry.objects.create(
        row=entry.row,
        unit=entry.unit,
        by=entry.by,
        at=timezone.now(),
        version=99,
        old_status=entry.status,
        status=entry.status,
        note=note,
    )
