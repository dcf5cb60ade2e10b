"""Photographs are turned upright and lose what the camera noted."""

from io import BytesIO

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from tests.tracking.evidence import makers
from tests.tracking.evidence.conftest import held
from tracking.uploads.check import check


def kept(content: bytes, name: str = "ภาพ.jpg"):
    return check(BytesIO(content), name, len(content))


def opened(content: bytes) -> Image.Image:
    return Image.open(BytesIO(content))


def test_where_and_with_what_it_was_taken_is_left_behind():
    content = kept(makers.photograph()).content

    assert dict(opened(content).getexif()) == {}
    assert b"PhoneMaker" not in content


#: The orientation noted, and the corner in which the red then stands.
CORNERS = {1: (0, 0), 2: (1, 0), 3: (1, 1), 4: (0, 1), 5: (0, 0), 6: (1, 0), 7: (1, 1), 8: (0, 1)}


@pytest.mark.parametrize(("orientation", "corner"), CORNERS.items())
def test_it_stands_upright_however_the_phone_was_held(orientation, corner):
    image = opened(kept(makers.photograph(orientation)).content)

    lying = orientation >= 5
    right, bottom = corner
    red = image.getpixel(((image.width - 6) * right + 3, (image.height - 6) * bottom + 3))
    assert image.size == ((40, 60) if lying else (60, 40))
    assert red[0] > 200
    assert red[1] < 80


@pytest.mark.parametrize("orientation", [0, 9, 65_535])
def test_an_orientation_that_means_nothing_turns_nothing(orientation):
    assert opened(kept(makers.photograph(orientation)).content).size == (60, 40)


@pytest.mark.parametrize(
    ("name", "kind"), [("a.jpg", "JPEG"), ("a.png", "PNG"), ("a.webp", "WEBP")]
)
def test_it_stays_of_its_own_kind_with_a_small_jpeg_beside_it(name, kind):
    picture = kept(makers.picture(kind, (3000, 1200)), name)

    assert opened(picture.content).format == kind
    assert opened(picture.content).size == (3000, 1200)
    assert (opened(picture.preview).format, opened(picture.preview).size) == ("JPEG", (960, 384))


def test_a_very_large_one_is_made_smaller():
    assert opened(kept(makers.picture(size=(9000, 3000))).content).size == (4096, 1365)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_every_kind_of_png_is_taken(mode):
    out = BytesIO()
    Image.new(mode, (50, 50)).save(out, "PNG")

    assert opened(kept(out.getvalue(), "a.png").content).size == (50, 50)


def test_a_print_shops_cmyk_becomes_what_every_browser_shows():
    out = BytesIO()
    Image.new("CMYK", (50, 50)).save(out, "JPEG")

    assert opened(kept(out.getvalue()).content).mode == "RGB"


def test_glass_stays_glass_and_is_white_in_the_preview():
    out = BytesIO()
    Image.new("RGBA", (50, 50), (0, 0, 0, 0)).save(out, "PNG")

    picture = kept(out.getvalue(), "a.png")

    assert opened(picture.content).getpixel((9, 9))[3] == 0
    assert opened(picture.preview).getpixel((9, 9)) == (255, 255, 255)


def test_comments_colour_profiles_and_texts_in_a_png_go_too():
    note = PngInfo()
    note.add_text("Comment", "PhoneMaker at home")

    content = kept(makers.picture("PNG", pnginfo=note, icc_profile=b"PhoneMaker"), "a.png").content

    assert b"PhoneMaker" not in content


def test_the_sum_is_of_what_is_stored(attach):
    attach(makers.named("ภาพ.jpg", makers.photograph()))

    [piece] = held()
    assert piece.size == len(piece.file.read())
    assert piece.is_picture
