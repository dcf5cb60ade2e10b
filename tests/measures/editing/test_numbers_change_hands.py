"""The admin puts the measures in another order while others have forms open."""

import re

import pytest
from django.urls import reverse

from measures.actions import add_measure, arrange_measures
from measures.models import Measure, MeasureWording
from tracking.models import Status

# On PostgreSQL too: a constraint holds while numbers are exchanged.
pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


@pytest.fixture
def first(this_year) -> Measure:
    return Measure.objects.of(this_year).get(number=1)


@pytest.fixture
def turned_around(this_year, admin):
    """The last measure first, and the first last."""

    def turn():
        ids = [measure.pk for measure in Measure.objects.of(this_year)]
        arrange_measures(this_year, ids[::-1], seen=ids, by=admin)

    return turn


def sent_from(page, **typed) -> dict:
    """What was typed, with what the form carried."""
    [row] = set(re.findall('name="row" value="([0-9]+)"', page.content.decode()))
    return typed | {"row": row}


def test_a_report_is_of_the_measure_whose_form_was_open(client_of, secretary, first, turned_around):
    client, url = client_of(secretary), reverse("measures:record", args=[2570, 1])
    unit = first.units_reportable_by(secretary)[0]
    latest = first.latest_of(unit)
    sent = sent_from(
        client.get(f"{url}?unit={unit.pk}"),
        status=Status.DOING,
        note="ทำแล้วครึ่งหนึ่ง",
        version=latest.version if latest else 0,
    )
    turned_around()

    response = client.post(f"{url}?unit={unit.pk}", sent)

    first.refresh_from_db()
    assert first.number == 11
    assert response.url == first.get_absolute_url()
    assert first.latest_of(unit).note == "ทำแล้วครึ่งหนึ่ง"


def test_a_comment_is_on_the_measure_that_was_read(client_of, secretary, first, turned_around):
    client = client_of(secretary)
    sent = sent_from(client.get(first.get_absolute_url()), text="ขอหารือ")
    turned_around()

    client.post(reverse("measures:comment", args=[2570, 1]), sent)

    assert [one.text for one in first.comments.all()][-1:] == ["ขอหารือ"]


def test_words_are_changed_of_the_measure_that_was_open(client_of, admin, first, turned_around):
    client, url = client_of(admin), reverse("measures:edit", args=[2570, 1])
    page = client.get(url)
    typed = {"title": "ชื่อใหม่", "version": page.context["form"]["version"].value()}
    turned_around()

    client.post(url, sent_from(page, **typed))

    first.refresh_from_db()
    assert (first.title, first.number) == ("ชื่อใหม่", 11)


def test_the_measure_that_was_read_is_taken_away(client_of, admin, this_year, turned_around):
    new = add_measure(this_year, MeasureWording(title="ใหม่", aims="", method=""), by=admin)
    client, url = client_of(admin), reverse("measures:remove", args=[2570, 12])
    sent = sent_from(client.get(url))
    turned_around()

    client.post(url, sent)

    assert not Measure.objects.filter(pk=new.pk).exists()
    assert Measure.objects.of(this_year).count() == 11


def test_a_remark_is_on_the_measure_that_was_read(client_of, secretary, first, turned_around):
    client, url = client_of(secretary), reverse("reports:remark", args=[2570, 1])
    sent = sent_from(client.get(url), obstacles="ขาดคน", version=0)
    turned_around()

    client.post(url, sent)

    assert first.remarks.exists()


def test_a_measure_of_a_neighbour_is_not_there_by_its_id_either(client_of, secretary, next_door):
    foreign = Measure.objects.of(next_door.rounds.get()).first()
    url = reverse("measures:comment", args=[foreign.ita_round.be_year, foreign.number])

    response = client_of(secretary).post(url, {"row": foreign.pk, "text": "แวะมา"})

    assert response.status_code == 404
    assert not foreign.comments.exists()
