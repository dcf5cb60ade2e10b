import pytest
from django.urls import reverse

from measures.models import Measure


@pytest.fixture
def measure(this_year):
    """มาตรการ 1: สำนักปลัด does it, no item is served by it."""
    return Measure.objects.of(this_year).get(number=1)


@pytest.fixture
def typed(client_of, admin):
    """What a browser would send of a measure's form as it stands, and what is typed over it."""

    def of(row, by=admin, **changed):
        page = client_of(by).get(reverse("measures:edit", args=[row.ita_round.be_year, row.number]))
        form = page.context["form"]
        return {field.html_name: field.value() or "" for field in form} | changed

    return of


@pytest.fixture
def edit(client_of, admin):
    def send(row, sent, by=admin):
        url = reverse("measures:edit", args=[row.ita_round.be_year, row.number])
        return client_of(by).post(url, sent)

    return send
