"""The guide through the steps of opening a year, to the button that starts it."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from organizations.models import Round, RoundState
from organizations.signed_in import SignedInRequest
from years.carrying import build_carried
from years.deciding import agree_to_all, decide
from years.opening import start_year
from years.setup import build_setup
from years.views import get_round_to_run


def setup(request: SignedInRequest, year: int) -> HttpResponse:
    ita_round = get_round_to_run(request, year)
    context = {"ita_round": ita_round, "setup": build_setup(ita_round)}
    return render(request, "years/setup.html", context)


def start(request: SignedInRequest, year: int) -> HttpResponse:
    """What is found before the year is started, and the button that starts it."""
    ita_round = get_round_to_run(request, year)
    ita_round.require_open()
    if request.method == "POST":
        try:
            told = start_year(ita_round, by=request.user, at=timezone.now())
        except ValidationError as refused:
            messages.error(request, refused.message)
        else:
            messages.success(request, f"เริ่มปีงบประมาณ {year} แล้ว แจ้งผู้รับผิดชอบ {told} คน คนละหนึ่งเรื่อง")
        return redirect("years:year", year)
    context = {
        "ita_round": ita_round,
        "setup": build_setup(ita_round),
        "others": [one for one in request.user.visible_rounds if one.state == RoundState.OPEN],
    }
    return render(request, "years/start.html", context)


def discard(request: SignedInRequest, year: int) -> HttpResponse:
    """Take away a year opened by mistake, once it is confirmed."""
    ita_round = get_round_to_run(request, year)
    ita_round.require_open()
    if request.method == "POST":
        try:
            ita_round.discard(by=request.user)
        except ValidationError as refused:
            messages.error(request, refused.message)
            return redirect("years:year", year)
        messages.success(request, f"ยกเลิกการเปิดปีงบประมาณ {year} แล้ว")
        return redirect("years:list")
    if ita_round.is_started:
        messages.warning(request, f"ปีงบประมาณ {year} เริ่มแล้ว จึงยกเลิกไม่ได้")
        return redirect("years:year", year)
    return render(request, "years/discard.html", {"ita_round": ita_round})


def carried(request: SignedInRequest, year: int) -> HttpResponse:
    """What came along from the year before, and what could not and waits for a decision."""
    ita_round = get_round_to_run(request, year)
    refused = ""
    if request.method == "POST":
        ita_round.require_open()
        try:
            messages.success(request, _decide(ita_round, request))
            return redirect("years:carried", year)
        except ValidationError as error:
            refused = str(error.message)
    context = {"ita_round": ita_round, "year": build_carried(ita_round), "refused": refused}
    return render(request, "years/carried.html", context, status=422 if refused else 200)


def _decide(ita_round: Round, request: SignedInRequest) -> str:
    """Do what was asked and say so."""
    now = timezone.now()
    if "all" in request.POST:
        return f"ตกลงตามที่ยกมาแล้ว {agree_to_all(ita_round, by=request.user, at=now)} ข้อ"
    kind, _, number = request.POST.get("line", "").partition(":")
    to = request.POST.get("moved_to", "")
    if not _is_number(number) or (to and not _is_number(to)):
        raise ValidationError("ไม่พบเรื่องที่ตัดสิน โปรดโหลดหน้านี้ใหม่")
    moved_to = int(to) if to else None
    line = decide(
        ita_round, kind=kind, number=int(number), moved_to=moved_to, by=request.user, at=now
    )
    code = (line.new or line.olds[0]).code
    return f"บันทึกการตัดสินข้อ {code} แล้ว" + (f" ยกงานไปข้อ O{moved_to}" if moved_to else "")


def _is_number(typed: str) -> bool:
    return typed.isascii() and typed.isdecimal() and len(typed) < 4
