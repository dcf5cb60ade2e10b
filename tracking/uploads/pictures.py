"""Pictures: decoded, turned upright and written anew by us, so that nothing else comes along.

What a camera noted (where, when, which phone) is left behind, and so is whatever was hidden
beside the picture.
"""

import struct
import zlib
from dataclasses import dataclass
from io import BytesIO
from threading import Lock
from typing import BinaryIO

from PIL import ExifTags, Image, ImageFile

from tracking.uploads.kinds import Kind
from tracking.uploads.refusal import Refused
from tracking.uploads.signatures import head_of, looks_like, mismatch, refuse_polyglot

MAX_PIXELS = 50_000_000
LONGEST_SIDE = 4096
PREVIEW_SIDE = 960
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_GIANT = "ภาพละเอียดเกิน 50 ล้านพิกเซล โปรดย่อภาพหรือลดความละเอียดของกล้อง แล้วแนบใหม่"
_UNSOUND: tuple[type[Exception], ...] = (
    OSError,
    SyntaxError,
    ValueError,
    TypeError,
    KeyError,
    IndexError,
    EOFError,
)
_UNSOUND += (struct.error, zlib.error, ArithmeticError, RuntimeError)
#: Forms of a picture that can be made smaller as they are.
_SHRINKABLE = ("L", "RGB", "RGBA", "CMYK")
#: One at a time: fifty megapixels need some two hundred megabytes while they are turned.
_decoding = Lock()


@dataclass(frozen=True)
class Picture:
    """A picture as it is kept, and a small JPEG of it for our pages."""

    content: bytes
    preview: bytes


def redraw(file: BinaryIO, kind: Kind) -> Picture:
    """The picture upright and bare, in its own format, at most 4096 pixels long."""
    head = head_of(file)
    if looks_like(head) != kind.word:
        raise mismatch(kind.word, head)
    refuse_polyglot(file)
    file.seek(0)
    try:
        # Pillow opens a phone's JPEG with a second exposure inside as MPO.
        with Image.open(file, formats=[kind.picture]) as image:
            _refuse_giants(image)
            with _decoding:
                # WeasyPrint, in the same process, sets this so that cut-off pictures are drawn.
                ImageFile.LOAD_TRUNCATED_IMAGES = False
                return _redrawn(image, kind)
    except Image.DecompressionBombError as error:
        raise Refused(_GIANT) from error
    except Image.UnidentifiedImageError as error:
        raise mismatch(kind.word, head) from error
    except _UNSOUND as error:
        raise Refused("ไฟล์ภาพเสียหายหรือไม่ครบ โปรดเปิดดูภาพ แล้วบันทึกหรือถ่ายใหม่ก่อนแนบ") from error


def _refuse_giants(image: Image.Image) -> None:
    """By what the file says of itself, before any of it is decoded."""
    if image.width * image.height > MAX_PIXELS:
        raise Refused(_GIANT)


def _redrawn(image: Image.Image, kind: Kind) -> Picture:
    turn = _TURNS.get(_orientation(image))
    if image.mode in _SHRINKABLE:
        # Before anything else: every copy of fifty megapixels is another two hundred megabytes.
        image.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    bare = _bare(image, kind)
    bare.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    if turn is not None:
        bare = bare.transpose(turn)
    small = _on_white(bare)
    small.thumbnail((PREVIEW_SIDE, PREVIEW_SIDE))
    return Picture(_written(bare, kind.picture), _written(small, "JPEG"))


def _orientation(image: Image.Image) -> int:
    """As the camera was held; a note that cannot be read says nothing."""
    try:
        turned: int = image.getexif().get(ExifTags.Base.Orientation, 1)
    except _UNSOUND:
        return 1
    return turned


def _bare(image: Image.Image, kind: Kind) -> Image.Image:
    """The pixels alone, in a form the format can be written in."""
    if kind.picture != "JPEG" and image.has_transparency_data:
        bare = image.convert("RGBA")
    else:
        bare = image.convert("L" if image.mode in ("1", "L") else "RGB")
    # Pillow writes a comment or a colour profile found here into the new file.
    bare.info.clear()
    return bare


def _on_white(image: Image.Image) -> Image.Image:
    if image.mode != "RGBA":
        return image.copy()
    white = Image.new("RGB", image.size, "white")
    white.paste(image, mask=image.getchannel("A"))
    return white


def _written(image: Image.Image, picture: str) -> bytes:
    out = BytesIO()
    image.save(out, picture, **({} if picture == "PNG" else {"quality": 85}))
    return out.getvalue()
