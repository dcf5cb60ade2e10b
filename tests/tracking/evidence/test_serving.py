"""A file is given to those who may see it, to be saved and never to be run."""

from urllib.parse import quote

import pytest

from tests.tracking.evidence import makers
from tests.tracking.evidence.conftest import held, on_disk, report
from tracking.models import Evidence


@pytest.fixture
def page() -> str:
    return "/disclosures/2570/17/"


@pytest.fixture
def recorded(client_of, staff, form) -> Evidence:
    photograph = makers.named("ภาพ กิจกรรม “๑”.jpg", makers.photograph())
    client_of(staff).post(form, report(files=photograph))
    return Evidence.objects.exclude(file="").get()


def test_it_is_saved_under_its_thai_name(client_of, executive, recorded):
    response = client_of(executive).get(f"/disclosures/evidence/{recorded.pk}/")

    assert b"".join(response.streaming_content) == recorded.file.read()
    assert response["Content-Disposition"] == (
        f"attachment; filename*=utf-8''{quote('ภาพ กิจกรรม “๑”.jpg')}"
    )
    assert response["Content-Type"] == "image/jpeg"


@pytest.mark.parametrize("part", ["", "preview/"])
def test_nothing_in_it_can_run(part, client_of, staff, recorded):
    response = client_of(staff).get(f"/disclosures/evidence/{recorded.pk}/{part}")

    assert response["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Cache-Control"] == "private, no-store"


def test_only_the_picture_we_drew_is_shown_in_a_page(client_of, staff, page, recorded):
    client = client_of(staff)

    preview = client.get(f"/disclosures/evidence/{recorded.pk}/preview/")

    assert preview["Content-Type"] == "image/jpeg"
    assert "attachment" not in preview.get("Content-Disposition", "")
    assert (
        f'src="/disclosures/evidence/{recorded.pk}/preview/"' in client.get(page).content.decode()
    )


def test_a_document_has_no_picture(attach, client_of, staff):
    attach(makers.named("ก.pdf", makers.pdf()))

    response = client_of(staff).get(f"/disclosures/evidence/{held()[0].pk}/preview/")

    assert response.status_code == 404


@pytest.mark.parametrize("part", ["", "preview/", "discard/"])
def test_what_is_held_is_its_holders_alone(part, attach, client_of, secretary, executive, staff):
    attach(makers.named("ก.jpg", makers.picture()))
    address = f"/disclosures/evidence/{held()[0].pk}/{part}"

    def ask(person):
        client = client_of(person)
        return (client.post if part == "discard/" else client.get)(address).status_code

    assert [ask(person) for person in (secretary, executive, staff)] == [404, 404, 200]


@pytest.mark.parametrize("part", ["", "preview/"])
def test_for_a_neighbour_it_is_not_there(part, client_of, stranger, operator, recorded):
    address = f"/disclosures/evidence/{recorded.pk}/{part}"

    answers = [client_of(person).get(address).status_code for person in (stranger, operator)]

    assert answers == [404, 404]


@pytest.mark.parametrize("person", ["staff", "admin", "stranger"])
def test_nobody_takes_away_what_is_in_history(person, request, client_of, recorded):
    client = client_of(request.getfixturevalue(person))

    response = client.post(f"/disclosures/evidence/{recorded.pk}/discard/")

    assert response.status_code == 404
    assert len(on_disk()) == 2


def test_a_link_has_no_file_to_give(client_of, staff, form):
    client_of(staff).post(form, report(url="https://thamsing.example/o17"))
    link = Evidence.objects.get(url="https://thamsing.example/o17")

    assert client_of(staff).get(f"/disclosures/evidence/{link.pk}/").status_code == 404


def test_a_file_gone_from_the_disk_is_said_and_what_to_do(client_of, staff, recorded):
    for path in on_disk():
        path.unlink()
    client = client_of(staff)

    response = client.get(f"/disclosures/evidence/{recorded.pk}/")

    assert response.status_code == 404
    assert "กู้จากสำเนาที่สำรองไว้" in response.content.decode()
    assert client.get(f"/disclosures/evidence/{recorded.pk}/preview/").status_code == 404


@pytest.mark.parametrize("number", [0, 999_999, 10**30])
@pytest.mark.parametrize("part", ["", "preview/"])
def test_there_is_no_such_file(number, part, client_of, staff):
    assert client_of(staff).get(f"/disclosures/evidence/{number}/{part}").status_code == 404


def test_the_operator_sees_its_name_and_no_link_to_it(client_of, operator, recorded):
    html = (
        client_of(operator).get(f"/admin/tracking/evidence/{recorded.pk}/change/").content.decode()
    )

    assert recorded.file.name in html
    assert f'href="{recorded.file.name}"' not in html
    assert f'href="/{recorded.file.name}"' not in html


def test_a_title_from_elsewhere_that_runs_over_lines_is_saved_under_one(
    client_of, executive, recorded
):
    Evidence.objects.filter(pk=recorded.pk).update(title="photo\r\nX-Made-Up: yes.jpg")

    response = client_of(executive).get(f"/disclosures/evidence/{recorded.pk}/")

    assert response["Content-Disposition"] == 'attachment; filename="photo X-Made-Up: yes.jpg"'
