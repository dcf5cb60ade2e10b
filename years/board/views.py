from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from organizations.permissions import Permission
from organizations.signed_in import SignedInRequest
from organizations.views import get_round
from years.board.assigning import carry_out
from years.board.board import build_board
from years.board.excel import write_board


def board(request: SignedInRequest, year: int) -> HttpResponse:
    """Which unit leads what. A press answers with the rows it changed, or, without a script, with
    the page at the first of them.
    """
    ita_round = get_round(request.user, year)
    if not request.user.may(Permission.ASSIGN):
        raise PermissionDenied
    context: dict[str, Any] = {"ita_round": ita_round}
    in_place = "HX-Request" in request.headers
    if request.method == "POST":
        ita_round.require_open()
        try:
            done = carry_out(ita_round, request.POST, by=request.user)
        except ValidationError as refused:
            context |= {"refused": refused.message, "typed": request.POST.get("typed_line", "")}
        else:
            if not in_place:
                messages.success(request, f"บันทึกแล้ว {done.said}")
                return redirect(f"{reverse('years:board', args=[year])}#o{min(done.numbers)}")
            context |= {"done": done}
    template = "years/board/_changed.html" if in_place else "years/board/board.html"
    status = 422 if "refused" in context and not in_place else 200
    context["board"] = built = build_board(ita_round)
    if "done" in context:
        context["touched"] = built.touched(context["done"].numbers)
    return render(request, template, context, status=status)


def board_sheet(request: SignedInRequest, year: int) -> HttpResponse:
    ita_round = get_round(request.user, year)
    if not request.user.may(Permission.ASSIGN):
        raise PermissionDenied
    name = f"ita-assignments-{ita_round.be_year}.xlsx"
    return HttpResponse(
        write_board(build_board(ita_round)),
        content_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )
