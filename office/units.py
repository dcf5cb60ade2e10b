"""ส่วนราชการ: the admin keeps the office's chart."""

from collections.abc import Callable

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from office.reading import get_unit, office_of
from office.reorganizing import (
    close_unit,
    delete_unit,
    make_unit,
    merge_unit,
    move_unit,
    rename_unit,
    reopen_unit,
    shift_unit,
)
from office.unit_forms import MergeForm, UnitForm
from office.unit_pages import build_chart, build_unit_page
from organizations.models import Unit
from organizations.signed_in import SignedInRequest


def units(request: SignedInRequest) -> HttpResponse:
    chart = build_chart(office_of(request.user))
    return render(request, "office/units.html", {"chart": chart})


def unit(request: SignedInRequest, pk: int) -> HttpResponse:
    page = build_unit_page(get_unit(request.user, pk))
    return render(request, "office/unit.html", {"page": page})


def unit_new(request: SignedInRequest) -> HttpResponse:
    office = office_of(request.user)
    root = office.units.get(parent=None)
    asked = {"parent": request.GET.get("parent", root.pk)}
    form = UnitForm(office, posted(request), initial=asked)
    if form.is_valid():
        try:
            made = make_unit(
                name=form.cleaned_data["name"], parent=form.chosen_parent, by=request.user
            )
        except ValidationError as refused:
            refuse(form, refused)
        else:
            messages.success(request, f"เพิ่ม{made}แล้ว")
            return redirect(f"{reverse('office:units')}#unit-{made.pk}")
    return answer(request, "office/unit_form.html", {"form": form})


def unit_edit(request: SignedInRequest, pk: int) -> HttpResponse:
    """Another name, another place, or both."""
    unit = get_unit(request.user, pk)
    now = {"name": unit.name, "parent": unit.parent_id}
    form = UnitForm(unit.organization, posted(request), initial=now, unit=unit)
    if form.is_valid():
        try:
            with transaction.atomic():
                move_unit(unit, parent=form.chosen_parent, by=request.user)
                unit = rename_unit(unit, name=form.cleaned_data["name"], by=request.user)
        except ValidationError as refused:
            refuse(form, refused)
        else:
            messages.success(request, f"บันทึก{unit}แล้ว")
            return redirect(unit)
    return answer(request, "office/unit_form.html", {"form": form, "unit": unit})


@require_POST
def unit_shift(request: SignedInRequest, pk: int) -> HttpResponse:
    unit = get_unit(request.user, pk)
    try:
        shift_unit(unit, up=request.POST.get("to") == "up", by=request.user)
    except ValidationError as refused:
        messages.error(request, refused.messages[0])
    return redirect(f"{reverse('office:units')}#unit-{unit.pk}")


def unit_merge(request: SignedInRequest, pk: int) -> HttpResponse:
    unit = get_unit(request.user, pk)
    form = MergeForm(unit, posted(request))
    if form.is_valid():
        try:
            merge_unit(unit, into=form.chosen, by=request.user)
        except ValidationError as refused:
            refuse(form, refused)
        else:
            messages.success(request, f"รวม{unit}เข้ากับ{form.chosen}แล้ว")
            return redirect(form.chosen)
    return answer(request, "office/unit_merge.html", {"form": form, "page": build_unit_page(unit)})


@require_POST
def unit_close(request: SignedInRequest, pk: int) -> HttpResponse:
    return _done(request, get_unit(request.user, pk), close_unit, "ปิด")


@require_POST
def unit_reopen(request: SignedInRequest, pk: int) -> HttpResponse:
    return _done(request, get_unit(request.user, pk), reopen_unit, "เปิด")


@require_POST
def unit_delete(request: SignedInRequest, pk: int) -> HttpResponse:
    unit = get_unit(request.user, pk)
    return _done(request, unit, delete_unit, "ลบ", to="office:units")


def _done(
    request: SignedInRequest,
    unit: Unit,
    verb: Callable[..., None],
    said: str,
    to: str | None = None,
) -> HttpResponse:
    try:
        verb(unit, by=request.user)
    except ValidationError as refused:
        messages.error(request, refused.messages[0])
        return redirect(unit)
    messages.success(request, f"{said}{unit}แล้ว")
    return redirect(to or unit)


def posted(request: SignedInRequest) -> QueryDict | None:
    """The data a form is bound to; a form that was sent empty is still bound."""
    return request.POST if request.method == "POST" else None


def refuse(form: forms.Form, refused: ValidationError) -> None:
    """The sentence at the field it is about, or above the form."""
    errors = getattr(refused, "error_dict", {None: refused.messages})
    for name, sentences in errors.items():
        form.add_error(name if name in form.fields else None, sentences)


def answer(request: SignedInRequest, template: str, context: dict) -> HttpResponse:
    status = 422 if context["form"].is_bound else 200
    return render(request, template, context, status=status)
