"""A new version takes the place of the old one, which stays where it was."""

import pytest

from tests.tracking.evidence import makers
from tests.tracking.evidence.conftest import files_in, held, on_disk, report
from tracking.models import Evidence

# On PostgreSQL too: rows held for a form are locked.
pytestmark = pytest.mark.both_databases


@pytest.fixture
def client(client_of, staff):
    return client_of(staff)


@pytest.fixture
def first(client, form) -> Evidence:
    """The version that stands in history."""
    client.post(form, report(files=makers.named("แผน.pdf", makers.pdf(b"one"))))
    return Evidence.objects.get(title="แผน.pdf")


def second():
    return makers.named("แผน แก้ไข.pdf", makers.pdf(b"two"))


def again(first, **more) -> dict:
    return report(version="2", note="แก้ไขแผน", listed=first.pk, kept=first.pk) | more


def test_it_stands_in_the_place_of_the_old_one(client, form, row, first):
    client.post(form, again(first, **{f"replacement-{first.pk}": second()}))

    assert [files_in(entry) for entry in row.history()[:2]] == [["แผน แก้ไข.pdf"], ["แผน.pdf"]]
    piece = row.history()[0].evidence.get()
    assert (piece.version, piece.replaces) == (2, first)


def test_sent_by_itself_it_takes_the_old_ones_line(attach, client, form, row, first):
    html = attach(second(), client, replaces=first.pk).content.decode()
    [piece] = held()
    assert "ฉบับที่ 2" in html

    page = client.get(form).content.decode()
    client.post(form, again(piece))

    assert f'data-file="{first.pk}"' not in page
    assert files_in(row.history()[0]) == ["แผน แก้ไข.pdf"]


def test_the_page_of_the_row_leads_to_both(client, form, page, first):
    client.post(form, again(first, **{f"replacement-{first.pk}": second()}))

    html = client.get(page).content.decode()

    assert "ฉบับที่ 2" in html
    assert f'href="/disclosures/evidence/{first.pk}/">ดาวน์โหลดฉบับก่อน' in html
    assert client.get(f"/disclosures/evidence/{first.pk}/").status_code == 200


def test_one_taken_back_before_it_was_recorded_brings_the_old_one_back(attach, client, first):
    attach(second(), client, replaces=first.pk)
    [piece] = held()

    response = client.post(f"/disclosures/evidence/{piece.pk}/discard/")

    assert f'data-file="{first.pk}"' in response.content.decode()
    assert len(on_disk()) == 1


def test_a_version_of_what_was_never_recorded_is_the_first(attach, client, first):
    attach(second(), client, replaces=first.pk)
    attach(makers.named("แผน 3.pdf", makers.pdf(b"three")), client, replaces=held()[0].pk)

    [piece] = held()
    assert (piece.title, piece.version, piece.replaces) == ("แผน 3.pdf", 2, first)
    assert len(on_disk()) == 2


def test_the_same_file_as_a_new_version_is_none(attach, client, first):
    attach(makers.named("แผน.pdf", makers.pdf(b"one")), client, replaces=first.pk)

    assert held() == []


def test_a_refused_version_leaves_the_old_one_ticked(client, form, row, first):
    bad = makers.named("แผน.pdf", makers.HTML)

    response = client.post(form, again(first, **{f"replacement-{first.pk}": bad}))

    assert response.status_code == 422
    assert f'value="{first.pk}" checked' in response.content.decode()


@pytest.mark.parametrize("asked", ["999999", "abc", "-1"])
def test_there_is_no_new_version_of_what_is_not_in_the_form(asked, attach, client, db):
    assert attach(second(), client, replaces=asked).status_code == 404
    assert held() == []


def test_history_is_never_taken_away(first, staff):
    with pytest.raises(TypeError):
        first.delete()
