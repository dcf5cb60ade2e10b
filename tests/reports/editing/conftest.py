"""The page of the wording, as the secretary's browser sends it."""

import pytest
from django.core.files.base import ContentFile

from measures.models import Measure
from reports.editing.forms import WordingForm
from reports.models import ReportWording
from tests.tracking.evidence.makers import picture
from tracking.models import Evidence, Status

PAGE = "/reports/2570/progress/wording/"


def as_sent(wording, **changes) -> dict:
    """Every field as the page would send it, with some of them changed."""
    form = WordingForm(wording)
    sent = {
        name: form[name].value() or ""
        for name in form.fields
        if name not in ("signatories", "photos")
    }
    sent |= by_person(wording.signatories)
    return sent | changes


def by_person(signatories) -> dict:
    return {
        f"signatories-{part}": [person[part] for person in signatories]
        for part in ("duty", "name", "post")
    }


@pytest.fixture
def now(this_year):
    """The wording as it is stored."""
    return lambda: ReportWording.objects.of(this_year)


@pytest.fixture
def send(client_of, secretary, now):
    """The secretary sends the page with these fields changed, and whatever else as it was."""

    def post(by=secretary, headers=None, **changes):
        data = as_sent(now(), **changes)
        return client_of(by).post(PAGE, data, headers=headers)

    return post


@pytest.fixture
def photo(this_year, staff, settings, tmp_path):
    """A picture in the history of the first measure, with its preview in the store."""
    settings.MEDIA_ROOT = tmp_path
    unit = this_year.organization.units.get(name="สำนักปลัด")
    measure = Measure.objects.of(this_year).get(number=1)

    def attach(title="ประชุม.jpg", held_for=""):
        piece = Evidence(organization=staff.organization, by=staff, title=title, held_for=held_for)
        piece.file.save("a.jpg", ContentFile(picture()), save=False)
        piece.preview.save("b.jpg", ContentFile(picture(size=(960, 640))), save=False)
        piece.save()
        version = getattr(measure.latest_of(unit), "version", 0)
        measure.record_progress(
            by=staff, unit=unit, status=Status.DOING, note="x", version=version, evidence=[piece]
        )
        return piece

    return attach
