"""เพิ่มหลายคน: a pasted list, looked at before anything is written."""

from collections.abc import Mapping

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render

from office.paste_forms import (
    LineForm,
    PasteForm,
    check_together,
    forms_of,
    posted_forms,
    units_by_name,
)
from office.person_forms import SentForm
from office.reading import office_of
from office.slips import sent_before, show_slips
from office.units import answer, posted
from organizations.accounts import open_accounts
from organizations.models import Unit
from organizations.signed_in import SignedInRequest


def people_paste(request: SignedInRequest) -> HttpResponse:
    office = office_of(request.user)
    known = units_by_name(office)
    form = PasteForm(known, posted(request))
    if form.is_valid():
        return _check(request, known, forms_of(office, known, form.lines), SentForm())
    return answer(request, "office/people_paste.html", {"form": form})


def people_make(request: SignedInRequest) -> HttpResponse:
    """All the lines that are taken, or none."""
    known = units_by_name(office_of(request.user))
    if request.method != "POST":
        # After signing in again in between, people are sent here by GET, with nothing to show.
        return redirect("office:people_paste")
    if shown := sent_before(request):
        return shown
    made, sent = posted_forms(known, request.POST), SentForm(request.POST)
    people, refused = check_together(made), ""
    if people and sent.is_valid():
        try:
            return show_slips(
                request,
                lambda: open_accounts(people, by=request.user, sent=sent.cleaned_data["sent"]),
            )
        except ValidationError as taken:
            refused = taken.messages[0]
    if not any(form.errors for form in made):
        refused = refused or "ยังไม่ได้เลือกผู้ใดให้สร้างบัญชี โปรดเลือกอย่างน้อยหนึ่งคน"
    return _check(request, known, made, SentForm(), refused, status=422)


def _check(
    request: SignedInRequest,
    known: Mapping[str, Unit],
    made: list[LineForm],
    sent: SentForm,
    refused: str = "",
    status: int = 200,
) -> HttpResponse:
    context = {
        "forms": made,
        "known": known,
        "sent": sent,
        "refused": refused,
        "wrong": [form for form in made if form.errors],
    }
    return render(request, "office/people_check.html", context, status=status)
