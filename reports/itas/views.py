from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render

from organizations.permissions import Permission
from organizations.signed_in import SignedInRequest
from organizations.views import get_round
from reports.itas.excel import write_itas
from reports.itas.lines import ItasLine, build_itas
from reports.models import TypedIn


def itas(request: SignedInRequest, year: int) -> HttpResponse:
    """What to type for each item; a POST marks one as typed in, or not after all."""
    ita_round = get_round(request.user, year)
    may_mark = request.user.may(Permission.MARK_ITAS) and ita_round.is_open
    if request.method == "POST":
        ita_round.require_open()
        if not may_mark:
            raise PermissionDenied
    sheet = build_itas(ita_round)
    context = {"ita_round": ita_round, "itas": sheet, "may_mark": may_mark}
    if request.method == "POST":
        line = sheet.line_of(request.POST.get("item", ""))
        if line is not None:
            _mark(request, line)
            return redirect(f"{request.path}#o{line.item.number}")
        messages.error(request, "ไม่พบข้อ O ที่เลือก โปรดกดอีกครั้งจากหน้านี้")
    status = 422 if request.method == "POST" else 200
    return render(request, "reports/itas/itas.html", context, status=status)


def _mark(request: SignedInRequest, line: ItasLine) -> None:
    """Marks only the answer that the user's page showed."""
    code = line.item.code
    if "undo" in request.POST:
        TypedIn.objects.unmark(line.item, by=request.user)
        messages.success(request, f"ยกเลิกเครื่องหมายของ {code} แล้ว")
    elif request.POST.get("answer") != line.answer:
        messages.warning(request, f"ข้อมูลของ {code} เปลี่ยนหลังจากที่ท่านเปิดหน้านี้ โปรดตรวจและกรอกใหม่")
    else:
        TypedIn.objects.mark(line.item, by=request.user, answer=line.answer)
        messages.success(request, f"ทำเครื่องหมายว่ากรอก {code} แล้ว")


def itas_sheet(request: SignedInRequest, year: int) -> HttpResponse:
    ita_round = get_round(request.user, year)
    name = f"itas-{ita_round.be_year}.xlsx"
    return HttpResponse(
        write_itas(build_itas(ita_round)),
        content_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )
