"""Slips are the answer to the form that made the passwords, and are nowhere kept."""

from collections.abc import Callable

from django.conf import settings
from django.shortcuts import render

from organizations.accounts import ShownAlready, Slip


def show_slips(request, make: Callable[[], list[Slip]]):
    """The slips that `make` gives; a form sent again gets a page that says they were shown."""
    try:
        slips = make()
    except ShownAlready:
        return render(request, "office/slips_shown.html", status=409)
    address = settings.SITE_URL or request.build_absolute_uri("/")
    return render(request, "office/slips.html", {"slips": slips, "address": address})
