"""Whatever is in a file, it is taken or refused with a reason: never an error."""

import contextlib
from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.tracking.evidence import makers
from tracking.uploads.check import Checked, check
from tracking.uploads.refusal import Refused

# Pillow remarks on what it meets in a broken picture.
pytestmark = pytest.mark.filterwarnings("ignore::UserWarning:PIL")

SOUND = {
    "a.pdf": makers.pdf(),
    "a.docx": makers.office(word__a=b"abc" * 99),
    "a.jpg": makers.photograph(),
    "a.png": makers.picture("PNG"),
    "a.webp": makers.picture("WEBP"),
}
quickly = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))


def looked_at(name: str, content: bytes):
    with contextlib.suppress(Refused):
        checked = check(BytesIO(content), name, len(content))
        assert isinstance(checked, Checked)


@pytest.mark.parametrize("name", SOUND)
@quickly
@given(data=st.data())
def test_a_file_with_some_bytes_changed(name, data):
    content = bytearray(SOUND[name])
    for _ in range(data.draw(st.integers(1, 8))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))

    looked_at(name, bytes(content))


@pytest.mark.parametrize("name", SOUND)
@quickly
@given(data=st.data())
def test_a_file_cut_and_lengthened(name, data):
    sound = SOUND[name]
    start, end = (data.draw(st.integers(0, len(sound))) for _ in range(2))

    looked_at(name, sound[:start] + data.draw(st.binary(max_size=60)) + sound[end:])


@pytest.mark.parametrize("name", SOUND)
@quickly
@given(content=st.binary(max_size=400))
def test_a_file_of_anything(name, content):
    looked_at(name, content)
