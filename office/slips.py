"""Slips are the response to the form that made the passwords, and are not kept anywhere."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render

from office.person_forms import SentForm
from organizations.accounts import ShownAlready, Slip, was_sent
from organizations.signed_in import SignedInRequest


def show_slips(request: SignedInRequest, make: Callable[[], list[Slip]]) -> HttpResponse:
    """The slips that `make` gives; two of the same form at once get one set of them."""
    try:
        slips = make()
    except ShownAlready:
        return _shown(request)
    address = settings.SITE_URL or request.build_absolute_uri("/")
    return render(request, "office/slips.html", {"slips": slips, "address": address})


def sent_before(request: SignedInRequest) -> HttpResponse | None:
    """What a form sent again is answered with, whatever is wrong with it by now; else None."""
    form = SentForm(request.POST)
    if request.method == "POST" and form.is_valid() and was_sent(form.cleaned_data["sent"]):
        return _shown(request)
    return None


def _shown(request: SignedInRequest) -> HttpResponse:
    return render(request, "office/slips_shown.html", status=409)
