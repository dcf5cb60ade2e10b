"""ผู้ใช้: the admin keeps the accounts of their office's people."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from office.person_forms import NewPersonForm, PersonForm, SentForm
from office.person_pages import build_people
from office.reading import get_person, office_of
from office.slips import sent_before, show_slips
from office.units import answer, posted, refuse
from organizations.accounts import Slip, issue_passwords, open_accounts, reactivate
from organizations.models import User
from organizations.signed_in import SignedInRequest


def people(request: SignedInRequest) -> HttpResponse:
    listing = build_people(office_of(request.user), request.GET)
    ticked = request.GET.get("ticked", "").split("-")
    context = {"listing": listing, "ticked": ticked, "form": SentForm()}
    return render(request, "office/people.html", context)


def person(request: SignedInRequest, pk: int) -> HttpResponse:
    person = get_person(request.user, pk)
    context = {
        "person": person,
        "changes": person.account_changes.select_related("by"),
        "form": SentForm(),
    }
    return render(request, "office/person.html", context)


def person_new(request: SignedInRequest) -> HttpResponse:
    office = office_of(request.user)
    if shown := sent_before(request):
        return shown
    form = NewPersonForm(office, posted(request), initial=_asked(request))
    if form.is_valid():
        try:
            return show_slips(
                request,
                lambda: open_accounts(
                    [form.new_person], by=request.user, sent=form.cleaned_data["sent"]
                ),
            )
        except ValidationError as refused:
            refuse(form, refused)
    return answer(request, "office/person_form.html", {"form": form})


def _asked(request: SignedInRequest) -> dict:
    """A unit's page leads here with the unit chosen."""
    unit = request.GET.get("unit", "")
    return {"units": [int(unit)]} if unit.isdecimal() else {}


def person_edit(request: SignedInRequest, pk: int) -> HttpResponse:
    person = get_person(request.user, pk)
    names = ("username", "first_name", "last_name", "email", "role")
    now = {name: getattr(person, name) for name in names}
    now["units"] = [unit.pk for unit in person.units.all()]
    form = PersonForm(office_of(request.user), posted(request), initial=now, person=person)
    if form.is_valid():
        try:
            person.change(by=request.user, **form.details)
        except ValidationError as refused:
            refuse(form, refused)
        else:
            messages.success(request, f"บันทึกข้อมูลของ{person}แล้ว")
            return redirect("office:person", person.pk)
    return answer(request, "office/person_form.html", {"form": form, "person": person})


@require_POST
def person_password(request: SignedInRequest, pk: int) -> HttpResponse:
    person = get_person(request.user, pk)
    return _slips(
        request, person, lambda sent: issue_passwords([person], by=request.user, sent=sent)
    )


@require_POST
def person_lost_phone(request: SignedInRequest, pk: int) -> HttpResponse:
    person = get_person(request.user, pk)
    try:
        person.drop_second_factor(by=request.user)
    except ValidationError as refused:
        messages.error(request, refused.messages[0])
    else:
        messages.success(request, f"ยกเลิกการยืนยันสองขั้นของ{person}แล้ว")
    return redirect("office:person", person.pk)


def person_leave(request: SignedInRequest, pk: int) -> HttpResponse:
    """What leaving does is read before it is done."""
    person = get_person(request.user, pk)
    if request.method == "POST":
        try:
            person.deactivate(by=request.user)
        except ValidationError as refused:
            messages.error(request, refused.messages[0])
        else:
            messages.success(request, f"ปิดบัญชีของ{person}แล้ว งานของหน่วยยังอยู่กับหน่วย")
        return redirect("office:person", person.pk)
    return render(request, "office/person_leave.html", {"person": person})


@require_POST
def person_return(request: SignedInRequest, pk: int) -> HttpResponse:
    person = get_person(request.user, pk)
    return _slips(request, person, lambda sent: reactivate(person, by=request.user, sent=sent))


def _slips(
    request: SignedInRequest, person: User, make: Callable[[UUID], list[Slip]]
) -> HttpResponse:
    if shown := sent_before(request):
        return shown
    form = SentForm(request.POST)
    if not form.is_valid():
        messages.error(request, "แบบที่ส่งมาไม่ครบ โปรดกดปุ่มอีกครั้ง")
        return redirect("office:person", person.pk)
    try:
        return show_slips(request, lambda: make(form.cleaned_data["sent"]))
    except ValidationError as refused:
        messages.error(request, refused.messages[0])
        return redirect("office:person", person.pk)
