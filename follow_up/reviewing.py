"""Accepting many reports at once, each as it was read."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect

from organizations.models import Round, RoundClosed, User
from organizations.signed_in import SignedInRequest
from tracking.models import ITSELF, Entry, StaleVersion, Status

# Longer numbers are nobody's, and not every database can look for them.
_MARK = re.compile(r"entry/([0-9]{1,15})", re.ASCII)


@dataclass(frozen=True)
class Outcome:
    """`refused` holds what was overtaken meanwhile, each with the reason."""

    accepted: tuple[Entry, ...]
    refused: tuple[tuple[Entry, str], ...]


def accept_chosen(request: SignedInRequest, ita_round: Round) -> HttpResponse:
    """Accept what is ticked on the page of the queue, and say what came of it."""
    ita_round.require_open()
    chosen = find_chosen(ita_round, request.POST.getlist("chosen"))
    if not chosen:
        messages.warning(request, "ยังไม่ได้เลือกรายการ โปรดเลือกอย่างน้อยหนึ่งรายการ แล้วกดตรวจรับอีกครั้ง")
        return redirect(request.get_full_path())
    outcome = accept_all(chosen, by=request.user)
    if outcome.accepted:
        messages.success(request, f"ตรวจรับแล้ว {len(outcome.accepted)} รายการ")
    if outcome.refused:
        reasons = " · ".join(
            f"{entry.row.code} ของ{entry.unit} ({reason})" for entry, reason in outcome.refused
        )
        messages.warning(request, f"ไม่ได้ตรวจรับ {len(outcome.refused)} รายการ: {reasons}")
    return redirect(request.get_full_path())


def find_chosen(ita_round: Round, marks: Iterable[str]) -> list[Entry]:
    """The round's entries that these marks name, judged meanwhile or not; the oldest first."""
    found = [int(match[1]) for mark in marks if (match := _MARK.fullmatch(mark))]
    of_round = Entry.objects.filter(row__ita_round=ita_round, pk__in=set(found))
    entries = list(of_round.select_related(*ITSELF, "by", "unit").order_by("at", "pk"))
    for entry in entries:
        entry.row = entry.row.itself
        entry.row.ita_round = ita_round
    return entries


def accept_all(entries: Iterable[Entry], *, by: User) -> Outcome:
    """Accept each by itself: what changed meanwhile does not hold up the others."""
    accepted, refused = [], []
    for entry in entries:
        try:
            entry.row.accept(by=by, unit=entry.unit, version=entry.version)
            accepted.append(entry)
        except RoundClosed:
            refused.append((entry, "ปีงบประมาณปิดไปก่อน"))
        except (StaleVersion, PermissionDenied):
            refused.append((entry, _reason(entry, by)))
    return Outcome(tuple(accepted), tuple(refused))


def _reason(entry: Entry, by: User) -> str:
    latest = entry.row.latest_of(entry.unit)
    if latest == entry and entry.by_id == by.pk:
        return "ท่านบันทึกเอง ต้องให้ผู้อื่นตรวจ"
    if latest and latest.status == Status.ACCEPTED:
        return f"{latest.by}ตรวจรับไปแล้ว"
    if latest and latest.status == Status.RETURNED:
        return f"{latest.by}ส่งกลับไปแล้ว"
    return "มีรายงานใหม่หลังจากที่ท่านเปิดหน้านี้ โปรดอ่านแล้วเลือกอีกครั้ง"
