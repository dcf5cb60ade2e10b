"""Bringing in a document in three steps: what it is, what to decide of it, what it becomes."""

from dataclasses import replace

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from measures.importing.action import import_measures, office_of
from measures.importing.drafts import MeasureDraft
from measures.importing.forms import DecisionForm, DocumentForm, MeasureForm
from measures.importing.reading import read_document
from measures.importing.tables import Unreadable
from measures.models import ImportedDocument
from organizations.models import Round
from organizations.permissions import Permission
from organizations.signed_in import SignedInRequest
from organizations.views import get_round


def choose_document(request: SignedInRequest, year: int) -> HttpResponse:
    ita_round = _get_round(request, year)
    form = DocumentForm(*_sent(request))
    if form.is_valid():
        file = form.cleaned_data["file"]
        document = ImportedDocument(
            ita_round=ita_round,
            by=request.user,
            name=file.name if file else "ตารางที่วาง",
            tables=form.cleaned_data["tables"],
        )
        try:
            read_document(document)
        except Unreadable as refused:
            form.add_error("file" if file else "pasted", str(refused))
        else:
            document.save()
            return redirect("measures:import_decide", year, document.pk)
    context = {"ita_round": ita_round, "form": form}
    status = 422 if form.is_bound and form.errors else 200
    return render(request, "measures/import/choose.html", context, status=status)


def decide(request: SignedInRequest, year: int, pk: int) -> HttpResponse:
    document = _get_document(request, year, pk)
    if document.imported_at:
        return _come_before(request, document)
    ita_round = document.ita_round
    reading = read_document(document)
    names = list(ita_round.organization.units.all().tree().by_name)
    form = DecisionForm(reading, names, ita_round.fiscal_year, *_sent(request))
    if form.is_valid():
        document.mends, document.units = form.chosen_mends, form.decisions
        document.moved_years = form.moved_years
        document.save(update_fields=["mends", "units", "moved_years"])
        return redirect("measures:import_measures", year, pk)
    context = {"ita_round": ita_round, "document": document, "reading": reading, "form": form}
    status = 422 if form.is_bound and form.errors else 200
    return render(request, "measures/import/decide.html", context, status=status)


def become_measures(request: SignedInRequest, year: int, pk: int) -> HttpResponse:
    document = _get_document(request, year, pk)
    if document.imported_at:
        return _come_before(request, document)
    ita_round = document.ita_round
    office, reading = office_of(ita_round), read_document(document)
    forms = [
        MeasureForm(
            draft,
            office.year,
            office.highest_item,
            *_sent(request),
            prefix=f"m{place}",
        )
        for place, draft in enumerate(reading.drafts)
    ]
    context = {"ita_round": ita_round, "document": document, "forms": forms}
    # Each is asked, so that all mistakes are shown at once.
    are_valid = [form.is_valid() for form in forms]
    if all(are_valid):
        try:
            made = import_measures(
                ita_round, [_as_decided(form) for form in forms], by=request.user
            )
        except Unreadable as refused:
            context["refused"] = str(refused)
        else:
            document.imported_at = timezone.now()
            document.save(update_fields=["imported_at"])
            messages.success(request, f"นำเข้า {len(made)} มาตรการจาก “{document}” แล้ว")
            return redirect("measures:list", year)
    return render(
        request,
        "measures/import/measures.html",
        context,
        status=422 if request.method == "POST" else 200,
    )


def _come_before(request: SignedInRequest, document: ImportedDocument) -> HttpResponse:
    """Sent twice, or from another window."""
    messages.info(request, f"“{document}” นำเข้าไปแล้ว มาตรการอยู่ในหน้านี้")
    return redirect("measures:list", document.ita_round.be_year)


def _as_decided(form: MeasureForm) -> MeasureDraft:
    typed = form.cleaned_data
    return replace(
        form.draft,
        number=typed["number"],
        title=typed["title"],
        aims=tuple(typed["aims"].splitlines()),
        method=typed["method"],
        items=typed["items"],
        timeframe=typed["timeframe"],
        result=typed["result"],
    )


def _sent(request: SignedInRequest) -> tuple:
    """What was posted, also where it is nothing; a page only asked for has no mistakes in it."""
    return (request.POST, request.FILES) if request.method == "POST" else ()


def _get_round(request: SignedInRequest, year: int) -> Round:
    """The year, open, for anyone who may bring measures into it."""
    ita_round = get_round(request.user, year)
    if not request.user.may(Permission.IMPORT_DOCUMENTS):
        raise PermissionDenied
    ita_round.require_open()
    return ita_round


def _get_document(request: SignedInRequest, year: int, pk: int) -> ImportedDocument:
    ita_round = _get_round(request, year)
    documents = ImportedDocument.objects.select_related("ita_round__organization")
    return get_object_or_404(documents, pk=pk, ita_round=ita_round)
