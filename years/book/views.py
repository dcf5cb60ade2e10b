"""A year as one Excel file, to keep, to carry elsewhere, and to bring in again."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render

from organizations.models import Round, User
from organizations.permissions import Permission
from organizations.signed_in import SignedInRequest
from organizations.views import get_round
from tracking.uploads.refusal import Refused
from years.book.bringing_in import BroughtIn, import_year, why_not_empty
from years.book.collecting import build_year_book
from years.book.forms import YearBookForm
from years.book.writing import write_year_book

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def year_book(request: SignedInRequest, year: int) -> HttpResponse:
    """Into an open and empty year the admin brings a file, or first tries whether it fits."""
    ita_round = _get_round(request, year)
    may_import = request.user.may(Permission.IMPORT_YEAR) and ita_round.is_open
    context = {
        "ita_round": ita_round,
        "may_import": may_import,
        "full_because": why_not_empty(ita_round),
        "imports": ita_round.year_imports.select_related("by"),
        "form": YearBookForm(),
    }
    if request.method != "POST":
        return render(request, "years/book.html", context)
    ita_round.require_open()
    if not may_import:
        raise PermissionDenied
    form = YearBookForm(request.POST, request.FILES)
    tries = "try" in request.POST
    if form.is_valid():
        try:
            brought = _bring_in(ita_round, form, request.user, tries=tries)
        except Refused as refused:
            form.add_error("file", str(refused))
        else:
            if not tries:
                messages.success(request, f"นำเข้าข้อมูลทั้งปี {year} แล้ว {_said(brought)}")
                return redirect("years:book", year)
            context["tried"] = brought
    status = 200 if "tried" in context else 422
    return render(request, "years/book.html", context | {"form": form}, status=status)


def year_book_sheet(request: SignedInRequest, year: int) -> HttpResponse:
    ita_round = _get_round(request, year)
    name = f"ita-year-{ita_round.be_year}.xlsx"
    return HttpResponse(
        write_year_book(build_year_book(ita_round)),
        content_type=XLSX,
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


@transaction.atomic
def _bring_in(ita_round: Round, form: YearBookForm, by: User, *, tries: bool) -> BroughtIn:
    sent = {name: form.cleaned_data[name] for name in ("book", "name", "sha256")}
    brought = import_year(ita_round, by=by, **sent)
    transaction.set_rollback(tries)
    return brought


def _said(brought: BroughtIn) -> str:
    said = f"{brought.total} แถว"
    if brought.units:
        said += f" สร้างส่วนราชการ {len(brought.units)} หน่วย"
    if brought.people:
        said += f" สร้างชื่อผู้บันทึกที่เข้าใช้ระบบไม่ได้ {len(brought.people)} คน"
    return said


def _get_round(request: SignedInRequest, year: int) -> Round:
    ita_round = get_round(request.user, year)
    if not request.user.may(Permission.EXPORT_YEAR):
        raise PermissionDenied
    return ita_round
